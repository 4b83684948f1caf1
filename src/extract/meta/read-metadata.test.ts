import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scanHtml } from "../html/scan.ts";
import { AFTER_NAME, BYLINE_OPENERS, NO_AUTHORS } from "../tables/byline-words.ts";
import { CHANGED_WORDS, PUBLISHED_WORDS } from "../tables/date-labels.ts";
import {
  AUTHOR_METAS,
  IMAGE_METAS,
  KEYWORD_METAS,
  MODIFIED_METAS,
  OUTLET_METAS,
  PUBLISHED_METAS,
  SOURCE_METAS,
  TITLE_METAS,
} from "../tables/meta-names.ts";
import { OUTLET_NOUNS } from "../tables/outlet-nouns.ts";
import { readMetadata } from "./read-metadata.ts";

const URL_OF_PAGE = "https://www.marsad-example.net/news/8812";
const BODY =
  "أعلنت بلدية الواحة أن أعمال تجديد الميناء القديم تبدأ الأسبوع المقبل وتستمر عاما كاملا بكلفة ستة ملايين دينار.";

interface Parts {
  readonly head?: string;
  readonly above?: string;
  readonly below?: string;
  readonly after?: string;
  readonly url?: string;
  readonly fetchedAt?: string;
  readonly lang?: string;
}

function read({ head = "", above = "", below = "", after = "", lang = "ar", ...rest }: Parts) {
  const html = `<!doctype html><html lang="${lang}"><head><title>تجديد الميناء القديم يبدأ الأسبوع المقبل | مرصد الواحة</title>${head}</head>
    <body>${above}<h1>تجديد الميناء القديم يبدأ الأسبوع المقبل</h1>${below}<div><p>${BODY}</p></div>${after}</body></html>`;
  const page = scanHtml(html);
  const start = page.text.indexOf(BODY);
  return readMetadata({
    page,
    url: rest.url ?? URL_OF_PAGE,
    fetchedAt: rest.fetchedAt ?? null,
    body: { start, end: start + BODY.length },
  });
}

const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const ld = (data: unknown) =>
  `<script type="application/ld+json">${typeof data === "string" ? data : JSON.stringify(data)}</script>`;

describe("title", () => {
  test.each(["…", "..."])("one that was cut (%s) gives way to the whole one", (dots) => {
    const html = `<html><head><title>مرصد الواحة</title><meta property="og:title" content="بلدية الواحة تعلن موعد تجديد الميناء القديم وكلفته"></head>
      <body><h1>بلدية الواحة تعلن موعد تجديد${dots}</h1><div><p>${BODY}</p></div></body></html>`;
    const page = scanHtml(html);
    const start = page.text.indexOf(BODY);
    const found = readMetadata({
      page,
      url: URL_OF_PAGE,
      fetchedAt: null,
      body: { start, end: start + BODY.length },
    });
    expect(found.title).toBe("بلدية الواحة تعلن موعد تجديد الميناء القديم وكلفته");
  });

  const TITLE = "تجديد الميناء القديم يبدأ الأسبوع المقبل";

  test("the heading that the page's own words agree with, without the name of the site", () => {
    const head = meta("og:title", `${TITLE} - مرصد الواحة`) + meta("og:site_name", "مرصد الواحة");
    const { title, choices } = read({ head, above: "<h1>مرصد الواحة</h1>" });
    expect(title).toBe(TITLE);
    expect(choices[0]).toEqual({ field: "title", from: "h1", value: TITLE });
  });

  test("a heading of another matter gives way to what the page says of itself", () => {
    const page = scanHtml(
      `<title>مدرسة جديدة في حي النخيل</title>${meta("og:title", "مدرسة جديدة في حي النخيل")}<h2>أخبار أخرى من المدينة</h2><p>${BODY}</p>`,
    );
    const { title } = readMetadata({
      page,
      url: null,
      fetchedAt: null,
      body: { start: 0, end: 9 },
    });
    expect(title).toBe("مدرسة جديدة في حي النخيل");
  });

  test("references written twice over are resolved", () => {
    const page = scanHtml(
      `${meta("og:title", "Ports &amp;amp; harbours of the coast")}<p>text</p>`,
    );
    const { title } = readMetadata({
      page,
      url: null,
      fetchedAt: null,
      body: { start: 0, end: 4 },
    });
    expect(title).toBe("Ports & harbours of the coast");
  });

  test("on a news page the shared title with the line above the heading is the whole one", () => {
    const head = meta("og:title", `بعد عام من التأخير: ${TITLE}`) + ld({ "@type": "NewsArticle" });
    expect(read({ head }).title).toBe(`بعد عام من التأخير: ${TITLE}`);
  });

  test.each([
    [
      "a span's style",
      `<span style="font-size:14px">بعد عام</span><span style="color:red;font-size:2em">${TITLE}</span>`,
    ],
    ["a font's size", `<font size="2">السبت في الواحة</font><br><font size="+2">${TITLE}</font>`],
  ])("without a heading and a title of its own, what is set largest: %s", (_what, line) => {
    const page = scanHtml(`<title>جريدة الواحة</title><div>${line}</div><div>${BODY}</div>`);
    const start = page.text.indexOf(BODY.slice(0, 20));
    const found = readMetadata({
      page,
      url: null,
      fetchedAt: null,
      body: { start, end: start + 9 },
    });
    expect([found.title, found.outlet]).toEqual([TITLE, "جريدة الواحة"]);
  });

  test("the heading that is named the article's title, above one of the site", () => {
    const page = scanHtml(
      `<title>دفاتر الحي: ${TITLE}</title><h1>دفاتر الحي</h1><h3 class="post-title entry-title">${TITLE}</h3><p>${BODY}</p>`,
    );
    const found = readMetadata({ page, url: null, fetchedAt: null, body: { start: 0, end: 9 } });
    expect(found.title).toBe(TITLE);
  });

  test.each(TITLE_METAS)("%s", (name) => {
    const page = scanHtml(`${meta(name, "عنوان لا يظهر")}<p>نص</p>`);
    const { title } = readMetadata({
      page,
      url: null,
      fetchedAt: null,
      body: { start: 0, end: 2 },
    });
    expect(title).toBe("عنوان لا يظهر");
  });
});

