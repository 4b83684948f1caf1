import type { CatalogSize } from "../catalog.ts";
import type { Connection } from "./connection.ts";
import { toIso } from "./rows.ts";

type SizeColumns = Omit<CatalogSize, "from" | "to"> & {
  readonly first: number | null;
  readonly last: number | null;
};

export function countAll(db: Connection): CatalogSize {
  const row = db.get<SizeColumns>(
    `SELECT (SELECT count(*) FROM articles) AS articles,
            (SELECT count(*) FROM versions) AS versions,
            (SELECT count(*) FROM stories) AS stories,
            (SELECT count(DISTINCT outlet) FROM articles WHERE outlet IS NOT NULL) AS outlets,
            (SELECT count(*) FROM pending_index) AS toIndex,
            (SELECT count(*) FROM pending_group) AS toGroup,
            (SELECT count(*) FROM pending_analysis) AS toAnalyze,
            (SELECT min(instant) FROM articles) AS first,
            (SELECT max(instant) FROM articles) AS last`,
  );
  if (row === null) throw new Error("a row of counts is always there");
  const { first, last, ...counts } = row;
  return { ...counts, from: toIso(first), to: toIso(last) };
}
