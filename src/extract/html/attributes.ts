import { type Codes, toCodes } from "./codes.ts";
import { decodeEntities } from "./entities.ts";

/** What a code is in a tag's source; every other is of a name or a value. */
const WHITE = 1;
const QUOTE = 2;
/** "<", ">", "/", "=": what ends a name without being white. */
const MARK = 3;
/** The white space of JavaScript's patterns. */
const WHITE_RANGES: readonly (readonly [number, number])[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
const KIND_OF_CODE: Uint8Array = kindOfCodes();

function kindOfCodes(): Uint8Array {
  const kinds = new Uint8Array(0x1_0000);
  for (const [first, last] of WHITE_RANGES) kinds.fill(WHITE, first, last + 1);
  for (const quote of "\"'") kinds[quote.charCodeAt(0)] = QUOTE;
  for (const mark of "<>/=") kinds[mark.charCodeAt(0)] = MARK;
  return kinds;
}

/** A source with tags: where the attributes of the tag that is read begin and end, and the place of the one found last. */
export interface TagSource {
  readonly text: string;
  readonly codes: Codes;
  from: number;
  to: number;
  /** Where an attribute's name and its value stand: four numbers. The value of one without a value is empty. */
  readonly place: Int32Array;
  /** Where quoted values of the tag begin and end, as far as they are known: two numbers each, `known` in all, `passed` of them before the place. */
  readonly quoted: number[];
  known: number;
  passed: number;
}

/** A source that is all attributes, until it is told where those of a tag are. */
export function createTagSource(text: string): TagSource {
  return {
    text,
    codes: toCodes(text),
    from: 0,
    to: text.length,
    place: new Int32Array(4),
    quoted: [],
    known: 0,
    passed: 0,
  };
}

/**
 * Finds the next attribute of the tag from a place on, as HTML writes them: quoted, unquoted or without a value. Fills `place`, and
 * gives where to go on; -1 when there is none.
 */
export function nextAttribute(source: TagSource, from: number): number {
  const { codes, to, place } = source;
  let start = from;
  while (start < to && KIND_OF_CODE[codes[start] as number] !== 0) start += 1;
  if (start >= to) return -1;
  let end = start + 1;
  while (end < to && KIND_OF_CODE[codes[end] as number] === 0) end += 1;
  place[0] = start;
  place[1] = end;
  const value = valueAt(codes, end, to);
  if (value === -1) {
    place[2] = end;
    place[3] = end;
    return end;
  }
  const quote = codes[value];
  if (quote !== DOUBLE && quote !== SINGLE) {
    const bare = bareEnd(codes, value, to);
    place[2] = value;
    place[3] = bare;
    return bare;
  }
  const close = closeOf(source, value);
  place[2] = value + 1;
  place[3] = close;
  return close + 1;
}

/** Where the quote at a place is closed; the end of the tag when it is not. */
function closeOf(source: TagSource, quote: number): number {
  const { codes, quoted, known, to } = source;
  let { passed } = source;
  while (passed < known && (quoted[passed] as number) < quote) passed += 2;
  source.passed = passed;
  if (passed < known && quoted[passed] === quote) return quoted[passed + 1] as number;
  let close = quote + 1;
  while (close < to && codes[close] !== codes[quote]) close += 1;
  return close;
}

const DOUBLE = 0x22;
const SINGLE = 0x27;
const EQUALS = 0x3d;
const GREATER = 0x3e;

/** Where the value after a name begins; -1 without one. */
function valueAt(codes: Codes, from: number, to: number): number {
  let at = skipWhite(codes, from, to);
  if (at >= to || codes[at] !== EQUALS) return -1;
  at = skipWhite(codes, at + 1, to);
  return at >= to || codes[at] === GREATER ? -1 : at;
}

function skipWhite(codes: Codes, from: number, to: number): number {
  let at = from;
  while (at < to && KIND_OF_CODE[codes[at] as number] === WHITE) at += 1;
  return at;
}

function bareEnd(codes: Codes, from: number, to: number): number {
  let at = from;
  for (; at < to; at += 1) {
    const kind = KIND_OF_CODE[codes[at] as number];
    if (kind === WHITE || kind === QUOTE || codes[at] === GREATER) break;
  }
  return at;
}

/** The attributes of a tag's source: names in lower case, references resolved; of a name written twice the first counts, as in browsers. */
export function attributesOf(written: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const source = createTagSource(written);
  for (let at = nextAttribute(source, 0); at !== -1; at = nextAttribute(source, at)) {
    const key = written.slice(source.place[0], source.place[1]).toLowerCase();
    if (!attributes.has(key)) attributes.set(key, valueFound(source));
  }
  return attributes;
}

/** The value of the attribute found last. Most are as they are written. */
export function valueFound({ text, codes, place }: TagSource): string {
  const [from, to] = [place[2] as number, place[3] as number];
  const value = text.slice(from, to);
  if (from === to) return value;
  const isTight = isInk(codes[from] as number) && isInk(codes[to - 1] as number);
  return isTight && !value.includes("&") ? value : decodeEntities(value).trim();
}

const isInk = (code: number): boolean => KIND_OF_CODE[code] !== WHITE;

/** The values of some attributes of the tag, in the order of `names`, which are in lower case. */
export function attributesAmong(
  source: TagSource,
  names: readonly string[],
): (string | undefined)[] {
  const values: (string | undefined)[] = new Array(names.length).fill(undefined);
  source.passed = 0;
  for (let at = nextAttribute(source, source.from); at !== -1; at = nextAttribute(source, at)) {
    for (let name = 0; name < names.length; name += 1) {
      if (!isNameFound(source, names[name] as string)) continue;
      values[name] ??= valueFound(source);
      break;
    }
  }
  return values;
}

/** Whether the attribute found last has a name, which is of small Latin letters and dashes. */
export function isNameFound({ codes, place }: TagSource, name: string): boolean {
  const from = place[0] as number;
  if ((place[1] as number) - from !== name.length) return false;
  for (let at = 0; at < name.length; at += 1) {
    if (((codes[from + at] as number) | CASE) !== name.charCodeAt(at)) return false;
  }
  return true;
}

/** What parts small letters from capitals. */
const CASE = 0x20;

/** One attribute of a tag's source; null when the tag does not have it. */
export function attributeOf(source: string, name: string): string | null {
  if (!source.includes(name) && !source.toLowerCase().includes(name)) return null;
  return attributesAmong(createTagSource(source), [name])[0] ?? null;
}
