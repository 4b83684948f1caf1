import { expect, test } from "vitest";
import { judgeBlocks } from "../body/find-body.ts";
import type { HtmlPage } from "../html/page.ts";
import { scanHtml } from "../html/scan.ts";
import {
  applyTemplate,
  learnTemplate,
  NO_TEMPLATE,
  type OutletTemplate,
} from "./outlet-template.ts";

const NOTICE =
  "تأسست صحيفتنا قبل أربعين عاماً على يد نخبة من أبناء المدينة، وهي تصدر كل صباح عدا الجمعة، وتلتزم بنقل الخبر كما هو من دون زيادة أو نقصان.";

const body = (at: number, parts: readonly number[] = [1, 2, 3]): string =>
  parts
    .map(
      (part) =>
        `<p>أعلنت لجنة المهرجان رقم ${at} في بيانها ${part} أن العروض ستقام في الساحة الكبرى، وأن الدخول مجاني للجميع طوال الأسبوع، بحسب ما قال رئيسها.</p>`,
    )
    .join("");

const design = (at: number, className = "txt"): HtmlPage =>
  scanHtml(
    `<html><head><title>خبر ${at}</title></head><body><div class="${className}"><h1>خبر ${at}</h1>${body(at)}<p>${NOTICE}</p></div></body></html>`,
  );

function learnFrom(
  pages: readonly HtmlPage[],
  start: OutletTemplate = NO_TEMPLATE,
): OutletTemplate {
  return pages.reduce((known, page) => learnTemplate(known, page, judgeBlocks(page)), start);
}

function keptTexts(template: OutletTemplate, page: HtmlPage): string[] {
  const judged = applyTemplate(template, page, judgeBlocks(page));
  return page.blocks
    .filter((_block, at) => judged[at]?.kept)
    .map(({ start, end }) => page.text.slice(start, end));
}

test("a paragraph that stands on the outlet's other pages is furniture, and the reason says so", () => {
  const template = learnFrom([1, 2, 3, 4].map((at) => design(at)));
  const page = design(9);
  expect(keptTexts(NO_TEMPLATE, page)).toContain(NOTICE);
  expect(keptTexts(template, page)).not.toContain(NOTICE);
  expect(keptTexts(template, page)).toHaveLength(3);
  const reasons = applyTemplate(template, page, judgeBlocks(page)).map(({ reason }) => reason);
  expect(reasons).toContain("recurs on the outlet's pages");
});

test("one page teaches nothing yet", () => {
  const page = design(9);
  expect(keptTexts(learnFrom([design(1)]), page)).toEqual(keptTexts(NO_TEMPLATE, page));
});

test("a redesigned page keeps its body, and what recurs on it is learned anew", () => {
  const old = learnFrom(Array.from({ length: 30 }, (_, at) => design(at)));
  const fresh = design(99, "new-story");
  expect(keptTexts(old, fresh).filter((text) => text !== NOTICE)).toHaveLength(3);
  const later = learnFrom(
    Array.from({ length: 8 }, (_, at) => design(200 + at, "new-story")),
    old,
  );
  expect(keptTexts(later, design(300, "new-story"))).toHaveLength(3);
});

test("the state is plain data and stays small", () => {
  const template = learnFrom(
    Array.from({ length: 60 }, (_, at) =>
      scanHtml(
        Array.from(
          { length: 50 },
          (_x, line) => `<p class="c${line}">سطر ${at} ${line} من نص طويل</p>`,
        ).join(""),
      ),
    ),
  );
  expect(JSON.parse(JSON.stringify(template))).toEqual(template);
  expect(JSON.stringify(template).length).toBeLessThan(60_000);
});

const lead = (at: number): string =>
  `أعلنت لجنة المهرجان رقم ${at} في بيانها 1 أن العروض ستقام في الساحة الكبرى، وأن الدخول مجاني للجميع طوال الأسبوع، بحسب ما قال رئيسها.`;

/** A page with the leads of the three articles after its own, as paragraphs like its own. */
const withTeasers = (at: number): HtmlPage =>
  scanHtml(
    `<html><head><title>خبر ${at}</title></head><body><div class="txt"><h1>خبر ${at}</h1>${body(at, [1, 2, 3, 4, 5])}</div><div class="more">${[
      1, 2, 3,
    ]
      .map((step) => `<p>${lead(at + step)}</p>`)
      .join("")}</div></body></html>`,
  );

test("a place whose texts come and go over the outlet's pages is one of teasers", () => {
  const template = learnFrom(Array.from({ length: 12 }, (_, at) => withTeasers(at)));
  const page = withTeasers(20);
  expect(keptTexts(NO_TEMPLATE, page)).toContain(lead(21));
  expect(keptTexts(template, page)).not.toContain(lead(21));
  expect(keptTexts(template, page)).toContain(lead(20));
});

test("a page got again and again does not make its body's place one of teasers", () => {
  const template = learnFrom(Array.from({ length: 12 }, () => design(1)));
  expect(keptTexts(template, design(5))).toContain(lead(5));
});

test("a template kept by an earlier version, without what stood before, is read on", () => {
  const learned = learnFrom([1, 2, 3, 4].map((at) => design(at)));
  const kept: OutletTemplate = {
    ...learned,
    paths: Object.fromEntries(
      Object.entries(learned.paths).map(([path, [own, rest]]) => [path, [own, rest]]),
    ),
  };
  expect(keptTexts(kept, design(9))).toHaveLength(3);
  expect(keptTexts(learnFrom([design(6)], kept), design(9))).toHaveLength(3);
});
