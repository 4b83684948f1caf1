import type { Migration } from "../migrate.ts";

/** What ranking needs of each article, kept beside the index. What was indexed without one is taken again. */
export const sketches: Migration = {
  version: 4,
  name: "sketches",
  up: `
    CREATE TABLE sketches (number INTEGER PRIMARY KEY, sketch BLOB NOT NULL);
    INSERT OR IGNORE INTO pending_index (article) SELECT key FROM articles;
  `,
};
