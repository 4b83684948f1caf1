import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { describeCollection } from "../../../test/collection-contract.ts";
import {
  describeStore,
  type OpenedStore,
  toArticle,
  toDocument,
  toRow,
} from "../../../test/store-contract.ts";
import type { Store } from "../store.ts";
import { openConnection } from "./connection.ts";
import { findFaults } from "./health.ts";
import { type Migration, migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { openSqliteStore } from "./open.ts";

const ROOT = join(import.meta.dirname, "../../..");
const SEEN = "2026-01-01T00:00:00.000Z";

const makeFolder = (): string => mkdtempSync(join(tmpdir(), "tawatur-store-"));

const openContractStore = async (): Promise<OpenedStore> => {
  const folder = makeFolder();
  let store = await openSqliteStore(folder);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openSqliteStore(folder);
      return store;
    },
    dispose: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

describeStore("the SQLite store", openContractStore);
describeCollection("the SQLite store", openContractStore);

describe("a SQLite store", () => {
  let folder: string;
  const opened: Store[] = [];
  const open = async (...asked: Parameters<typeof openSqliteStore>): Promise<Store> => {
    const store = await openSqliteStore(...asked);
    opened.push(store);
    return store;
  };
  const file = () => join(folder, "tawatur.db");

  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe("opening", () => {
    test("makes the folder, the database in WAL mode and nothing else", async () => {
      const store = await open(join(folder, "deep", "er"));
      expect(await store.faults()).toEqual([]);
      await store.close();
      const files = await readdir(join(folder, "deep", "er"));
      expect(files.filter((name) => !name.startsWith("tawatur.db"))).toEqual([]);
    });

    test("leaves the whole of the data in one file when it is closed", async () => {
      const store = await open(folder);
      await store.catalog.saveArticles([toRow(toArticle("a", null))], SEEN);
      await store.close();
      const wal = `${file()}-wal`;
      expect(existsSync(wal) ? (await stat(wal)).size : 0).toBe(0);
    });

    test("a journal that makes readers wait is a fault only where somebody can write", async () => {
      const db = openConnection(file(), 0);
      migrate(db, MIGRATIONS);
      expect(findFaults(db, true)).toEqual([expect.stringContaining("journal mode is delete")]);
      expect(findFaults(db, false)).toEqual([]);
      db.close();
    });

    test("for reading only takes no part in writing", async () => {
      const writing = await open(folder);
      await writing.catalog.setNote("x", "1");
      const reading = await open(folder, { readOnly: true });
      expect(await reading.catalog.note("x")).toBe("1");
      await writing.catalog.setNote("x", "2");
      expect(await reading.catalog.note("x")).toBe("2");
      const refused = { code: "unwritable", path: file() };
      await expect(reading.catalog.setNote("x", "3")).rejects.toMatchObject(refused);
      await expect(reading.index.remove([1])).rejects.toMatchObject(refused);
      await expect(reading.blobs.put(new Uint8Array())).rejects.toMatchObject(refused);
    });

    test("for reading only what is not there says so and makes nothing", async () => {
      const nowhere = join(folder, "none");
      await expect(open(nowhere, { readOnly: true })).rejects.toMatchObject({ code: "missing" });
      expect(existsSync(nowhere)).toBe(false);
    });

    test("a file that is no database is refused and left as it was", async () => {
      writeFileSync(file(), "هذه ليست قاعدة بيانات ".repeat(400));
      const before = (await stat(file())).size;
      await expect(open(folder)).rejects.toMatchObject({ code: "not-a-database", path: file() });
      await expect(open(folder, { readOnly: true })).rejects.toMatchObject({
        code: "not-a-database",
      });
      expect((await stat(file())).size).toBe(before);
    });

    test("another program's database is refused and left as it was", async () => {
      const other = openConnection(file(), 0);
      other.exec("CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = 1");
      other.close();
      await expect(open(folder)).rejects.toMatchObject({ code: "not-a-database" });
      const again = openConnection(file(), 0);
      expect(again.get("PRAGMA journal_mode")).toEqual({ journal_mode: "delete" });
      again.close();
    });

    test("what was indexed by the stems of before is taken again", async () => {
      const store = await open(folder);
      await store.catalog.saveArticles([toRow(toArticle("a1", null))], SEEN);
      const { articles } = await store.catalog.pendingIndex(10);
      await store.catalog.markIndexed(
        articles.map(({ number }) => number),
        [],
      );
      await store.close();
      const older = openConnection(file(), 0);
      older.exec("PRAGMA user_version = 8");
      older.close();
      const again = await open(folder);
      expect((await again.catalog.pendingIndex(10)).articles.map(({ id }) => id)).toEqual(["a1"]);
    });

    test("a newer version's database is refused", async () => {
      await (await open(folder)).close();
      const newer = openConnection(file(), 0);
      newer.exec("PRAGMA user_version = 999");
      newer.close();
      const refused = { code: "too-new", path: file(), message: expect.stringContaining("999") };
      await expect(open(folder)).rejects.toMatchObject(refused);
      await expect(open(folder, { readOnly: true })).rejects.toMatchObject(refused);
    });

    test("a folder whose place is taken by a file is unwritable", async () => {
      writeFileSync(join(folder, "file"), "");
      for (const path of ["file", "file/below"]) {
        await expect(open(join(folder, path))).rejects.toMatchObject({ code: "unwritable" });
      }
    });

    test.runIf(existsSync("/proc/self"))(
      "a place where no folder can be made is unwritable, in the end",
      async () => {
        const failure = { code: "unwritable" };
        await expect(open("/proc/nowhere")).rejects.toMatchObject(failure);
        await expect(open("/proc/nowhere/deep")).rejects.toMatchObject(failure);
      },
    );

    test("a folder without leave to write is unwritable", async ({ skip }) => {
      if (process.getuid?.() === 0) {
        process.stderr.write("NOT TESTED: root may write everywhere, so no folder is unwritable\n");
        skip("run by root");
      }
      chmodSync(folder, 0o500);
      await expect(open(folder)).rejects.toMatchObject({ code: "unwritable" });
      chmodSync(folder, 0o700);
    });

    test("what lies in a folder without leave to write can be read", async ({ skip }) => {
      if (process.getuid?.() === 0) skip("run by root");
      const store = await open(folder);
      await store.catalog.setNote("kept", "yes");
      await store.close();
      chmodSync(folder, 0o500);
      await expect(open(folder)).rejects.toMatchObject({ code: "unwritable" });
      const reading = await open(folder, { readOnly: true });
      expect(await reading.catalog.note("kept")).toBe("yes");
      await reading.close();
      chmodSync(folder, 0o700);
    });
  });

  describe("migrations", () => {
    const openRaw = () => openConnection(file(), 1_000);

    test("bring an older database forward with its data", async () => {
      const old = openRaw();
      migrate(old, MIGRATIONS.slice(0, 1));
      old.exec("INSERT INTO notes VALUES ('kept', 'yes')");
      old.close();
      await expect(open(folder, { readOnly: true })).rejects.toMatchObject({ code: "missing" });
      const store = await open(folder);
      expect(await store.catalog.note("kept")).toBe("yes");
      await store.index.upsert([toDocument(1, "كلمه")]);
      expect(await store.index.size()).toBe(1);
    });

    test("stories made before corrections were taken say that nothing was stated of them", async () => {
      const old = openRaw();
      migrate(old, MIGRATIONS.slice(0, 6));
      old.exec(
        `INSERT INTO stories (id, first, last, story) VALUES ('s', NULL, NULL, '{"id":"s"}')`,
      );
      old.close();
      const store = await open(folder);
      expect(await store.catalog.story("s")).toEqual({ id: "s", corrections: [], first: [] });
    });

    test.each([
      ["one report", '{"id":"s","first":"a"}', ["a"]],
      ["none", '{"id":"s","first":null}', []],
    ])("stories made when %s could be first name them in a list", async (_, before, first) => {
      const old = openRaw();
      migrate(old, MIGRATIONS.slice(0, 9));
      old.exec(
        `INSERT INTO stories (id, first, last, story) VALUES ('s', NULL, NULL, '${before}')`,
      );
      old.close();
      const store = await open(folder);
      expect(await store.catalog.story("s")).toMatchObject({ first });
    });

    test("are numbered one after another", () => {
      expect(MIGRATIONS.map(({ version }) => version)).toEqual(
        MIGRATIONS.map((_, place) => place + 1),
      );
    });

    test("are each all or nothing, and go on from where they stopped", () => {
      const db = openRaw();
      const first: Migration = { version: 1, name: "first", up: "CREATE TABLE one (a)" };
      const torn: Migration = {
        version: 2,
        name: "torn",
        up: "CREATE TABLE two (a); CREATE TABLE one (a)",
      };
      const whole: Migration = {
        version: 2,
        name: "whole",
        up: (on) => on.exec("CREATE TABLE two (a)"),
      };
      expect(() => migrate(db, [first, torn])).toThrow("already exists");
      expect(db.get("PRAGMA user_version")).toEqual({ user_version: 1 });
      migrate(db, [first, whole]);
      migrate(db, [first, whole]);
      expect(db.get("PRAGMA user_version")).toEqual({ user_version: 2 });
      db.close();
    });
  });

  describe("a connection", () => {
    test("binds whole numbers as integers, and null alone", () => {
      const db = openConnection(file(), 0);
      const typeOf = (value: number | null) => db.get("SELECT typeof(?) AS type", [value]);
      expect(typeOf(2 ** 53 - 1)).toEqual({ type: "integer" });
      expect(typeOf(1.5)).toEqual({ type: "real" });
      expect(typeOf(null)).toEqual({ type: "null" });
      db.close();
    });

    test("on a full disk fails as full, keeps what was there and goes on", () => {
      const db = openConnection(file(), 0);
      db.exec("CREATE TABLE t (a); PRAGMA max_page_count = 4");
      const fill = () => db.transaction(() => db.run("INSERT INTO t VALUES (zeroblob(100000))"));
      expect(fill).toThrow(expect.objectContaining({ code: "full", path: file() }));
      expect(db.run("INSERT INTO t VALUES (1)")).toBe(1);
      expect(db.get("SELECT count(*) AS rows FROM t")).toEqual({ rows: 1 });
      db.close();
    });
  });

  describe("beside another process", () => {
    /** Holds the writer's lock with a note written but not committed, until it is told to go on. */
    const HOLD = `
      import Database from "libsql";
      const db = new Database(process.argv[1]);
      db.exec("BEGIN IMMEDIATE; INSERT OR REPLACE INTO notes VALUES ('x', 'theirs')");
      process.stdout.write("held");
      process.stdin.once("data", () => { db.exec("COMMIT"); process.exit(0); });
    `;
    const hold = async (): Promise<ChildProcess> => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", HOLD, file()], {
        cwd: ROOT,
        stdio: ["pipe", "pipe", "inherit"],
      });
      await new Promise((resolve) => child.stdout?.once("data", resolve));
      return child;
    };
    const release = async (child: ChildProcess): Promise<void> => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.stdin?.write("go");
      await gone;
    };

    test("a reader is not blocked by a writer and sees what is committed", async () => {
      const store = await open(folder, { busyTimeoutMs: 5_000 });
      await store.catalog.setNote("x", "ours");
      const child = await hold();
      const begun = performance.now();
      expect(await store.catalog.note("x")).toBe("ours");
      expect((await store.catalog.size()).articles).toBe(0);
      const reading = await open(folder, { readOnly: true });
      expect(await reading.catalog.note("x")).toBe("ours");
      expect(performance.now() - begun).toBeLessThan(1_000);
      await release(child);
      expect(await store.catalog.note("x")).toBe("theirs");
      expect(await reading.catalog.note("x")).toBe("theirs");
    });

    test("a second writer gives up in time, and writes when the first is done", async () => {
      const store = await open(folder, { busyTimeoutMs: 100 });
      const child = await hold();
      const busy = { code: "busy", path: file() };
      await expect(store.catalog.setNote("y", "1")).rejects.toMatchObject(busy);
      await expect(store.index.upsert([toDocument(1, "ا")])).rejects.toMatchObject(busy);
      await release(child);
      await store.catalog.setNote("y", "1");
      expect(await store.catalog.note("y")).toBe("1");
    });

    test("a store that is closing waits for nobody", async () => {
      const store = await open(folder, { busyTimeoutMs: 5_000 });
      const child = await hold();
      const begun = performance.now();
      await store.close();
      expect(performance.now() - begun).toBeLessThan(1_000);
      await release(child);
    });

    test("several processes may open a new folder at once, and all of them can write", async () => {
      const built = buildStore(folder);
      const OPEN = `
        const { openSqliteStore } = await import(process.argv[1]);
        const store = await openSqliteStore(process.argv[2]);
        await store.catalog.setNote(process.argv[3], "here");
        await store.close();
      `;
      const home = join(folder, "home");
      const names = ["one", "two", "three", "four"];
      const codes = await Promise.all(
        names.map((name) => {
          const args = ["--input-type=module", "-e", OPEN, built, home, name];
          const child = spawn(process.execPath, args, { stdio: "inherit" });
          return new Promise((resolve) => child.once("exit", resolve));
        }),
      );
      expect(codes).toEqual([0, 0, 0, 0]);
      const store = await open(home, { readOnly: true });
      for (const name of names) expect(await store.catalog.note(name)).toBe("here");
    }, 30_000);
  });

  test("compacting leaves the search index in few pieces", async () => {
    const store = await open(folder);
    for (let number = 1; number <= 20; number += 1)
      await store.index.upsert([toDocument(number, `قمه جبل كلمه${number}`)]);
    const db = openConnection(file(), 1000);
    const pieces = () =>
      db.get<{ n: number }>("SELECT count(DISTINCT segid) AS n FROM search_idx")?.n ?? 0;
    const before = pieces();
    await store.index.compact();
    const after = pieces();
    db.close();
    expect(before).toBeGreaterThan(4);
    expect(after).toBeLessThan(before);
  });
});

/** Compiles this folder for a plain Node process, which does not read TypeScript, and returns its entry. */
function buildStore(folder: string): string {
  const out = join(folder, "built");
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const compilerOptions = { noEmit: false, rootDir: join(ROOT, "src"), outDir: out };
  const files = [join(ROOT, "src/store/sqlite/open.ts")];
  const config = { extends: join(ROOT, "tsconfig.json"), compilerOptions, files, include: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  execFileSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", folder]);
  return join(out, "store/sqlite/open.js");
}
