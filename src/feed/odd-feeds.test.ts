/** Variants of what collections of odd feeds hold: encodings that are not what they say, old formats, markup in any packing, things before and after. */
import { expect, test } from "vitest";
import type { Feed, FeedEntry } from "./feed.ts";
import { parseFeed } from "./read-feed.ts";

const URL_OF_FEED = "https://marfaa.example/feed";

function read(content: string | Uint8Array, contentType: string | null = null): Feed {
  const reading = parseFeed({ content, url: URL_OF_FEED, contentType });
  if (!reading.ok) throw new Error(`${reading.reason}: ${reading.detail}`);
  return reading.feed;
}

const ATOM = 'xmlns="http://www.w3.org/2005/Atom"';
const rss = (items: string, attributes = "") =>
  `<rss version="2.0"${attributes}><channel><title>المرفأ</title>${items}</channel></rss>`;
const atom = (entry: string) => `<feed ${ATOM}><entry>${entry}</entry></feed>`;
const atom03 = (entry: string) =>
  `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>${entry}</entry></feed>`;

const TITLE = "خبر عن الميناء";
const declared = (charset: string) =>
  `<?xml version="1.0" encoding="${charset}"?>${rss(`<item><title>${TITLE}</title></item>`)}`;

const toUtf16 = (text: string, isBig: boolean): Buffer => {
  const bytes = Buffer.from(text, "utf16le");
  return isBig ? bytes.swap16() : bytes;
};

function toUtf32(text: string, isBig: boolean): Buffer {
  const letters = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(letters.length * 4);
  for (const [at, letter] of letters.entries()) {
    if (isBig) bytes.writeUInt32BE(letter, at * 4);
    else bytes.writeUInt32LE(letter, at * 4);
  }
  return bytes;
}

function toBytes(text: string, charset: string): Buffer {
  const byteOf = new Map(
    Array.from({ length: 128 }, (_, n) => [
      new TextDecoder(charset).decode(Uint8Array.of(n + 128)),
      n + 128,
    ]),
  );
  return Buffer.from([...text].map((letter) => byteOf.get(letter) ?? letter.charCodeAt(0)));
}

const WIDE = [toUtf16, toUtf32].flatMap((pack) =>
  [true, false].flatMap((isBig) =>
    ["\uFEFF", ""].flatMap((mark) =>
      ["utf-16", "utf-8", "windows-1256"].map((charset) => ({
        what: `${pack.name} ${isBig ? "big" : "little"} endian, ${mark === "" ? "without" : "with"} a mark`,
        charset,
        bytes: pack(mark + declared(charset), isBig),
      })),
    ),
  ),
);

test.each(WIDE)("$what that calls itself $charset", ({ bytes }) => {
  expect(read(bytes).entries[0]?.title).toBe(TITLE);
});

test.each([
  ["utf-8", "utf-16"],
  ["utf-8", "utf-32"],
  ["utf-8", "us-ascii"],
  ["utf-8", "iso-8859-1"],
  ["utf-8", "UTF8"],
  ["utf-8", ""],
  ["windows-1256", "cp1256"],
  ["windows-1256", "x-cp1256"],
  ["windows-1256", "iso-8859-1"],
  ["windows-1256", "utf-8"],
  ["windows-1256", ""],
  ["iso-8859-6", "iso-8859-6"],
  ["iso-8859-6", "asmo-708"],
  ["iso-8859-6", "arabic"],
])("%s that calls itself «%s»", (charset, name) => {
  const bytes =
    charset === "utf-8" ? Buffer.from(declared(name)) : toBytes(declared(name), charset);
  expect(read(bytes).entries[0]?.title).toBe(TITLE);
});

test.each([
  ["us-ascii", 'text/xml; charset="us-ascii"'],
  ["utf-16", "application/rss+xml; charset=utf-16"],
])("UTF-8 that the server calls %s", (_name, contentType) => {
  expect(read(Buffer.from(declared("utf-8")), contentType).entries[0]?.title).toBe(TITLE);
});