describe("dates", () => {
  test.each(PUBLISHED_METAS)("%s", (name) => {
    expect(read({ head: meta(name, "2024-04-17T23:30:00+03:00") }).published).toEqual({
      at: "2024-04-17T23:30:00+03:00",
      precision: "minute",
      from: "meta",
    });
  });

  test.each(MODIFIED_METAS)("%s", (name) => {
    const head = meta(name, "2024-04-19") + meta("article:published_time", "2024-04-17");
    const { published, modified } = read({ head });
    expect([published?.at, modified?.at]).toEqual(["2024-04-17", "2024-04-19"]);
  });

  test("linked data is above meta, meta above what is shown", () => {
    const head =
      meta("article:published_time", "2024-04-16") +
      ld({ "@type": "NewsArticle", datePublished: "2024-04-17" });
    const { published, choices } = read({ head, below: "<time>18 أبريل 2024</time>" });
    expect(published).toEqual({ at: "2024-04-17", precision: "day", from: "json-ld" });
    expect(choices.filter(({ field }) => field === "published").map(({ value }) => value)).toEqual([
      "2024-04-17",
      "2024-04-16",
    ]);
  });

  test.each([
    ["/2024/04/17/port", "2024-04-17"],
    ["/news/2024-04-17-port", "2024-04-17"],
    ["/20240417/port", "2024-04-17"],
    ["/2024/apr/17/port", "2024-04-17"],
    ["/17-04-2024/port", "2024-04-17"],
    ["/2024/04/port", "2024-04"],
  ])("the address %s", (path, at) => {
    const { published } = read({ url: `https://www.marsad-example.net${path}` });
    expect([published?.at, published?.from]).toEqual([at, "url"]);
  });

  test("a moment in UTC yields to the outlet's own day in the address", () => {
    const head = meta("article:published_time", "2024-04-18T00:30:00Z");
    const url = "https://www.marsad-example.net/2024/04/17/port";
    expect(read({ head, url }).published?.at).toBe("2024-04-17");
  });

  test("the page's clock above the heading is not the date beside it", () => {
    const { published } = read({
      above:
        "<div>الأربعاء 26 يونيو 2024</div><ul><li>الرئيسية<li>محليات<li>اقتصاد<li>رياضة<li>ثقافة<li>منوعات<li>صحة<li>آراء<li>من نحن</ul>",
      below: "<div>11 مارس 2023</div>",
    });
    expect(published).toMatchObject({ at: "2023-03-11", from: "byline" });
  });

  test("dates of other articles and of the copyright are not the article's", () => {
    const cards = [1, 2, 3, 4].map(
      (day) => `<div class="card"><time>${day} مايو 2024</time></div>`,
    );
    const after = `<p>${BODY.repeat(30)}</p><aside>${cards.join("")}</aside><footer>© 2024</footer>`;
    expect(read({ after }).published).toBeNull();
  });

  test("nothing is published after it was fetched", () => {
    const head = meta("article:published_time", "2026-01-01");
    expect(read({ head, fetchedAt: "2024-04-18T10:00:00Z" }).published).toBeNull();
  });

  test("a page that only says when it changed says so of its date", () => {
    const { published, modified } = read({ below: "<div>آخر تحديث: 19 أبريل 2024</div>" });
    expect(published).toEqual({ at: "2024-04-19", precision: "day", from: "modified" });
    expect(modified?.at).toBe("2024-04-19");
  });

  test.each(PUBLISHED_WORDS)("%s", (word) => {
    const { published } = read({ below: `<div>${word} 18.04.2024</div>` });
    expect(published).toMatchObject({ at: "2024-04-18", from: "label" });
  });

  test.each(CHANGED_WORDS)("%s", (word) => {
    const below = `<div>${word}: 18.04.2024</div>`;
    expect(read({ below }).modified?.at).toBe("2024-04-18");
  });
});

