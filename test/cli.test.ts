import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { inventNews, toJsonLines } from "../bench/invented.js";
import { run } from "../src/cli/main.ts";
import { ended, startProgram, temporaryFolder } from "./process.ts";

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process with a made-up console. */
async function tawatur(
  args: readonly string[],
  input: string | Uint8Array | ((out: () => string) => AsyncIterable<Uint8Array>) = "",
): Promise<Outcome> {
  let out = "";
  let err = "";
  const code = await run(args, {
    input: typeof input === "function" ? input(() => out) : once(input),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env: {},
    now: () => new Date("2026-03-05T00:00:00Z"),
    terminal: false,
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

async function* once(input: string | Uint8Array): AsyncIterable<Uint8Array> {
  yield Buffer.from(input);
}

const rows = (out: string) =>
  out
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const NEWS = inventNews(30);

describe("import", () => {
  test("importing again changes nothing", async () => {
    const home = temporaryFolder();
    const first = await tawatur(["import", "--json", "--home", home, "-"], toJsonLines(NEWS));
    expect(rows(first.out)[0]).toMatchObject({ read: 30, new: 30, unchanged: 0, changed: 0 });
    const second = await tawatur(["import", "--json", "--home", home, "-"], toJsonLines(NEWS));
    expect(rows(second.out)[0]).toMatchObject({ read: 30, new: 0, unchanged: 30, changed: 0 });
  });

  test("a changed text is a new version and the old one is kept", async () => {
    const home = temporaryFolder();
    const [article] = NEWS;
    await tawatur(["import", "--home", home, "-"], toJsonLines([article]));
    const again = await tawatur(
      ["import", "--json", "--home", home, "-"],
      toJsonLines([{ ...article, text: `${article?.text}\nتحديث: ارتفع العدد.` }, article]),
    );
    expect(rows(again.out)[0]).toMatchObject({ read: 2, changed: 1, unchanged: 1 });
    const state = rows((await tawatur(["doctor", "--json", "--home", home])).out)[0];
    expect(state).toMatchObject({ articles: 1, versions: 2, searchable: 1, faults: [] });
  });

  test("a bad line is named with its number and the others are read", async () => {
    const home = temporaryFolder();
    const bytes = Buffer.concat([
      Buffer.from(`${JSON.stringify(NEWS[0])}\n\n{"id":"x"}\nnot json\n[1]\n{"text":"بلا هوية"}\n`),
      Buffer.from([0xff, 0xfe, 0x0a]),
      Buffer.from(`{"id":"y","text":"نص","keywords":7}\n${JSON.stringify(NEWS[1])}`),
    ]);
    const { code, out, err } = await tawatur(["import", "--json", "--home", home, "-"], bytes);
    expect(code).toBe(0);
    expect(rows(out)[0]).toMatchObject({
      read: 2,
      new: 2,
      refused: {
        "no-text": 1,
        "not-json": 1,
        "not-an-object": 1,
        "no-id": 1,
        "not-utf8": 1,
        "bad-field": 1,
      },
    });
    for (const number of [3, 4, 5, 6, 7, 8])
      expect(err).toContain(`standard input, line ${number}: `);
  });

  test("a date that is none is said so, and the article is kept without one", async () => {
    const home = temporaryFolder();
    const { err } = await tawatur(
      ["import", "--home", home, "-"],
      toJsonLines([{ ...NEWS[0], published: "أمس" }]),
    );
    expect(err).toContain("`published` is no time that can be read: أمس");
    const found = rows(
      (await tawatur(["search", "--json", "--home", home, NEWS[0]?.title ?? ""])).out,
    );
    expect(found[0]).toMatchObject({ id: NEWS[0]?.id, published: null });
  });

  test("one url under two ids is two articles of one account", async () => {
    const home = temporaryFolder();
    const [a, b] = NEWS;
    await tawatur(["import", "--home", home, "-"], toJsonLines([a, { ...b, url: a?.url }]));
    const { out } = await tawatur(["doctor", "--json", "--home", home]);
    expect(rows(out)[0]).toMatchObject({ articles: 2, stories: 1 });
  });

  test("a record without an id is known by its url", async () => {
    const home = temporaryFolder();
    const { id: _, ...nameless } = NEWS[0] ?? { id: "" };
    await tawatur(["import", "--home", home, "-"], toJsonLines([nameless]));
    const again = await tawatur(["import", "--json", "--home", home, "-"], toJsonLines([nameless]));
    expect(rows(again.out)[0]).toMatchObject({ unchanged: 1 });
  });

  test("gzip is told by its bytes, in files and on standard input", async () => {
    const folder = temporaryFolder();
    const packed = gzipSync(toJsonLines(NEWS));
    writeFileSync(join(folder, "news.jsonl.gz"), packed);
    const file = await tawatur([
      "import",
      "--json",
      "--home",
      join(folder, "a"),
      join(folder, "news.jsonl.gz"),
    ]);
    expect(rows(file.out)[0]).toMatchObject({ new: 30 });
    const piped = await tawatur(["import", "--json", "--home", join(folder, "b"), "-"], packed);
    expect(rows(piped.out)[0]).toMatchObject({ new: 30 });
  });

  test("gzip that ends too early gives what stands before and says so", async () => {
    const folder = temporaryFolder();
    const packed = gzipSync(toJsonLines(inventNews(400)));
    const { out, err } = await tawatur(
      ["import", "--json", "--home", folder, "-"],
      packed.subarray(0, packed.length / 2),
    );
    expect(rows(out)[0]["refused"]).toEqual({ unreadable: 1 });
    expect(rows(out)[0]["new"]).toBeGreaterThan(50);
    expect(err).toContain("the gzip data ends too early");
  });

  test("a folder is read file by file, pages and records alike", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "in", "deep"), { recursive: true });
    writeFileSync(join(folder, "in", "news.jsonl"), toJsonLines(NEWS.slice(0, 3)));
    writeFileSync(
      join(folder, "in", "deep", "page.txt"),
      `source: إذاعة الوادي\ntitle: مطر على التلال\npublished: 2026-03-02\n\n${NEWS[5]?.text}`,
    );
    writeFileSync(join(folder, "in", "picture.png"), "x");
    const { out } = await tawatur([
      "import",
      "--json",
      "--home",
      join(folder, "home"),
      join(folder, "in"),
    ]);
    expect(rows(out)[0]).toMatchObject({ new: 4, refused: {} });
    const [found] = rows(
      (await tawatur(["search", "--json", "--home", join(folder, "home"), "مطر التلال"])).out,
    );
    expect(found).toMatchObject({
      id: "in/deep/page.txt",
      source: "إذاعة الوادي",
      published: { at: "2026-03-02", precision: "day" },
    });
  });

  test("a page of plain text is read in whatever charset its letters tell", async () => {
    const folder = temporaryFolder();
    const text = `${NEWS[5]?.title}\n\n${NEWS[5]?.text}`;
    writeFileSync(join(folder, "wide.txt"), Buffer.from(text, "utf16le"));
    const [out, home] = [join(folder, "wide.txt"), join(folder, "home")];
    expect(rows((await tawatur(["extract", out])).out)[0]?.["articles"]).toMatchObject([
      { title: NEWS[5]?.title },
    ]);
    const imported = await tawatur(["import", "--json", "--home", home, out]);
    expect(rows(imported.out)[0]).toMatchObject({ new: 1, refused: {} });
  });

  test("a file that is not there is one clear line and exit code 1", async () => {
    const { code, err } = await tawatur(["import", "--home", temporaryFolder(), "/no/such/file"]);
    expect(code).toBe(1);
    expect(err).toBe("tawatur: /no/such/file: no such file or folder\n");
  });
});

