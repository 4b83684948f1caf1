import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorkerPool, importArticles, readInputs } from "../src/pipeline/index.ts";
import { findRelated } from "../src/search/index.ts";
import { openSqliteStore, type Store } from "../src/store/index.ts";

/** Id, day, outlet, title, text: one region under several spellings, and news of elsewhere. */
const REPORTS = [
  [
    "seed",
    "2025-04-18",
    "صحيفة المرسى",
    "دفعة أولى من المراقبين الروس تغادر ناغورني قره باغ",
    "غادرت دفعة أولى من المراقبين الروس مواقعها في ناغورني قره باغ متجهة إلى روسيا، وقالت وزارة الدفاع في أذربيجان إن الطريق بين باكو والمنطقة بقي مفتوحاً أمام القوافل.",
  ],
  [
    "roads",
    "2025-02-03",
    "إذاعة السفح",
    "أذربيجان تعبّد طرقاً جديدة في كاراباخ",
    "بدأت أذربيجان تعبيد طرق جبلية في إقليم ناغورني كاراباخ، وأعلنت باكو أن الأشغال تنتهي قبل الشتاء.",
  ],
  [
    "talks",
    "2025-01-10",
    "صحيفة النهار الجديد",
    "جولة محادثات بين أرمينيا وأذربيجان حول قرة باغ",
    "التقى وفدان من أرمينيا وأذربيجان لبحث ملف ناغورنو كاراباخ برعاية روسيا، ولم يصدر عن باكو بيان مشترك.",
  ],
  [
    "ancient",
    "2022-01-10",
    "صحيفة الأفق البعيد",
    "المراقبون الروس ينتشرون في ناغورني قره باغ",
    "انتشر المراقبون الروس في ناغورني قره باغ، ورحبت أذربيجان من باكو بوصولهم من روسيا.",
  ],
  [
    "yemen",
    "2025-04-17",
    "موقع الساحل",
    "رئيس الوزراء في عدن يراجع جاهزية الوحدات العسكرية",
    "راجع رئيس الوزراء في عدن مع قادة وزارة الدفاع جاهزية الوحدات في اليمن، وطلب إصلاح طرق الإمداد إلى تعز ومأرب.",
  ],
] as const;

/** The seed page belongs to its outlets and stays outside the project. */
const SEED = `${process.env["TAWATUR_SHARED"] ?? "../shared"}/seed/000_6dc6294c73a55173.txt`;
const SEED_YEAR = "2024";

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** A store in a folder with the reports above, as of a year, and the articles of files. */
async function openFilled(folder: string, year: string, files: readonly string[]): Promise<Store> {
  const lines = REPORTS.map(([id, day, outlet, title, text]) => {
    const published = `${day.replace("2025", year)}T08:00:00Z`;
    return JSON.stringify({ id, outlet, title, text, published });
  });
  const file = join(folder, "news.jsonl");
  await writeFile(file, lines.join("\n"));
  const store = await openSqliteStore(join(folder, "store"));
  const world = {
    store,
    analyzeAll: createWorkerPool().analyzeAll,
    now: () => new Date(`${year}-04-20T00:00:00Z`),
    onProgress: () => {},
    onWait: () => {},
  };
  const { signal } = new AbortController();
  await importArticles(readInputs([file, ...files], nothing()), world, () => {}, signal);
  return store;
}

/** The reports beside one, nearest first. */
async function relatedIn(store: Store, id: string): Promise<string[]> {
  const article = await store.catalog.article(id);
  if (article === null) throw new Error(`no article ${id}`);
  const analysis = (await store.catalog.analyses([id])).get(id) ?? null;
  return (await findRelated(store, article, analysis, 5)).map((other) => other.id);
}

describe("related articles", () => {
  let folder = "";
  let store: Store;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "related-"));
    store = await openFilled(folder, "2025", []);
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  test("news of one region is related under all its spellings, the unrelated and the old are not", async () => {
    expect((await relatedIn(store, "seed")).sort()).toEqual(["roads", "talks"]);
  });

  test("an article that nothing is related to has nothing beside it", async () => {
    expect(await relatedIn(store, "yemen")).toEqual([]);
  });
});

describe.skipIf(!existsSync(SEED))("the seed page (SKIPPED when the shared data is absent)", () => {
  let folder = "";
  let store: Store;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "related-seed-"));
    store = await openFilled(folder, SEED_YEAR, [SEED]);
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  test("beside its first article other news of the region comes first, its Yemeni one never does", async () => {
    const all = (await store.catalog.export(0, 100)).filter(
      ({ id }) => !REPORTS.some(([own]) => own === id),
    );
    const first = all.find(({ title }) => title?.startsWith("القوات الروسية"));
    const yemeni = all.find(({ text }) => text.includes("عدن"));
    expect(all).toHaveLength(2);
    const related = await relatedIn(store, first?.id ?? "");
    expect(["seed", "roads", "talks"]).toContain(related[0]);
    expect(related).not.toContain(yemeni?.id);
    expect(related).not.toContain("yemen");
  });
});
