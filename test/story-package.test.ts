import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { analyze } from "../src/analysis/index.ts";
import type { ReportLine, StoryLine } from "../src/archive/index.ts";
import { toExportRow } from "../src/archive/index.ts";
import type { Article } from "../src/model/index.ts";
import { exportStory, importArticles, readInputs, stateCorrection } from "../src/pipeline/index.ts";
import { openSqliteStore, type Store } from "../src/store/index.ts";
import { temporaryFolder } from "./process.ts";
import { toArticle } from "./store-contract.ts";

const FIRE =
  "اندلع حريق كبير في سوق الأقمشة بمدينة جعابة فجر الأحد وأتى على أربعين متجرا قبل أن تسيطر عليه فرق الإطفاء";
const CAUSE =
  "وقال قائد الدفاع المدني سالم الغرواني إن تماسا كهربائيا تسبب في الحريق وإن أحدا لم يصب بأذى";
const OTHER =
  "وأعلنت بلدية جعابة أن تجار سوق الأقمشة المحترق سيعوضون وأن لجنة ستحصي خسائر حريق الأحد خلال أسبوع";

const toReport = (id: string, hour: number, more: Partial<Article>): Article =>
  toArticle(id, `2026-03-01T0${hour}:00:00Z`, { text: `${FIRE}.\n${CAUSE}.`, ...more });

const FIRST = toReport("first", 5, {
  outlet: "صحيفة الرابية",
  title: "حريق سوق الأقمشة في جعابة",
  // What no reading of a record would give back as it is: blanks, and a precision that the time does not show.
  author: " ",
  published: { at: "2026-03-01T05:00:00Z", precision: "day", from: "meta" },
  fetchedAt: "2026-03-01T06:11:12Z",
});
const COPY = toReport("copy", 6, {
  outlet: "بوابة الساحل",
  source: "صحيفة الرابية",
  keywords: ["حريق", "جعابة"],
});
const OWN = toReport("own", 8, {
  outlet: "إذاعة جعابة",
  title: "بلدية جعابة تعوض تجار سوق الأقمشة",
  text: `${OTHER}.\n${FIRE}.\n${CAUSE}.`,
});

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function openStore(): Promise<Store> {
  const store = await openSqliteStore(temporaryFolder());
  onTestFinished(() => store.close());
  return store;
}

async function importLines(store: Store, lines: readonly unknown[], now: string) {
  const file = join(temporaryFolder(), "lines.jsonl");
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const faults: string[] = [];
  const report = await importArticles(
    readInputs([file], nothing()),
    {
      store,
      analyzeAll: async (articles) => articles.map(analyze),
      now: () => new Date(now),
      onProgress: () => {},
      onWait: () => {},
    },
    (item) => faults.push(item.ok ? item.warnings.join() : item.detail),
    new AbortController().signal,
  );
  return { report, faults };
}

const rowsOf = (articles: readonly Article[]) => articles.map((one) => toExportRow(one, null));

/** A store in which two reports changed later. */
async function openChanged(): Promise<Store> {
  const store = await openStore();
  await importLines(store, rowsOf([FIRST, COPY, OWN]), "2026-03-01T09:00:00Z");
  const corrected = { ...FIRST, text: FIRST.text.replace("أربعين", "خمسين") };
  await importLines(store, rowsOf([corrected]), "2026-03-01T10:00:00Z");
  const again = { ...corrected, title: "حريق يلتهم سوق الأقمشة في جعابة" };
  await importLines(store, rowsOf([again, { ...COPY, author: "محرر" }]), "2026-03-02T10:00:00Z");
  await stateCorrection(store, "first", "copy", "different", new Date("2026-03-03T00:00:00Z"));
  return store;
}

async function packageOf(store: Store, id = "first"): Promise<(StoryLine | ReportLine)[]> {
  const story = (await store.catalog.storiesOf([id])).get(id) ?? "";
  const lines: (StoryLine | ReportLine)[] = [];
  for await (const line of exportStory(store.catalog, story)) lines.push(line);
  return lines;
}