test("group says in one line where its stories cannot be written", async () => {
  const { code, err } = await tawatur(["group", "--stories", "/no/such/x"], toJsonLines(NEWS));
  expect(code).toBe(1);
  expect(err).toMatch(/^tawatur: group: stories cannot be written: .*\/no\/such\/x'\n$/u);
});

describe("several files of which one is not there", () => {
  const written = (folder: string) => {
    const path = join(folder, "news.jsonl");
    writeFileSync(path, toJsonLines(NEWS.slice(0, 2)));
    return path;
  };

  test.each(["analyze", "group"])("%s tells it, reads the others and fails", async (command) => {
    const path = written(temporaryFolder());
    const { code, out, err } = await tawatur([command, "/no/such/file", path]);
    expect(rows(out).map(({ id }) => id)).toEqual(NEWS.slice(0, 2).map(({ id }) => id));
    expect([code, err]).toEqual([1, "/no/such/file: no such file\n"]);
  });

  test("import does too", async () => {
    const folder = temporaryFolder();
    const files = ["/no/such/file", written(folder)];
    const { code, out, err } = await tawatur(["import", "--json", "--home", folder, ...files]);
    expect(rows(out)[0]).toMatchObject({ new: 2, refused: { "not-found": 1 } });
    expect(code).toBe(1);
    expect(err).toContain("/no/such/file: no such file or folder\n");
  });

  test("feed does too, and extract says of a folder that it has no pages", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "list");
    writeFileSync(path, "https://marfaa.example/1\n");
    const fed = await tawatur(["feed", "/no/such/file", path]);
    expect(rows(fed.out)).toMatchObject([{ kind: "sitemap" }, { entry: {} }]);
    expect([fed.code, fed.err]).toEqual([1, "/no/such/file: no such file\n"]);
    const extracted = await tawatur(["extract", folder]);
    expect([extracted.code, extracted.out]).toEqual([1, ""]);
    expect(extracted.err).toBe(`${folder}: no .html or .txt file in it\n`);
  });

  test("a form of log that there is none of is misuse", async () => {
    const { code, err } = await tawatur(["fetch", "--log", "xml", "--home", temporaryFolder()]);
    expect(code).toBe(2);
    expect(err).toContain("Allowed choices are text, json");
  });
});

