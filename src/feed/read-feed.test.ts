import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { parseFeed as parseWithFeedsmith } from "feedsmith";
import { describe, expect, test } from "vitest";
import type { Feed } from "./feed.ts";
import { parseFeed } from "./read-feed.ts";

const URL_OF_FEED = "https://sahifa.example/rss/index.xml";

function read(content: string | Uint8Array, contentType: string | null = null): Feed {
  const reading = parseFeed({ content, url: URL_OF_FEED, contentType });
  if (!reading.ok) throw new Error(`${reading.reason}: ${reading.detail}`);
  return reading.feed;
}

function refusal(content: string | Uint8Array): string {
  const reading = parseFeed({ content, url: URL_OF_FEED, contentType: null });
  return reading.ok ? "read" : reading.reason;
}

const rss = (items: string, head = "") =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>صحيفة المرفأ</title><link>https://sahifa.example/</link>${head}${items}</channel></rss>`;
const titles = (feed: Feed) => feed.entries.map(({ title }) => title);
const urls = (feed: Feed) => feed.entries.map(({ url }) => url);

describe("formats", () => {
  test("RSS 2.0 with content, dc and media namespaces gives every field", () => {
    const feed = read(
      `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
      <title>صحيفة المرفأ</title><link>https://sahifa.example/</link><language>ar</language><ttl>30</ttl>
      <atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="https://sahifa.example/feed"/>
      <item><title>افتتاح الجسر</title><link>/news/1</link><guid isPermaLink="false">n1</guid>
      <pubDate>Mon, 02 Mar 2026 10:15:00 +0300</pubDate><dc:creator>سلمى الراوي</dc:creator>
      <category>محليات</category><category>جسور، نقل</category><description>مقدمة</description>
      <content:encoded><![CDATA[<p>النص الكامل</p>]]></content:encoded>
      <media:content url="/p/1.jpg" medium="image"/></item></channel></rss>`,
    );
    expect(feed).toMatchObject({
      kind: "rss",
      title: "صحيفة المرفأ",
      home: "https://sahifa.example/",
      language: "ar",
      hubs: ["https://hub.example/"],
      self: "https://sahifa.example/feed",
      waitMs: 1_800_000,
      faults: [],
    });
    expect(feed.entries).toEqual([
      {
        id: "n1",
        url: "https://sahifa.example/news/1",
        title: "افتتاح الجسر",
        summary: "مقدمة",
        content: "<p>النص الكامل</p>",
        author: "سلمى الراوي",
        source: null,
        published: { at: "2026-03-02T10:15:00+03:00", precision: "minute" },
        modified: null,
        keywords: ["محليات", "جسور", "نقل"],
        image: "https://sahifa.example/p/1.jpg",
        language: null,
      },
    ]);
  });

  test("Atom with xml:base, html and xhtml content, and a source", () => {
    const feed = read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://sahifa.example/a/"><title type="html">المرفأ &amp;lt;b&amp;gt;</title>
      <entry xml:base="b/"><id>tag:1</id><title>كلفة &lt;100 ألف</title><link href="self" rel="self"/><link href="1.html"/>
      <published>2026-03-02T10:00:00Z</published><updated>2026-03-02T11:00:00Z</updated>
      <author><name>هدى</name></author><source><id>s</id><title>وكالة الشاطئ</title></source>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>نص <br/>أول</p></div></content></entry></feed>`,
    );
    expect(feed.kind).toBe("atom");
    expect(feed.entries[0]).toMatchObject({
      id: "tag:1",
      url: "https://sahifa.example/a/b/1.html",
      title: "كلفة <100 ألف",
      author: "هدى",
      source: "وكالة الشاطئ",
      content: "<div><p>نص <br>أول</p></div>",
      published: { at: "2026-03-02T10:00:00Z", precision: "minute" },
      modified: { at: "2026-03-02T11:00:00Z", precision: "minute" },
    });
  });

  test("RSS 1.0 in RDF", () => {
    const feed = read(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://sahifa.example/"><title>ت</title></channel><item rdf:about="https://sahifa.example/9"><title>خبر</title><d:date>2026-03-02</d:date></item></rdf:RDF>`,
    );
    expect(feed.kind).toBe("rdf");
    expect(feed.entries[0]).toMatchObject({
      url: "https://sahifa.example/9",
      published: { at: "2026-03-02", precision: "day" },
    });
  });

  test("JSON Feed", () => {
    const feed = read(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "المرفأ",
        items: [
          { id: 7, url: "/7", title: "خبر", content_text: "سطر < سطر", tags: ["أ", 3, null] },
          "ليس خبراً",
        ],
      }),
    );
    expect(feed.kind).toBe("json-feed");
    expect(feed.entries[0]).toMatchObject({
      id: "7",
      url: "https://sahifa.example/7",
      content: "سطر &lt; سطر",
      keywords: ["أ", "3"],
      published: null,
    });
    expect(feed.entries).toHaveLength(1);
  });

  test("a Google News sitemap, packed", () => {
    const feed = read(
      gzipSync(
        `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>https://sahifa.example/3</loc><lastmod>2026-03-03</lastmod><n:news><n:publication><n:name>المرفأ</n:name><n:language>ar</n:language></n:publication><n:publication_date>2026-03-02T08:00+03:00</n:publication_date><n:title>خبر</n:title><n:keywords>أ، ب</n:keywords></n:news><image:image><image:loc>https://sahifa.example/3.jpg</image:loc></image:image></url></urlset>`,
      ),
    );
    expect(feed).toMatchObject({ kind: "sitemap", title: "المرفأ" });
    expect(feed.entries[0]).toMatchObject({
      url: "https://sahifa.example/3",
      title: "خبر",
      language: "ar",
      keywords: ["أ", "ب"],
      image: "https://sahifa.example/3.jpg",
      published: { at: "2026-03-02T08:00:00+03:00", precision: "minute" },
      modified: { at: "2026-03-03", precision: "day" },
    });
  });

  test("a sitemap index names sitemaps and has no entries", () => {
    const feed = read(
      `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://sahifa.example/s1.xml.gz</loc><lastmod>2026-03-01</lastmod></sitemap></sitemapindex>`,
    );
    expect(feed).toMatchObject({
      kind: "sitemap-index",
      entries: [],
      sitemaps: [
        {
          url: "https://sahifa.example/s1.xml.gz",
          modified: { at: "2026-03-01", precision: "day" },
        },
      ],
    });
  });

  test("a plain list of addresses is a sitemap", () => {
    expect(urls(read("https://a.example/1\r\n\r\nhttps://a.example/2\n"))).toEqual([
      "https://a.example/1",
      "https://a.example/2",
    ]);
  });
});

