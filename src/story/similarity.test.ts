import { expect, test } from "vitest";
import type { AnalyzedArticle } from "../model/index.ts";
import { createRarity } from "./rarity.ts";
import { toReport } from "./report.ts";
import { createRoom } from "./room.ts";
import { compareHeads, compareWholes, mostInCommon, weighHead, weighWhole } from "./similarity.ts";

const HOUR = 3_600_000;
/** Articles of the window that share no word with the two. */
const OTHERS = 600;

function report(id: string, text: string, hour: number, precision: "minute" | "day" = "minute") {
  const at = new Date(Date.UTC(2026, 2, 2, hour)).toISOString();
  const article: AnalyzedArticle = {
    id,
    url: null,
    outlet: `منبر ${id}`,
    source: null,
    author: null,
    title: "خبر",
    text,
    summary: null,
    section: null,
    keywords: [],
    published: { at: precision === "minute" ? at : at.slice(0, 10), precision, from: "test" },
    fetchedAt: null,
    attribution: { analyzer: "test", language: "ar", dateline: null, credits: [] },
  };
  return toReport(article, hour * HOUR);
}

function compare(...[a, b]: [ReturnType<typeof report>, ReturnType<typeof report>]) {
  const [rarity, room] = [createRarity(), createRoom()];
  for (const each of [a, b]) rarity.add(each.profile.whole.numbers);
  for (let others = 0; others < OTHERS; others += 1) rarity.add(new Uint32Array());
  return {
    ...compareHeads(weighHead(a, rarity, room), weighHead(b, rarity, room)),
    ...compareWholes(weighWhole(a, rarity, room), weighWhole(b, rarity, room)),
    most: mostInCommon(rarity),
  };
}

test("rare terms count wherever they stand, the eight rarest of them", () => {
  const lead = "تحركت القافلة نحو السهل ".repeat(15);
  const names = "وصلها نديم الشواف ورامي الغصين وسليم البرقوقي ولينا الحاتم وزياد الكرمي";
  const far = compare(report("a", `${lead}. ${names}`, 9), report("b", `${names} أمس.`, 9));
  const none = compare(report("a", lead, 9), report("b", `${names} أمس.`, 9));
  const rarest = Math.log((OTHERS + 3) / 2.5);
  // Both have their one-word title in common, and nothing else.
  expect(none.rareAnywhere).toBeCloseTo(rarest, 5);
  expect(far.rareAnywhere).toBeCloseTo(rarest * 8, 5);
});

test("nearness is of times that are known to the minute, and of no others", () => {
  expect(compare(report("a", "نص", 9), report("b", "نص", 9)).near).toBe(1);
  expect(compare(report("a", "نص", 9), report("b", "نص", 12)).near).toBeCloseTo(1 / Math.E, 5);
  expect(compare(report("a", "نص", 9), report("b", "نص", 9, "day")).near).toBe(0);
});

test("no two reports have more in common than is possible", () => {
  const words = "نديم الشواف ورامي الغصين وسليم البرقوقي ولينا الحاتم وزياد الكرمي";
  const { whole, rareAnywhere, most } = compare(report("a", words, 9), report("b", words, 9));
  expect(whole).toBeCloseTo(most.whole, 10);
  expect(rareAnywhere).toBeCloseTo(most.rareAnywhere, 10);
});