const OPENED = rss("<item><title>أ</title></item>");
const ITEM = "<item><title>أ</title></item>";
const RDF = 'xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
test.each([
  [
    "a warning of the server's before it",
    `<br />\n<b>Warning</b>: mysql in <b>/a</b><br />\n${OPENED}`,
  ],
  ["words before it", `Warning: something\n${OPENED}`],
  ["a remark before it", `<!-- cached -->\n<?xml version="1.0"?>${OPENED}`],
  ["two declarations", `<?xml version="1.0"?><?xml version="1.0"?>${OPENED}`],
  ["a style sheet", `<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?>${OPENED}`],
  ["a null byte before it", `\u0000${OPENED}`],
  ["a script after it", `${OPENED}<script>x</script> junk <p>`],
  ["a web page around it", `<html><body>${OPENED}</body></html>`],
  ["no channel", `<rss>${ITEM}</rss>`],
  ["items before the title", `<rss><channel>${ITEM}<title>المرفأ</title></channel></rss>`],
  [
    "RSS 0.90",
    `<r:RDF ${RDF} xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel/>${ITEM}</r:RDF>`,
  ],
  [
    "RSS 1.0 under another prefix",
    `<r:RDF ${RDF} xmlns:f="http://purl.org/rss/1.0/"><f:channel/><f:item><f:title>أ</f:title></f:item></r:RDF>`,
  ],
  [
    "Atom under a prefix",
    `<a:feed ${ATOM.replace("xmlns", "xmlns:a")}><a:entry><a:title>أ</a:title></a:entry></a:feed>`,
  ],
  [
    "Atom with a secure namespace",
    `<feed ${ATOM.replace("http:", "https:")}><entry><title>أ</title></entry></feed>`,
  ],
  [
    "attributes without quotes",
    rss("<item><enclosure url=https://a.example/i.jpg type=image/jpeg><title>أ</title></item>"),
  ],
  ["podcast fields alone", rss("<item><itunes:title>أ</itunes:title></item>")],
])("%s", (_what, written) => {
  expect(read(written).entries.map(({ title }) => title)).toEqual(["أ"]);
});

