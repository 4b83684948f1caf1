import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "../src/cli/main.ts";
import type { Story, Verdict } from "../src/model/index.ts";
import { groupPending, stateCorrection, undoCorrection } from "../src/pipeline/index.ts";
import { openSqliteStore, type Store } from "../src/store/index.ts";
import { createWeb } from "../src/web/index.ts";
import { toArticle, toRow } from "./store-contract.ts";

const NOW = new Date("2026-03-05T00:00:00Z");
/** One storm by two outlets in words of their own, and a copy of the first. */
const FIRST =
  "أغلقت عاصفة الهدير مرفأ السنديان صباح الاثنين بعد أن بلغت سرعة الرياح تسعين كيلومتراً، وقال مدير المرفأ نديم الشواف إن السفن لن تدخل قبل الأربعاء وإن الرافعات أُوقفت كلها.";
const SECOND =
  "قال نديم الشواف مدير مرفأ السنديان إن عاصفة الهدير أوقفت الرافعات، وإن المرفأ مغلق والسفن تنتظر في عرض البحر حتى الأربعاء، بعد رياح بلغت تسعين كيلومتراً صباح الاثنين.";
const TITLE = "عاصفة الهدير تغلق مرفأ السنديان";

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tawatur-correct-"));
  store = await openSqliteStore(folder);
  await save("a", FIRST, 9);
  await save("copy", FIRST, 10);
  await save("b", SECOND, 11);
  await group();
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function save(id: string, text: string, hour: number, title = TITLE) {
  const at = `2026-03-02T${String(hour).padStart(2, "0")}:00:00Z`;
  const article = toArticle(id, at, { outlet: `منبر ${id}`, title, text });
  await store.catalog.saveArticles([toRow(article)], NOW.toISOString());
}

async function group() {
  const world = {
    store,
    analyzeAll: async () => [],
    now: () => NOW,
    onProgress: () => {},
    onWait: () => {},
  };
  await groupPending(world, new AbortController().signal);
}

async function theStory(): Promise<Story> {
  const [story, ...others] = await store.catalog.stories({ range: null, limit: 9, offset: 0 });
  if (story === undefined || others.length > 0) throw new Error("the sample is one story");
  return story;
}

const state = (one: string, other: string, verdict: Verdict) =>
  stateCorrection(store, one, other, verdict, NOW);

describe("a correction", () => {
  test("changes the count at once, and taking it back restores what the engine found", async () => {
    expect((await theStory()).independent).toBe(2);
    await state("a", "b", "same");
    expect((await theStory()).independent).toBe(1);
    expect(await undoCorrection(store, "b", "a")).toBe(true);
    expect(await undoCorrection(store, "b", "a")).toBe(false);
    expect(await theStory()).toMatchObject({ independent: 2, corrections: [] });
  });

  test("holds when its reports are grouped again and others join", async () => {
    await state("a", "copy", "different");
    await save("a", `${FIRST} وأُجليت طواقم سفينتين.`, 9);
    await save("late", SECOND, 12);
    await group();
    const story = await theStory();
    expect(story).toMatchObject({ reports: 4, independent: 3 });
    expect(story.corrections).toMatchObject([{ first: "a", second: "copy", holds: true }]);
  });

  test("that could change nothing is refused with the reason", async () => {
    await save(
      "other",
      "أعلن نادي الشراع تعاقده مع الحارس سليم الراعي لثلاثة مواسم قادمة.",
      9,
      "حارس جديد للشراع",
    );
    await group();
    expect(await state("a", "a", "same")).toEqual({ ok: false, reason: "one-report" });
    expect(await state("a", "nobody", "same")).toEqual({ ok: false, reason: "no-such-report" });
    expect(await state("a", "other", "same")).toEqual({ ok: false, reason: "two-stories" });
    expect(await store.corrections.list()).toEqual([]);
  });
});

/** News of a club, with nothing of the storm in it. */
const saveOther = (id: string, hour: number) =>
  save(
    id,
    "أعلن نادي الشراع تعاقده مع الحارس سليم الراعي لثلاثة مواسم قادمة.",
    hour,
    "حارس جديد للشراع",
  );

async function stories(): Promise<string[]> {
  const found = await store.catalog.stories({ range: null, limit: 9, offset: 0 });
  return found
    .map(({ accounts }) =>
      accounts
        .flatMap(({ reports }) => [...reports].sort())
        .sort()
        .join(" "),
    )
    .sort();
}

