import { ENTITIES, WINDOWS_1252_HIGH } from "./tables/entities.ts";

const BY_NAME: ReadonlyMap<string, string> = new Map(
  ENTITIES.map(([name, codePoint]) => [name, String.fromCodePoint(codePoint)]),
);
const BY_LEGACY_NUMBER: ReadonlyMap<number, number> = new Map(WINDOWS_1252_HIGH);
const REFERENCE = /&(?:#[xX]([\da-fA-F]{1,8})|#(\d{1,8})|([a-zA-Z]\w{1,9}));?/gu;
const REPLACEMENT = "\uFFFD";

/** Resolves character references; one that is not known stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, toReferred);
}

function toReferred(
  written: string,
  hex: string | undefined,
  decimal: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return toNamed(written, name);
  return toCharacter(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
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
