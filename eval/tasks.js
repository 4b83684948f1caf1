// What is measured, with what, and where each figure stands in a scorer's output.
// A task prepares predictions with the program itself and hands them to a scorer of the shared folder.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readPairs, scorePairs, toArticles } from "./name-pairs.js";

const PROGRAM = new URL("../bin/tawatur.js", import.meta.url).pathname;
const MOST_OUTPUT = 1 << 30;

function readRows(path) {
  const bytes = readFileSync(path);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function writeRows(path, rows) {
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

function tawatur(args, input = "") {
  const done = spawnSync(process.execPath, [PROGRAM, ...args], { input, maxBuffer: MOST_OUTPUT });
  if (done.status !== 0)
    throw new Error(`tawatur ${args[0]}: ${done.stderr.toString().slice(-500)}`);
  return done.stdout;
}

function score(shared, scorer, args) {
  return execFileSync(process.execPath, [join(shared, "eval", scorer), ...args]).toString();
}

function number(text, pattern) {
  const match = pattern.exec(text);
  if (match === null) throw new Error(`no ${pattern} in: ${text}`);
  return Number(match[1]);
}

function stories(shared, folder) {
  const rows = readRows(join(shared, "data/ant-2018-03-05.jsonl.gz"))
    .filter(({ published }) => published >= "2018-04-08" && published < "2018-04-15")
    .sort((a, b) => (a.published < b.published ? -1 : 1));
  const input = join(folder, "april.jsonl");
  const pred = join(folder, "april.out.jsonl");
  writeRows(input, rows);
  writeFileSync(pred, tawatur(["group", input]));
  const out = score(shared, "score-stories.mjs", [
    "--gold",
    join(shared, "data/gold/stories-2018-04.json"),
    "--pred",
    pred,
  ]);
  return {
    "stories: B-cubed F1": number(out, /B-cubed, events.*?F1 ([\d.]+)/u),
    "stories: pairs F1 without the biggest": number(out, /pairs without.*?F1 ([\d.]+)/u),
    "stories: copies, pairs F1": number(out, /pairs, copies.*?F1 ([\d.]+)/u),
  };
}

const HOUR_MS = 3_600_000;

/** Articles in order of hour, those of one hour shuffled, the same way every time. */
function shuffleHours(rows) {
  let state = 2026;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return rows
    .map((row) => ({ row, place: Math.floor(Date.parse(row.published) / HOUR_MS) + next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
}

/** How far the stories of the gold articles are the same when the articles of each hour arrive in another order. */
function storyOrder(shared, folder) {
  const gold = JSON.parse(readFileSync(join(shared, "data/gold/stories-2018-04.json"), "utf8"));
  const rows = readRows(join(shared, "data/ant-2018-03-05.jsonl.gz"))
    .filter(({ published }) => published >= "2018-04-08" && published < "2018-04-15")
    .sort((a, b) => (a.published < b.published ? -1 : 1));
  const [inOrder, shuffled] = [rows, shuffleHours(rows)].map((list) => {
    const input = join(folder, "order.jsonl");
    writeRows(input, list);
    const placed = tawatur(["group", input]).toString().split("\n").filter(Boolean);
    return new Map(placed.map((line) => JSON.parse(line)).map(({ id, story }) => [id, story]));
  });
  const docs = Object.keys(gold.docs).map((id) => [id, { event: inOrder.get(id) }]);
  const [as, pred] = ["as.json", "shuffled.jsonl"].map((name) => join(folder, name));
  writeFileSync(as, JSON.stringify({ docs: Object.fromEntries(docs), copies: [] }));
  writeRows(
    pred,
    [...shuffled].map(([id, story]) => ({ id, story, account: id })),
  );
  const out = score(shared, "score-stories.mjs", ["--gold", as, "--pred", pred]);
  return {
    "stories: the same in another order, B-cubed F1": number(out, /B-cubed, events.*?F1 ([\d.]+)/u),
  };
}

function copies(shared, folder) {
  const articles = join(shared, "data/saudi-2015-07.jsonl.gz");
  const pred = join(folder, "saudi.out.jsonl");
  writeFileSync(pred, tawatur(["group", articles]));
  const overlap = join(shared, "data/gold/saudi-2015-07.overlap.tsv.gz");
  const out = score(shared, "score-copies.mjs", [
    "--overlap",
    overlap,
    "--articles",
    articles,
    "--pred",
    pred,
  ]);
  return {
    "copies: in one account": number(out, /^copies.*\(([\d.]+)\)/mu),
    "copies: cut, in one account": number(out, /^cut copies.*\(([\d.]+)\)/mu),
    "copies: supported pairs": 1 - number(out, /unsupported by overlap \d+ \(([\d.]+)\)/u),
  };
}

function origins(shared, folder) {
  const articles = join(shared, "data/saudi-2015-07.jsonl.gz");
  const [masked, truth, pred] = ["masked", "truth", "masked.out"].map((name) =>
    join(folder, `${name}.jsonl`),
  );
  score(shared, "mask-credits.mjs", ["--articles", articles, "--out", masked, "--truth", truth]);
  writeFileSync(pred, tawatur(["group", masked]));
  const out = score(shared, "score-origin.mjs", ["--truth", truth, "--pred", pred]);
  return {
    "origins: precision": number(out, /P(?:recision)?\s*([\d.]+)/u),
    "origins: recall": number(out, /R(?:ecall)?\s*([\d.]+)/u),
  };
}

function statements(shared, folder) {
  const gold = join(shared, "data/gold/quotes-dev.jsonl");
  const wanted = new Set(readRows(gold).map(({ docno }) => docno));
  const rows = readRows(join(shared, "data/ant-2018-03-05.jsonl.gz")).filter(({ id }) =>
    wanted.has(id),
  );
  const input = join(folder, "quotes.jsonl");
  const pred = join(folder, "quotes.out.jsonl");
  writeRows(input, rows);
  writeFileSync(pred, tawatur(["analyze", input]));
  const out = score(shared, "score-quotes.mjs", ["--gold", gold, "--pred", pred]);
  return {
    "statements: quoted, found F1": number(out, /^quoted .*F1 ([\d.]+)/mu),
    "statements: quoted, with the speaker F1": number(out, /^quotedWithSpeaker.*F1 ([\d.]+)/mu),
    "statements: indirect, found F1": number(out, /^indirect.*F1 ([\d.]+)/mu),
    "statements: chains F1": number(out, /^via.*F1 ([\d.]+)/mu),
    "credits: F1": number(out, /^credits.*F1 ([\d.]+)/mu),
    "datelines: place right": number(out, /dateline place: \d+ of \d+ \(([\d.]+)\)/u),
  };
}

function search(shared, folder, name, documents, queries) {
  const home = join(folder, `home-${name}`);
  const pred = join(folder, `${name}.out.jsonl`);
  tawatur(["import", "--home", home, documents]);
  const gold = join(shared, queries);
  writeFileSync(pred, tawatur(["search", "--home", home, "--queries", gold, "--json"]));
  const out = score(shared, "score-search.mjs", ["--gold", gold, "--pred", pred]);
  return { [`search: ${name}, nDCG@10`]: number(out, /nDCG@10 ([\d.]+)/u) };
}

function searchArcd(shared, folder) {
  const documents = join(shared, "data/language/search-arcd-docs.jsonl.gz");
  return search(shared, folder, "ARCD", documents, "data/language/search-arcd-queries.jsonl.gz");
}

function searchAnt(shared, folder) {
  const documents = join(folder, "untitled.jsonl");
  writeFileSync(
    documents,
    execFileSync(
      process.execPath,
      [
        join(shared, "eval/strip-titles.mjs"),
        "--articles",
        join(shared, "data/ant-2018-03-05.jsonl.gz"),
      ],
      { maxBuffer: MOST_OUTPUT },
    ),
  );
  return search(
    shared,
    folder,
    "ANT headlines",
    documents,
    "data/language/search-ant-queries.jsonl.gz",
  );
}

function charset(shared, folder) {
  const gold = join(shared, "data/language/charset.jsonl.gz");
  const input = join(folder, "charset.jsonl");
  const pred = join(folder, "charset.out.jsonl");
  writeRows(
    input,
    readRows(gold).map(({ id, base64 }) => ({ id, bytes: base64 })),
  );
  writeFileSync(pred, tawatur(["extract", input]));
  const out = score(shared, "score-charset.mjs", ["--gold", gold, "--pred", pred]);
  return { "charset: right": number(out, /^all (\d+)/mu) / number(out, /^all \d+ of (\d+)/mu) };
}

function extraction(set) {
  return (shared, folder) => {
    const pred = join(folder, `${set}.out.jsonl`);
    const result = join(folder, `${set}.json`);
    const pages = join(shared, "data/pages");
    writeFileSync(pred, tawatur(["extract", join(pages, `${set}.jsonl.gz`)]));
    const gold = join(pages, `${set}.gold.jsonl`);
    score(shared, "score-extract.mjs", ["--gold", gold, "--pred", pred, "--json", result]);
    const { body, snippets, title, date, author } = JSON.parse(readFileSync(result, "utf8"));
    const share = (figure) => figure && figure.right / figure.of;
    const figures = {
      "body F1": body?.f1,
      "wanted found": snippets && snippets.wantedFound / snippets.wanted,
      "unwanted absent": snippets && snippets.unwantedAbsent / snippets.unwanted,
      title: share(title),
      date: share(date),
      author: share(author),
    };
    return Object.fromEntries(
      Object.entries(figures)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [`extract: ${set}, ${name}`, value]),
    );
  };
}

/** Time expressions: values of short texts, and spans of news texts. */
function times(shared, folder) {
  const gold = join(shared, "data/language/times.jsonl");
  const pred = join(folder, "times.out.jsonl");
  writeFileSync(pred, tawatur(["analyze", gold]));
  const out = score(shared, "score-times.mjs", ["--gold", gold, "--pred", pred]);
  const spans = join(shared, "data/language/time-spans.jsonl");
  const found = join(folder, "time-spans.out.jsonl");
  writeFileSync(found, tawatur(["analyze", spans]));
  const args = ["--gold", spans, "--pred", found, "--field", "times", "--match", "overlap"];
  return {
    "times: right": number(out, /^all.*right \(([\d.]+)\)/mu),
    "times: right, Duckling": number(out, /^duckling.*right \(([\d.]+)\)/mu),
    "times: spans, overlap F1": number(
      score(shared, "score-spans.mjs", args),
      /^all.*F1 ([\d.]+)/mu,
    ),
  };
}

/** Figures of short texts: the rows of numbers.jsonl as they are. */
function numbers(shared, folder) {
  const gold = join(shared, "data/language/numbers.jsonl");
  const pred = join(folder, "numbers.out.jsonl");
  writeFileSync(pred, tawatur(["analyze", gold]));
  const out = score(shared, "score-numbers.mjs", ["--gold", gold, "--pred", pred]);
  return { "numbers: right": number(out, /right \(([\d.]+)\)/u) };
}

/** Names on parts of the samples that the model judged there never saw: one is trained for each part; the program's own is not asked. */
function names(shared) {
  const trainer = new URL("./train-names.js", import.meta.url).pathname;
  const out = execFileSync(process.execPath, [trainer, "--shared", shared]).toString();
  return {
    "names: ANERcorp held out, F1": number(out, /^ANERcorp all.*F1 ([\d.]+)/mu),
    "names: AQMAR held out, F1": number(out, /^AQMAR all.*F1 ([\d.]+)/mu),
  };
}

/** The key read where the name stands; several names read there are no key. */
function keyAt({ at, end }, names) {
  const keys = names.filter((name) => name.start < end && name.end > at).map(({ key }) => key);
  return keys.length === 1 ? keys[0] : null;
}

function namePairs(shared, folder) {
  const pairs = readPairs(shared);
  const articles = toArticles(pairs);
  const input = join(folder, "pairs.jsonl");
  const pred = join(folder, "pairs.out.jsonl");
  writeRows(input, articles);
  writeFileSync(pred, tawatur(["analyze", input]));
  const read = new Map(readRows(pred).map(({ id, names }) => [id, names]));
  const keys = new Map(
    articles.map((article) => [article.id, keyAt(article, read.get(article.id))]),
  );
  const keyOf = (id) => keys.get(id) ?? null;
  return {
    "names: one key for all spellings, F1": scorePairs(pairs, "shared", keyOf),
    "names: one key for all spellings, own pairs, F1": scorePairs(pairs, "own", keyOf),
  };
}

/** The sections of ANT that mean the same at every outlet. Its «technology» holds science and health too. */
const CLEAR_SECTIONS = {
  sport: ["sport"],
  economy: ["economy"],
  culture: ["culture"],
  technology: ["technology", "health"],
};

/** Sections that Saudi outlets name in their addresses; no word of the topics was chosen from them. */
const SECTIONS_BY_ADDRESS = [
  ["alwatan", /\/Sports\//u, "sport"],
  ["alwatan", /\/Economy\//u, "economy"],
  ["alwatan", /\/Culture\//u, "culture"],
  ["3alyoum", /\/sports\//u, "sport"],
  ["3alyoum", /\/finance\//u, "economy"],
  ["3alyoum", /\/culture\//u, "culture"],
  ["3alyoum", /\/technology\//u, "technology"],
  ["arreyadi", /./u, "sport"],
  ["aljazirah", /\/sp\d+\.htm/u, "sport"],
  ["aljazirah", /\/ec\d+\.htm/u, "economy"],
  ["aljazirah", /\/cu\d+\.htm/u, "culture"],
];

const sectionByAddress = ({ source, url }) =>
  SECTIONS_BY_ADDRESS.find(([name, part]) => name === source && part.test(url))?.[2];

/**
 * The words of topics are written by hand. Some were chosen among those that three outlets' sections share, so that no outlet is quite held
 * out; words taken so by count alone from the other outlets give the outlet left out as much.
 */
function topics(shared, folder) {
  const rows = readRows(join(shared, "data/ant-2018-03-05.jsonl.gz")).filter(
    ({ section }) => section in CLEAR_SECTIONS,
  );
  const saudi = readRows(join(shared, "data/saudi-2015-07.jsonl.gz"))
    .map((row) => ({ ...row, section: sectionByAddress(row) }))
    .filter(({ section, text }) => section !== undefined && text !== "");
  const input = join(folder, "sections.jsonl");
  writeRows(input, [...rows, ...saudi]);
  const read = tawatur(["analyze", input]).toString().split("\n").filter(Boolean);
  const topic = new Map(read.map((line) => JSON.parse(line)).map(({ id, topic }) => [id, topic]));
  const share = (rows, isRight) => rows.filter(isRight).length / rows.length;
  const isRight = ({ id, section }) => CLEAR_SECTIONS[section].includes(topic.get(id));
  const isItself = ({ id, section }) => topic.get(id) === section;
  const outlets = [...new Set(rows.map(({ source }) => source))].map((name) =>
    rows.filter(({ source }) => source === name),
  );
  return {
    "topics: four clear sections": share(rows, isRight),
    "topics: four clear sections, worst outlet": Math.min(
      ...outlets.map((own) => share(own, isRight)),
    ),
    "topics: the section's own word": share(rows, isItself),
    "topics: sections by address, Saudi outlets": share(saudi, isItself),
  };
}

export const TASKS = {
  charset,
  stories,
  storyOrder,
  copies,
  origins,
  statements,
  numbers,
  times,
  names,
  namePairs,
  topics,
  searchArcd,
  searchAnt,
  extractWcxb: extraction("wcxb"),
  extractFundus: extraction("fundus"),
  extractSnippets: extraction("snippets"),
  extractDates: extraction("dates"),
  extractArabic: extraction("arabic"),
};

/** Runs one task in a folder of its own that is gone afterwards. */
export function runTask(name, shared) {
  const folder = mkdtempSync(join(tmpdir(), "tawatur-eval-"));
  try {
    return TASKS[name](shared, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