describe("charsets", () => {
  const arabic1256 = Uint8Array.from([0xc7, 0xe1, 0xca, 0xe6, 0xc7, 0xca, 0xd1]);
  const around = (before: string, bytes: Uint8Array, after: string) =>
    Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]);
  const item = (declaration: string) =>
    around(
      `${declaration}<rss><channel><item><title>`,
      arabic1256,
      "</title></item></channel></rss>",
    );

  test.each([
    ["declared windows-1256", '<?xml version="1.0" encoding="windows-1256"?>', null],
    ["declared by the server", "", "text/xml; charset=windows-1256"],
    ["declared Latin-1, which is a lie", '<?xml version="1.0" encoding="iso-8859-1"?>', null],
    [
      "declared UTF-8, which is a lie",
      '<?xml version="1.0" encoding="utf-8"?>',
      "text/xml; charset=utf-8",
    ],
    ["declared as a charset nobody knows", '<?xml version="1.0" encoding="x-arab"?>', null],
    ["declared nowhere", "", null],
  ])("windows-1256 %s", (_case, declaration, contentType) => {
    expect(titles(read(item(declaration), contentType))).toEqual(["التواتر"]);
  });

  test.each(["utf16le", "utf-8"] as const)("%s with a byte order mark", (encoding) => {
    const bytes = Buffer.from(`\uFEFF${rss("<item><title>خبر</title></item>")}`, encoding);
    expect(titles(read(bytes))).toEqual(["خبر"]);
  });

  test("UTF-8 that calls itself windows-1256 is UTF-8", () => {
    const text =
      '<?xml version="1.0" encoding="windows-1256"?><rss><item><title>خبر</title></item></rss>';
    expect(titles(read(Buffer.from(text)))).toEqual(["خبر"]);
  });

  test("UTF-8 with a few bad bytes stays UTF-8 and says so", () => {
    const feed = read(
      around(
        `<rss><item><title>خبر طويل من المرفأ عن وصول سفينتين`,
        Uint8Array.from([0xff]),
        "</title></item></rss>",
      ),
    );
    expect(titles(feed)).toEqual(["خبر طويل من المرفأ عن وصول سفينتين\uFFFD"]);
    expect(feed.faults).toEqual(["bad-bytes"]);
  });
});

