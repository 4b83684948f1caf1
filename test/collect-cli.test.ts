import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readWarcFile } from "../src/archive/index.ts";
import { startPress as startServer } from "../src/cli/press-server.ts";
import { openSqliteStore } from "../src/store/index.ts";
import { ended, startProgram, temporaryFolder } from "./process.ts";

/** What the sample press serves: its pages, and the six different articles that twelve of them append. */
const PAGES = 90;
const ARTICLES = 96;

interface Press {
  readonly homes: readonly string[];
  readonly allow: string;
}

/** The sample press as a process of its own. */
async function startPress(...options: string[]): Promise<Press> {
  const child = startProgram(["sample-press", "--port", "0", ...options]);
  let out = "";
  await new Promise<void>((resolve) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      out += chunk;
      if (out.trim().split("\n").length >= 12) resolve();
    });
  });
  const homes = out
    .trim()
    .split("\n")
    .map((line) => line.split("\t")[0] ?? "");
  return { homes, allow: `*.localhost:${new URL(homes[0] ?? "").port}` };
}

async function readState(home: string) {
  const store = await openSqliteStore(home);
  try {
    const articles = await store.catalog.export(0, 10_000);
    return {
      articles: articles
        .map(({ id, version, text, title, outlet }) => ({ id, version, text, title, outlet }))
        .sort((a, b) => a.id.localeCompare(b.id)),
      size: await store.catalog.size(),
      faults: await store.faults(),
      aside: (await store.collection.aside(99)).length,
    };
  } finally {
    await store.close();
  }
}

async function countResponses(home: string): Promise<number> {
  let count = 0;
  for (const file of readdirSync(join(home, "warc"))) {
    for await (const item of readWarcFile(join(home, "warc", file))) {
      if (item.ok && item.record.type === "response") count += 1;
    }
  }
  return count;
}

test("every site of the sample press is found, collected whole, and made again from its originals", {
  timeout: 180_000,
}, async () => {
  const press = await startPress();
  const home = temporaryFolder();
  const options = ["--home", home, "--allow", press.allow, "--pause", "0"];
  const added = await ended(startProgram(["add", ...press.homes, ...options]));
  expect(added.code, added.err).toBe(0);
  const state = await readState(home);
  expect(state.size).toMatchObject({
    articles: ARTICLES,
    versions: ARTICLES,
    outlets: 12,
    toGroup: 0,
  });
  expect(state.faults).toEqual([]);

  const again = await ended(startProgram(["fetch", "--all", "--json", ...options]));
  expect(JSON.parse(again.out)).toMatchObject({ polls: 12, pages: 0, new: 0, changed: 0 });
  expect(again.code).toBe(0);

  const reindexed = await ended(startProgram(["reindex", "--home", home]));
  expect(reindexed.code, reindexed.err).toBe(0);
  expect((await readState(home)).articles).toEqual(state.articles);

  const file = join(home, "all.warc.gz");
  const exported = await ended(startProgram(["export", "--home", home, "--out", file]));
  expect(exported.err).toMatch(/exported \d{2} pages as they were received/u);
  const other = temporaryFolder();
  const imported = await ended(startProgram(["import", "--home", other, file]));
  expect(imported.code, imported.err).toBe(0);
  expect((await readState(other)).articles).toEqual(state.articles);

  const listed = await ended(startProgram(["sources", "--home", home, "--opml"]));
  expect(listed.out.match(/xmlUrl/g)).toHaveLength(12);
  expect(listed.out).toContain("وكالة المدار للأنباء");
});

/** The sample press in this process, which tells of every request that it gets. */
async function startWatchedPress(onRequest: () => void): Promise<Press> {
  const press = await startServer({
    port: 0,
    toOrigin: ({ slug }, port) => `http://${slug}.localhost:${port}`,
    airTime: () => Date.parse("2026-03-06T00:00:00Z"),
    changes: false,
    fault: () => {
      onRequest();
      return "none";
    },
  });
  onTestFinished(() => press.close());
  const homes = press.outlets.map(({ slug }) => `http://${slug}.localhost:${press.port}/`);
  return { homes, allow: `*.localhost:${press.port}` };
}

/** Of some 115 requests of a whole run, each life of the collector is ended at its so-manieth: whatever the machine's pace. */
const LIVES = [3, 20, 31, 23];

test("collecting killed at any point and run again loses nothing and doubles nothing", {
  timeout: 180_000,
}, async () => {
  let onRequest = () => {};
  const press = await startWatchedPress(() => onRequest());
  const whole = temporaryFolder();
  const options = (home: string) => ["--home", home, "--allow", press.allow, "--pause", "0"];
  expect((await ended(startProgram(["add", ...press.homes, ...options(whole)]))).code).toBe(0);
  const expected = await readState(whole);

  const home = temporaryFolder();
  expect(
    (await ended(startProgram(["add", "--no-fetch", ...press.homes, ...options(home)]))).code,
  ).toBe(0);
  for (const life of LIVES) {
    const child = startProgram(["fetch", ...options(home)]);
    let requests = 0;
    onRequest = () => {
      requests += 1;
      // The collector waits for this very answer.
      if (requests === life) child.kill("SIGKILL");
    };
    expect((await ended(child)).signal).toBe("SIGKILL");
  }
  onRequest = () => {};
  const last = await ended(startProgram(["fetch", ...options(home)]));
  expect(last.code, last.err).toBe(0);
  const state = await readState(home);
  expect(state.articles).toEqual(expected.articles);
  expect(state.size).toMatchObject({ versions: ARTICLES, toIndex: 0, toGroup: 0 });
  expect(state.faults).toEqual([]);
  expect(await countResponses(home)).toBeGreaterThanOrEqual(12);
});

test("several workers at once make the same of the press as one", {
  timeout: 180_000,
}, async () => {
  const press = await startPress();
  const home = temporaryFolder();
  const options = ["--home", home, "--allow", press.allow, "--pause", "0"];
  await ended(startProgram(["add", "--no-fetch", ...press.homes, ...options]));
  const workers = await Promise.all(
    [1, 2, 3].map(() => ended(startProgram(["fetch", "--json", ...options]))),
  );
  expect(workers.map(({ code }) => code)).toEqual([0, 0, 0]);
  const pages = workers.reduce((sum, { out }) => sum + JSON.parse(out).pages, 0);
  expect(pages).toBe(PAGES);
  expect((await readState(home)).size).toMatchObject({
    articles: ARTICLES,
    versions: ARTICLES,
    toGroup: 0,
  });
});

test("a press that fails now and then gives what it gives, sets nothing aside at once, and harms nothing", {
  timeout: 180_000,
}, async () => {
  const press = await startPress("--fault", "status-500", "--share", "0.15");
  const home = temporaryFolder();
  const options = ["--home", home, "--allow", press.allow, "--pause", "0"];
  await ended(startProgram(["add", ...press.homes, ...options]));
  const { aside, faults, size } = await readState(home);
  expect(faults).toEqual([]);
  expect(aside).toBe(0);
  expect(size.articles).toBeGreaterThan(0);
});

test("what cannot be added says why", { timeout: 90_000 }, async () => {
  const home = temporaryFolder();
  const refused = await ended(startProgram(["add", "http://127.0.0.1:9/", "--home", home]));
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("private-address");
  const misused = await ended(startProgram(["add", "nowhere", "--home", home]));
  expect(misused.code).toBe(2);
});