/** Everything grouped anew from nothing but the articles and what readers stated. */
async function groupAllAnew() {
  const again = mkdtempSync(join(tmpdir(), "tawatur-correct-again-"));
  const from = store;
  store = await openSqliteStore(again);
  try {
    for (const correction of await from.corrections.list())
      await store.corrections.save(correction);
    const rows = (await from.catalog.export(0, 99)).map((article) => toRow(article));
    await store.catalog.saveArticles(rows, NOW.toISOString());
    await group();
    return await stories();
  } finally {
    await store.close();
    store = from;
    rmSync(again, { recursive: true, force: true });
  }
}

describe("a correction of where a report belongs", () => {
  test("takes a report out of a story, with what carries its text, and keeps it out", async () => {
    expect(await stories()).toEqual(["a b copy"]);
    const { id } = await theStory();
    expect(await state("a", "b", "apart")).toMatchObject({ ok: true });
    expect(await stories()).toEqual(["a copy", "b"]);
    expect((await store.catalog.storiesOf(["b"])).get("b")).toBe(id);
    await save("late", SECOND, 12);
    await save("copy2", FIRST, 13);
    await group();
    expect(await stories()).toEqual(["a copy copy2", "b late"]);
    expect(await groupAllAnew()).toEqual(["a copy copy2", "b late"]);
  });

  test("takes one of two copies out alone", async () => {
    await state("copy", "a", "apart");
    expect(await stories()).toEqual(["a b", "copy"]);
    expect(await groupAllAnew()).toHaveLength(2);
  });

  test("brings a report into a story, and it stays when the report is changed", async () => {
    await saveOther("other", 10);
    await group();
    expect(await stories()).toEqual(["a b copy", "other"]);
    expect(await state("other", "b", "together")).toMatchObject({
      ok: true,
      story: (await store.catalog.storiesOf(["b"])).get("b"),
    });
    expect(await stories()).toEqual(["a b copy other"]);
    await saveOther("other", 14);
    await group();
    expect(await stories()).toEqual(["a b copy other"]);
    expect(await groupAllAnew()).toEqual(["a b copy other"]);
    expect((await theStory()).corrections).toMatchObject([{ verdict: "together", holds: true }]);
  });

  test("taken back leaves the stories as the engine finds them", async () => {
    await saveOther("other", 10);
    await group();
    await state("other", "b", "together");
    await state("a", "b", "apart");
    await undoCorrection(store, "b", "other");
    await undoCorrection(store, "b", "a");
    expect(await stories()).toEqual(["a b copy", "other"]);
    expect(await store.corrections.list()).toEqual([]);
  });

  test("does not touch what was stated of the accounts", async () => {
    await state("a", "b", "same");
    await state("a", "b", "together");
    expect((await store.corrections.list()).map(({ verdict }) => verdict)).toEqual([
      "same",
      "together",
    ]);
    expect((await theStory()).independent).toBe(1);
  });

  test("is refused where no window holds both", async () => {
    const at = "2026-03-20T09:00:00Z";
    await store.catalog.saveArticles(
      [toRow(toArticle("far", at, { outlet: "منبر بعيد", title: TITLE, text: SECOND }))],
      NOW.toISOString(),
    );
    await group();
    expect(await state("far", "b", "together")).toEqual({ ok: false, reason: "out-of-reach" });
    expect(await store.corrections.list()).toEqual([]);
  });
});

