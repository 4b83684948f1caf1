import { decodeEntities } from "./entities.ts";

/** What a code is in a tag's source; every other is of a name or a value. */
const WHITE = 1;
const QUOTE = 2;
/** "<", ">", "/", "=": what ends a name without being white. */
const MARK = 3;
const ASCII = 0x80;
const KIND_OF_CODE: Uint8Array = Uint8Array.from({ length: ASCII }, (_, code) => {
  if ((code >= 0x09 && code <= 0x0d) || code === 0x20) return WHITE;
  const character = String.fromCharCode(code);
  if (character === '"' || character === "'") return QUOTE;
  return "<>/=".includes(character) ? MARK : 0;
});
const OTHER_WHITE = /\s/u;

function kindAt(source: string, at: number): number {
  const code = source.charCodeAt(at);
  if (code < ASCII) return KIND_OF_CODE[code] as number;
  return code >= 0xa0 && OTHER_WHITE.test(source.charAt(at)) ? WHITE : 0;
}

/** Where an attribute's name and its value stand in a tag's source: four numbers. The value of one without a value is empty. */
export type AttributePlace = Int32Array;

/** A place to be filled. */
export const createPlace = (): AttributePlace => new Int32Array(4);

/**
 * Finds the next attribute of a tag's source from `from` on, as HTML writes them: quoted, unquoted or without a value. Fills `place`, and gives
 * where to go on; -1 when there is none.
 */
export function nextAttribute(source: string, from: number, place: AttributePlace): number {
  let start = from;
  while (start < source.length && kindAt(source, start) !== 0) start += 1;
  if (start >= source.length) return -1;
  let end = start + 1;
  while (end < source.length && kindAt(source, end) === 0) end += 1;
  place[0] = start;
  place[1] = end;
  const value = valueAt(source, end);
  if (value === -1) {
    place[2] = end;
    place[3] = end;
    return end;
  }
  const quote = source.charCodeAt(value);
  if (quote !== DOUBLE && quote !== SINGLE) {
    place[2] = value;
    place[3] = bareEnd(source, value);
    return place[3];
  }
  const close = source.indexOf(quote === DOUBLE ? '"' : "'", value + 1);
  place[2] = value + 1;
  place[3] = close === -1 ? source.length : close;
  return place[3] + 1;
}

const DOUBLE = 0x22;
const SINGLE = 0x27;
const EQUALS = 0x3d;
const GREATER = 0x3e;

/** Where the value after a name begins; -1 without one. */
function valueAt(source: string, from: number): number {
  let at = skipWhite(source, from);
  if (source.charCodeAt(at) !== EQUALS) return -1;
  at = skipWhite(source, at + 1);
  return at >= source.length || source.charCodeAt(at) === GREATER ? -1 : at;
}

function skipWhite(source: string, from: number): number {
  let at = from;
  while (at < source.length && kindAt(source, at) === WHITE) at += 1;
  return at;
}

function bareEnd(source: string, from: number): number {
  let at = from;
  for (; at < source.length; at += 1) {
    const kind = kindAt(source, at);
    if (kind === WHITE || kind === QUOTE || source.charCodeAt(at) === GREATER) break;
  }
  return at;
}

/** The attributes of a tag's source: names in lower case, references resolved; of a name written twice the first counts, as in browsers. */
export function attributesOf(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const place = createPlace();
  for (let at = nextAttribute(source, 0, place); at !== -1; at = nextAttribute(source, at, place)) {
    const key = source.slice(place[0], place[1]).toLowerCase();
    if (attributes.has(key)) continue;
    attributes.set(key, decodeEntities(source.slice(place[2], place[3])).trim());
  }
  return attributes;
}

/** The values of some attributes of a tag's source, in the order of `names`, which are in lower case. */
export function attributesAmong(source: string, names: readonly string[]): (string | undefined)[] {
  const values: (string | undefined)[] = new Array(names.length).fill(undefined);
  const place = createPlace();
  for (let at = nextAttribute(source, 0, place); at !== -1; at = nextAttribute(source, at, place)) {
    const name = names.indexOf(source.slice(place[0], place[1]).toLowerCase());
    if (name === -1) continue;
    values[name] ??= decodeEntities(source.slice(place[2], place[3])).trim();
  }
  return values;
}

/** One attribute of a tag's source; null when the tag does not have it. */
export function attributeOf(source: string, name: string): string | null {
  if (!source.includes(name) && !source.toLowerCase().includes(name)) return null;
  return attributesOf(source).get(name) ?? null;
}
