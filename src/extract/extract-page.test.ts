import fc from "fast-check";
import { expect, test } from "vitest";
import { extractPage } from "./extract-page.ts";

const LEAD =
  "أعلنت بلدية مرسى الورد، الثلاثاء، افتتاح الجسر الجديد الذي يربط ضفتي النهر بعد أعمال استمرت ثلاث سنوات، وقالت إن الحركة عليه ستكون مجانية حتى نهاية العام.";
const SECOND =
  "وقال رئيس البلدية سامر الخضري إن الجسر سيخفف الازدحام عن وسط المدينة، مضيفاً أن الأعمال كلفت أربعين مليون دينار، وأن فريقاً من المهندسين المحليين أشرف على التنفيذ.";
const THIRD =
  "وكانت الأعمال قد توقفت مرتين بسبب الفيضانات، ثم استؤنفت في الخريف الماضي بعدما أقرت الحكومة ميزانية إضافية، وفق ما جاء في بيان وزعته البلدية على الصحفيين.";
const BODY = [LEAD, SECOND, THIRD].join("\n");
const OTHER =
  "فاز فريق النخيل على ضيفه الساحل بثلاثة أهداف لهدف في المباراة التي أقيمت مساء الأحد على الملعب الكبير، ليرفع رصيده إلى أربعين نقطة ويتقدم إلى المركز الثاني في الترتيب العام.";

function page(body: string, head = ""): string {
  return `<!doctype html><html lang="ar" dir="rtl"><head><title>افتتاح الجسر الجديد في مرسى الورد - صحيفة الضفة</title>${head}</head><body>
<header><nav class="main-menu"><ul><li><a href="/">الرئيسية</a></li><li><a href="/p">سياسة</a></li><li><a href="/s">رياضة</a></li></ul></nav></header>
<main>${body}</main>
<footer class="site-footer"><p>جميع الحقوق محفوظة لصحيفة الضفة</p></footer></body></html>`;
}

const article = (inner: string): string =>
  `<article class="post"><h1 class="entry-title">افتتاح الجسر الجديد في مرسى الورد</h1><div class="entry-content">${inner}</div></article>`;
const paragraphs = (...lines: readonly string[]): string =>
  lines.map((line) => `<p>${line}</p>`).join("\n");
const WHOLE = paragraphs(LEAD, SECOND, THIRD);

function texts(html: string): string[] {
  const found = extractPage({ html });
  if (!found.ok) throw new Error(found.reason);
  return found.articles.map(({ text }) => text);
}

test.each([
  ["paragraphs", WHOLE],
  ["lines ended by br", [LEAD, SECOND, THIRD].join("<br><br>")],
  ["text before the first br", `${LEAD}<br/>${SECOND}<br/>${THIRD}`],
  ["a share bar", `<div class="share-buttons"><span>شارك الخبر على فيسبوك</span></div>${WHOLE}`],
  [
    "a read-also card",
    `${paragraphs(LEAD, SECOND)}<div class="read-also"><span>اقرأ أيضا</span><a href="/x">إغلاق طريق الميناء القديم ليلتين</a></div><p>${THIRD}</p>`,
  ],
  [
    "a read-also line",
    paragraphs(LEAD, "اقرأ أيضا: إغلاق طريق الميناء القديم ليلتين", SECOND, THIRD),
  ],
  ["a label glued to the lead", paragraphs(`أخبار ذات صلة${LEAD}`, SECOND, THIRD)],
  ["a channel promotion", paragraphs(LEAD, SECOND, THIRD, "انضم إلى قناتنا على واتساب")],
  ["shortcodes", paragraphs("[ad_1]", LEAD, SECOND, THIRD, "[ad_2]")],
  ["a paragraph printed twice", paragraphs(LEAD, SECOND, LEAD, THIRD)],
])("the body is the article's paragraphs: %s", (_what, inner) => {
  expect(texts(page(article(inner)))).toEqual([BODY]);
});

test("articles that the page appends are records of their own, with nothing of the first", () => {
  const found = extractPage({
    html: page(
      `${article(WHOLE)}${article(paragraphs(OTHER, OTHER.replace("الأحد", "السبت"))).replace("افتتاح الجسر الجديد في مرسى الورد", "النخيل ثانياً")}`,
      `<meta property="article:published_time" content="2026-03-03T08:00:00+02:00"><meta name="author" content="ليلى الصافي">`,
    ),
  });
  if (!found.ok) throw new Error(found.reason);
  expect(found.articles.map(({ text }) => text.split("\n").length)).toEqual([3, 2]);
  expect(found.articles[1]).toMatchObject({
    lead: false,
    published: null,
    author: null,
    source: null,
    keywords: [],
  });
});

test("an article after a read-also label is a record of its own", () => {
  const found = extractPage({
    html: page(
      `<div class="content"><h1>افتتاح الجسر الجديد في مرسى الورد</h1>${WHOLE}<p>إقرأ أيضاً:</p><h3>النخيل يتقدم إلى المركز الثاني</h3>${paragraphs(OTHER, OTHER.replace("الأحد", "السبت"))}</div>`,
    ),
  });
  if (!found.ok) throw new Error(found.reason);
  expect(found.articles.map(({ lead }) => lead)).toEqual([true, false]);
  expect(found.articles[0]?.text).toBe(BODY);
  expect(found.articles[1]).toMatchObject({
    title: "النخيل يتقدم إلى المركز الثاني",
    published: null,
  });
});

