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

async function* nothing(): AsyncGenerator<Uint8Array> {}

describe("related articles", () => {
  let folder = "";
  let store: Store;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "related-"));
    const lines = REPORTS.map(([id, day, outlet, title, text]) =>
      JSON.stringify({ id, outlet, title, text, published: `${day}T08:00:00Z` }),
    );
    const file = join(folder, "news.jsonl");
    await writeFile(file, lines.join("\n"));
    store = await openSqliteStore(join(folder, "store"));
    const world = {
      store,
      analyzeAll: createWorkerPool().analyzeAll,
      now: () => new Date("2025-04-20T00:00:00Z"),
      onProgress: () => {},
      onWait: () => {},
    };
    const { signal } = new AbortController();
    await importArticles(readInputs([file], nothing()), world, () => {}, signal);
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const relatedTo = async (id: string): Promise<string[]> => {
    const article = await store.catalog.article(id);
    if (article === null) throw new Error(`no article ${id}`);
    const analysis = (await store.catalog.analyses([id])).get(id) ?? null;
    return (await findRelated(store, article, analysis, 5)).map((other) => other.id);
  };

  test("news of one region is related under all its spellings, the unrelated and the old are not", async () => {
    expect((await relatedTo("seed")).sort()).toEqual(["roads", "talks"]);
  });

  test("an article that nothing is related to has nothing beside it", async () => {
    expect(await relatedTo("yemen")).toEqual([]);
  });
});
