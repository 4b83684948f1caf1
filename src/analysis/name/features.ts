import type { Token } from "../../text/index.ts";
import { markEntries } from "./gazetteer.ts";
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
  view: (folded: string, at: number) => WordView,
): Sequence {
  const gaps = new Uint8Array(tokens.length + 1).fill(GAP.end);
  const views: WordView[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (at > 0) gaps[at] = gapOf(text, (tokens[at - 1] as Token).end, token.start);
    views.push(view(token.folded, at));
  }
  const opens = views.map((each) => each.opens);
  return { views, gaps, marks: markEntries(tokens, opens) };
}

export const REACH = 2;
/** The most features `jointFeatures` writes for one word. */
export const MOST_JOINT = 24;

/** What joint features see beyond the edge of a sentence. */
const OUTSIDE: WordView = {
  word: 1,
  fine: 999,
  coarse: 99,
  lists: -1,
  features: new Uint32Array(0),
  reach1: 0,
  reach2: 0,
  opens: [],
};

/** Whether the word at `to` is beyond the edge of the sentence of the word at `at`. */
export function isBeyond(gaps: Uint8Array, at: number, to: number): boolean {
  if (to < 0 || to >= gaps.length - 1) return true;
  const [first, last] = to < at ? [to, at] : [at, to];
  for (let k = first + 1; k <= last; k += 1) if (gaps[k] === GAP.end) return true;
  return false;
}

function neighbor({ views, gaps }: Sequence, at: number, offset: number): WordView {
  return isBeyond(gaps, at, at + offset) ? OUTSIDE : (views[at + offset] ?? OUTSIDE);
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

/** Features of several words or of what stands between them, written into `out`; returns how many. */
export function jointFeatures(sequence: Sequence, at: number, out: Uint32Array): number {
  const before = neighbor(sequence, at, -1);
  const own = sequence.views[at] ?? OUTSIDE;
  const after = neighbor(sequence, at, 1);
  const gapBefore = sequence.gaps[at] as number;
  const gapAfter = sequence.gaps[at + 1] as number;
  const { marks } = sequence;
  let n = 0;
  const put = (template: number, a: number, b: number) => {
    out[n] = mix(mix(template, a), b);
    n += 1;
  };
  put(50, before.word, own.word);
  put(51, own.word, after.word);
  put(52, before.fine, own.fine);
  put(53, own.fine, after.fine);
  put(54, mix(before.coarse, own.coarse), after.coarse);
  put(57, gapBefore, gapAfter);
  put(58, gapBefore, own.fine);
  put(59, gapAfter, own.fine);
  put(60, before.word, own.coarse);
  put(61, own.coarse, after.word);
  put(62, before.lists, own.lists);
  put(63, own.lists, after.lists);
  put(64, before.fine, own.lists);
  put(66, before.fine, after.fine);
  put(67, gapBefore, own.lists);
  put(70, marks[at] ?? 0, 0);
  put(71, marks[at] ?? 0, own.coarse);
  put(72, marks[at - 1] ?? 0, 1);
  put(73, marks[at + 1] ?? 0, 2);
  return n;
}