describe("broken XML", () => {
  test.each<[string, string, (string | null)[]]>([
    [
      "bare ampersands and HTML entities",
      rss("<item><title>أ & ب &laquo;ج&raquo; &nbsp;د</title></item>"),
      ["أ & ب «ج» د"],
    ],
    [
      "a title escaped twice",
      rss("<item><title>أ &amp;amp;quot;ب&amp;amp;quot;</title></item>"),
      ['أ "ب"'],
    ],
    ["tags in a title", rss("<item><title>&lt;b&gt;أ&lt;/b&gt; ب</title></item>"), ["أ ب"]],
    ["CDATA with spaces", rss("<item><title>\n <![CDATA[ أ & ب ]]>\n</title></item>"), ["أ & ب"]],
    [
      "words before the document",
      `<br />Warning: x in y.php\n${rss("<item><title>أ</title></item>")}`,
      ["أ"],
    ],
    [
      "words after the document",
      `${rss("<item><title>أ</title></item>")}<script>x()</script>`,
      ["أ"],
    ],
    [
      "entries that are never closed",
      "<rss><channel><item><title>أ</title><item><title>ب</title></item></channel></rss>",
      ["أ", "ب"],
    ],
    [
      "titles that are never closed",
      "<rss><channel><item><title>أ<link>https://a.example/1</link></item></channel></rss>",
      ["أ"],
    ],
    [
      "raw HTML in a description",
      rss("<item><description><p>س<br>ش</description><title>أ</title></item>"),
      ["أ"],
    ],
    [
      "attributes without quotes",
      "<rss version=2.0><channel><item><title>أ</title></item></channel></rss>",
      ["أ"],
    ],
    ["upper case", "<RSS><CHANNEL><ITEM><TITLE>أ</TITLE></ITEM></CHANNEL></RSS>", ["أ"]],
    ["control characters", rss("<item><title>أ\u0000\u0008\u001Bب</title></item>"), ["أب"]],
    ["no root", "<item><title>أ</title></item><item><title>ب</title></item>", ["أ", "ب"]],
    ["undeclared prefixes", rss("<item><dc:title>أ</dc:title></item>"), ["أ"]],
    [
      "prefixed elements",
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>أ</a:title></a:entry></a:feed>',
      ["أ"],
    ],
    ["an empty feed", rss(""), []],
    ["a wrong end tag", rss("<item><title>أ</titel></title></item></itm>"), ["أ"]],
    [
      "a letter entity of its own",
      `<!DOCTYPE rss [<!ENTITY alef "&#1571;">]>${rss("<item><title>&alef;</title></item>")}`,
      ["أ"],
    ],
    [
      "an external type declaration",
      `<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x.example/rss.dtd">${rss("<item><title>أ</title></item>")}`,
      ["أ"],
    ],
  ])("%s is read", (_case, document, expected) => {
    expect(titles(read(document))).toEqual(expected);
  });

  test("a feed cut within an address loses that entry and says so", () => {
    const cut =
      "<rss><channel><item><title>أ</title><link>https://a.example/1</link></item><item><title>ب</title><link>https://a.exam";
    expect(read(cut)).toMatchObject({ faults: ["truncated"] });
    expect(titles(read(cut))).toEqual(["أ"]);
  });

  test("a feed cut after an address keeps that entry", () => {
    const cut =
      "<rss><channel><item><title>أ</title><link>https://a.example/1</link><description>مقد";
    expect(urls(read(cut))).toEqual(["https://a.example/1"]);
  });
});

describe("addresses", () => {
  test.each<[string, string, string | null]>([
    ["a guid stands in for a link", "<guid>https://a.example/9</guid>", "https://a.example/9"],
    [
      "a guid that is no permalink does not",
      '<guid isPermaLink="false">https://a.example/9</guid>',
      null,
    ],
    ["a guid that is no address does not", "<guid>9</guid>", null],
    [
      "ampersands that look like entities stay",
      "<link>https://a.example/?a=1&copy=2&reg=3</link>",
      "https://a.example/?a=1&copy=2&reg=3",
    ],
    [
      "Arabic paths are encoded",
      "<link>https://a.example/خبر</link>",
      "https://a.example/%D8%AE%D8%A8%D8%B1",
    ],
    ["other schemes are no address", "<link>javascript:alert(1)</link>", null],
    [
      "names and passwords are taken off",
      "<link>https://u:p@a.example/1</link>",
      "https://a.example/1",
    ],
    [
      "spaces around are taken off",
      "<link>\n  https://a.example/1\n </link>",
      "https://a.example/1",
    ],
    ["protocol-relative", "<link>//b.example/1</link>", "https://b.example/1"],
  ])("%s", (_case, fields, expected) => {
    expect(urls(read(rss(`<item><title>أ</title>${fields}</item>`)))).toEqual([expected]);
  });
});

