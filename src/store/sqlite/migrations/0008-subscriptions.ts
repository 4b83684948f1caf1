import type { Migration } from "../migrate.ts";

/** What hubs are asked to send. */
export const subscriptions: Migration = {
  version: 8,
  name: "subscriptions",
  up: `
    CREATE TABLE subscriptions (source TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, subscription TEXT NOT NULL) WITHOUT ROWID;
  `,
};
