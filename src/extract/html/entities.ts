import { ENTITIES, WINDOWS_1252_HIGH } from "./tables/entities.ts";

const BY_NAME: ReadonlyMap<string, string> = new Map(
  ENTITIES.map(([name, codePoint]) => [name, String.fromCodePoint(codePoint)]),
);
const BY_LEGACY_NUMBER: ReadonlyMap<number, number> = new Map(WINDOWS_1252_HIGH);
const REPLACEMENT = "\uFFFD";

/** What a character of ASCII may be in a reference, as bits. */
const DECIMAL = 1;
const HEX = 2;
const LETTER = 4;
/** In a name after its first letter. */
const NAME = 8;
const KINDS: readonly (readonly [kind: number, characters: RegExp])[] = [
  [DECIMAL, /\d/u],
  [HEX, /[\da-fA-F]/u],
  [LETTER, /[a-zA-Z]/u],
  [NAME, /\w/u],
];
const KINDS_OF_CODE: Uint8Array = Uint8Array.from({ length: 0x80 }, (_, code) =>
  KINDS.reduce(
    (kinds, [kind, characters]) =>
      characters.test(String.fromCharCode(code)) ? kinds | kind : kinds,
    0,
  ),
);
const MOST_DIGITS = 8;
const LONGEST_NAME = 10;
const HASH = 0x23;
const SEMICOLON = 0x3b;
const SMALL_X = 0x78;
const CASE = 0x20;

/** Resolves character references; one that is not known stays as written. */
export function decodeEntities(text: string): string {
  let decoded = "";
  let copied = 0;
  for (let at = text.indexOf("&"); at !== -1; at = text.indexOf("&", at + 1)) {
    const isNumber = text.charCodeAt(at + 1) === HASH;
    const end = isNumber ? numberEnd(text, at) : nameEnd(text, at);
    if (end === -1) continue;
    const after = text.charCodeAt(end) === SEMICOLON ? end + 1 : end;
    const referred = isNumber
      ? toNumbered(text.slice(at + 2, end))
      : toNamed(text.slice(at, after), text.slice(at + 1, end));
    decoded += text.slice(copied, at) + referred;
    copied = after;
  }
  return copied === 0 ? text : decoded + text.slice(copied);
}

/** Where the digits of a reference end; -1 when it has none. */
function numberEnd(text: string, at: number): number {
  const isHex = (text.charCodeAt(at + 2) | CASE) === SMALL_X;
  const from = at + (isHex ? 3 : 2);
  const end = runEnd(text, from, MOST_DIGITS, isHex ? HEX : DECIMAL);
  return end === from ? -1 : end;
}

/** Where the name of a reference ends, which has two letters or more; -1 when it has none. */
function nameEnd(text: string, at: number): number {
  if (runEnd(text, at + 1, 1, LETTER) === at + 1) return -1;
  const end = runEnd(text, at + 2, LONGEST_NAME - 1, NAME);
  return end === at + 2 ? -1 : end;
}

function runEnd(text: string, from: number, most: number, kind: number): number {
  const last = Math.min(from + most, text.length);
  let at = from;
  for (; at < last; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= KINDS_OF_CODE.length || ((KINDS_OF_CODE[code] as number) & kind) === 0) break;
  }
  return at;
}

function toNumbered(digits: string): string {
  const isHex = (digits.charCodeAt(0) | CASE) === SMALL_X;
  return toCharacter(isHex ? Number.parseInt(digits.slice(1), 16) : Number(digits));
}

/** Without the semicolon only the oldest names are meant as references; `&copy=1` of an address is not. */
function toNamed(written: string, name: string): string {
  const known = BY_NAME.get(name);
  if (known === undefined) return written;
  return written.endsWith(";") || OLDEST.has(name) ? known : written;
}

const OLDEST: ReadonlySet<string> = new Set(["amp", "lt", "gt", "quot", "nbsp"]);

function toCharacter(number: number): string {
  const codePoint = BY_LEGACY_NUMBER.get(number) ?? number;
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  if (codePoint === 0 || codePoint > 0x10ffff || isSurrogate) return REPLACEMENT;
  // A terminal obeys control characters; white space is all of them that a text needs.
  const isControl = codePoint < 0x20 || (codePoint >= 0x7f && codePoint <= 0x9f);
  if (isControl) return codePoint >= 0x09 && codePoint <= 0x0d ? " " : "";
  return String.fromCodePoint(codePoint);
}
