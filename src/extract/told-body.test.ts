import { expect, test } from "vitest";
import { extractPage } from "./extract-page.ts";

const PARAGRAPHS = [
  "أعلنت بلدية مرسى الورد، الثلاثاء، افتتاح الجسر الجديد الذي يربط ضفتي النهر بعد أعمال استمرت ثلاث سنوات.",
  "وقال رئيس البلدية سامر الخضري إن الجسر سيخفف الازدحام عن وسط المدينة، وإن الأعمال كلفت أربعين مليون دينار.",
  "وكانت الأعمال قد توقفت مرتين بسبب الفيضانات، ثم استؤنفت بعدما أقرت الحكومة ميزانية إضافية.",
];
const TEXT = PARAGRAPHS.join("\n");
const MARKUP = PARAGRAPHS.map((line) => `<p>${line}</p>`).join("");
const escaped = (text: string) => text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function page(articleBody: string, shown = "", type = "NewsArticle"): string {
  const data = { "@type": type, headline: "افتتاح الجسر في مرسى الورد", articleBody };
  return `<!doctype html><html lang="ar"><head><title>افتتاح الجسر في مرسى الورد</title><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><div id="root">${shown}</div><noscript>فعّل جافاسكربت</noscript></body></html>`;
}
const textOf = (html: string) => {
  const found = extractPage({ html });
  return found.ok ? found.articles[0]?.text : found.reason;
};

test.each([
  ["lines", PARAGRAPHS.join("\n\n")],
  ["markup", MARKUP],
  ["escaped markup", escaped(MARKUP)],
])("a page that a script was to fill has the body of its linked data: %s", (_, body) => {
  expect(textOf(page(body))).toBe(TEXT);
});

test("it stands in for a line or two that are shown", () => {
  expect(textOf(page(MARKUP, "<p>افتتاح الجسر الجديد بعد أعمال استمرت ثلاث سنوات.</p>"))).toBe(
    TEXT,
  );
});

test("why the text is that one is told", () => {
  expect(extractPage({ html: page(MARKUP), explain: true }).choices).toContainEqual({
    field: "text",
    from: "json-ld",
    value: PARAGRAPHS[0],
  });
});

test("a page that shows its article is read as shown", () => {
  const shown = PARAGRAPHS.map((line) => `<p>${line} ${line.replace("وقال", "وأكد")}</p>`).join("");
  expect(textOf(page(`${TEXT} ${TEXT} ${TEXT} ${TEXT} ${TEXT}`, shown))).not.toContain(TEXT);
});

test("a few words are no article, told or shown", () => {
  expect(textOf(page("افتتح الجسر."))).toBe("too-short");
});

test("what a video is told to say is no article", () => {
  expect(textOf(page(MARKUP, "", "VideoObject"))).toBe("video-page");
});

test("of the bodies of a list none is the page's own", () => {
  const nodes = PARAGRAPHS.map((line, at) => ({
    "@type": "NewsArticle",
    headline: `خبر ${at}`,
    articleBody: line.repeat(5),
  }));
  const links = "<li><a href='/x'>خبر عن المدينة وجسرها</a></li>".repeat(40);
  const list = `<!doctype html><html lang="ar"><head><title>أخبار</title><script type="application/ld+json">${JSON.stringify(nodes)}</script></head><body><ul>${links}</ul></body></html>`;
  expect(textOf(list)).toBe("index-page");
});

test("a paywall stays one", () => {
  expect(textOf(page(MARKUP, "<p>هذا المحتوى للمشتركين فقط</p>"))).toBe("paywall");
});

const described = (type: string, description: string, shown = "") =>
  `<html><head><title>افتتاح الجسر</title><meta property="og:type" content="${type}"><meta property="og:description" content="${description}"></head><body><div id="root">${shown}</div></body></html>`;

test.each([
  [
    "an article's long description",
    described("article", PARAGRAPHS.join(" ")),
    PARAGRAPHS.join(" "),
  ],
  ["a teaser", described("article", PARAGRAPHS[0] ?? ""), "too-short"],
  ["the description of a site", described("website", PARAGRAPHS.join(" ")), "too-short"],
])("of a page that shows nothing: %s", (_, html, expected) => {
  expect(textOf(html)).toBe(expected);
});

test("what is shown goes before a description", () => {
  const shown = "افتتحت بلدية مرسى الورد صباح الثلاثاء الجسر الجديد بين ضفتي النهر.";
  expect(textOf(described("article", TEXT, `<p>${shown}</p>`))).not.toContain(TEXT);
});
