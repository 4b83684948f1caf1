import { expect, test } from "vitest";
import { toTelling } from "../../../test/tellings.ts";
import { toTimeline } from "./timeline.ts";

const OPENED = "2026-03-02T09:00:00Z";
const shown = (...tellings: Parameters<typeof toTimeline>[1]) =>
  toTimeline(OPENED, tellings).map(({ from, kind, accounts }) => [from, kind, accounts.join(" ")]);

test("what two accounts tell of one day is one happening with both", () => {
  expect(
    shown(
      toTelling({ id: "a", text: "انهار جسر الرملاء القديم يوم الأحد بعد أمطار غزيرة." }),
      toTelling({ id: "b", text: "يوم الأحد انهار الجسر القديم في الرملاء." }),
    ),
  ).toEqual([["2026-03-01", "happening", "a b"]]);
});

test("two happenings of one day stay two", () => {
  expect(
    shown(
      toTelling({ id: "a", text: "انهار جسر الرملاء القديم يوم الأحد." }),
      toTelling({ id: "b", text: "فاز فريق السواعد بالكأس يوم الأحد." }),
    ).map(([from]) => from),
  ).toEqual(["2026-03-01", "2026-03-01"]);
});

test("what lies long before the story is its background, what is to come is expected", () => {
  expect(
    shown(
      toTelling({
        id: "a",
        text: "افتتح الجسر في سبتمبر 2023. وانهار يوم الأحد. ويجتمع المجلس البلدي غداً لبحث الحادث.",
      }),
    ),
  ).toEqual([
    ["2023-09-01", "background", "a"],
    ["2026-03-01", "happening", "a"],
    ["2026-03-03", "expected", "a"],
  ]);
});

test("«now» dates nothing", () => {
  const text = "لم تحدد البلدية حتى الآن سبب الانهيار. ويعمل الخبراء حالياً في الموقع.";
  expect(shown(toTelling({ id: "a", text }))).toEqual([]);
});

test("what comes again and again, and the running year, date nothing", () => {
  expect(
    shown(
      toTelling({ id: "a", text: "يعبر الجسر كل يوم آلاف السكان. وتحقق البلدية هذا العام فائضاً." }),
    ),
  ).toEqual([]);
});

test("a report that says nothing of time and a story without a time give no timeline", () => {
  expect(toTimeline(null, [toTelling({ id: "a", at: null, text: "انهار الجسر." })])).toEqual([]);
});
