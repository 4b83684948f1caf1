import { foldWord } from "../fold.ts";
import { ORDINALS } from "../tables/time-words.ts";
import { isOrdinal } from "../time/context.ts";
import { wordsOf } from "../token-words.ts";
import type { Token } from "../tokens.ts";
import { factOf, type Word } from "../word.ts";
import { ageBound, readAge, YEARS } from "./age.ts";
import { boundBefore, findBounds, toBounds } from "./bound.ts";
import {
  dualAt,
  isBelowZero,
  isDual,
  type Measured,
  nounAt,
  readMeasured,
  toValue,
} from "./counted.ts";
import type { Figure, Span } from "./figure.ts";
import { isMany, readMany } from "./many.ts";
import { nextOfLabel, nextOfNoCount } from "./no-count.ts";
import { digitAt } from "./numeral.ts";
import { isPartWord, readQuantity } from "./quantity.ts";
import { readRange } from "./range.ts";
import { isNear, isNumberWord, type ReadNumber, readNumber, type Source } from "./read-number.ts";

const OPENING = /^ ?\($/u;
/** «نصف نهائي», «ربع النهائي»: a round of a cup. */
const ROUNDS: ReadonlySet<string> = new Set(["نهايي", "النهايي", "نهاييات"]);
/** After «نصف» these make a number of it. */
const SCALES: ReadonlySet<string> = new Set(["مليون", "مليار", "الف", "تريليون", "بليون"]);
/** «الثانية عشرة»: what follows an ordinal is its second half. */
const ORDINAL: ReadonlySet<string> = new Set(
  ORDINALS.flatMap(([, forms]) => forms.split(" ").flatMap(withArticle)),
);
/** «بضع عشرة دولة» says no number. */
const SOME: ReadonlySet<string> = new Set(["بضع", "بضعه"]);
const LEAST_DIALLED = 5;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const GLUE = /[-_/.:@#]/u;
const NEW_CLAUSE = /[.،,؛:!؟?()[\]\n«»"“”]/u;

/** The figures of a text in order. `taken` are parts already read as something else, such as dates, in order of their starts. */
export function findFigures(source: Source, taken: readonly Span[] = []): Figure[] {
  const figures: Figure[] = [];
  const words = wordsOf(source.tokens);
  let spanAt = 0;
  let at = 0;
  while (at < source.tokens.length) {
    const start = source.tokens[at]?.start ?? 0;
    while ((taken[spanAt]?.end ?? Number.POSITIVE_INFINITY) <= start) spanAt += 1;
    const isTaken = (taken[spanAt]?.start ?? Number.POSITIVE_INFINITY) <= start;
    const found = isTaken || !mayBegin(source, words, at) ? null : readFigure(source, at);
    if (found?.figure) figures.push(found.figure);
    at = Math.max(at + 1, found?.next ?? 0);
  }
  return figures;
}

const isNumberOrDual = factOf((folded) => opensWithWord(folded), false);

/** Whether a figure may begin at a token: one look passes over nearly every word of a text. */
function mayBegin({ text, tokens }: Source, words: readonly Word[], at: number): boolean {
  const { kind, start } = tokens[at] as Token;
  return kind !== "word" || isNumberOrDual(words[at] as Word) || digitAt(text, start) >= 0;
}

function opensWithWord(folded: string): boolean {
  return (
    isDual(folded) ||
    isNumberWord(folded) ||
    isPartWord(folded) ||
    isOrdinal(folded) ||
    isMany(folded)
  );
}

function withArticle(form: string): string[] {
  const folded = foldWord(form);
  return [folded, `ال${folded}`, `لل${folded}`, `وال${folded}`, `بال${folded}`];
}

/** Of «الدورة الثانية عشرة» and «بضع عشرة دولة» the second word is no ten. */
function isSecondHalf(source: Source, at: number, { word }: ReadNumber): boolean {
  const before = source.tokens[at - 1]?.folded ?? "";
  return word?.kind === "ten" && isNear(source, at) && (ORDINAL.has(before) || SOME.has(before));
}

interface FoundFigure {
  /** Null where a number is no figure of the text: part of a name, «واحد» for «one of them». */
  readonly figure: Figure | null;
  readonly next: number;
}

function readFigure(source: Source, at: number): FoundFigure | null {
  const dual = dualAt(source, at);
  if (dual !== undefined) return dual.definite ? null : readDual(source, at);
  const age = readAge(source, at);
  if (age !== null) return age;
  const number = readQuantity(source, at);
  return number === null ? readMany(source, at) : readOfNumber(source, at, number);
}

function readOfNumber(source: Source, at: number, number: ReadNumber): FoundFigure {
  const none: FoundFigure = { figure: null, next: number.next };
  if (isSecondHalf(source, at, number)) return none;
  if (isWithinName(source, number) || isDialled(source, number)) return none;
  const range = readRange(source, at, number);
  if (range !== null) {
    const { low, high, measured } = range;
    const figure = toFigure(source.text, number.start, measured, { value: low, low, high });
    return { figure, next: measured.next };
  }
  const measured = readMeasured(source, number);
  const apart = nextOfOther(source, at, number, measured);
  if (apart !== null) return { figure: null, next: apart };
  return isCount(source, at, number, measured) ? readCount(source, at, number, measured) : none;
}

/** Where a number ends that is a label's or a score's; null where it may count. «في المركز 29 نتيجة كذا»: a noun of no table is as likely the next word. */
function nextOfOther(
  source: Source,
  at: number,
  number: ReadNumber,
  { unit, of }: Measured,
): number | null {
  if (unit === undefined && of === undefined) return nextOfNoCount(source, at, number);
  const isSure = unit !== undefined || nounAt(source, number.next) !== undefined;
  return isSure ? null : nextOfLabel(source, at, number);
}

function readDual(source: Source, at: number): FoundFigure | null {
  const token = source.tokens[at];
  const dual = dualAt(source, at);
  if (token === undefined || dual === undefined) return null;
  const two = { ...dual.word, end: token.end, next: at + 1 };
  const { part, said } = readRest(source, two);
  const value = 2 + part;
  const bounds = findBounds(source, at, said.next, value);
  const figure = toFigure(source.text, token.start + dual.joined, said, { value, ...bounds });
  return { figure, next: said.next };
}

function readCount(
  source: Source,
  at: number,
  number: ReadNumber,
  measured: Measured,
): FoundFigure {
  const repeated = readRepeated(source, number);
  const whole = repeated === null ? measured : { ...measured, ...repeated };
  const { part, said } = readRest(source, whole);
  const sign = isBelowZero(source, said) ? -1 : 1;
  const value = (toValue(number, measured) + part) * sign;
  const age = said.unit === YEARS ? ageBound(source, at) : undefined;
  const bounds =
    age === undefined ? findBounds(source, at, said.next, value) : toBounds(age, value);
  return {
    figure: toFigure(source.text, number.start, said, { value, ...bounds }),
    next: said.next,
  };
}

/** «ثلاثة أمتار ونصف المتر», «ست درجات وأربعة أعشار الدرجة»: what of one more unit stands after the unit. */
function readRest(
  source: Source,
  said: Measured,
): { readonly part: number; readonly said: Measured } {
  const none = { part: 0, said };
  if (said.unit === undefined || said.unit === "%" || !isNear(source, said.next)) return none;
  const rest = readNumber(source, said.next);
  if (rest === null || !rest.and || rest.digits || rest.value >= 1 || rest.value <= 0) return none;
  const again = nounAt(source, rest.next);
  const noun = source.tokens[rest.next];
  const isOwn = again?.word.name === said.unit.split(" ")[0] && isNear(source, rest.next);
  // «ونصف مليون» is another number, and «ونصف السكان» another thing.
  if (!isOwn && noun !== undefined && isNear(source, rest.next) && opensOther(noun.folded))
    return none;
  const end = isOwn && noun !== undefined ? noun.end : rest.end;
  return {
    part: rest.value,
    said: { ...said, end, next: isOwn ? rest.next + 1 : rest.next },
  };
}

function opensOther(folded: string): boolean {
  return folded.startsWith("ال") || SCALES.has(folded);
}

function toFigure(
  text: string,
  start: number,
  { end, unit, of }: Measured,
  values: Pick<Figure, "value" | "low" | "high" | "approximate">,
): Figure {
  return {
    text: text.slice(start, end),
    start,
    end,
    ...values,
    ...(unit === undefined ? {} : { unit }),
    ...(of === undefined ? {} : { of }),
  };
}

/** «كوفيد-19», «إف16», «x.com/12»: part of a name or an address. */
function isWithinName({ text }: Source, { digits, start }: ReadNumber): boolean {
  const glue = text[start - 1] ?? " ";
  const before = text[start - 2] ?? " ";
  return digits && GLUE.test(glue) && WORD_CHARACTER.test(before) && digitAt(text, start - 2) < 0;
}

/** «ثلاثة (3)» says one number twice. */
function readRepeated(source: Source, number: ReadNumber): Measured | null {
  const { text, tokens } = source;
  const again = tokens[number.next];
  if (number.digits || again?.kind !== "number") return null;
  if (!OPENING.test(text.slice(number.end, again.start))) return null;
  const digits = readNumber(source, number.next);
  if (digits === null || digits.value !== number.value) return null;
  return readMeasured(source, digits);
}

/** Whether a number word counts something here, and is not «one of them», «النصف الأول» or «ربع نهائي». */
function isCount(source: Source, at: number, number: ReadNumber, measured: Measured): boolean {
  const { word } = number;
  const isSaid = measured.unit !== undefined || measured.of !== undefined;
  if (word === undefined) return isSaid || !isLikeYear(number) || isAlone(source, at, number);
  const next = source.tokens[number.next];
  const isPart = word.kind === "part" || word.kind === "parts";
  if (ROUNDS.has(next?.folded ?? "")) return false;
  if (isSaid || isAlone(source, at, number)) return true;
  if (isPart) return isShare(source, at, number);
  if (word.value === 1) return nounAt(source, at - 1) !== undefined && isNear(source, at);
  return !number.definite || word.value >= 100;
}

/** «ربع الميزانية», «الثلث من الأعضاء», «أكثر من النصف»; «النصف من الشهر» is a day. */
function isShare(source: Source, at: number, { definite, next }: ReadNumber): boolean {
  const noun = source.tokens[next]?.folded ?? "";
  if (!definite) return noun.startsWith("ال");
  if (boundBefore(source, at) !== undefined) return !noun.startsWith("ال");
  const of = noun === "من" && source.tokens[next + 1]?.folded.startsWith("ال") === true;
  return of && nounAt(source, next + 1)?.word.kind !== "time";
}

/** «هاتف 0123456789»: digits that begin with a zero number something and count nothing. */
function isDialled({ text }: Source, { start, end, plain }: ReadNumber): boolean {
  return plain && end - start >= LEAST_DIALLED && digitAt(text, start) === 0;
}

/** «كأس العالم 2018»: four digits that count nothing are a year by another name. */
function isLikeYear({ plain, value, start, end }: ReadNumber): boolean {
  return plain && end - start === 4 && value >= 1900 && value < 2100;
}

/** Nothing else in its clause. */
function isAlone({ text, tokens }: Source, at: number, { end, next }: ReadNumber): boolean {
  const before = tokens[at - 1];
  const after = tokens[next];
  const start = tokens[at]?.start ?? 0;
  const ends = after === undefined || NEW_CLAUSE.test(text.slice(end, after.start));
  return ends && (before === undefined || NEW_CLAUSE.test(text.slice(before.end, start)));
}
