import { type ExportRow, toExportRow } from "../archive/index.ts";
import { type Correction, toInstant } from "../model/index.ts";
import type { Catalog, Store, StoredArticle, TimeRange } from "../store/index.ts";

/** Which articles are given out; null for all. */
export interface ExportFilter {
  readonly outlet: string | null;
  readonly story: string | null;
  /** Articles without a known instant are of no range. */
  readonly range: TimeRange | null;
}

const BATCH = 500;

/** Articles with where they were placed, their accounts as readers correct them, batch by batch in order of time, those without a time first or last as the store has them. */
export async function* exportRows(
  { catalog, corrections }: Store,
  filter: ExportFilter,
): AsyncGenerator<readonly ExportRow[]> {
  const accountOf = await correctedAccounts(catalog, await corrections.list());
  for await (const batch of articlesOf(catalog, filter)) {
    const kept = batch.filter((article) => isKept(article, filter));
    if (kept.length === 0) continue;
    const placements = await catalog.placements(kept.map(({ id }) => id));
    const byId = new Map(placements.map((placement) => [placement.articleId, placement]));
    yield kept.map((article) => {
      const placement = byId.get(article.id) ?? null;
      const account = accountOf.get(article.id) ?? placement?.account ?? "";
      return toExportRow(article, placement === null ? null : { ...placement, account });
    });
  }
}

/** The accounts of all reports whose stories readers have corrected. */
async function correctedAccounts(
  catalog: Catalog,
  corrections: readonly Correction[],
): Promise<ReadonlyMap<string, string>> {
  const ids = corrections.flatMap(({ first, second }) => [first, second]);
  const accountOf = new Map<string, string>();
  for (const id of new Set((await catalog.storiesOf(ids)).values())) {
    for (const account of (await catalog.story(id))?.accounts ?? []) {
      for (const report of account.reports) accountOf.set(report, account.id);
    }
  }
  return accountOf;
}

async function* articlesOf(
  catalog: Catalog,
  { story }: ExportFilter,
): AsyncGenerator<readonly StoredArticle[]> {
  if (story !== null) {
    const found = await catalog.story(story);
    yield await catalog.articles(found?.accounts.flatMap(({ reports }) => reports) ?? []);
    return;
  }
  for (let after = 0; ; ) {
    const batch = await catalog.export(after, BATCH);
    if (batch.length === 0) return;
    yield batch;
    after = batch.at(-1)?.number ?? after;
  }
}

function isKept(article: StoredArticle, { outlet, range }: ExportFilter): boolean {
  if (outlet !== null && article.outlet !== outlet) return false;
  if (range === null) return true;
  const instant = toInstant(article);
  return instant !== null && instant >= range.from && instant < range.to;
}