test("chapters under a title of the page are one article, each with a first heading or not", () => {
  const chapter = `<section class="chapter"><h1>فصل</h1>${WHOLE}</section>`;
  const found = texts(
    page(`<header><h1>افتتاح الجسر الجديد في مرسى الورد</h1></header>${chapter}${chapter}`),
  );
  expect(found).toHaveLength(1);
});

test("every block left out is told with its reason", () => {
  const found = extractPage({ html: page(article(WHOLE)) });
  expect(found.removed.map(({ reason }) => reason)).toContain("navigation");
  for (const { step, reason, text } of found.removed) {
    expect([step, reason, text].every((told) => told !== "")).toBe(true);
  }
});

const LINKS = Array.from(
  { length: 40 },
  (_, at) => `<li><a href="/${at}">عنوان خبر من أخبار اليوم ${at}</a></li>`,
);

test.each([
  ["empty", "   "],
  ["not-text", `<p>${"\u0000\u0001".repeat(50)}نص</p>`],
  ["too-short", "<html><body><p>خبر عاجل</p></body></html>"],
  ["index-page", page(`<ul class="latest">${LINKS.join("")}</ul>`)],
  [
    "login-page",
    "<html><title>تسجيل الدخول</title><body><form><p>أدخل بريدك وكلمة السر</p><input type=password></form></body></html>",
  ],
  [
    "error-page",
    "<html><title>404 - الصفحة غير موجودة</title><body><h1>الصفحة غير موجودة</h1><p>عذراً، الصفحة التي تبحث عنها لم تعد هنا أو تغير عنوانها.</p></body></html>",
  ],
  ["paywall", page(article(paragraphs(LEAD, "هذا المحتوى للمشتركين فقط. اشترك لمتابعة القراءة.")))],
  [
    "video-page",
    page(
      "<h1>بالفيديو: لحظة افتتاح الجسر</h1><p>شاهد لحظة افتتاح الجسر الجديد في مرسى الورد.</p>",
      `<meta property="og:type" content="video.other">`,
    ),
  ],
])("a page is refused as %s", (reason, html) => {
  expect(extractPage({ html })).toMatchObject({ ok: false, reason });
});

test("what a terminal obeys is not in the text", () => {
  const text =
    texts(
      page(article(`<p>${LEAD}\u001B[31m&#27;[0m&#x9b;1m\u0000</p>${paragraphs(SECOND, THIRD)}`)),
    )[0] ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
  expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u);
});

test("markup of a script in the text is text", () => {
  const [text = ""] = texts(
    page(article(`${WHOLE}<p>${LEAD} &lt;script&gt;alert(1)&lt;/script&gt;</p>`)),
  );
  expect(text).toContain("<script>alert(1)</script>");
});

test("no page makes it throw", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), fc.uint8Array({ maxLength: 400 })),
      (source) => {
        extractPage(typeof source === "string" ? { html: source } : { bytes: source });
      },
    ),
  );
});

/** Processor time, so that a busy machine is no failure. */
function cpuMs(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

test.each([
  ["nested tags", (n: number) => `${"<div>".repeat(n)}${LEAD}`],
  ["unclosed everything", (n: number) => `<p>${LEAD}<b><a href=x><li><td>`.repeat(n / 20)],
  ["paragraphs", (n: number) => `<p>${LEAD}</p>`.repeat(n / 20)],
  ["articles", (n: number) => `<article><h1>${LEAD}</h1><p>${SECOND}</p></article>`.repeat(n / 20)],
  ["read-also labels", (n: number) => `<p>إقرأ أيضاً:</p><p>${LEAD}</p>`.repeat(n / 20)],
  ["joiners", (n: number) => `<p>${LEAD}ن${"\u200c".repeat(n)}ن</p>`],
  ["one attribute", (n: number) => `<p class="${"entry-content ".repeat(n)}">${LEAD}</p>`],
  [
    "linked data",
    (n: number) =>
      `<script type="application/ld+json">{"articleBody":"${"نص ".repeat(n)}"}</script><p>${LEAD}</p>`,
  ],
])("time grows with the page and no faster: %s", (_what, build) => {
  extractPage({ html: build(2000) });
  const [small, large] = [build(20_000), build(160_000)];
  const once = Math.max(
    cpuMs(() => extractPage({ html: small })),
    20,
  );
  expect(cpuMs(() => extractPage({ html: large }))).toBeLessThan(once * 8 * 4);
});

test("fifty megabytes are refused unread", () => {
  const bytes = new Uint8Array(50 * 1024 * 1024).fill(0x3c);
  expect(
    cpuMs(() => expect(extractPage({ bytes })).toMatchObject({ reason: "too-large" })),
  ).toBeLessThan(500);
});