describe("refusals have reasons", () => {
  const bomb = '<!DOCTYPE z [<!ENTITY a "&b;&b;"><!ENTITY b "x">]>';
  test.each<[string, string | Uint8Array, string]>([
    ["nothing", " \n", "empty"],
    ["a web page", "<!doctype html><html><body><p>صفحة</p></body></html>", "html"],
    ["plain words", "كلام فقط", "not-a-feed"],
    ["other XML", "<?xml version='1.0'?><note><to>س</to></note>", "not-a-feed"],
    ["other JSON", '{"a":1}', "not-a-feed"],
    [
      "a list of feeds",
      "<opml><body><outline xmlUrl='https://a.example/f'/></body></opml>",
      "opml",
    ],
    ["entities of entities", bomb + rss("<item><title>&a;</title></item>"), "entity-declarations"],
    [
      "entities of files",
      `<!DOCTYPE z [<!ENTITY a SYSTEM "file:///etc/passwd">]>${rss("")}`,
      "entity-declarations",
    ],
    ["parameter entities", `<!DOCTYPE z [<!ENTITY % a "x">]>${rss("")}`, "entity-declarations"],
    ["a declaration without end", `<!DOCTYPE z [ ${rss("")}`, "entity-declarations"],
    ["elements nested without end", `<rss>${"<a>".repeat(100_000)}`, "too-deep"],
    ["damaged packing", Uint8Array.from([0x1f, 0x8b, 1, 2, 3]), "bad-packing"],
    ["packing that explodes", gzipSync(Buffer.alloc(60_000_000, 32)), "packing-bomb"],
    ["too much", "<rss>".padEnd(52_428_801, " "), "too-large"],
  ])("%s", (_case, document, reason) => {
    expect(refusal(document)).toBe(reason);
  });
});

test("100,000 entries are read and the rest is left out, in a few seconds", {
  timeout: 30_000,
}, () => {
  const items = "<item><title>أ</title><link>https://a.example/1</link></item>".repeat(100_001);
  const feed = read(`<rss><channel>${items}</channel></rss>`);
  expect(feed.entries).toHaveLength(100_000);
  expect(feed.faults).toEqual(["too-many-entries"]);
});

test.each([
  ["unclosed brackets", "<rss><item>".concat("<".repeat(300_000))],
  ["unclosed CDATA", `<rss><item><title>${"<![CDATA[".repeat(30_000)}`],
  ["ampersands", rss(`<item><title>${"&".repeat(300_000)}</title></item>`)],
  ["attributes", `<rss><item ${"a=1 ".repeat(50_000)}>`],
  ["end tags", `<rss>${"</a>".repeat(100_000)}`],
  ["closing brackets in a declaration", `<!DOCTYPE a [${"] ".repeat(90_000)}`],
  ["entity declarations", `<!DOCTYPE a [${"<!ENTITY ".repeat(20_000)}`],
  ["tags in a title", rss(`<item><title>${"&lt;a ".repeat(100_000)}</title></item>`)],
])("%s without end take time in proportion only", { timeout: 10_000 }, (_case, document) => {
  parseFeed({ content: document, url: null, contentType: null });
});

describe("laws", () => {
  const fragment = fc.constantFrom(
    "<item>",
    "</item>",
    "<title>",
    "</title>",
    "<link>",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&",
    "<",
    ">",
    '<content type="xhtml">',
    "<entry>",
    "<url>",
    "<loc>",
    "خبر",
    "<!--",
    "-->",
    "<?",
    '"',
    "<author><name>",
    "</channel>",
  );
  test("nothing throws, on any text", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fragment, fc.string()), { maxLength: 60 }), (parts) => {
        const reading = parseFeed({
          content: `<rss>${parts.join("")}`,
          url: null,
          contentType: null,
        });
        expect(reading.ok || reading.reason.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("nothing throws, on any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        parseFeed({ content: bytes, url: null, contentType: null });
      }),
    );
  });

  test("a feed cut anywhere gives a beginning of its entries", () => {
    const whole = rss(
      [1, 2, 3]
        .map((n) => `<item><title>خبر ${n}</title><link>https://a.example/${n}</link></item>`)
        .join(""),
    );
    const all = urls(read(whole));
    fc.assert(
      fc.property(fc.integer({ min: 45, max: whole.length }), (length) => {
        const found = urls(read(whole.slice(0, length)));
        expect(all.slice(0, found.length)).toEqual(found);
      }),
    );
  });

  test("well-formed RSS is read as feedsmith reads it", () => {
    const word = fc.stringMatching(/^[\u0621-\u064A]{1,8}( [\u0621-\u064A]{1,8}){0,3}$/);
    const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const item = fc.record({ title: word, id: fc.nat(), summary: word });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 5, minLength: 1 }), (items) => {
        const document = rss(
          items
            .map(
              ({ title, id, summary }) =>
                `<item><title>${escaped(title)}</title><link>https://a.example/${id}</link><description>${escaped(summary)}</description></item>`,
            )
            .join(""),
        );
        const theirs = parseWithFeedsmith(document);
        if (theirs.format !== "rss") throw new Error("not RSS");
        expect(
          read(document).entries.map(({ title, url, summary }) => ({ title, url, summary })),
        ).toEqual(
          (theirs.feed.items ?? []).map(({ title, link, description }) => ({
            title,
            url: link,
            summary: description,
          })),
        );
      }),
      { numRuns: 50 },
    );
  });
});
