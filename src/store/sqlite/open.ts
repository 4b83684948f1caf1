import { accessSync, constants, existsSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { StoreError } from "../errors.ts";
import type { Store } from "../store.ts";
import { createBlobStore } from "./blobs.ts";
import { createCatalog } from "./catalog.ts";
import { createCollection } from "./collection.ts";
import { type Connection, openConnection, refuseWriting } from "./connection.ts";
import { createCorrections } from "./corrections.ts";
import { toFailure } from "./failure.ts";
import { countBytes, findFaults } from "./health.ts";
import { lockFolder } from "./lock.ts";
import { checkVersion, isCurrent, migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { createSearchIndex } from "./search.ts";

const DATABASE = "tawatur.db";
const BLOBS = "blobs";

/** How long a writer waits for another one before it gives up. */
const BUSY_TIMEOUT_MS = 10_000;
const RETRY_MS = 20;

const SHARED_SETTINGS = "PRAGMA cache_size = -65536; PRAGMA foreign_keys = OFF;";
const WRITER_SETTINGS = `${SHARED_SETTINGS}
  PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864;`;
const READER_SETTINGS = `${SHARED_SETTINGS} PRAGMA query_only = ON;`;

export interface SqliteOptions {
  /** Opens no connection for writing; every save is refused. False by default. */
  readonly readOnly?: boolean;
  /** Refuses a folder without a database instead of making one. False by default. */
  readonly mustExist?: boolean;
  /** Ten seconds by default. */
  readonly busyTimeoutMs?: number;
}

/** Closes the connection when it cannot be made ready, so that no failed opening holds a file. */
async function ready(
  db: Connection,
  prepare: (db: Connection) => void | Promise<void>,
): Promise<Connection> {
  try {
    await prepare(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The one change of mode for which SQLite does not wait by itself while another process makes it too. */
async function enterWal(db: Connection, busyTimeoutMs: number): Promise<void> {
  for (let waited = 0; ; waited += RETRY_MS) {
    try {
      db.exec("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL");
      return;
    } catch (error) {
      const busy = error instanceof StoreError && error.code === "busy";
      if (!busy || waited >= busyTimeoutMs) throw error;
      await sleep(RETRY_MS);
    }
  }
}

async function openWriter(path: string, busyTimeoutMs: number): Promise<Connection> {
  if (existsSync(path) && !isWritable(dirname(path))) {
    const message = `${path} can be read, but not written: its folder or disk is for reading only`;
    throw new StoreError("unwritable", path, message);
  }
  return ready(openConnection(path, busyTimeoutMs), async (db) => {
    // Before any setting is written: another program's file is left as it is.
    checkVersion(db, MIGRATIONS);
    await enterWal(db, busyTimeoutMs);
    db.exec(WRITER_SETTINGS);
    migrate(db, MIGRATIONS);
  });
}

function refuseMissing(path: string): void {
  if (!existsSync(path)) throw new StoreError("missing", path, `${path} does not exist yet`);
}

async function openReader(path: string, busyTimeoutMs: number): Promise<Connection> {
  refuseMissing(path);
  try {
    return await openReading(path, busyTimeoutMs);
  } catch (error) {
    if (!isAtRest(path)) throw error;
    return openReading(`${pathToFileURL(path).href}?immutable=1`, busyTimeoutMs);
  }
}

function openReading(address: string, busyTimeoutMs: number): Promise<Connection> {
  return ready(openConnection(address, busyTimeoutMs), (db) => {
    db.exec(READER_SETTINGS);
    if (isCurrent(db, MIGRATIONS)) return;
    throw new StoreError(
      "missing",
      address,
      `${address} must be opened for writing once before it can be read`,
    );
  });
}

/** Even to read, SQLite makes a file beside the database, unless it is told that nobody can write it: on a disk for reading only, with no journal left. */
function isAtRest(path: string): boolean {
  const journal = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return (journal?.size ?? 0) === 0 && !isWritable(dirname(path));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** With the folders above it. Node's own way never ends where a folder cannot be made though the one above it is there, as in /proc. */
async function makeFolder(folder: string): Promise<void> {
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder && !existsSync(above)) await makeFolder(above);
  try {
    await mkdir(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(folder)) throw toFailure(error, folder);
  }
}

function closeWriter(db: Connection): void {
  try {
    // The database is then one file again, whether or not the process lives to collect its statements. Nobody is waited for.
    db.exec("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)");
  } catch (error) {
    // On a full or read-only disk the journal stays, and the next opening takes it up: nothing is lost.
    if (!(error instanceof StoreError)) throw error;
  } finally {
    db.close();
  }
}

interface Connections {
  readonly writing: Connection | null;
  readonly reader: Connection;
}

async function openBoth(
  path: string,
  readOnly: boolean,
  busyTimeoutMs: number,
): Promise<Connections> {
  const writing = readOnly ? null : await openWriter(path, busyTimeoutMs);
  try {
    return { writing, reader: await openReader(path, busyTimeoutMs) };
  } catch (error) {
    writing?.close();
    throw error;
  }
}

/** Opens (and makes, unless `readOnly`) the store in a folder. Any number of processes may have it open; one writes at a time. */
export async function openSqliteStore(folder: string, options: SqliteOptions = {}): Promise<Store> {
  const { readOnly = false, mustExist = false, busyTimeoutMs = BUSY_TIMEOUT_MS } = options;
  const location = resolve(folder);
  const path = join(location, DATABASE);
  if (mustExist) refuseMissing(path);
  if (!readOnly) await makeFolder(location);
  const { writing, reader } = await openBoth(path, readOnly, busyTimeoutMs);
  const writer = writing === null ? refuseWriting(path) : () => writing;
  let open = true;
  return {
    catalog: createCatalog(reader, writer),
    index: createSearchIndex(reader, writer),
    blobs: createBlobStore(join(location, BLOBS), writer),
    collection: createCollection(reader, writer),
    corrections: createCorrections(reader, writer),
    lock: (onWait, signal) => lockFolder(location, onWait, signal),
    location,
    bytes: () => countBytes(location),
    faults: async () => findFaults(reader, writing !== null),
    close: async () => {
      if (!open) return;
      open = false;
      reader.close();
      if (writing !== null) closeWriter(writing);
    },
  };
}
