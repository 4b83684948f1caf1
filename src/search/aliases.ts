import { ALIASES } from "../text/index.ts";
import { LATIN_COUNTRIES } from "./tables/latin-countries.ts";
import { LATIN_NAMES } from "./tables/latin-names.ts";
import type { Expansion, ReadQuery } from "./types.ts";
import { foldedWords, toTerm } from "./words.ts";

type Run = readonly string[];

const toKey = (run: Run): string => run.map(toTerm).join(" ");

interface Alias {
  readonly written: string;
  readonly run: Run;
}

const toAliases = (names: readonly string[]): readonly Alias[] =>
  names.map((written) => ({ written, run: foldedWords(written) }));

const ROWS: readonly (readonly [string, readonly Alias[]])[] = ALIASES.flatMap((row) => {
  const aliases = toAliases(row);
  return aliases.map(({ run }) => [toKey(run), aliases] as const);
});
/** From Latin to Arabic alone: who writes Arabic rarely wants what has the name in Latin letters. Of two rows the later counts. */
const LATIN_ROWS = [...LATIN_COUNTRIES, ...LATIN_NAMES].flatMap(({ latin, arabic }) => {
  const names = toAliases(arabic);
  return latin.map((written) => [toKey(foldedWords(written)), names] as const);
});
const ROW_OF: ReadonlyMap<string, readonly Alias[]> = new Map(ROWS);
const LATIN_ROW_OF: ReadonlyMap<string, readonly Alias[]> = new Map(LATIN_ROWS);
const LONGEST = Math.max(
  ...[...ROW_OF.keys(), ...LATIN_ROW_OF.keys()].map((key) => key.split(" ").length),
);

/** In a longer query the other words find what the Latin ones miss, and a headline mostly has them as its article does. */
const MOST_WORDS = 4;

/** Whether Latin words of a query are looked for by Arabic names too. */
export const isShort = ({ words }: ReadQuery): boolean => words.length <= MOST_WORDS;

/** The other names of a name, as written. */
export function namesBeside(written: string): readonly string[] {
  const own = toKey(foldedWords(written));
  const row = ROW_OF.get(own) ?? [];
  return row.filter(({ run }) => toKey(run) !== own).map((alias) => alias.written);
}

/** Names that words of a query are also looked for by. */
export function toExpansion(
  { normal }: ReadQuery,
  words: Run,
  names: readonly string[],
): Expansion {
  return { words, names, runs: names.map(foldedWords), without: asTheyStand(normal, words) };
}

/**
 * The other names of what a query names, longest names first, each word in one at most. A word that the reader marked with an
 * equals sign is taken as it stands.
 */
export function findExpansions(query: ReadQuery): Expansion[] {
  const found: Expansion[] = [];
  for (let at = 0; at < query.words.length; ) {
    const expansion = expansionAt(query, at);
    if (expansion !== null) found.push(expansion);
    at += expansion?.words.length ?? 1;
  }
  return found;
}

function expansionAt(query: ReadQuery, at: number): Expansion | null {
  const { words, literal } = query;
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length -= 1) {
    const run = words.slice(at, at + length);
    const key = toKey(run);
    const row = ROW_OF.get(key) ?? (isShort(query) ? LATIN_ROW_OF.get(key) : undefined);
    if (row === undefined || run.some((word) => literal.includes(word))) continue;
    const others = row.filter((alias) => toKey(alias.run) !== key);
    return toExpansion(
      query,
      run,
      others.map(({ written }) => written),
    );
  }
  return null;
}

function asTheyStand(normal: string, words: Run): string {
  const parts = normal.split(" ");
  const isStart = (part: string) => part.endsWith("*") && words.includes(part.slice(0, -1));
  return parts
    .map((part) => (isStart(part) ? part.slice(0, -1) : words.includes(part) ? `=${part}` : part))
    .join(" ");
}
