import type { Token } from "../../text/index.ts";
import { entriesFrom, markEntries } from "./gazetteer.ts";
import { mix } from "./hash.ts";
import type { WordView } from "./word.ts";

/** What stands between two words. The numbers are part of the model. */
export const GAP = {
  space: 0,
  comma: 1,
  end: 2,
  open: 3,
  close: 4,
  dash: 5,
  colon: 6,
  other: 7,
} as const;
export const GAPS = 8;

const SENTENCE_END = /[!?؟\n]|\.(?=\s|$)|\.{2,}|…/u;
const OPENING = /[(«"“[]/u;
const CLOSING = /[)»”\]]/u;
const COMMA = /[,،;؛]/u;
const DASH = /[-–—_/]/u;

/** The class of what is written between two words. */
export function gapOf(text: string, from: number, to: number): number {
  if (to - from === 1 && text.charCodeAt(from) === 0x20) return GAP.space;
  if (to === from) return GAP.other;
  const between = text.slice(from, to);
  if (SENTENCE_END.test(between)) return GAP.end;
  if (COMMA.test(between)) return GAP.comma;
  if (CLOSING.test(between)) return GAP.close;
  if (OPENING.test(between)) return GAP.open;
  if (between.includes(":")) return GAP.colon;
  if (DASH.test(between)) return GAP.dash;
  return between.trim() === "" ? GAP.space : GAP.other;
}

/** A text as the model sees it: its words' views, what stands before each, and which longer gazetteer entries each is in. */
export interface Sequence {
  readonly views: readonly WordView[];
  /** `gaps[i]` stands before word i; one more stands after the last. */
  readonly gaps: Uint8Array;
  readonly marks: Uint8Array;
}

/** Reads a text for the model; `view` gives the view of one folded word. */
export function toSequence(
  text: string,
  tokens: readonly Token[],
  view: (folded: string) => WordView,
): Sequence {
  const views = tokens.map(({ folded }) => view(folded));
  const opens = tokens.map(({ folded }) => entriesFrom(folded));
  return { views, gaps: gapsOf(text, tokens), marks: markEntries(tokens, opens) };
}

/** What stands before each token, and after the last. */
export function gapsOf(text: string, tokens: readonly Token[]): Uint8Array {
  const gaps = new Uint8Array(tokens.length + 1).fill(GAP.end);
  for (let at = 1; at < tokens.length; at += 1)
    gaps[at] = gapOf(text, (tokens[at - 1] as Token).end, (tokens[at] as Token).start);
  return gaps;
}

export const REACH = 2;

/** The word and the class numbers beyond the edge of a sentence. */
export const OUTSIDE_WORD = 1;
export const OUTSIDE_FINE = 999;
export const OUTSIDE_COARSE = 99;
export const OUTSIDE_LISTS = -1;

/** What joint features see beyond the edge of a sentence. */
const OUTSIDE: WordView = {
  word: OUTSIDE_WORD,
  fine: OUTSIDE_FINE,
  coarse: OUTSIDE_COARSE,
  lists: OUTSIDE_LISTS,
  features: new Uint32Array(0),
  reach1: 0,
  reach2: 0,
};

/** Whether the word at `to` is beyond the edge of the sentence of the word at `at`. */
export function isBeyond(gaps: Uint8Array, at: number, to: number): boolean {
  if (to < 0 || to >= gaps.length - 1) return true;
  const [first, last] = to < at ? [to, at] : [at, to];
  for (let k = first + 1; k <= last; k += 1) if (gaps[k] === GAP.end) return true;
  return false;
}

/** How many of a neighbor's features count at a distance. */
export function reachOf(view: WordView, offset: number): number {
  if (offset === 0) return view.features.length;
  return Math.abs(offset) === 1 ? view.reach1 : view.reach2;
}

/** The number of a word's feature as its neighbor at `offset` sees it. */
export function placed(feature: number, offset: number): number {
  return offset === 0 ? feature : mix(feature, 1000 + offset);
}

