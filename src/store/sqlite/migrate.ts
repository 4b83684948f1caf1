import { StoreError } from "../errors.ts";
import type { Connection } from "./connection.ts";

/** One forward step of the schema. Never edited after release. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: string | ((db: Connection) => void);
}

/** "TWTR": tells our files from other programs' SQLite databases. */
const APPLICATION_ID = 0x54_57_54_52;

interface Header {
  readonly version: number;
  readonly application: number;
  readonly tables: number;
}

function readHeader(db: Connection): Header {
  const header = db.get<Header>(
    `SELECT v.user_version AS version, a.application_id AS application, (SELECT count(*) FROM sqlite_schema) AS tables
     FROM pragma_user_version v, pragma_application_id a`,
  );
  return header ?? { version: 0, application: 0, tables: 0 };
}

const newest = (migrations: readonly Migration[]): number => migrations.at(-1)?.version ?? 0;

/** The schema version of a database; 0 for an empty file. Refuses another program's file and a newer version's. */
export function checkVersion(db: Connection, migrations: readonly Migration[]): number {
  const { version, application, tables } = readHeader(db);
  const empty = version === 0 && application === 0 && tables === 0;
  if (application !== APPLICATION_ID && !empty) {
    const message = `${db.path} is a database of another program`;
    throw new StoreError("not-a-database", db.path, message);
  }
  if (version > newest(migrations)) {
    const message = `${db.path} has schema ${version}, this version of Tawatur knows up to ${newest(migrations)}`;
    throw new StoreError("too-new", db.path, message);
  }
  return version;
}

/** Whether a connection that may not write can use the database as it is. */
export function isCurrent(db: Connection, migrations: readonly Migration[]): boolean {
  return checkVersion(db, migrations) === newest(migrations);
}

/** Brings a database forward, each step in a transaction of its own. Several processes may do so at once. */
export function migrate(db: Connection, migrations: readonly Migration[]): void {
  let version = checkVersion(db, migrations);
  for (const migration of migrations) {
    if (migration.version <= version) continue;
    version = db.transaction(() => {
      // Asked again under the lock: another process may have been here first.
      const current = checkVersion(db, migrations);
      if (current >= migration.version) return current;
      if (typeof migration.up === "string") db.exec(migration.up);
      else migration.up(db);
      db.exec(
        `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migration.version}`,
      );
      return migration.version;
    });
  }
}
