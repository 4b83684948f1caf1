import { type Token, tokenize } from "../text/index.ts";

const SEPARATOR = /\s*[,،;؛|#•\n]\s*/u;
const MOST_WORDS = 5;

/**
 * Splits a page's keyword line. Without separators the tags are found as the longest runs of words that the article itself has;
 * what it has not, side by side, stays one tag as the page's tagger wrote it.
 */
export function splitKeywords(line: string, article: string): string[] {
  const parts = line
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length !== 1) return parts;
  const tokens = tokenize(line);
  const runs = wordRuns(article, new Set(tokens.map(({ folded }) => folded)));
  const tags: string[] = [];
  let unknownFrom: number | null = null;
  const flush = (to: number) => {
    if (unknownFrom !== null) tags.push(slice(line, tokens, unknownFrom, to));
    unknownFrom = null;
  };
  for (let at = 0; at < tokens.length; ) {
    const length = longestRun(tokens, at, runs);
    if (length === 0) {
      unknownFrom ??= at;
      at += 1;
      continue;
    }
    flush(at);
    tags.push(slice(line, tokens, at, at + length));
    at += length;
  }
  flush(tokens.length);
  return tags;
}

function slice(line: string, tokens: readonly Token[], from: number, to: number): string {
  return line.slice(tokens[from]?.start, tokens[to - 1]?.end);
}

/** Clitics that an article's word may wear and a tag does not. */
const CLITICS = /^[وفبلك]{1,2}(?=.{3})/u;
const CLITIC = /^[وفبلك]/u;

/** The runs of an article's words, with and without clitics, that begin as a tag may, which is with one of `starts`. */
function wordRuns(article: string, starts: ReadonlySet<string>): ReadonlySet<string> {
  const opensTag = (word: string): boolean =>
    starts.has(word) ||
    (CLITIC.test(word) && (starts.has(word.slice(1)) || starts.has(word.slice(2))));
  const words = tokenize(article).map(({ folded }) => folded);
  const runs = new Set<string>();
  for (let at = 0; at < words.length; at += 1) {
    if (!opensTag(words[at] as string)) continue;
    for (let length = 1; length <= MOST_WORDS && at + length <= words.length; length += 1) {
      const run = words.slice(at, at + length).join(" ");
      runs.add(run);
      runs.add(run.replace(CLITICS, ""));
    }
  }
  return runs;
}

function longestRun(tokens: readonly Token[], at: number, runs: ReadonlySet<string>): number {
  for (let length = Math.min(MOST_WORDS, tokens.length - at); length > 0; length -= 1) {
    if (
      runs.has(
        tokens
          .slice(at, at + length)
          .map(({ folded }) => folded)
          .join(" "),
      )
    )
      return length;
  }
  return 0;
}
