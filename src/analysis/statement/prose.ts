import type { Name } from "../../model/index.ts";
import { type Sentence, type Token, type Word, wordsOf } from "../../text/index.ts";
import { findQuotations, type Quotation } from "./quotations.ts";
import { bare } from "./word-kinds.ts";

/** A run of tokens, `to` exclusive. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** A text as statements are read from it. */
export interface Prose {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The words of its tokens. */
  readonly words: readonly Word[];
  readonly quotations: readonly Quotation[];
  /** Sentences as runs of tokens; one that ends within a quotation goes on to the sentence that closes it. */
  readonly units: readonly Run[];
  /** For each token the quotation it stands in, else -1. */
  readonly within: Int32Array;
  /** The folded words of the names found in the text; null where no names were looked for. */
  readonly nameWords: ReadonlySet<string> | null;
  /** For each token of a name what the name is of, and whether it is the name's first word. */
  readonly named: ReadonlyMap<number, NamedWord>;
}

/** A word of a name found in the text. */
export interface NamedWord {
  readonly type: Name["type"];
  readonly isFirst: boolean;
  /** A preposition is glued to it: «لنستله». */
  readonly isJoined: boolean;
}

/** «قال سالم:» at a paragraph's end, the words in marks in the next. */
const LEADS_IN = /:\s*\n\s*["«“]/u;
const PREPOSITION = /^[بل]/u;
const DECIMAL = ",";

/** Lays tokens, sentences and quotations over each other. */
export function readProse(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  names: readonly Name[] | null = null,
): Prose {
  const quotations = findQuotations(text);
  const within = new Int32Array(tokens.length).fill(-1);
  let quotation = 0;
  tokens.forEach(({ start }, k) => {
    while (quotation < quotations.length && (quotations[quotation]?.close ?? 0) <= start)
      quotation += 1;
    const at = quotations[quotation];
    if (at !== undefined && start >= at.start && start < at.end) within[k] = quotation;
  });
  const units = toUnits(text, tokens, sentences, quotations);
  const named = wordsOfNames(tokens, names ?? []);
  const nameWords =
    names === null
      ? null
      : new Set([...named].flatMap(([k, word]) => (word.isJoined ? [] : [wordAt({ tokens }, k)])));
  return { text, tokens, words: wordsOf(tokens), quotations, within, nameWords, named, units };
}

function wordsOfNames(tokens: readonly Token[], names: readonly Name[]): Map<number, NamedWord> {
  const words = new Map<number, NamedWord>();
  let at = 0;
  for (const { start, end, type } of names) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= start) at += 1;
    // A word with «و» or «لـ» before the name in it is none that names are known by.
    for (let k = at; k < tokens.length && (tokens[k]?.start ?? 0) < end; k += 1) {
      const isJoined = (tokens[k]?.start ?? 0) < start;
      if (!isJoined || PREPOSITION.test(wordAt({ tokens }, k)))
        words.set(k, { type, isFirst: k === at, isJoined });
    }
  }
  return words;
}

function toUnits(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
): Run[] {
  const units: Run[] = [];
  let from = 0;
  let at = 0;
  let quotation = 0;
  for (const { end } of sentences) {
    while (at < tokens.length && (tokens[at]?.start ?? 0) < end) at += 1;
    while (quotation < quotations.length && (quotations[quotation]?.close ?? 0) <= end)
      quotation += 1;
    const running = quotations[quotation];
    const isWithin = running !== undefined && running.open < end && running.close > end;
    const leadsIn = LEADS_IN.test(text.slice(Math.max(0, end - 4), end + 3));
    if (at > from && !isWithin && !leadsIn) {
      units.push({ from, to: at });
      from = at;
    }
  }
  if (tokens.length > from) units.push({ from, to: tokens.length });
  return units;
}

/** What stands between a token and the one before it; nothing where a comma makes two numbers one: «25,5». */
export function gapBefore(prose: Prose, k: number): string {
  const before = prose.tokens[k - 1];
  const token = prose.tokens[k];
  const gap = prose.text.slice(before?.end ?? 0, token?.start ?? prose.text.length);
  return gap === DECIMAL && before?.kind === "number" && token?.kind === "number" ? "" : gap;
}

/** The folded word at a place, "" past the ends. */
export function wordAt(prose: Pick<Prose, "tokens">, k: number): string {
  return prose.tokens[k]?.folded ?? "";
}

/** The quotation that opens right before a token, else null. */
export function quotationFrom(prose: Prose, k: number): Quotation | null {
  const index = prose.within[k] ?? -1;
  if (index === -1 || prose.within[k - 1] === index) return null;
  return prose.quotations[index] ?? null;
}

/** The first token after the quotation that a token stands in; the token itself when it stands in none. */
export function afterQuotation(prose: Prose, k: number): number {
  const index = prose.within[k] ?? -1;
  if (index === -1) return k;
  let next = k;
  while (next < prose.tokens.length && prose.within[next] === index) next += 1;
  return next;
}

/** As many words in marks a name or a title has at most. */
const LONGEST_NAME = 7;

/** The same for a quotation that may be a name; the token itself where it is longer. */
export function afterShortQuotation(prose: Prose, at: number): number {
  const end = afterQuotation(prose, at);
  return end - at <= LONGEST_NAME ? end : at;
}

/** Where a run of tokens ends in the text: a closing mark that belongs to its last token is inside. */
export function endOffset(prose: Prose, to: number): number {
  const last = to - 1;
  const index = prose.within[last] ?? -1;
  const quotation = prose.quotations[index];
  const end = prose.tokens[last]?.end ?? 0;
  return quotation !== undefined && prose.within[to] !== index
    ? Math.max(end, quotation.close)
    : end;
}

/** Where a run of tokens starts in the text: an opening mark that belongs to its first token is inside. */
export function startOffset(prose: Prose, from: number): number {
  const quotation = quotationFrom(prose, from);
  return quotation?.open ?? prose.tokens[from]?.start ?? 0;
}

/** The folded words of a run without articles. */
export function bareWords(prose: Prose, { from, to }: Run): string[] {
  const words: string[] = [];
  for (let k = from; k < to; k += 1) words.push(bare(wordAt(prose, k)));
  return words;
}
