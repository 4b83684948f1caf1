import type { Migration } from "../migrate.ts";

/** Which articles name whom, in which spelling; made from the analyses, which are read again for it. */
export const mentions: Migration = {
  version: 6,
  name: "mentions",
  up: `
    CREATE TABLE mentions (
      key TEXT NOT NULL, type TEXT NOT NULL, article INTEGER NOT NULL, spelling TEXT NOT NULL,
      PRIMARY KEY (key, type, article)
    ) WITHOUT ROWID;
    CREATE INDEX mentions_article ON mentions (article);
    INSERT OR IGNORE INTO pending_analysis SELECT article FROM analyses;
  `,
};