test("a story's package read into an empty store is the same story, to the byte", async () => {
  const one = await openChanged();
  const lines = await packageOf(one);
  expect(lines[0]).toMatchObject({ corrections: [{ verdict: "different" }] });
  const earlier = lines.flatMap((line) =>
    line.tawatur === "report" ? [[line.id, line.earlier.length] as const] : [],
  );
  expect(Object.fromEntries(earlier)).toEqual({ first: 2, copy: 1, own: 0 });
  const two = await openStore();
  const { report, faults } = await importLines(two, lines, "2027-01-01T00:00:00Z");
  expect({ report, faults }).toMatchObject({ report: { read: 3, new: 3 }, faults: [] });
  expect(JSON.stringify(await packageOf(two))).toBe(JSON.stringify(lines));
  expect(await two.catalog.versions("first")).toEqual(await one.catalog.versions("first"));
  expect(await two.catalog.size()).toMatchObject({ toIndex: 0, toGroup: 0, toAnalyze: 0 });

  const again = await importLines(two, lines, "2027-01-02T00:00:00Z");
  expect(again.report).toMatchObject({ read: 3, new: 0, changed: 0, unchanged: 3 });
  expect(JSON.stringify(await packageOf(two))).toBe(JSON.stringify(lines));
});

test("decisions come back as they were made, not as they would be made anew", async () => {
  const lines = await packageOf(await openChanged());
  const told = lines.map((line) =>
    line.tawatur === "report" && line.id === "own"
      ? {
          ...line,
          placement: {
            ...line.placement,
            origin: { name: "بلدية جعابة", key: "k", inferred: true, evidence: "e" },
          },
        }
      : line,
  );
  const store = await openStore();
  await importLines(store, told, "2027-01-01T00:00:00Z");
  const [placement] = await store.catalog.placements(["own"]);
  expect(placement?.origin).toMatchObject({ name: "بلدية جعابة", inferred: true });
});

test("a cut package gives its reports, grouped as any others", async () => {
  const lines = await packageOf(await openChanged());
  const store = await openStore();
  const cut = lines.filter((line) => line.id !== "own");
  await importLines(store, cut, "2027-01-01T00:00:00Z");
  const story = await store.catalog.stories({ range: null, limit: 9, offset: 0 });
  expect(
    story.flatMap(({ accounts }) => accounts.flatMap(({ reports }) => reports)).sort(),
  ).toEqual(["copy", "first"]);
  expect((await store.catalog.size()).toGroup).toBe(0);
});

test("what the store saw later stays the latest", async () => {
  const lines = await packageOf(await openChanged());
  const store = await openStore();
  const later = { ...FIRST, text: `${FIRST.text}\nوأخمد الحريق تماما ظهر الأحد.` };
  await importLines(store, rowsOf([later]), "2026-03-05T00:00:00Z");
  await importLines(store, lines, "2027-01-01T00:00:00Z");
  expect((await store.catalog.article("first"))?.text).toBe(later.text);
  expect((await store.catalog.size()).toGroup).toBe(0);
});

test.each<[string, (lines: readonly object[]) => readonly object[], RegExp]>([
  ["a report without its story", (lines) => lines.slice(1, 2), /a report of no story/u],
  ["another format", ([story]) => [{ ...story, format: "tawatur-story-9" }], /story: format/u],
  [
    "a share beyond one",
    (lines) =>
      lines.slice(0, 2).map((line, at) =>
        at === 0
          ? line
          : {
              ...line,
              placement: {
                articleId: "first",
                story: "s",
                account: "a",
                copy: { of: "x", kind: "copy", share: 3, shareOfOther: 1, jaccard: 1 },
                origin: null,
                joined: null,
              },
            },
      ),
    /placement\.copy\.share/u,
  ],
  ["a line of neither kind", () => [{ tawatur: "saga" }], /saga/u],
])("%s is refused by name and number", async (_case, change, named) => {
  const lines = await packageOf(await openChanged());
  const store = await openStore();
  const { report, faults } = await importLines(store, change(lines), "2027-01-01T00:00:00Z");
  expect(report).toMatchObject({ read: 0, refused: { "bad-field": 1 } });
  expect(faults.join()).toMatch(named);
});