describe("on the page of two reports", () => {
  const app = () =>
    createWeb({
      store,
      version: "0",
      corrector: {
        state: (one, other, verdict) => state(one, other, verdict),
        undo: (one, other) => undoCorrection(store, one, other),
      },
    });
  const post = async (verdict: string, origin: string) =>
    app().request(`/story/${(await theStory()).id}/corrections`, {
      method: "POST",
      body: new URLSearchParams({ left: "a", right: "b", verdict }),
      headers: { origin, host: "localhost" },
    });
  const OWN = "http://localhost";

  test("a reader states it without script, sees it said, and takes it back", async () => {
    const saved = await post("same", OWN);
    expect(saved.status).toBe(303);
    const path = saved.headers.get("location") ?? "";
    const page = await (await app().request(path)).text();
    expect(page).toContain("يُعدّ التقريران الآن رواية واحدة.");
    expect(page).toMatch(/النص الثاني من الأول: (?:غيّر|حذف|أضاف)/u);
    expect(page).toContain("قال قارئ: رواية واحدة");
    const story = await (await app().request(`/story/${(await theStory()).id}`)).text();
    expect(story).toContain("edge reader");
    await post("undo", OWN);
    expect(await (await app().request(path)).text()).not.toContain("قال قارئ");
  });

  test("a form of another site is refused, and so is nonsense", async () => {
    expect((await post("same", "https://other.example")).status).toBe(403);
    expect((await post("perhaps", OWN)).status).toBe(404);
    expect(await store.corrections.list()).toEqual([]);
  });

  test("on a story's page a report is taken out, brought in by its address, and taken back", async () => {
    await saveOther("other", 10);
    await group();
    const id = (await store.catalog.storiesOf(["b"])).get("b") ?? "";
    const send = (fields: Record<string, string>) =>
      app().request(`/story/${id}/corrections`, {
        method: "POST",
        body: new URLSearchParams({ ...fields, on: "story" }),
        headers: { origin: OWN, host: "localhost" },
      });
    const left = `${OWN}/article/other`;
    const saved = await send({ left, right: "b", verdict: "together" });
    expect(saved.headers.get("location")).toBe(`/story/${id}`);
    expect(await stories()).toEqual(["a b copy other"]);
    const page = await (await app().request(`/story/${id}`)).text();
    expect(page).toContain("قال قارئ: من قصة واحدة");
    expect(page).toContain("هذا التقرير ليس من هذه القصة");
    await send({ left: "copy", right: "b", verdict: "apart" });
    expect(await stories()).toEqual(["a copy", "b other"]);
    const back = await send({ left: "copy", right: "b", verdict: "undo" });
    expect(back.headers.get("location")).toBe("/article/copy");
    expect(await stories()).toEqual(["a b copy other"]);
    expect((await send({ left: "nobody", right: "b", verdict: "together" })).status).toBe(404);
  });

  test("a reader that takes none offers none", async () => {
    const closed = createWeb({ store, version: "0" });
    const { id } = await theStory();
    const page = await (await closed.request(`/story/${id}/compare?left=a&right=b`)).text();
    expect(page).toContain("يُعدّ التقريران الآن روايتين.");
    expect(page).not.toContain('name="verdict"');
    const init = { method: "POST", headers: { origin: OWN, host: "localhost" } };
    expect((await closed.request(`/story/${id}/corrections`, init)).status).toBe(403);
  });
});

describe("tawatur correct", () => {
  async function tawatur(...args: string[]) {
    let out = "";
    let err = "";
    const code = await run([...args, "--home", folder], {
      input: (async function* () {})(),
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      env: {},
      now: () => NOW,
      terminal: false,
      signal: new AbortController().signal,
    });
    return { code, out, err };
  }

  test("states, lists, exports, takes back and takes up again", async () => {
    expect((await tawatur("correct", "same", "b", "a")).err).toContain("at most 1 independent");
    const { out } = await tawatur("correct", "list");
    expect(JSON.parse(out)).toEqual({
      first: "a",
      second: "b",
      verdict: "same",
      at: NOW.toISOString(),
    });
    const rows = (await tawatur("export")).out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(new Set(rows.map(({ account }) => account)).size).toBe(1);
    expect((await tawatur("correct", "undo", "a", "b")).code).toBe(0);
    const file = join(folder, "stated.jsonl");
    writeFileSync(file, out);
    expect((await tawatur("correct", "read", file)).err).toBe("1 corrections\n");
    expect((await theStory()).independent).toBe(1);
  });

  test("moves reports between stories, and again when all is made anew", async () => {
    expect((await tawatur("correct", "apart", "a", "b")).code).toBe(0);
    expect(await stories()).toEqual(["a copy", "b"]);
    const { out } = await tawatur("correct", "list");
    await tawatur("correct", "undo", "a", "b");
    expect(await stories()).toEqual(["a b copy"]);
    const file = join(folder, "stated.jsonl");
    writeFileSync(file, out);
    await tawatur("correct", "read", file);
    expect((await stories()).length).toBe(2);
    expect((await tawatur("correct", "together", "b", "copy")).code).toBe(0);
  });

  test("says what is wrong and where", async () => {
    expect(await tawatur("correct", "same", "a", "x")).toMatchObject({
      code: 1,
      err: expect.stringContaining("a, x: both have to be ids"),
    });
    expect((await tawatur("correct", "undo", "a", "b")).err).toContain(
      "nothing was stated of a and b",
    );
    const file = join(folder, "bad.jsonl");
    writeFileSync(file, '\n{"first":"a","second":"b","verdict":"perhaps"}\n');
    expect((await tawatur("correct", "read", file)).err).toContain("bad.jsonl:2: `verdict`");
  });
});
