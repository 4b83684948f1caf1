import { foldWord } from "../fold.ts";
import { indexWords, type Prefixed } from "../prefixed-words.ts";
import { MANY, MANY_FEW } from "../tables/number-words.ts";
import { nounAt } from "./counted.ts";
import type { Figure } from "./figure.ts";
import { isNear, type Source } from "./read-number.ts";

interface Many {
  readonly least: number;
  readonly most: number;
}

const INDEX = indexWords<Many>(
  MANY.map(([forms, least, most]) => ({ forms, word: { least, most } })),
);
const FEW: ReadonlySet<string> = new Set(MANY_FEW.map(foldWord));
const SCALE_FROM = 1000;
const FEW_TIMES = 1.5;
const OF = "من";
const ARTICLE = /^ال(?=.{3})/u;

/** Whether a folded word says an uncounted many, with or without what may be joined to it. */
export function isMany(folded: string): boolean {
  return INDEX.has(folded) || FEW.has(folded);
}

/** A figure that says how many at least and at most, and the first token after it. */
export interface FoundMany {
  readonly figure: Figure;
  readonly next: number;
}

/** «عشرات القتلى», «مئات الآلاف من النازحين», «بضع مئات»: no number, but how many at least and at most. */
export function readMany(source: Source, at: number): FoundMany | null {
  const { text, tokens } = source;
  const few = FEW.has(tokens[at]?.folded ?? "");
  const first = few ? at + 1 : at;
  const found = manyAt(source, first);
  if (found === undefined || (few && !isNear(source, first)) || isAdverb(found)) return null;
  const scale = found.word.least < SCALE_FROM ? scaleAt(source, first + 1) : 1;
  const last = scale > 1 ? first + 1 : first;
  const { end, next, ...what } = readCounted(source, last + 1) ?? {
    end: tokens[last]?.end ?? 0,
    next: last + 1,
  };
  const start = (tokens[at]?.start ?? 0) + (few ? 0 : found.joined);
  const low = found.word.least * (few ? FEW_TIMES : 1) * scale;
  const high = (found.word.most + 1) * scale - 1;
  const values = { value: low, low, high, approximate: true };
  return { figure: { text: text.slice(start, end), start, end, ...values, ...what }, next };
}

/** «سقطوا بالعشرات» says how. */
function isAdverb({ to, definite }: Prefixed<Many>): boolean {
  return to === "ب" && definite;
}

/** With ك another word: «كميات» are quantities. */
function manyAt({ tokens }: Source, at: number): Prefixed<Many> | undefined {
  const token = tokens[at];
  const found = token?.kind === "word" ? INDEX.get(token.folded) : undefined;
  return found?.to === "ك" ? undefined : found;
}

/** «عشرات الآلاف», «مئات الملايين». */
function scaleAt(source: Source, at: number): number {
  const found = isNear(source, at) ? manyAt(source, at) : undefined;
  if (found === undefined || found.and || found.to !== "" || found.word.least < SCALE_FROM)
    return 1;
  return found.word.least / 2;
}

interface Counted {
  readonly unit?: string;
  readonly of?: string;
  readonly end: number;
  readonly next: number;
}

/** «القتلى», «من القتلى», «من الدولارات»: what there are many of. */
function readCounted(source: Source, at: number): Counted | null {
  const { text, tokens } = source;
  const isOf = tokens[at]?.folded === OF && isNear(source, at);
  const where = isOf ? at + 1 : at;
  const token = tokens[where];
  if (token?.kind !== "word" || !isNear(source, where)) return null;
  const place = { end: token.end, next: where + 1 };
  const noun = nounAt(source, where);
  if (noun !== undefined && !noun.and && noun.to === "") {
    const { name, kind } = noun.word;
    return kind === "counted" ? { of: name, ...place } : { unit: name, ...place };
  }
  if (!ARTICLE.test(token.folded)) return null;
  return { of: text.slice(token.start, token.end).replace(ARTICLE, ""), ...place };
}
