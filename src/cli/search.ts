import type { Command } from "commander";
import { type FoundArticle, type SearchResult, search, searchIds } from "../search/index.ts";
import { MOST_COUNTED, type Store } from "../store/index.ts";
import { addHomeOption, type HomeOption, withStore } from "./home.ts";
import { CliError, type Io, toCount } from "./io.ts";
import { eachLine, type ReadLine, reportBad, toJsonLine } from "./json-lines.ts";

interface Options extends HomeOption {
  readonly json?: boolean;
  readonly limit: string;
  readonly queries?: string;
  readonly newest?: boolean;
  readonly recent?: boolean;
}

interface Query {
  readonly id: string;
  readonly text: string;
}

const MOST_HITS = 1000;
const LONG_OPTION = /^--[a-z]/iu;

const EXAMPLES = `
Examples (a shell takes quotation marks off, so a phrase needs two kinds, or «»):
  tawatur search مجلس الأمن -غزة
  tawatur search «مجلس الأمن» from:2026-03 --newest
  tawatur search 'source:"وكالة الأنباء" "مجلس الأمن"' --limit 50 --json
`;

/** `tawatur search`: one query, or a file of them. */
export function addSearch(program: Command, io: Io): void {
  const command = program
    .command("search")
    .description("search the database")
    // «-word» leaves a word out; to the parser of options it is one that nobody knows.
    .allowUnknownOption()
    .argument(
      "[query...]",
      'words, "phrases", -excluded, +required, =literal, begin*, one OR other, source:OUTLET, from:2026-03-01, to:2026-03',
    )
    .option("--limit <n>", `how many hits (1 to ${MOST_HITS})`)
    .option("--newest", "newest first; every word must occur")
    .option("--recent", "best first, where a week of age halves what an article is worth")
    .option("--queries <file>", "JSON Lines {id, text}, one query a line; - is standard input")
    .option(
      "--json",
      "JSON Lines: {id, hits: [{id, score}]} for --queries, {id, score, title, …} a hit else; with no hit, one line {query, total, suggestions, …}",
    );
  command.addHelpText("after", EXAMPLES);
  addHomeOption(command).action(async (words: string[], options: Options) => {
    const unknown = words.find((word) => LONG_OPTION.test(word));
    if (unknown !== undefined) throw new CliError(`search: unknown option '${unknown}'`, 2);
    const text = words.join(" ");
    if ((text === "") === (options.queries === undefined)) {
      throw new CliError("search: give either a query or --queries FILE", 2);
    }
    const limit = toLimit(options);
    await withStore(
      options,
      io,
      (store) =>
        options.queries === undefined
          ? searchOne(store, text, limit, options, io)
          : searchMany(store, options.queries, limit, options, io),
      { readOnly: true },
    );
  });
}

function toLimit({ limit = undefined, queries }: Partial<Options>): number {
  const number = Number(limit ?? (queries === undefined ? 10 : 100));
  if (Number.isInteger(number) && number >= 1 && number <= MOST_HITS) return number;
  throw new CliError(
    `search: --limit takes a whole number from 1 to ${MOST_HITS}, not ${limit}`,
    2,
  );
}

function toRequest(text: string, limit: number, { newest, recent }: Options) {
  const ranked = recent === true ? ("recent" as const) : ("best" as const);
  return {
    text,
    order: newest === true ? ("newest" as const) : ranked,
    limit,
    offset: 0,
  };
}

async function searchOne(
  store: Store,
  text: string,
  limit: number,
  options: Options,
  io: Io,
): Promise<void> {
  const result = await search(store, toRequest(text, limit, options));
  for (const fault of result.query.faults)
    io.err(`not understood: ${fault} (days: 2026-03-01, 2026-03, 2026; outlets: source:NAME)\n`);
  if (options.json === true) {
    for (const hit of result.hits) await io.out(toJsonLine(toHitRow(hit)));
    if (result.hits.length === 0) await io.out(toJsonLine(toEmptyRow(result)));
    return;
  }
  io.err(`${toHeading(result)}\n`);
  for (const { words: named, names, without } of result.expansions) {
    io.err(`also: ${named.join(" ")} = ${names.join("، ")} (without: ${without})\n`);
  }
  for (const suggestion of result.suggestions) io.err(`did you mean: ${suggestion}\n`);
  for (const hit of result.hits) await io.out(toHitText(hit));
}

function toHeading({ query, total }: SearchResult): string {
  if (query.normal === "") return "nothing to search for: no word, outlet or day was understood";
  const found = toCount(total, "article");
  return `${query.normal}: ${total >= MOST_COUNTED ? `more than ${found}` : found}`;
}

function toHitRow({ article, score, snippet }: FoundArticle) {
  const { id, url, outlet, title, published } = article;
  return {
    id,
    score,
    url,
    source: outlet,
    title,
    published,
    snippet: snippet.map(({ text }) => text).join(""),
  };
}

/** What was really searched for, and what else could have been meant: an empty answer alone tells neither. */
function toEmptyRow({ query, total, expansions, suggestions }: SearchResult) {
  return {
    query: query.normal,
    total,
    also: expansions.flatMap(({ names }) => names),
    suggestions,
    notUnderstood: query.faults,
  };
}

function toHitText({ article, snippet, cutBefore, cutAfter }: FoundArticle): string {
  const { title, outlet, published, url, id } = article;
  const head = [title ?? id, outlet, published?.at].filter(
    (part) => part !== null && part !== undefined,
  );
  const passage = snippet
    .map(({ text }) => text)
    .join("")
    .replaceAll("\n", " ");
  return `${head.join(" · ")}\n  ${cutBefore ? "… " : ""}${passage}${cutAfter ? " …" : ""}\n  ${url ?? id}\n\n`;
}

async function searchMany(
  store: Store,
  file: string,
  limit: number,
  options: Options,
  io: Io,
): Promise<void> {
  const tally = await eachLine([file], io, readQueryLine, async ({ id, text }) => {
    const hits = await searchIds(store, toRequest(text, limit, options));
    if (options.json === true) await io.out(toJsonLine({ id, hits }));
    else await io.out(`${id}\t${hits.map((hit) => hit.id).join(" ")}\n`);
  });
  reportBad(tally, io);
}

function readQueryLine(line: string): ReadLine<Query> {
  try {
    const { id, text }: { readonly id?: unknown; readonly text?: unknown } = JSON.parse(line) ?? {};
    if (typeof id === "string" && typeof text === "string") return { ok: true, row: { id, text } };
    return { ok: false, detail: "a query is {id, text}, both strings" };
  } catch (error) {
    return { ok: false, detail: `not JSON: ${(error as Error).message}` };
  }
}
