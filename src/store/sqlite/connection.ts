import Database from "libsql";
import { StoreError } from "../errors.ts";
import { toFailure } from "./failure.ts";

/** What may be bound. libsql aborts the process on a boolean, so there is none. */
export type Value = string | number | Uint8Array | null;

/**
 * The little of libsql that the adapter uses. It hides what differs from better-sqlite3 there: numbers are bound as REAL
 * (FTS5 then ignores rowid bounds), `get` adds a field of its own and does not pluck, and one lone null cannot be bound.
 * Failures come out as StoreError.
 */
export interface Connection {
  readonly path: string;
  all<Row>(sql: string, values?: readonly Value[]): readonly Row[];
  get<Row>(sql: string, values?: readonly Value[]): Row | null;
  /** Runs a statement and says how many rows it changed. */
  run(sql: string, values?: readonly Value[]): number;
  exec(sql: string): void;
  /** Takes the writer's lock at once; all of it is kept, or nothing. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
}

const toBound = (value: Value): Value | bigint =>
  Number.isSafeInteger(value) ? BigInt(value as number) : value;

/** Opens a connection. Statements are prepared once each and live as long as it does. */
export function openConnection(path: string, busyTimeoutMs: number): Connection {
  const guard = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw toFailure(error, path);
    }
  };
  const database = guard(() => new Database(path, { timeout: busyTimeoutMs }));
  const statements = new Map<string, ReturnType<typeof database.prepare>>();
  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = database.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  const all = <Row>(sql: string, values: readonly Value[] = []): readonly Row[] =>
    guard(() => prepare(sql).all(values.map(toBound)) as Row[]);
  const exec = (sql: string): void => {
    guard(() => database.exec(sql));
  };
  return {
    path,
    all,
    exec,
    get: <Row>(sql: string, values: readonly Value[] = []) => all<Row>(sql, values)[0] ?? null,
    run: (sql, values = []) => guard(() => prepare(sql).run(values.map(toBound)).changes),
    transaction: (work) => {
      exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        exec("COMMIT");
        return result;
      } catch (error) {
        // A full disk has already ended the transaction, and a second failure must not hide the first.
        if (database.inTransaction) exec("ROLLBACK");
        throw error;
      }
    },
    close: () => {
      // The file stays open until its statements are collected, so they are let go.
      statements.clear();
      database.close();
    },
  };
}

/** Gives a connection for writing, or refuses. */
export type Writer = () => Connection;

/** The writer of a store that was opened for reading only. */
export function refuseWriting(path: string): Writer {
  return () => {
    throw new StoreError("unwritable", path, `${path} was opened for reading only`);
  };
}
