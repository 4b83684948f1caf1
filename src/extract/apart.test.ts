import { expect, test } from "vitest";
import { extractPage } from "./extract-page.ts";

const paragraph = (at: number): string =>
  `<p>أعلنت لجنة المهرجان في بيانها ${at} أن العروض ستقام في الساحة الكبرى، وأن الدخول مجاني للجميع طوال الأسبوع، بحسب ما قال رئيسها للصحافيين.</p>`;

const PAGE = `<html><head><title>عروض المهرجان في الساحة</title></head><body><nav><a href="/">الرئيسية</a> <a href="/arts">فنون</a></nav>
<article><h1>عروض المهرجان في الساحة</h1><figure><img src="a.jpg"><figcaption>الساحة الكبرى قبل العرض الأول (أرشيف)</figcaption></figure>
${paragraph(1)}${paragraph(2)}<p><a href="/2024/old?x=1&amp;y=2">اقرأ أيضاً: مهرجان العام الماضي يختتم عروضه</a></p>
<div class="related-posts"><a href="https://other.example/b">فرقة المدينة تعود إلى المسرح</a></div>${paragraph(3)}${paragraph(4)}</article>
<footer><a href="/about">من نحن</a></footer></body></html>`;

const read = (explain: boolean) => {
  const found = extractPage({ html: PAGE, url: "https://site.example/2024/new", explain });
  if (!found.ok) throw new Error(found.reason);
  return { ...found, first: found.articles[0] };
};

test("captions are kept apart from the text", () => {
  const { first } = read(false);
  expect(first?.captions).toEqual(["الساحة الكبرى قبل العرض الأول (أرشيف)"]);
  expect(first?.text).not.toContain("أرشيف");
});

test("links taken off between the paragraphs are kept with their addresses", () => {
  const { first } = read(false);
  expect(first?.links).toEqual([
    {
      text: "اقرأ أيضاً: مهرجان العام الماضي يختتم عروضه",
      url: "https://site.example/2024/old?x=1&y=2",
    },
    { text: "فرقة المدينة تعود إلى المسرح", url: "https://other.example/b" },
  ]);
  expect(first?.text).not.toContain("فرقة المدينة");
});

test("explaining tells where the links of all that was removed lead", () => {
  const { removed } = read(true);
  const all = removed.flatMap(({ links = [] }) => links.map(({ url }) => url));
  expect(all).toContain("https://site.example/arts");
  expect(all).toContain("https://site.example/about");
  expect(read(false).removed.every(({ links }) => links === undefined)).toBe(true);
});

test("an article without a page has neither", () => {
  const found = extractPage({
    text: "عنوان الخبر\nأعلنت اللجنة أن العروض ستقام في الساحة الكبرى طوال الأسبوع المقبل.",
  });
  expect(found.ok && found.articles[0]?.captions).toEqual([]);
  expect(found.ok && found.articles[0]?.links).toEqual([]);
});
