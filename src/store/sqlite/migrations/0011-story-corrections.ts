import type { Migration } from "../migrate.ts";

/** What readers state of two reports' stories stands beside what they state of their accounts. */
export const storyCorrections: Migration = {
  version: 11,
  name: "story-corrections",
  up: `
    ALTER TABLE corrections RENAME TO account_corrections;
    CREATE TABLE corrections (
      first TEXT NOT NULL, second TEXT NOT NULL, about TEXT NOT NULL, verdict TEXT NOT NULL, at TEXT NOT NULL,
      PRIMARY KEY (first, second, about)
    ) WITHOUT ROWID;
    INSERT INTO corrections SELECT first, second, 'account', verdict, at FROM account_corrections;
    DROP TABLE account_corrections;
  `,
};
