import { indexWords, type Prefixed } from "../prefixed-words.ts";
import { isFunctionWord } from "../stop-words.ts";
import { NUMBER_WORDS, type NumberWord } from "../tables/number-words.ts";
import type { Token } from "../tokens.ts";
import { digitAt, readNumeral } from "./numeral.ts";
import {
  add,
  addFraction,
  isThousands,
  multiply,
  newSum,
  open,
  type Sum,
  scaleOf,
  toValue,
} from "./sum.ts";

/** A text and its tokens, cut once. */
export interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** A number of a text: the tokens it takes, its offsets, its value. */
export interface ReadNumber {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** The first token after it. */
  readonly next: number;
  /** In digits, without a word. */
  readonly digits: boolean;
  /** Digits and nothing else: no marks, no words. */
  readonly plain: boolean;
  /** The value when a lone mark groups thousands. */
  readonly grouped?: number | undefined;
  /** The scale of its last word, where it ends in one: «خمسة آلاف». */
  readonly scale?: number | undefined;
  /** A single number word. */
  readonly word?: NumberWord | undefined;
  readonly definite: boolean;
  /** A joined و or ف stands before it. */
  readonly and: boolean;
}

const INDEX = indexWords(NUMBER_WORDS);
const WAW = "و";
const HUNDRED = 100;
/** A decimal mark with no digit, letter or mark before it: «.77». */
const FRACTION_MARK = /(?:^|[\s(:\-−])[.\u066B]$/u;
const TANWIN = /\u064B/u;
const ONLY_SPACE = /^[ \t\u00A0\u202F\u0640]*$/u;

/** Every form a number word has, with what may be joined to it. */
export function numberForms(): Iterable<string> {
  return INDEX.keys();
}

/** The number word a token is, with what is joined to it. */
export function numberWord(token: Token | undefined): Prefixed<NumberWord> | undefined {
  return token?.kind === "word" ? INDEX.get(token.folded) : undefined;
}

/** Whether a folded word is a number word, with or without what may be joined to it. */
export function isNumberWord(folded: string): boolean {
  return INDEX.has(folded);
}

/** Whether nothing but space is between a token and the one before it. */
export function isNear({ text, tokens }: Source, at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  if (before === undefined || token === undefined) return false;
  const gap = token.start - before.end;
  if (gap <= 1)
    return gap <= 0 || text.charCodeAt(before.end) === 0x20 || isSpace(text, before, token);
  return isSpace(text, before, token);
}

function isSpace(text: string, before: Token, after: Token): boolean {
  return ONLY_SPACE.test(text.slice(before.end, after.start));
}

/** A word or numeral that may go on a number, and whether و joins it. */
interface Piece {
  readonly word: NumberWord;
  readonly and: boolean;
  readonly end: number;
  readonly next: number;
  readonly numeral: boolean;
}

/** The number that begins at a token; null when none does. */
export function readNumber(source: Source, at: number): ReadNumber | null {
  const token = source.tokens[at];
  if (token === undefined) return null;
  if (token.kind === "number" || digitAt(source.text, token.start) >= 0)
    return readFromDigits(source, at, token);
  const found = numberWord(token);
  if (found === undefined || found.word.follows === true) return null;
  return readFromWord(source, at, found);
}

function readFromDigits(source: Source, at: number, token: Token): ReadNumber | null {
  const { text } = source;
  const bare = FRACTION_MARK.test(text.slice(Math.max(0, token.start - 2), token.start));
  const start = bare ? token.start - 1 : token.start;
  const numeral = readNumeral(text, start);
  // «3G», «747M»: a name in Latin letters.
  if (numeral === null || (token.kind === "word" && numeral.end < token.end)) return null;
  const next = tokenAfter(source.tokens, at + 1, numeral.end);
  const value = numeral.value;
  const sum = newSum(value, true);
  const from = overBracket(source, sum, { next, end: numeral.end });
  const end = goOn(source, sum, from);
  const digits = end.next === next;
  return {
    value: toValue(sum),
    start,
    end: end.end,
    next: end.next,
    digits,
    plain: digits && numeral.plain,
    grouped: digits ? numeral.grouped : undefined,
    scale: scaleOf(sum),
    word: undefined,
    definite: false,
    and: false,
  };
}

/** «(20) ألف ريال»: digits in brackets, and their scale behind. */
function overBracket(source: Source, sum: Sum, from: Position): Position {
  const { text, tokens } = source;
  const token = tokens[from.next];
  if (text[from.end] !== ")" || token === undefined) return from;
  const scale = numberWord(token);
  const isScale = scale?.word.kind === "scale" && !scale.and && scale.to === "";
  if (!isScale || !ONLY_SPACE.test(text.slice(from.end + 1, token.start))) return from;
  return multiply(sum, scale.word.value) ? { next: from.next + 1, end: token.end } : from;
}

function readFromWord(source: Source, at: number, found: Prefixed<NumberWord>): ReadNumber | null {
  const token = source.tokens[at];
  if (token === undefined) return null;
  const sum = newSum(0, false);
  const { word } = found;
  open(sum, word, isConstruct(source, at));
  const end = goOn(source, sum, { next: at + 1, end: token.end });
  const single = end.next === at + 1;
  if (single && word.kind === "lead") return null;
  return {
    value: toValue(sum),
    start: token.start + found.joined,
    end: end.end,
    next: end.next,
    digits: false,
    plain: false,
    grouped: undefined,
    scale: scaleOf(sum),
    word: single ? word : undefined,
    definite: found.definite,
    and: found.and,
  };
}

/** «ألفا شخص» and not «ألفا و500», «ألفًا»: the noun stands right after, and no TANWIN is written. */
function isConstruct(source: Source, at: number): boolean {
  const [token, noun] = [source.tokens[at], source.tokens[at + 1]];
  if (token === undefined || noun?.kind !== "word" || !isNear(source, at + 1)) return false;
  const { folded } = noun;
  const isNoun = folded.length > 2 && !folded.startsWith("و") && !isFunctionWord(folded);
  return isNoun && !TANWIN.test(source.text.slice(token.start, token.end));
}

interface Position {
  readonly next: number;
  readonly end: number;
}

function goOn(source: Source, sum: Sum, from: Position): Position {
  let position = from;
  while (!sum.closed) {
    const piece = readPiece(source, position.next);
    if (piece === null) break;
    if (piece.word.kind === "lead" && !leads(source, piece)) break;
    if (piece.and && opensAnother(source, sum, piece)) break;
    const parts = readJoinedParts(source, piece);
    if (parts !== null) addFraction(sum, parts.part);
    else if (!add(sum, piece)) break;
    position = parts ?? piece;
  }
  return sum.closed ? overOwnScale(source, sum, position) : position;
}

/** «خمسة مليارات وستة مليارات», «ألف وخمسة آلاف»: what و joins has a scale of its own, no smaller, and is another number. */
function opensAnother(source: Source, sum: Sum, { word, next }: Piece): boolean {
  const { scale } = sum;
  const isFraction = word.kind === "part" || word.kind === "parts";
  if (scale === Number.POSITIVE_INFINITY || isFraction) return false;
  const after = readPiece(source, next);
  if (after === null || after.and || after.word.kind !== "scale") return false;
  // «ألف وخمسمئة مليون», «ألف ومئتين وخمسين مليونا»: so many millions.
  const isHundreds = sum.group >= HUNDRED || (word.value >= HUNDRED && word.value < scale);
  return after.word.value >= scale && !(isHundreds && isThousands(sum, after.word.value));
}

/** «وأحد» goes on a number only with what it leads: «وأحد عشر», «وإحدى وعشرون». */
function leads(source: Source, { next }: Piece): boolean {
  const after = readPiece(source, next);
  return after !== null && (after.word.kind === "ten" || after.word.kind === "tens");
}

/** «وثلاثة أرباع»: parts joined to a number are a fraction more. */
function readJoinedParts(
  source: Source,
  piece: Piece,
): (Position & { readonly part: number }) | null {
  const { kind, value } = piece.word;
  if (!piece.and || kind !== "unit" || piece.numeral) return null;
  const after = readPiece(source, piece.next);
  if (after === null || after.and || after.word.kind !== "part" || after.word.follows !== true)
    return null;
  return { next: after.next, end: after.end, part: value * after.word.value };
}

/** «مليون ونصف المليون» names its scale once more. */
function overOwnScale(source: Source, sum: Sum, position: Position): Position {
  const piece = readPiece(source, position.next);
  if (piece === null || piece.and || piece.word.kind !== "scale") return position;
  if (piece.word.value === sum.scale) return piece;
  // «ثلاثة أرباع المليون».
  const isOfScale =
    sum.total === 0 && source.tokens[position.next]?.folded.startsWith("ال") === true;
  if (!isOfScale) return position;
  sum.group *= piece.word.value;
  return piece;
}

/** The number word or numeral at a token that nothing but space, or a lone و, parts from what is before it. */
function readPiece(source: Source, at: number): Piece | null {
  const { tokens } = source;
  if (!isNear(source, at)) return null;
  const alone = tokens[at]?.folded === WAW;
  const where = alone ? at + 1 : at;
  const token = tokens[where];
  if (token === undefined || (alone && !isNear(source, where))) return null;
  if (token.kind === "number") {
    const numeral = alone ? readNumeral(source.text, token.start) : null;
    if (numeral === null) return null;
    const next = tokenAfter(tokens, where, numeral.end);
    const word = { kind: "unit", value: numeral.value } as const;
    return { word, and: true, end: numeral.end, next, numeral: true };
  }
  const found = numberWord(token);
  if (found === undefined || found.to !== "") return null;
  const and = alone || found.and || isAndEleven(source, where);
  return { word: found.word, and, end: token.end, next: where + 1, numeral: false };
}

/** Unpointed and without its hamza, «وأحد» of «مئة وأحد عشر» looks like «واحد». */
function isAndEleven(source: Source, at: number): boolean {
  const { tokens } = source;
  return tokens[at]?.folded === "واحد" && numberWord(tokens[at + 1])?.word.kind === "ten";
}

/** The first token from an index on that begins at or after an offset. */
export function tokenAfter(tokens: readonly Token[], from: number, offset: number): number {
  let at = from;
  for (let token = tokens[at]; token !== undefined && token.start < offset; token = tokens[at])
    at += 1;
  return at;
}
