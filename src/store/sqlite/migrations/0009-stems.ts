import type { Migration } from "../migrate.ts";

/** Words like «إيران» keep their last letters since: what was indexed by the stems of before is taken again. */
export const stems: Migration = {
  version: 9,
  name: "stems",
  up: "INSERT OR IGNORE INTO pending_index (article) SELECT key FROM articles;",
};
