import { findNames } from "../src/analysis/name/find-names.ts";
import { readStatements, type StatementReading } from "../src/analysis/statement/statements.ts";
import { splitSentences, tokenize } from "../src/text/index.ts";

/** The statements of a text for tests, its own names known; `from` is where its dateline ends. */
export function readText(text: string, from = 0): StatementReading {
  const tokens = tokenize(text);
  const names = findNames(text, tokens);
  return readStatements(text, tokens, splitSentences(text), { from, names });
}

/** Who says each of them, in order. */
export function speakersOf(text: string): (string | null)[] {
  return readText(text).statements.map(({ speaker }) => speaker);
}