type Field = keyof FeedEntry;
const FIELDS: readonly (readonly [what: string, feed: string, field: Field, value: unknown])[] = [
  [
    "a title in XHTML",
    atom('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">أ <b>ب</b></div></title>'),
    "title",
    "أ ب",
  ],
  [
    "a title in HTML",
    atom('<title type="html">أ &amp;amp; &lt;b&gt;ب&lt;/b&gt;</title>'),
    "title",
    "أ & ب",
  ],
  [
    "a title in text keeps its brackets",
    atom('<title type="text">أ &lt;b&gt; ب</title>'),
    "title",
    "أ <b> ب",
  ],
  [
    "a title with less and more",
    rss("<item><title>النمو &lt; 5% و &gt; 3</title></item>"),
    "title",
    "النمو < 5% و > 3",
  ],
  [
    "a title escaped twice",
    rss("<item><title>أ &amp;amp; ب &amp;quot;ج&amp;quot;</title></item>"),
    "title",
    'أ & ب "ج"',
  ],
  [
    "entities of HTML",
    rss("<item><title>أ &mdash; ب &hellip; &#8220;ج&#8221; &#146;</title></item>"),
    "title",
    "أ — ب … “ج” ’",
  ],
  [
    "Atom 0.3 in base 64",
    atom03(
      `<content type="text/html" mode="base64">${Buffer.from("<p>نص</p>").toString("base64")}</content>`,
    ),
    "content",
    "<p>نص</p>",
  ],
  [
    "Atom 0.3 escaped",
    atom03('<content type="text/html" mode="escaped">&lt;p&gt;نص&lt;/p&gt;</content>'),
    "content",
    "<p>نص</p>",
  ],
  [
    "Atom with a picture for content",
    atom('<content type="image/png">iVBORw0KGgo=</content>'),
    "content",
    null,
  ],
  [
    "Atom with content elsewhere",
    atom('<content type="text/html" src="https://a.example/x"/>'),
    "content",
    null,
  ],
  [
    "CDATA whose end is within CDATA",
    rss("<item><description><![CDATA[a ]]]]><![CDATA[> b]]></description></item>"),
    "summary",
    "a ]]> b",
  ],
  [
    "markup that is not escaped",
    rss("<item><description><p>أ <b>ب</b></p></description></item>"),
    "summary",
    "<p>أ <b>ب</b></p>",
  ],
  [
    "bases within bases",
    `<feed ${ATOM} xml:base="http://b.example/x/"><entry xml:base="y/"><link href="1"/></entry></feed>`,
    "url",
    "http://b.example/x/y/1",
  ],
  [
    "many links",
    atom(
      '<link rel="edit" href="/e"/><link rel="enclosure" href="/m.mp3"/><link rel="alternate" type="text/html" href="/1"/><link rel="self" href="/s"/>',
    ),
    "url",
    "https://marfaa.example/1",
  ],
  [
    "a relation written in full",
    atom('<link rel="http://www.iana.org/assignments/relation/alternate" href="/1"/>'),
    "url",
    "https://marfaa.example/1",
  ],
  [
    "a feed's own address is no page's",
    rss('<item><atom:link rel="self" href="https://a.example/self"/></item>'),
    "url",
    null,
  ],
  [
    "a guid that says in capitals that it is no address",
    rss('<item><guid isPermaLink="False">https://a.example/g</guid></item>'),
    "url",
    null,
  ],
  [
    "a link with bare ampersands",
    rss("<item><link>https://a.example/1?a=1&copy=2&reg=3</link></item>"),
    "url",
    "https://a.example/1?a=1&copy=2&reg=3",
  ],
  [
    "a counting service's link",
    rss(
      "<item><link>https://count.example/~r/1</link><feedburner:origLink>https://a.example/1</feedburner:origLink></item>",
      ' xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"',
    ),
    "url",
    "https://a.example/1",
  ],
  [
    "an address in Arabic",
    rss("<item><link>https://a.example/خبر عاجل</link></item>"),
    "url",
    "https://a.example/%D8%AE%D8%A8%D8%B1%20%D8%B9%D8%A7%D8%AC%D9%84",
  ],
  [
    "a host in Arabic",
    rss("<item><link>https://مثال.example/1</link></item>"),
    "url",
    "https://xn--mgbh0fb.example/1",
  ],
  [
    "an author after the mail",
    rss("<item><author>s@a.example (سعاد منير)</author></item>"),
    "author",
    "سعاد منير",
  ],
  [
    "an author before the mail",
    rss("<item><author>سعاد منير (s@a.example)</author></item>"),
    "author",
    "سعاد منير",
  ],
  [
    "an author before the mail in brackets",
    rss("<item><author>سعاد منير &lt;s@a.example&gt;</author></item>"),
    "author",
    "سعاد منير",
  ],
  [
    "a picture beside a film",
    rss(
      '<item><media:group><media:content url="https://a.example/v.mp4" type="video/mp4"/><media:thumbnail url="https://a.example/t.jpg"/></media:group></item>',
    ),
    "image",
    "https://a.example/t.jpg",
  ],
  [
    "a date of the channel is no item's",
    rss("<pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate><item><title>أ</title></item>"),
    "published",
    null,
  ],
  [
    "an empty date before another",
    rss("<item><pubDate></pubDate><dc:date>2004-01-01</dc:date></item>"),
    "published",
    { at: "2004-01-01", precision: "day" },
  ],
];

test.each(FIELDS)("%s", (_what, written, field, value) => {
  expect(read(written).entries[0]?.[field]).toEqual(value);
});

test.each([
  ["Atom", `<feed ${ATOM} xml:lang="ar"><entry><title>أ</title></entry></feed>`],
  ["RSS", '<rss xml:lang="ar"><channel><item><title>أ</title></item></channel></rss>'],
  ["a channel", '<rss><channel xml:lang="ar"><item><title>أ</title></item></channel></rss>'],
])("the language on the root of %s", (_what, written) => {
  expect(read(written).language).toBe("ar");
});