describe("authors", () => {
  test.each(AUTHOR_METAS)("%s", (name) => {
    const head = meta(name, "سامي الحلو") + meta("twitter:label1", "كتب بواسطة");
    expect(read({ head }).author).toBe("سامي الحلو");
  });

  test("several in linked data, also by reference", () => {
    const head = ld({
      "@graph": [
        {
          "@type": "NewsArticle",
          author: [{ "@id": "#a" }, { "@type": "Person", name: "ليلى منصور" }],
        },
        { "@type": "Person", "@id": "#a", name: "سامي الحلو" },
      ],
    });
    expect(read({ head }).author).toBe("سامي الحلو, ليلى منصور");
  });

  test("the outlet is no author beside a person, and one only where the page declares it alone", () => {
    const site = meta("og:site_name", "مرصد الواحة");
    const head = `${site}${meta("author", "مرصد الواحة")}`;
    expect(read({ head, below: "<div class='byline'>كتب: سامي الحلو</div>" }).author).toBe(
      "سامي الحلو",
    );
    expect(read({ head }).author).toBe("مرصد الواحة");
    expect(read({ head: site }).author).toBeNull();
  });

  test("addresses and pictures are no names", () => {
    const head = meta("article:author", "https://www.facebook.com/marsad");
    expect(read({ head }).author).toBeNull();
  });

  test.each([
    ["<a rel='author' href='/a'>سامي الحلو</a>", "سامي الحلو"],
    ["<span itemprop='author'>سامي الحلو</span>", "سامي الحلو"],
    ["<div class='author-name'>سامي الحلو | 18 أبريل 2024</div>", "سامي الحلو"],
    ["<div>كتب: سامي الحلو - 18 أبريل 2024</div>", "سامي الحلو"],
    ["<p>By Nora Hall, Ph.D. | Published 18 April 2024</p>", "Nora Hall, Ph.D."],
    ["<div class='byline'>by<span>Nora Hall</span></div>", "Nora Hall"],
  ])("%s", (below, author) => {
    expect(read({ below }).author).toBe(author);
  });

  test.each(BYLINE_OPENERS)("%s", (opener) => {
    expect(read({ below: `<p>${opener}: Nora Hall</p>` }).author).toBe("Nora Hall");
  });

  test.each(NO_AUTHORS)("%s is no one", (name) => {
    expect(read({ head: meta("author", name) }).author).toBeNull();
  });

  test.each(AFTER_NAME)("%s", (words) => {
    expect(read({ head: meta("author", `Nora Hall ${words} one two`) }).author).toBe("Nora Hall");
  });
});

describe("linked data in a state of disrepair", () => {
  const published = (source: string) => read({ head: ld(source) }).published?.at;
  test.each([
    [
      "a raw line break in a text",
      '{"@type":"NewsArticle","headline":"سطر\nثان","datePublished":"2024-04-17"}',
    ],
    ["a comma too many", '{"@type":"NewsArticle","datePublished":"2024-04-17",}'],
    ["a semicolon at the end", '{"@type":"NewsArticle","datePublished":"2024-04-17"};'],
    [
      "references for quotation marks",
      "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;datePublished&quot;:&quot;2024-04-17&quot;}",
    ],
    [
      "two objects in a row",
      '{"@type":"WebSite"}{"@type":"NewsArticle","datePublished":"2024-04-17"}',
    ],
    ["a comment around it", '<!-- {"@type":"NewsArticle","datePublished":"2024-04-17"} -->'],
    [
      "an escape that is none",
      '{"@type":"NewsArticle","headline":"a\\x","datePublished":"2024-04-17"}',
    ],
    ["cut off", '{"@type":"NewsArticle","datePublished":"2024-04-17","headline":"مقط'],
    ["types in a list", '[{"@type":["NewsArticle","Thing"],"datePublished":"2024-04-17"}]'],
  ])("%s", (_what, source) => {
    expect(published(source)).toBe("2024-04-17");
  });

  test("of several articles the one with the page's headline is meant, and listed ones are none", () => {
    const head = ld([
      {
        "@type": "ItemList",
        itemListElement: [{ "@type": "NewsArticle", datePublished: "2020-01-01" }],
      },
      { "@type": "NewsArticle", headline: "خبر آخر عن الطقس", datePublished: "2021-01-01" },
      {
        "@type": "NewsArticle",
        headline: "تجديد الميناء القديم يبدأ الأسبوع المقبل",
        datePublished: "2024-04-17",
      },
    ]);
    expect(read({ head }).published?.at).toBe("2024-04-17");
  });
});

