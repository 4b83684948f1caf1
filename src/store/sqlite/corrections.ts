import { type Correction, isOnStories } from "../../model/index.ts";
import type { Corrections } from "../corrections.ts";
import type { Connection, Writer } from "./connection.ts";

/** Readers' corrections, for each pair of reports a row on their accounts and one on their stories, the smaller id first. */
export function createCorrections(reader: Connection, writer: Writer): Corrections {
  return {
    list: async () =>
      reader.all<Correction>(
        "SELECT first, second, verdict, at FROM corrections ORDER BY at, first, second, about",
      ),
    save: async ({ first, second, verdict, at }) => {
      const about = isOnStories(verdict) ? "story" : "account";
      writer().transaction(() => {
        writer().run("DELETE FROM corrections WHERE first = ? AND second = ? AND about = ?", [
          second,
          first,
          about,
        ]);
        writer().run("INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?, ?)", [
          first,
          second,
          about,
          verdict,
          at,
        ]);
      });
    },
    remove: async (one, other) => {
      const sql = "DELETE FROM corrections WHERE first IN (?1, ?2) AND second IN (?1, ?2)";
      return writer().run(sql, [one, other]) > 0;
    },
  };
}
