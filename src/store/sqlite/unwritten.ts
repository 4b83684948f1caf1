import type { Connection } from "./connection.ts";

/** Grows whenever another connection has written. */
const DATA_VERSION = "SELECT data_version AS version FROM pragma_data_version";

/** Tells whether the database has been written to, by any other connection or process, since it was asked last; yes at first. */
export function watchWrites(db: Connection): () => boolean {
  let seen = -1;
  return () => {
    const { version } = db.get<{ version: number }>(DATA_VERSION) ?? { version: -1 };
    const written = version !== seen;
    seen = version;
    return written;
  };
}
