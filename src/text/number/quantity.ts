import { nounAt } from "./counted.ts";
import { readNumeral } from "./numeral.ts";
import {
  isNear,
  numberWord,
  type ReadNumber,
  readNumber,
  type Source,
  tokenAfter,
} from "./read-number.ts";

const MINUS_WORDS: ReadonlySet<string> = new Set(["سالب", "ناقص"]);
const OVER = "علي";
const OUT_OF: ReadonlySet<string> = new Set(["من", "في"]);
const PART_WORDS: ReadonlySet<string> = new Set(["جزء", "جزءا", "اجزاء"]);
const COMMA_WORDS: ReadonlySet<string> = new Set(["فاصله", "فاصل"]);
const ZERO = "صفر";
const MINUS = /[-−–]/u;
const BEFORE_SIGN = /[\s([:،,]/u;
const CLAUSE_END = /^[^\S\n]*(?:$|[.،,؛:!؟?)\]\n»"])/u;

/** Whether a folded word opens «جزء من عشرين». */
export function isPartWord(folded: string): boolean {
  return PART_WORDS.has(folded);
}

/** A number with its sign, and with what arithmetic the text writes around it: «3/4», «واحد على ثلاثة», «سالب خمسة». */
export function readQuantity(source: Source, at: number): ReadNumber | null {
  if (PART_WORDS.has(source.tokens[at]?.folded ?? "")) return readPartOf(source, at);
  const number = readNumber(source, at);
  if (number === null) return null;
  const whole =
    readSlash(source, number) ??
    readPartOfNumber(source, number) ??
    readDivision(source, number) ??
    readParts(source, number) ??
    readComma(source, number) ??
    number;
  return withSign(source, at, whole);
}

/** «جزء من واحد وعشرين» is one of twenty-one. */
function readPartOf(source: Source, at: number): ReadNumber | null {
  const whole = afterWord(source, at + 1, (folded) => folded === "من");
  const token = source.tokens[at];
  if (whole === null || whole.value <= 1 || token === undefined) return null;
  // «جزء من 3 ملايين دولار» is some of them.
  if (nounAt(source, whole.next) !== undefined && isNear(source, whole.next)) return null;
  return { ...toPlain(whole), value: 1 / whole.value, start: token.start };
}

/** «3/4», «1 4/5», «4/5 1»: a fraction, alone or with the whole number it goes with. */
function readSlash(source: Source, number: ReadNumber): ReadNumber | null {
  const fraction = readFraction(source, number);
  if (fraction !== null) {
    const whole = isNear(source, fraction.next) ? readNumber(source, fraction.next) : null;
    const isWhole = whole?.plain === true && CLAUSE_END.test(source.text.slice(whole.end));
    if (!isWhole || readFraction(source, whole) !== null) return fraction;
    return { ...fraction, value: whole.value + fraction.value, end: whole.end, next: whole.next };
  }
  if (!(number.plain && isNear(source, number.next))) return null;
  const after = readNumber(source, number.next);
  const rest = after === null ? null : readFraction(source, after);
  if (rest === null || rest.value >= 1) return null;
  return { ...rest, value: number.value + rest.value, start: number.start };
}

function readFraction({ text, tokens }: Source, over: ReadNumber): ReadNumber | null {
  if (!over.plain || text[over.end] !== "/" || text[over.start - 1] === "/") return null;
  const under = readNumeral(text, over.end + 1);
  if (under === null || !under.plain || under.value === 0 || text[under.end] === "/") return null;
  if (over.value > 999 || under.value > 999) return null;
  const next = tokenAfter(tokens, over.next, under.end);
  return { ...toPlain(over), value: over.value / under.value, end: under.end, next };
}

/** «خمس العشرين»: a part of a definite number; «ربع» of nothing stays what it is. */
function readPartOfNumber(source: Source, number: ReadNumber): ReadNumber | null {
  const part = number.word?.kind === "part" ? number.word.value : number.word?.part;
  if (part === undefined || !isNear(source, number.next)) return null;
  const of = readNumber(source, number.next);
  if (of === null) return isOfDefinite(source, number) ? { ...number, value: part } : null;
  if (of.and) return null;
  const whole = of.definite ? of : readPartOfNumber(source, of);
  if (whole === null) return null;
  return { ...toPlain(whole), value: part * whole.value, start: number.start };
}

/** Five of something known is «السنوات الخمس»; «خمس الميزانية» is its fifth. */
function isOfDefinite({ tokens }: Source, { word, next, definite }: ReadNumber): boolean {
  const noun = tokens[next]?.folded ?? "";
  return word?.part !== undefined && !definite && noun.startsWith("ال") && noun.length > 4;
}

/** «واحد على ثلاثة», «واحد من مئة». */
function readDivision(source: Source, number: ReadNumber): ReadNumber | null {
  const over = afterWord(source, number.next, (folded) => folded === OVER);
  if (over !== null && over.value !== 0 && !over.and)
    return { ...toPlain(over), value: number.value / over.value, start: number.start };
  const of = afterWord(source, number.next, (folded) => OUT_OF.has(folded));
  // «67 في المئة» is a percentage.
  const isRatio =
    of !== null && !of.definite && Number.isInteger(number.value) && number.value < of.value;
  if (!isRatio || !(number.value === 1 || CLAUSE_END.test(source.text.slice(of.end)))) return null;
  return { ...toPlain(of), value: number.value / of.value, start: number.start };
}

/** «ثلاثة أجزاء من مئة»; of «مئتان وثلاثة أجزاء من مئة» only the three are parts. */
function readParts(source: Source, number: ReadNumber): ReadNumber | null {
  if (!PART_WORDS.has(source.tokens[number.next]?.folded ?? "")) return null;
  const whole = afterWord(source, number.next + 1, (folded) => folded === "من");
  if (whole === null || whole.value === 0) return null;
  const counted = number.value > 100 ? number.value % 100 || number.value : number.value;
  const value = number.value - counted + counted / whole.value;
  return { ...toPlain(whole), value, start: number.start };
}

/** «خمسة فاصلة سبعة» is 5.7, «خمسة فاصلة صفر سبعة» 5.07. */
function readComma(source: Source, number: ReadNumber): ReadNumber | null {
  const { tokens } = source;
  if (!COMMA_WORDS.has(tokens[number.next]?.folded ?? "") || !isNear(source, number.next))
    return null;
  let at = number.next + 1;
  while (tokens[at]?.folded === ZERO && isNear(source, at)) at += 1;
  const zeros = at - number.next - 1;
  const read = isNear(source, at) ? readNumber(source, at) : null;
  const fraction = read ?? (zeros > 0 ? readNumber(source, at - 1) : null);
  if (fraction === null || !Number.isInteger(fraction.value)) return null;
  const of = afterWord(source, fraction.next, (folded) => folded === "من");
  const last = of ?? fraction;
  const digits = zeros + String(fraction.value).length;
  const part = fraction.value / (of?.value ?? 10 ** digits);
  return { ...toPlain(last), value: toExact(number.value + part), start: number.start };
}

/** What a sum of fractions leaves in the sixteenth place is not of the number. */
function toExact(value: number): number {
  return Number(value.toPrecision(15));
}

/** The number after a word that passes. */
function afterWord(
  source: Source,
  at: number,
  passes: (folded: string) => boolean,
): ReadNumber | null {
  if (!passes(source.tokens[at]?.folded ?? "") || !isNear(source, at)) return null;
  return isNear(source, at + 1) ? readNumber(source, at + 1) : null;
}

/** A number with more than its own words to it. */
function toPlain({ value, start, end, next, and }: ReadNumber): ReadNumber {
  return { value, start, end, next, and, digits: false, plain: false, definite: false };
}

function withSign(source: Source, at: number, number: ReadNumber): ReadNumber {
  const { text, tokens } = source;
  const before = tokens[at - 1];
  if (before !== undefined && MINUS_WORDS.has(before.folded) && isNear(source, at))
    return { ...toPlain(number), value: -number.value, start: before.start };
  const sign = text[number.start - 1] ?? "";
  const ahead = text[number.start - 2] ?? " ";
  const signed = MINUS.test(sign) && BEFORE_SIGN.test(ahead) && !isAfterNumber(source, at);
  if (!signed) return number;
  return { ...number, value: -number.value, start: number.start - 1, plain: false };
}

/** «10 -15» is two numbers, not one below nothing. */
function isAfterNumber({ tokens }: Source, at: number): boolean {
  const before = tokens[at - 1];
  return before?.kind === "number" || numberWord(before) !== undefined;
}
