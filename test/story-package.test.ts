import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { analyze } from "../src/analysis/index.ts";
import {
  createWarcWriter,
  type ReportLine,
  readKept,
  readOriginal,
  type StoryLine,
  toExportRow,
  type WarcWriter,
} from "../src/archive/index.ts";
import { type Article, NEW_PAGE, type Original } from "../src/model/index.ts";
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

const keptIn = (store: Store) => (place: Original) => readKept(folderOf(store), place);

const folderOf = (store: Store): string => join(store.location, "warc");

function openOriginals(store: Store, now: string): WarcWriter {
  const writer = createWarcWriter({
    folder: folderOf(store),
    writer: `t${now.slice(0, 10)}`,
    software: "t",
    now: () => new Date(now),
  });
  onTestFinished(() => writer.close());
  return writer;
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
      adoptOriginal: openOriginals(store, now).adopt,
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
  for await (const line of exportStory(store, story, keptIn(store))) lines.push(line);
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

const ADDRESS = "https://rabiya.example/1";
const FEED = "https://sahil.example/feed";
const PAGE_BYTES = "<html><body><p>اندلع حريق في سوق الأقمشة</p></body></html>";

const EARLIER_BYTES = PAGE_BYTES.replace("حريق", "حريق صغير");

/** The same store, which fetched a page that its outlet deleted, and a feed that gave two reports whole. */
async function openFetched(): Promise<Store> {
  const store = await openChanged();
  const writer = openOriginals(store, "2026-02-28T00:00:00Z");
  const keep = (url: string, body: string) =>
    writer.keep({
      url,
      status: 200,
      rawHeaders: ["Content-Type", "text/html; charset=utf-8"],
      raw: Buffer.from(body),
      fetchedAt: "2026-03-01T06:11:12.000Z",
    });
  const page = { ...NEW_PAGE, source: FEED, fetchedAt: "2026-03-01T06:11:12Z" };
  const lead = {
    ...page,
    id: ADDRESS,
    url: ADDRESS,
    outlet: "صحيفة الرابية",
    hint: { ...NEW_PAGE.hint, title: "حريق في جعابة" },
    state: "gone",
    articles: ["first"],
    earlier: [
      { original: await keep(ADDRESS, EARLIER_BYTES), fetchedAt: "2026-03-01T05:30:00.000Z" },
    ],
    original: await keep(ADDRESS, PAGE_BYTES),
    goneAt: "2026-03-04T01:02:03.000Z",
  } as const;
  const feed = await keep(FEED, "<rss/>");
  const given = (id: string) =>
    ({
      ...page,
      id: `${FEED}#${id}`,
      url: FEED,
      state: "done",
      articles: [id],
      original: feed,
    }) as const;
  for (const one of [lead, given("copy"), given("own")]) {
    await store.collection.adoptPage(one, new URL(one.url).host);
  }
  return store;
}

test("a package has its pages as they were received and when one was deleted, and gives them back", async () => {
  const one = await openFetched();
  const lines = await packageOf(one);
  const pages = lines.flatMap((line) => (line.tawatur === "report" ? [line.page] : []));
  // The feed stands in it once.
  expect(pages.map((page) => page?.original?.warc === null)).toEqual([false, false, true]);

  const two = await openStore();
  const { report, faults } = await importLines(two, lines, "2027-01-01T00:00:00Z");
  expect({ report, faults }).toMatchObject({ report: { read: 3, new: 3 }, faults: [] });
  expect(JSON.stringify(await packageOf(two))).toBe(JSON.stringify(lines));
  const page = await two.collection.pageOf("first");
  expect(page).toMatchObject({
    state: "gone",
    goneAt: "2026-03-04T01:02:03.000Z",
    outlet: "صحيفة الرابية",
    hint: { title: "حريق في جعابة" },
  });
  const original = page?.original ?? null;
  const record = original && (await readOriginal(folderOf(two), original));
  expect(record?.url).toBe(ADDRESS);
  expect(Buffer.from(record?.block ?? []).toString()).toContain(PAGE_BYTES);
  const [earlier] = page?.earlier ?? [];
  expect(earlier?.fetchedAt).toBe("2026-03-01T05:30:00.000Z");
  const before = earlier && (await readOriginal(folderOf(two), earlier.original));
  expect(Buffer.from(before?.block ?? []).toString()).toContain(EARLIER_BYTES);
  const [copy, own] = await Promise.all(["copy", "own"].map((id) => two.collection.pageOf(id)));
  expect(copy?.original).toEqual(own?.original);
  // No source of this store leads to them.
  expect(await two.collection.nextDue()).toBeNull();

  await importLines(two, lines, "2027-01-02T00:00:00Z");
  expect(await two.collection.pageOf("first")).toEqual(page);
});

test("what a store knows of a page itself stays", async () => {
  const lines = await packageOf(await openFetched());
  const store = await openStore();
  const own = { ...NEW_PAGE, id: ADDRESS, url: ADDRESS, articles: ["first"] };
  await store.collection.adoptPage(own, "rabiya.example");
  await importLines(store, lines, "2027-01-01T00:00:00Z");
  expect(await store.collection.pageOf("first")).toEqual(own);
});

test.each<[string, (warc: string) => string]>([
  ["cut", (warc) => warc.slice(0, 100)],
  ["no base 64", () => "؟؟"],
  ["another record", (warc) => warc.replace(/^.{40}/u, "")],
  [
    "two records",
    (warc) =>
      Buffer.from(
        [warc, warc].map((one) => Buffer.from(one, "base64")).flatMap((one) => [...one]),
      ).toString("base64"),
  ],
])("an original that is %s is named, and its report kept without it", async (_case, damage) => {
  const lines = await packageOf(await openFetched());
  const damaged = lines.map((line) =>
    line.tawatur === "report" && line.page?.original?.warc
      ? {
          ...line,
          page: {
            ...line.page,
            original: { ...line.page.original, warc: damage(line.page.original.warc) },
          },
        }
      : line,
  );
  const store = await openStore();
  const { report, faults } = await importLines(store, damaged, "2027-01-01T00:00:00Z");
  expect(report).toMatchObject({ read: 3, new: 3 });
  expect(faults.join()).toContain(`${ADDRESS}: its original is not the WARC record`);
  expect(await store.collection.pageOf("first")).toMatchObject({
    original: null,
    goneAt: "2026-03-04T01:02:03.000Z",
  });
});

test("packages of earlier versions have no earlier originals and are read", async () => {
  const lines = (await packageOf(await openFetched())).map((line) => {
    if (line.tawatur !== "report" || line.page === null) return line;
    const { earlier: _, ...page } = line.page;
    return { ...line, page };
  });
  const store = await openStore();
  await importLines(store, lines, "2027-01-01T00:00:00Z");
  const page = await store.collection.pageOf("first");
  expect(page?.original).not.toBeNull();
  expect(page).not.toHaveProperty("earlier");
});

test("packages of earlier versions have no pages and are read", async () => {
  const lines = (await packageOf(await openFetched())).map((line) => {
    const { page: _, ...old } = line.tawatur === "report" ? line : { ...line, page: null };
    return old;
  });
  const store = await openStore();
  const { report } = await importLines(store, lines, "2027-01-01T00:00:00Z");
  expect(report).toMatchObject({ read: 3, new: 3, refused: {} });
  expect(await store.collection.pageOf("first")).toBeNull();
});
