import type { Migration } from "../migrate.ts";

/**
 * Articles, every text they have had, where they were placed, and what is still to be done.
 * `articles` is kept narrow, so that scans over outlets and days read little; what was published is in `versions`, whole.
 */
export const catalog: Migration = {
  version: 1,
  name: "catalog",
  up: `
    CREATE TABLE articles (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      number INTEGER NOT NULL UNIQUE,
      instant INTEGER,
      version INTEGER NOT NULL,
      url TEXT,
      outlet TEXT
    );
    CREATE INDEX articles_instant ON articles (instant, id);
    CREATE INDEX articles_url ON articles (url) WHERE url IS NOT NULL;
    CREATE INDEX articles_outlet ON articles (outlet) WHERE outlet IS NOT NULL;

    CREATE TABLE versions (
      article INTEGER NOT NULL,
      version INTEGER NOT NULL,
      hash TEXT NOT NULL,
      seen_at TEXT NOT NULL,
      record TEXT NOT NULL,
      analysis TEXT NOT NULL
    );
    CREATE UNIQUE INDEX versions_version ON versions (article, version);
    CREATE UNIQUE INDEX versions_hash ON versions (article, hash);

    CREATE TABLE sequence (value INTEGER NOT NULL);
    INSERT INTO sequence VALUES (0);

    CREATE TABLE pending_index (article INTEGER PRIMARY KEY);
    CREATE TABLE forget (number INTEGER PRIMARY KEY);

    CREATE TABLE pending_group (article INTEGER PRIMARY KEY, instant INTEGER, id TEXT NOT NULL);
    CREATE INDEX pending_group_order ON pending_group (instant IS NULL, instant, id);

    CREATE TABLE placements (
      article INTEGER PRIMARY KEY,
      story TEXT NOT NULL,
      account TEXT NOT NULL,
      copy TEXT,
      origin TEXT,
      joined TEXT
    );
    CREATE INDEX placements_story ON placements (story);
    CREATE INDEX placements_copy ON placements (article) WHERE copy IS NOT NULL;

    CREATE TABLE stories (id TEXT NOT NULL UNIQUE, first INTEGER, last INTEGER, story TEXT NOT NULL);
    CREATE INDEX stories_latest ON stories (last DESC, id, first);

    CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  `,
};
