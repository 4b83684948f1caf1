import type { Correction } from "../../model/index.ts";
import type { Corrections } from "../corrections.ts";
import type { Connection, Writer } from "./connection.ts";

/** Readers' corrections, a row for each pair of reports, the smaller id first. */
export function createCorrections(reader: Connection, writer: Writer): Corrections {
  return {
    list: async () =>
      reader.all<Correction>(
        "SELECT first, second, verdict, at FROM corrections ORDER BY at, first, second",
      ),
    save: async ({ first, second, verdict, at }) => {
      writer().run("INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?)", [
        first,
        second,
        verdict,
        at,
      ]);
    },
    remove: async (one, other) => {
      const [first, second] = one < other ? [one, other] : [other, one];
      const sql = "DELETE FROM corrections WHERE first = ? AND second = ?";
      return writer().run(sql, [first, second]) > 0;
    },
  };
}
