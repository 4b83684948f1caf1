/** A number in digits as written, and how sure its marks are. */
export interface Numeral {
  readonly value: number;
  readonly end: number;
  /** The value when a lone mark before three digits groups thousands: «10.000 قتيل» is ten thousand, «10.000 درجة» is not. */
  readonly grouped?: number;
  /** Digits and nothing else. */
  readonly plain: boolean;
}

const DIGIT_ZEROS = [0x30, 0x06_60, 0x06_f0] as const;
const THOUSANDS_MARK = "\u066C";
const DECIMAL_MARK = "\u066B";
const MARKS = `.,،${DECIMAL_MARK}${THOUSANDS_MARK}`;
/** Spaces that set thousands apart; a bidi mark may stand by a comma. */
const GROUP_SPACES = " \u00A0\u202F\u2009";
const INVISIBLE = "\u200E\u200F\u202A\u202B\u202C";
const REH = "ر";

/** The digit at an offset in any of the digit sets of Arabic pages; -1 for none. */
export function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  for (const zero of DIGIT_ZEROS) if (code >= zero && code < zero + 10) return code - zero;
  return -1;
}

interface Run {
  readonly digits: string;
  readonly end: number;
}

/** The digits from an offset on, as ASCII. */
export function readDigits(text: string, at: number): Run {
  let digits = "";
  let end = at;
  for (let digit = digitAt(text, end); digit >= 0; digit = digitAt(text, end)) {
    digits += digit;
    end += 1;
  }
  return { digits, end };
}

interface Pieces {
  readonly groups: readonly string[];
  readonly marks: readonly string[];
  readonly end: number;
}

/** The number written from an offset on, whose first unit is a digit or a decimal mark; null where its marks make no number («12.08.2019»). */
export function readNumeral(text: string, at: number): Numeral | null {
  if (digitAt(text, at) < 0) return readBareFraction(text, at);
  const first = readDigits(text, at);
  const reversed = readReh(text, first);
  if (reversed !== null) return reversed;
  const spaced = readSpaced(text, first);
  const pieces = spaced ?? readPieces(text, first);
  return withExponent(text, toNumeral(pieces));
}

/** «.77» and «٫٧٧». */
function readBareFraction(text: string, at: number): Numeral | null {
  const { digits, end } = readDigits(text, at + 1);
  return digits === "" ? null : { value: Number(`0.${digits}`), end, plain: false };
}

/** «5ر0» is 0.5: the letter REH for a decimal mark, and the fraction first. */
function readReh(text: string, first: Run): Numeral | null {
  if (text[first.end] !== REH) return null;
  const whole = readDigits(text, first.end + 1);
  if (whole.digits === "" || isLetter(text, whole.end)) return null;
  return { value: Number(`${whole.digits}.${first.digits}`), end: whole.end, plain: false };
}

/** «1 234 567.89»: thousands set apart by spaces, every group whole. */
function readSpaced(text: string, first: Run): Pieces | null {
  if (first.digits.length > 3) return null;
  const groups = [first.digits];
  let end = first.end;
  while (GROUP_SPACES.includes(text[end] ?? "-")) {
    const next = readDigits(text, end + 1);
    if (next.digits.length !== 3) break;
    groups.push(next.digits);
    end = next.end;
  }
  // A single group is as often a second number: «الغرفة 5 120 ريالا».
  if (groups.length < 3) return null;
  const fraction = MARKS.includes(text[end] ?? "-") ? readDigits(text, end + 1) : null;
  const joined = [groups.join("")];
  if (fraction === null || fraction.digits === "") return { groups: joined, marks: [], end };
  return { groups: [...joined, fraction.digits], marks: [DECIMAL_MARK], end: fraction.end };
}

function readPieces(text: string, first: Run): Pieces {
  const groups = [first.digits];
  const marks: string[] = [];
  let end = first.end;
  for (;;) {
    let at = end;
    while (INVISIBLE.includes(text[at] ?? "-")) at += 1;
    const mark = text[at] ?? "-";
    if (!MARKS.includes(mark)) break;
    const next = readDigits(text, at + 1);
    if (next.digits === "") break;
    groups.push(next.digits);
    marks.push(mark);
    end = next.end;
  }
  return { groups, marks, end };
}

function toNumeral({ groups, marks, end }: Pieces): Numeral | null {
  const [whole = "", ...rest] = groups;
  if (rest.length === 0) return { value: Number(whole), end, plain: true };
  const last = rest.at(-1) ?? "";
  const mark = marks.at(-1);
  const inThrees = rest.every(({ length }) => length === 3) && whole.length <= 3;
  const sameMarks = marks.every((other) => other === mark);
  const joined = groups.join("");
  const decimal = Number(`${groups.slice(0, -1).join("")}.${last}`);
  if (rest.length === 1) return toOneMark(whole, last, { mark, end, decimal, inThrees });
  if (sameMarks) return inThrees ? { value: Number(joined), end, plain: false } : null;
  const groupsInThrees = rest.slice(0, -1).every(({ length }) => length === 3);
  return groupsInThrees ? { value: decimal, end, plain: false } : null;
}

interface OneMark {
  readonly mark: string | undefined;
  readonly end: number;
  readonly decimal: number;
  readonly inThrees: boolean;
}

function toOneMark(whole: string, last: string, shape: OneMark): Numeral {
  const { mark, end, decimal, inThrees } = shape;
  const grouped = Number(whole + last);
  const canGroup = inThrees && !whole.startsWith("0");
  if (mark === DECIMAL_MARK || !canGroup) return { value: decimal, end, plain: false };
  if (mark === ".") return { value: decimal, end, grouped, plain: false };
  return { value: grouped, end, plain: false };
}

/** «1.2e+14», «1,1^23». */
function withExponent(text: string, base: Numeral | null): Numeral | null {
  if (base === null) return null;
  const mark = text[base.end];
  if (mark !== "e" && mark !== "E" && mark !== "^") return base;
  const signAt = base.end + 1;
  const sign = text[signAt] === "-" ? -1 : 1;
  const signed = text[signAt] === "-" || text[signAt] === "+";
  const exponent = readNumeralPart(text, signed ? signAt + 1 : signAt);
  if (exponent === null || isLetter(text, exponent.end)) return base;
  const [from, to] = inReadingOrder(base.value, sign * exponent.value);
  const value = mark === "^" ? from ** to : base.value * 10 ** (sign * exponent.value);
  return Number.isFinite(value) ? { value, end: exponent.end, plain: false } : base;
}

function readNumeralPart(text: string, at: number): Numeral | null {
  if (digitAt(text, at) < 0) return null;
  return toNumeral(readPieces(text, readDigits(text, at)));
}

/** A whole number to the power of a broken one was written from right to left. */
function inReadingOrder(base: number, exponent: number): readonly [number, number] {
  const isFlipped = Number.isInteger(base) && !Number.isInteger(exponent);
  return isFlipped ? [exponent, base] : [base, exponent];
}

const LETTER = /^\p{L}/u;

function isLetter(text: string, at: number): boolean {
  return LETTER.test(text.slice(at, at + 2));
}
