import { expect, test } from "vitest";
import { extractPage } from "./extract-page.ts";
import { refuseSource } from "./refuse.ts";
import { PAGE_SIGNS } from "./tables/page-signs.ts";

const SHORT = "<p>هذا ما يظهر من الصفحة قبل أن تُفتح، وهو سطر لا يزيد على ذلك كثيراً في العادة.</p>";
const LONG = `<p>${"افتتحت بلدية الواحة الجسر الجديد صباح الأحد، وحضر الافتتاح جمع من الأهالي. ".repeat(12)}</p>`;

const toHtml = (title: string, body: string): string =>
  `<html><head><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`;

const rows = PAGE_SIGNS.map(({ reason, where, words }) => [reason, where, words] as const);

test.each(rows)("%s by its %s: %s", (reason, where, words) => {
  const html =
    where === "title" ? toHtml(words, SHORT) : toHtml("الجسر الجديد", `${SHORT}<p>${words}</p>`);
  expect(extractPage({ html })).toMatchObject({ ok: false, reason });
});

test.each(rows)("an article is none, whatever its %s %s says of %s", (_reason, where, words) => {
  const html =
    where === "title" ? toHtml(words, LONG) : toHtml("الجسر الجديد", `${LONG}<p>${words}</p>`);
  expect(extractPage({ html }).ok).toBe(true);
});

test.each([
  ["nothing", "", "empty"],
  ["white space", " \n\t\u00A0 ".repeat(9000), "empty"],
  ["control characters", "\u0000\u0001\u0002\u007F".repeat(100), "not-text"],
  ["a text with tabs and form feeds", "\tالجسر\f\r\n".repeat(100), null],
  ["a single control in a long text", `\u0001${"الجسر الجديد ".repeat(100)}`, null],
])("%s", (_what, source, reason) => {
  expect(refuseSource(source)).toBe(reason);
});