describe("outlet, credit, tags, language, address, picture", () => {
  test.each(OUTLET_METAS.slice(0, 3))("%s", (name) => {
    expect(read({ head: meta(name, "صحيفة الضفة") }).outlet).toBe("صحيفة الضفة");
  });

  test.each(OUTLET_NOUNS)(
    "a page's title that begins with «%s …» begins with the outlet",
    (noun) => {
      const page = scanHtml(`<title>${noun} الواحة - تجديد الميناء القديم</title><p>${BODY}</p>`);
      const told = readMetadata({ page, url: null, fetchedAt: null, body: { start: 0, end: 0 } });
      expect([told.outlet, told.title]).toEqual([`${noun} الواحة`, "تجديد الميناء القديم"]);
    },
  );

  test.each([
    ["قناة السويس تعلن عبور سفن الحاويات - مرصد", "مرصد"],
    ["وكالة السدرة - وكالة الأنباء", "وكالة الأنباء"],
  ])("a headline that begins as an outlet's name does is none: %s", (title, outlet) => {
    const page = scanHtml(`<title>${title}</title><p>${BODY}</p>`);
    const told = readMetadata({ page, url: null, fetchedAt: null, body: { start: 0, end: 0 } });
    expect(told.outlet).toBe(outlet);
  });

  test("the outlet is read from the end of the page's title where nothing else names it", () => {
    expect(read({}).outlet).toBe("مرصد الواحة");
  });

  test.each(SOURCE_METAS)("%s", (name) => {
    expect(read({ head: meta(name, "وكالة السهل") }).source).toBe("وكالة السهل");
  });

  test("a labelled credit below the body", () => {
    expect(read({ after: "<p>المصدر: وكالة السهل</p>" }).source).toBe("وكالة السهل");
  });

  test.each(KEYWORD_METAS)("%s", (name) => {
    expect(read({ head: meta(name, "ميناء، بلدية الواحة، ميناء") }).keywords).toEqual([
      "ميناء",
      "بلدية الواحة",
    ]);
  });

  test("tags that nothing separates are told by the words of the article", () => {
    const after = "<p>كلمات دلالية: بلدية الواحة الميناء القديم</p>";
    expect(read({ after }).keywords.length).toBeGreaterThan(0);
  });

  test("tag links", () => {
    const after = "<a rel='tag' href='/t/1'>ميناء</a><a rel='tag' href='/t/2'>الواحة</a>";
    expect(read({ after }).keywords).toEqual(["ميناء", "الواحة"]);
  });

  test("letters overrule the language a template declares", () => {
    expect(read({ lang: "en-US" }).language).toBe("ar");
    expect(read({ lang: "ar-EG" }).language).toBe("ar");
  });

  test("the canonical address is absolute, of the same site and not the front page", () => {
    const link = (href: string) => `<link rel="canonical" href="${href}">`;
    expect(read({ head: link("/news/1") }).url).toBe("https://www.marsad-example.net/news/1");
    expect(read({ head: link("https://elsewhere.org/x") }).url).toBe(URL_OF_PAGE);
    expect(read({ head: link("/") }).url).toBe(URL_OF_PAGE);
    expect(read({ head: link("javascript:void(0)") }).url).toBe(URL_OF_PAGE);
  });

  test.each(IMAGE_METAS)("%s", (name) => {
    expect(read({ head: meta(name, "/i.jpg") }).image).toBe("https://www.marsad-example.net/i.jpg");
  });
});

test("any head and any markup are read without throwing", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.json(), (head, below, json) => {
      const found = read({ head: head + ld(json), below });
      expect(found.choices.every(({ value }) => typeof value === "string")).toBe(true);
    }),
  );
});