describe("search", () => {
  test("queries from a file are answered by id, one line each", async () => {
    const home = temporaryFolder();
    await tawatur(["import", "--home", home, "-"], toJsonLines(NEWS));
    const queries = NEWS.slice(0, 5).map(({ id, title }) => ({ id: `q-${id}`, text: title }));
    const { out } = await tawatur(
      ["search", "--home", home, "--queries", "-", "--json"],
      toJsonLines(queries),
    );
    expect(rows(out).map(({ id }) => id)).toEqual(queries.map(({ id }) => id));
    for (const { hits } of rows(out))
      expect(hits[0]).toMatchObject({ id: expect.stringContaining("invented-") });
  });

  test("a word after a minus is left out, first or last, with options behind it", async () => {
    const home = temporaryFolder();
    const texts = ["أغلق المرفأ", "أغلق المرفأ بسبب المطر"].map((text, at) => ({
      ...NEWS[at],
      title: null,
      text,
    }));
    await tawatur(["import", "--home", home, "-"], toJsonLines(texts));
    const { out } = await tawatur(["search", "المرفأ", "-المطر", "--json", "--home", home]);
    expect(rows(out).map(({ id }) => id)).toEqual([NEWS[0]?.id]);
    const { err } = await tawatur(["search", "-المطر", "المرفأ", "--home", home]);
    expect(err).toBe("المرفا -المطر: 1 article\n");
  });

  test.each([
    ["؟!", "nothing to search for: no word, outlet or day was understood\n"],
    ["from:غدا مطر", "not understood: from:غدا"],
  ])("what is not understood is told: %s", async (text, told) => {
    const home = temporaryFolder();
    await tawatur(["import", "--home", home, "-"], toJsonLines(NEWS));
    const { code, err } = await tawatur(["search", "--home", home, text]);
    expect([code, err]).toEqual([0, expect.stringContaining(told)]);
  });

  test("no hit is one line that says what was looked for and what may have been meant", async () => {
    const home = temporaryFolder();
    const texts = ["أغلق المرفأ", "افتتح المرفأ"].map((text, at) => ({ ...NEWS[at], text }));
    await tawatur(["import", "--home", home, "-"], toJsonLines(texts));
    const { code, out } = await tawatur(["search", "المررفأ", "--json", "--home", home]);
    expect(code).toBe(0);
    expect(rows(out)).toEqual([
      { query: "المررفا", total: 0, also: [], suggestions: ["المرفأ"], notUnderstood: [] },
    ]);
  });

  test("an article is found by its address and by its id", async () => {
    const home = temporaryFolder();
    const url = "https://example.org/harbor/";
    const article = { ...NEWS[0], id: "harbor-2026", url };
    await tawatur(["import", "--home", home, "-"], toJsonLines([article, ...NEWS.slice(1)]));
    for (const asked of ["harbor-2026", url, "https://example.org/harbor"]) {
      const { out } = await tawatur(["search", asked, "--json", "--home", home]);
      expect(rows(out).map(({ id }) => id)).toEqual(["harbor-2026"]);
    }
  });

  test("a database that does not exist yet is said so", async () => {
    const { code, err } = await tawatur([
      "search",
      "--home",
      join(temporaryFolder(), "none"),
      "مطر",
    ]);
    expect(code).toBe(1);
    expect(err).toMatch(/^tawatur: .*does not exist yet\n$/u);
  });

  test.each([
    ["no query", ["search"]],
    ["a limit that is no number", ["search", "--limit", "many", "مطر"]],
    ["an unknown option", ["search", "--colour", "مطر"]],
    ["an unknown command", ["serach"]],
  ])("%s is misuse: exit code 2", async (_what, args) => {
    expect((await tawatur(args)).code).toBe(2);
  });
});

