import type { Name } from "../../model/index.ts";
import { foldWord, type Token } from "../../text/index.ts";
import { type Written, withoutClitic } from "./clitic.ts";
import { entriesFrom, entryAt, KIND } from "./gazetteer.ts";
import { toNameKey } from "./key.ts";
import { labelTokens } from "./label.ts";
import { type Found, shareKeys } from "./short-forms.ts";
import { type Span, toSpans } from "./spans.ts";
import { splitRuns } from "./split-runs.ts";
import { TITLES } from "./tables/name-words.ts";

/** «على» is the preposition, however the matching form folds it. */
const PREPOSITION = "على";
const LETTER = /^\P{M}[\p{M}\u0640]*/u;
const TITLE: ReadonlySet<string> = new Set(TITLES.map(foldWord));

/**
 * The people, organisations and places a text names, in order, with a key that is the same for all spellings of one name. A short form
 * has the key of the one full form the text gives it.
 */
export function findNames(text: string, tokens: readonly Token[]): Name[] {
  const labels = labelTokens(text, tokens);
  const read = splitRuns(text, tokens, toSpans(text, tokens, labels));
  const spans = read.map((span, at) => toWholeEntry(tokens, span, read[at + 1]?.from));
  const written = writtenIn(tokens);
  const found = spans.flatMap((span) => toFound(text, tokens, span, written));
  return shareKeys(text, found).map(({ type, text: surface, start, end, key }) => ({
    type,
    text: surface,
    start,
    end,
    key,
  }));
}

/** «منظمة الأمم المتحدة للطفولة» is one body: a name of the tables is read to its end, where no other name begins within. */
function toWholeEntry(
  tokens: readonly Token[],
  span: Span,
  next: number = Number.POSITIVE_INFINITY,
): Span {
  if (span.type !== "organisation") return span;
  const entry = entryAt(entriesFrom(tokens[span.from]?.folded ?? ""), tokens, span.from);
  const to = span.from + (entry?.words.length ?? 0);
  return entry?.kind === KIND.organisation && to > span.to && to <= next ? { ...span, to } : span;
}

/** The words of a text, gathered when the first is asked for. */
function writtenIn(tokens: readonly Token[]): Written {
  let words: ReadonlySet<string> | null = null;
  return {
    has: (word) => {
      words ??= new Set(tokens.map(({ folded }) => folded));
      return words.has(word);
    },
  };
}

function toFound(text: string, tokens: readonly Token[], span: Span, written: Written): Found[] {
  let from = span.from;
  if (span.type === "person")
    while (from < span.to - 1 && TITLE.has((tokens[from] as Token).folded)) from += 1;
  const first = tokens[from] as Token;
  const last = tokens[span.to - 1] as Token;
  if (first === last && text.slice(first.start, first.end) === PREPOSITION) return [];
  const bare = withoutClitic(first.folded, written);
  const start = afterLetters(text, first.start, bare.cut);
  const rest = tokens.slice(from + 1, span.to).map(({ folded }) => folded);
  const words = [bare.word, ...rest];
  const surface = text.slice(start, last.end);
  return [{ type: span.type, text: surface, start, end: last.end, key: toNameKey(words), words }];
}

/** Where so many letters after a place end, with their marks and tatweel. */
function afterLetters(text: string, from: number, letters: number): number {
  let at = from;
  for (let k = 0; k < letters; k += 1) at += LETTER.exec(text.slice(at, at + 16))?.[0].length ?? 0;
  return at;
}
