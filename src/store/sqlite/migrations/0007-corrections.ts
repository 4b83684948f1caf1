import type { Migration } from "../migrate.ts";

/** What readers state of pairs of reports. Stories made before say that nothing was. */
export const corrections: Migration = {
  version: 7,
  name: "corrections",
  up: `
    CREATE TABLE corrections (
      first TEXT NOT NULL, second TEXT NOT NULL, verdict TEXT NOT NULL, at TEXT NOT NULL,
      PRIMARY KEY (first, second)
    ) WITHOUT ROWID;
    UPDATE stories SET story = json_set(story, '$.corrections', json('[]'));
  `,
};
