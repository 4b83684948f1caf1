import { type CharsetSource, findDeclaredCharsets } from "./declared.ts";
import { type Guess, guessCharset } from "./guess.ts";
import { toText } from "./single-byte.ts";
import { FALLBACK } from "./tables/candidates.ts";
import { measureUtf8, UTF8 } from "./utf8.ts";

/** A page's bytes as text, with the charset they were read in (its name in the Encoding Standard) and what said so. */
export interface DecodedPage {
  readonly text: string;
  readonly charset: string;
  readonly from: CharsetSource;
}

/** A charset that needs this many errors to be one of the letters is the wrong one. */
const MOST_ERROR_SHARE = 0.05;
/** Odds at which the letters overrule what a page says of itself: e to the 20th, and clear on every letter. */
const LEAST_LEAD = 20;
/** So many characters of more than one byte, and none broken, do not happen in another charset. */
const CERTAIN_SEQUENCES = 3;

/**
 * Reads the bytes of a page: byte order mark, then HTTP header, `<meta>` and XML declaration as far as the bytes allow, then what
 * the letters themselves show. Never throws; bytes that are nothing in the charset become U+FFFD.
 */
export function decode(bytes: Uint8Array, httpContentType?: string): DecodedPage {
  const marked = findByteOrderMark(bytes) ?? findWideZeros(bytes);
  if (marked !== null) return read(bytes, marked.charset, marked.from);
  const utf8 = measureUtf8(bytes);
  const declared = findDeclaredCharsets(bytes, httpContentType);
  const certain = utf8.sequences >= CERTAIN_SEQUENCES && utf8.errors === 0;
  if (certain || (utf8.sequences > 0 && utf8.errors <= utf8.sequences * MOST_ERROR_SHARE)) {
    const said = declared.find(({ charset }) => charset === UTF8);
    return read(bytes.subarray(0, utf8.end), UTF8, said?.from ?? "detected");
  }
  if (utf8.errors === 0) {
    const [first] = declared;
    return read(bytes.subarray(0, utf8.end), first?.charset ?? UTF8, first?.from ?? "detected");
  }
  const guesses = guessCharset(bytes);
  const said = declared.find(({ charset }) => isPossible(charset, bytes, guesses));
  if (said !== undefined) return read(bytes, said.charset, said.from);
  return read(bytes, guesses[0]?.charset ?? FALLBACK, "detected");
}

function read(bytes: Uint8Array, charset: string, from: CharsetSource): DecodedPage {
  return { text: toText(bytes, charset), charset, from };
}

interface Marked {
  readonly charset: string;
  readonly from: CharsetSource;
}

function findByteOrderMark(bytes: Uint8Array): Marked | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { charset: UTF8, from: "bom" };
  if (first === 0xfe && second === 0xff) return { charset: "utf-16be", from: "bom" };
  if (first === 0xff && second === 0xfe) return { charset: "utf-16le", from: "bom" };
  return null;
}

const WIDE_LOOKED_AT = 2048;
const LEAST_ZEROS = 4;
/** The rows of the code table that an Arabic page is written in: ASCII and Arabic. */
const PAGE_ROWS: ReadonlySet<number | undefined> = new Set([0x00, 0x06]);

/** UTF-16 without its mark: spaces and markup have a zero in every other byte, always on the same side, and Arabic letters a six. */
function findWideZeros(bytes: Uint8Array): Marked | null {
  const zeros = [0, 0];
  const rows = [0, 0];
  const looked = Math.min(bytes.length, WIDE_LOOKED_AT);
  for (let at = 0; at < looked; at += 1) {
    if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
    if (PAGE_ROWS.has(bytes[at])) rows[at & 1] = (rows[at & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const isWide = (side: number) =>
    (zeros[side] ?? 0) * 5 >= looked || (rows[side] ?? 0) * 5 >= looked * 2;
  if (even === 0 && odd >= LEAST_ZEROS && isWide(1))
    return { charset: "utf-16le", from: "detected" };
  if (odd === 0 && even >= LEAST_ZEROS && isWide(0))
    return { charset: "utf-16be", from: "detected" };
  return null;
}

/** Whether bytes that are not UTF-8 can be in the charset a page declares. */
function isPossible(charset: string, bytes: Uint8Array, guesses: readonly Guess[]): boolean {
  if (charset === UTF8 || charset.startsWith("utf-16")) return false;
  const [best] = guesses;
  const own = guesses.find((guess) => guess.charset === charset);
  if (best === undefined || own === undefined) return isWellFormed(charset, bytes);
  // Western accents are in windows-1256 as well: only another script is an argument against the page's own word.
  return best.western || best.score - own.score < LEAST_LEAD;
}

const FORM_LOOKED_AT = 1 << 16;

/** Charsets of several bytes a letter: few sequences that are nothing. */
function isWellFormed(charset: string, bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, FORM_LOOKED_AT);
  let beyondAscii = 0;
  for (const byte of start) if (byte >= 0x80) beyondAscii += 1;
  const broken = new TextDecoder(charset).decode(start).split("\uFFFD").length - 1;
  return broken <= 1 + beyondAscii * MOST_ERROR_SHARE;
}
