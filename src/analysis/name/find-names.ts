import type { Name } from "../../model/index.ts";
import { foldWord, type Token } from "../../text/index.ts";
import { withoutClitic } from "./clitic.ts";
import { GAP, gapOf } from "./features.ts";
import { entryAt, KIND, LIST, singleWordHits } from "./gazetteer.ts";
import { toNameKey } from "./key.ts";
import { labelTokens, TYPES } from "./label.ts";
import { type Found, shareKeys } from "./short-forms.ts";
import { TITLES } from "./tables/name-words.ts";

/** A name as tokens of its text: from `from` up to and not including `to`. */
interface Span {
  readonly type: Name["type"];
  readonly from: number;
  readonly to: number;
}

/** «على» is the preposition, however the matching form folds it. */
const PREPOSITION = "على";
const TYPE_OF_KIND: Readonly<Record<number, Name["type"]>> = {
  [KIND.person]: "person",
  [KIND.organisation]: "organisation",
};
/** «قطاع غزة», «صحيفة النبأ»: what opens so is a name also without its first word, and the model knows which is meant. */
const HEADS = (1 << LIST.organisationHead) | (1 << LIST.placeHead) | (1 << LIST.title);
const LETTER = /^\P{M}[\p{M}\u0640]*/u;
const TITLE: ReadonlySet<string> = new Set(TITLES.map(foldWord));

/**
 * The people, organisations and places a text names, in order, with a key that is the same for all spellings of one name. A short form
 * has the key of the one full form the text gives it.
 */
export function findNames(text: string, tokens: readonly Token[]): Name[] {
  const labels = labelTokens(text, tokens);
  const spans = withEntries(text, tokens, toSpans(labels));
  const written = new Set(tokens.map(({ folded }) => folded));
  const found = spans.flatMap((span) => toFound(text, tokens, span, written));
  return shareKeys(text, found).map(({ type, text: surface, start, end, key }) => ({
    type,
    text: surface,
    start,
    end,
    key,
  }));
}

function toSpans(labels: Uint8Array): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < labels.length; at += 1) {
    const label = labels[at] as number;
    const type = TYPES[(label - 1) >> 1];
    if (label === 0 || label % 2 === 0 || type === undefined) continue;
    let to = at + 1;
    while (labels[to] === label + 1) to += 1;
    spans.push({ type, from: at, to });
  }
  return spans;
}

/** Adds names of several words that the tables list and the model passed over, or of which it saw only a part. */
function withEntries(text: string, tokens: readonly Token[], spans: readonly Span[]): Span[] {
  const added: Span[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const entry = entryAt(tokens, at);
    if (entry === null || singleWordHits(entry.words[0] ?? "") & HEADS) continue;
    if (!isUnbroken(text, tokens, at, entry.words.length)) continue;
    const to = at + entry.words.length;
    added.push({ type: TYPE_OF_KIND[entry.kind] ?? "place", from: at, to });
    at = to - 1;
  }
  if (added.length === 0) return [...spans];
  const whole = added.filter((entry) =>
    spans.every((span) => !overlap(span, entry) || isInside(span, entry)),
  );
  const kept = spans.filter((span) => !whole.some((entry) => isInside(span, entry)));
  return [...kept, ...whole].sort((a, b) => a.from - b.from);
}

function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Whether a span is a part of an entry; the whole of it keeps the type that its context gave it. */
function isInside(span: Span, entry: Span): boolean {
  const same = span.from === entry.from && span.to === entry.to;
  return !same && span.from >= entry.from && span.to <= entry.to;
}

function isUnbroken(text: string, tokens: readonly Token[], from: number, length: number): boolean {
  for (let at = from + 1; at < from + length; at += 1) {
    const gap = gapOf(text, (tokens[at - 1] as Token).end, (tokens[at] as Token).start);
    if (gap !== GAP.space) return false;
  }
  return true;
}

function toFound(
  text: string,
  tokens: readonly Token[],
  span: Span,
  written: ReadonlySet<string>,
): Found[] {
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
