import type { Migration } from "../migrate.ts";

/** Sources, the pages found in them, and the hosts that workers lease. Times are milliseconds since 1970. */
export const collection: Migration = {
  version: 5,
  name: "collection",
  up: `
    CREATE TABLE hosts (
      host TEXT PRIMARY KEY,
      due_at INTEGER,
      free_at INTEGER NOT NULL DEFAULT 0,
      lease_until INTEGER NOT NULL DEFAULT 0,
      owner TEXT
    ) WITHOUT ROWID;
    CREATE INDEX hosts_due ON hosts (due_at) WHERE due_at IS NOT NULL;

    CREATE TABLE sources (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      host TEXT NOT NULL,
      state TEXT NOT NULL,
      next_at INTEGER NOT NULL,
      failures INTEGER NOT NULL DEFAULT 0,
      source TEXT NOT NULL,
      poll TEXT NOT NULL
    );
    CREATE INDEX sources_due ON sources (host, next_at) WHERE state = 'active';

    CREATE TABLE pages (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      host TEXT NOT NULL,
      source TEXT,
      state TEXT NOT NULL,
      next_at INTEGER,
      modified TEXT,
      page TEXT NOT NULL
    );
    CREATE INDEX pages_due ON pages (host, next_at) WHERE next_at IS NOT NULL;
    CREATE INDEX pages_source ON pages (source);
    CREATE INDEX pages_aside ON pages (state) WHERE state IN ('aside', 'gone');

    CREATE TABLE page_articles (article TEXT PRIMARY KEY, page TEXT NOT NULL) WITHOUT ROWID;
  `,
};
