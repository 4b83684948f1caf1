import type { Migration } from "../migrate.ts";

/**
 * What was read of each article's current text, apart from what grouping needs: it is large, is read for few articles at a time,
 * and is made after the article can be found. Everything stored before is to be read again.
 */
export const analyses: Migration = {
  version: 3,
  name: "analyses",
  up: `
    ALTER TABLE versions RENAME COLUMN analysis TO attribution;
    CREATE TABLE analyses (article INTEGER PRIMARY KEY, analyzer TEXT NOT NULL, analysis TEXT NOT NULL);
    CREATE INDEX analyses_analyzer ON analyses (analyzer);
    CREATE TABLE pending_analysis (article INTEGER PRIMARY KEY);
    INSERT INTO pending_analysis SELECT key FROM articles;
  `,
};