describe("group", () => {
  test("prints a line an article, in order, and a line a story", async () => {
    const folder = temporaryFolder();
    const stories = join(folder, "stories.jsonl");
    const { out } = await tawatur(["group", "--stories", stories], toJsonLines(NEWS));
    expect(rows(out).map(({ id }) => id)).toEqual(NEWS.map(({ id }) => id));
    const copied = rows(out).filter(({ copyOf }) => copyOf !== null);
    expect(copied.length).toBeGreaterThan(3);
    for (const { overlap } of copied) expect(overlap).toBeGreaterThan(0.6);
    const lines = rows(readFileSync(stories, "utf8"));
    expect(lines.flatMap(({ reports }) => reports).sort()).toEqual(NEWS.map(({ id }) => id).sort());
    for (const { accounts, independent } of lines) {
      expect(independent).toBeGreaterThanOrEqual(1);
      expect(independent).toBeLessThanOrEqual(accounts.length);
    }
  });

  test("the output of analyze can be piped into it", async () => {
    const analyzed = await tawatur(["analyze"], toJsonLines(NEWS));
    const piped = await tawatur(["group"], analyzed.out);
    const direct = await tawatur(["group"], toJsonLines(NEWS));
    expect(piped.out).toBe(direct.out);
  });
});

test("on a slow pipe analyze prints an article before the next one comes", async () => {
  const [first, second] = NEWS.slice(0, 2).map((article) => Buffer.from(toJsonLines([article])));
  const { out } = await tawatur(["analyze"], async function* (printed) {
    yield first as Buffer;
    while (printed() === "") await setTimeout(5);
    yield second as Buffer;
  });
  expect(rows(out).map(({ id }) => id)).toEqual(NEWS.slice(0, 2).map(({ id }) => id));
});

test("doctor makes no database where there is none, and says so", async () => {
  const home = join(temporaryFolder(), "nowhere");
  const { code, err } = await tawatur(["doctor", "--home", home]);
  expect(code).toBe(1);
  expect(err).toContain("does not exist yet");
  expect(existsSync(home)).toBe(false);
});

test.each(["serve", "import", "search", "extract", "analyze", "group", "doctor"])(
  "%s has help",
  async (command) => {
    const { code, out } = await tawatur([command, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`tawatur ${command}`);
  },
);

/** A device that is always full; other systems have none. */
const FULL = "/dev/full";

test.runIf(existsSync(FULL))("output that cannot be written ends in one line", async () => {
  const file = join(temporaryFolder(), "news.jsonl");
  writeFileSync(file, toJsonLines(NEWS));
  const full = openSync(FULL, "w");
  const { code, err } = await ended(startProgram(["analyze", file], {}, full));
  closeSync(full);
  expect(code).toBe(1);
  expect(err).toMatch(/^tawatur: cannot write the output: .*no space left on device.*\n$/u);
});