test("a channel of the year 1998 (CDF)", () => {
  const feed = read(
    '<?xml version="1.0"?><CHANNEL HREF="http://a.example/"><TITLE>المرفأ</TITLE><ABSTRACT>أخبار</ABSTRACT><ITEM HREF="http://a.example/1" LASTMOD="1998-11-05T10:00-0000"><TITLE>أ</TITLE><ABSTRACT>ملخص</ABSTRACT></ITEM></CHANNEL>',
  );
  expect(feed).toMatchObject({
    home: "http://a.example/",
    title: "المرفأ",
    entries: [
      {
        url: "http://a.example/1",
        title: "أ",
        summary: "ملخص",
        modified: { at: "1998-11-05T10:00:00-00:00" },
      },
    ],
  });
});

test.each([
  [
    "under a prefix",
    '<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:url><s:loc>https://a.example/1</s:loc></s:url></s:urlset>',
  ],
  [
    "with a secure namespace",
    '<urlset xmlns="https://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>\n https://a.example/1 \n</loc></url></urlset>',
  ],
  ["in CDATA", "<urlset><url><loc><![CDATA[https://a.example/1]]></loc></url></urlset>"],
  ["in capitals", "<URLSET><URL><LOC>https://a.example/1</LOC></URL></URLSET>"],
  [
    "with links to other languages",
    '<urlset xmlns:xhtml="http://www.w3.org/1999/xhtml"><url><loc>https://a.example/1</loc><xhtml:link rel="alternate" href="https://a.example/en/1"/></url></urlset>',
  ],
  ["in lines with a mark", "\uFEFFhttps://a.example/1\r\n"],
  ["in lines in capitals", "HTTPS://a.example/1\n"],
])("a sitemap %s", (_what, written) => {
  expect(read(written).entries.map(({ url }) => url)).toEqual(["https://a.example/1"]);
});

const first = (content: string): FeedEntry | undefined => read(content).entries[0];

test("the home of an Atom feed stands on the base the feed names", () => {
  const feed = read(
    `<feed ${ATOM} xml:base="https://dafaf.example/blog/"><link href="/"/><link rel="self" href="atom.xml"/></feed>`,
  );
  expect(feed).toMatchObject({
    home: "https://dafaf.example/",
    self: "https://dafaf.example/blog/atom.xml",
  });
});

test("text that Atom leaves elsewhere is at its address, pictures and sounds are not", () => {
  const entry = (type: string) => atom(`<id>tag:1</id><content type="${type}" src="/n/1"/>`);
  expect(first(entry("text/html"))?.url).toBe("https://marfaa.example/n/1");
  expect(first(entry("audio/mpeg"))?.url).toBeNull();
});

test("a guid that is said to be an address may be a relative one", () => {
  const item = (said: string) => rss(`<item><guid isPermaLink="${said}">/n/13</guid></item>`);
  expect(first(item("true"))?.url).toBe("https://marfaa.example/n/13");
  expect(first(item("false"))?.url).toBeNull();
});

test("all authors of an entry are named", () => {
  const named = ["ليلى حسن", "عمر ناجي", "ليلى حسن"];
  const both = "ليلى حسن, عمر ناجي";
  const authors = named.map((name) => ({ name }));
  const json = { version: "https://jsonfeed.org/version/1.1", items: [{ id: 1, authors }] };
  expect(first(JSON.stringify(json))?.author).toBe(both);
  expect(
    first(atom(named.map((name) => `<author><name>${name}</name></author>`).join("")))?.author,
  ).toBe(both);
  const creators = named.map((name) => `<dc:creator>${name}</dc:creator>`).join("");
  expect(first(rss(`<item>${creators}</item>`))?.author).toBe(both);
});

test("an item of a JSON Feed without an address of its own has the one it speaks of", () => {
  const items = [{ id: "2", external_url: "https://other.example/2" }];
  const json = { version: "https://jsonfeed.org/version/1.1", items };
  expect(first(JSON.stringify(json))?.url).toBe("https://other.example/2");
});

test("a list of addresses may hold a line that is none", () => {
  const list = "https://marfaa.example/1\r\n# الأخبار\r\n\r\nhttps://marfaa.example/2\n";
  expect(read(list).entries.map(({ url }) => url)).toEqual([
    "https://marfaa.example/1",
    "https://marfaa.example/2",
  ]);
});
