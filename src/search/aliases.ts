import { ALIASES } from "../text/index.ts";
import type { Expansion, ReadQuery } from "./types.ts";
import { foldedWords, toTerm } from "./words.ts";

type Run = readonly string[];

const toKey = (run: Run): string => run.map(toTerm).join(" ");

interface Alias {
  readonly written: string;
  readonly run: Run;
}

const ROW_OF: ReadonlyMap<string, readonly Alias[]> = new Map(
  ALIASES.flatMap((row) => {
    const aliases = row.map((written) => ({ written, run: foldedWords(written) }));
    return aliases.map(({ run }) => [toKey(run), aliases] as const);
  }),
);
const LONGEST = Math.max(...[...ROW_OF.keys()].map((key) => key.split(" ").length));

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

function expansionAt({ words, literal, normal }: ReadQuery, at: number): Expansion | null {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length -= 1) {
    const run = words.slice(at, at + length);
    const row = ROW_OF.get(toKey(run));
    if (row === undefined || run.some((word) => literal.includes(word))) continue;
    const own = toKey(run);
    const others = row.filter((alias) => toKey(alias.run) !== own);
    return {
      words: run,
      names: others.map(({ written }) => written),
      runs: others.map((alias) => alias.run),
      without: asTheyStand(normal, run),
    };
  }
  return null;
}

function asTheyStand(normal: string, words: Run): string {
  const parts = normal.split(" ");
  return parts.map((part) => (words.includes(part) ? `=${part}` : part)).join(" ");
}
