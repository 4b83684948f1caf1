import { charactersOf } from "../charset/single-byte.ts";

/** A charset that UTF-8 was wrongly read in, and how its text then looks. */
interface Misreading {
  readonly bytes: ReadonlyMap<string, number>;
  readonly looksSo: (paragraph: string) => boolean;
}

const FIRST_LETTER = 0x621;
const LAST_LETTER = 0x64a;
/** Bytes D8 and D9, with which most Arabic letters begin in UTF-8, are these two in windows-1256. */
const TAH = 0x637;
const ZAH = 0x638;
/** In Arabic they are one letter in sixteen at most (17,616 articles); where UTF-8 was misread, five of six. */
const LEAST_SHARE = 0.3;
const LEAST_LETTERS = 6;

/** The same bytes in windows-1252, and the marks of misread accents and quotation marks. */
const MISREAD_WESTERN =
  /[\u00C2\u00C3\u00D8-\u00DB][\u0080-\u00BF€‚-„†-‰Š‹ŒŽ‘-”•–—˜™š›œžŸƒ…ˆ]|â€/gu;
const LEAST_WESTERN = 2;

const MISREADINGS: readonly Misreading[] = [
  { bytes: bytesOf("windows-1256"), looksSo: looksArabic },
  {
    bytes: bytesOf("windows-1252"),
    looksSo: (paragraph) => count(paragraph, MISREAD_WESTERN) >= LEAST_WESTERN,
  },
];

function looksArabic(paragraph: string): boolean {
  let [letters, marks] = [0, 0];
  for (let at = 0; at < paragraph.length; at += 1) {
    const code = paragraph.charCodeAt(at);
    if (code < FIRST_LETTER || code > LAST_LETTER) continue;
    letters += 1;
    if (code === TAH || code === ZAH) marks += 1;
  }
  return letters >= LEAST_LETTERS && marks / letters >= LEAST_SHARE;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function bytesOf(charset: string): ReadonlyMap<string, number> {
  return new Map(charactersOf(charset).map((character, byte) => [character, byte]));
}

const STRICT = new TextDecoder("utf-8", { fatal: true });
// Not \s: the no-break space is a byte of a letter here.
const WORD = /[^ \t\r\n]+/gu;
const FIRST_BEYOND_ASCII = 0x80;
const HAH_SECOND = 0xad;
const HAH_FIRST = 0xd8;

/**
 * A paragraph of UTF-8 that was read in a charset of one byte a letter, once or several times over, as it was meant; null
 * when it is none. Words that are not such stay as they are.
 */
export function repairMojibake(paragraph: string): string | null {
  let repaired = paragraph;
  for (let next = repairOnce(repaired); next !== null; next = repairOnce(repaired)) repaired = next;
  return repaired === paragraph ? null : repaired;
}

/** Each repair makes two letters or more one, so that repeating it comes to an end. */
function repairOnce(paragraph: string): string | null {
  const misreading = MISREADINGS.find(({ looksSo }) => looksSo(paragraph));
  if (misreading === undefined) return null;
  const repaired = paragraph.replace(WORD, (word) => repairWord(word, misreading.bytes) ?? word);
  return repaired.length < paragraph.length ? repaired : null;
}

function repairWord(word: string, table: ReadonlyMap<string, number>): string | null {
  const bytes: number[] = [];
  for (const character of word) {
    const byte = table.get(character);
    if (byte === undefined) return null;
    // ح is D8 AD, and AD alone is a soft hyphen, which pipelines delete: an orphan D8 was one.
    if (isOrphan(bytes, byte)) bytes.push(HAH_SECOND);
    bytes.push(byte);
  }
  if (bytes.at(-1) === HAH_FIRST) bytes.push(HAH_SECOND);
  if (!bytes.some((byte) => byte >= FIRST_BEYOND_ASCII)) return null;
  try {
    return STRICT.decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

/** A D8 that the next byte does not go on from. */
function isOrphan(bytes: readonly number[], next: number): boolean {
  return bytes.at(-1) === HAH_FIRST && (next < FIRST_BEYOND_ASCII || next > 0xbf);
}