/**
 * What is seen where a word stands: of the word before, the word, the word after, and of what is between them. The first twelve are four
 * kinds of number, three of each.
 */
export const SLOT = {
  wordBefore: 0,
  word: 1,
  wordAfter: 2,
  fineBefore: 3,
  fine: 4,
  fineAfter: 5,
  coarseBefore: 6,
  coarse: 7,
  coarseAfter: 8,
  listsBefore: 9,
  lists: 10,
  listsAfter: 11,
  gapBefore: 12,
  gapAfter: 13,
  markBefore: 14,
  mark: 15,
  markAfter: 16,
  /** The coarse classes of the word before and the word, as one number. */
  coarsePair: 17,
  zero: 18,
  one: 19,
  two: 20,
} as const;
export const SLOTS = 21;

/** The features of two slots together: the number of the template, which is part of the model, and the slots. */
export const JOINT: readonly (readonly [template: number, first: number, second: number])[] = [
  [50, SLOT.wordBefore, SLOT.word],
  [51, SLOT.word, SLOT.wordAfter],
  [52, SLOT.fineBefore, SLOT.fine],
  [53, SLOT.fine, SLOT.fineAfter],
  [54, SLOT.coarsePair, SLOT.coarseAfter],
  [57, SLOT.gapBefore, SLOT.gapAfter],
  [58, SLOT.gapBefore, SLOT.fine],
  [59, SLOT.gapAfter, SLOT.fine],
  [60, SLOT.wordBefore, SLOT.coarse],
  [61, SLOT.coarse, SLOT.wordAfter],
  [62, SLOT.listsBefore, SLOT.lists],
  [63, SLOT.lists, SLOT.listsAfter],
  [64, SLOT.fineBefore, SLOT.lists],
  [66, SLOT.fineBefore, SLOT.fineAfter],
  [67, SLOT.gapBefore, SLOT.lists],
  [70, SLOT.mark, SLOT.zero],
  [71, SLOT.mark, SLOT.coarse],
  [72, SLOT.markBefore, SLOT.one],
  [73, SLOT.markAfter, SLOT.two],
];

/** Writes what stands in the slots of one word into `out`. */
export function fillSlots(sequence: Sequence, at: number, out: Int32Array): void {
  const { views, gaps, marks } = sequence;
  const before = isBeyond(gaps, at, at - 1) ? OUTSIDE : (views[at - 1] as WordView);
  const own = views[at] as WordView;
  const after = isBeyond(gaps, at, at + 1) ? OUTSIDE : (views[at + 1] as WordView);
  out[SLOT.wordBefore] = before.word;
  out[SLOT.word] = own.word;
  out[SLOT.wordAfter] = after.word;
  out[SLOT.fineBefore] = before.fine;
  out[SLOT.fine] = own.fine;
  out[SLOT.fineAfter] = after.fine;
  out[SLOT.coarseBefore] = before.coarse;
  out[SLOT.coarse] = own.coarse;
  out[SLOT.coarseAfter] = after.coarse;
  out[SLOT.listsBefore] = before.lists;
  out[SLOT.lists] = own.lists;
  out[SLOT.listsAfter] = after.lists;
  out[SLOT.gapBefore] = gaps[at] as number;
  out[SLOT.gapAfter] = gaps[at + 1] as number;
  out[SLOT.markBefore] = marks[at - 1] ?? 0;
  out[SLOT.mark] = marks[at] as number;
  out[SLOT.markAfter] = marks[at + 1] ?? 0;
  out[SLOT.coarsePair] = mix(before.coarse, own.coarse);
  out[SLOT.zero] = 0;
  out[SLOT.one] = 1;
  out[SLOT.two] = 2;
}

/** The number of a joint feature. */
export function jointFeature(template: number, first: number, second: number): number {
  return mix(mix(template, first), second);
}
