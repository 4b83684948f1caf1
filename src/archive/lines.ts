import { isUtf8 } from "node:buffer";
import { decodeUtf8 } from "../extract/index.ts";

/** A line of an input, or why it is none. `number` counts from 1. */
export type Line =
  | { readonly ok: true; readonly number: number; readonly text: string }
  | { readonly ok: false; readonly number: number; readonly reason: LineFault };

/** What can be wrong with a line before anyone reads its meaning. */
export type LineFault = "not-utf8" | "too-long";

/** No article is this long; a line that is has lost its line breaks, and is passed over without being held in memory. */
export const LONGEST_LINE_BYTES: number = 64 * 1024 * 1024;

const NEWLINE = 0x0a;

interface Pending {
  parts: Uint8Array[];
  bytes: number;
  tooLong: boolean;
}

/** Splits bytes into lines, blank ones left out but counted. A line that is not UTF-8 or too long is named and the rest goes on. */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let number = 0;
  let pending: Pending = { parts: [], bytes: 0, tooLong: false };
  const end = (): Line | null => {
    number += 1;
    const line = toLine(number, pending);
    pending = { parts: [], bytes: 0, tooLong: false };
    return line;
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      hold(pending, chunk.subarray(from, at));
      from = at + 1;
      const line = end();
      if (line !== null) yield line;
    }
    hold(pending, chunk.slice(from));
  }
  const last = pending.bytes > 0 ? end() : null;
  if (last !== null) yield last;
}

function hold(pending: Pending, part: Uint8Array): void {
  pending.bytes += part.length;
  if (pending.bytes > LONGEST_LINE_BYTES) {
    pending.tooLong = true;
    pending.parts = [];
  }
  if (!pending.tooLong && part.length > 0) pending.parts.push(part);
}

function toLine(number: number, { parts, tooLong }: Pending): Line | null {
  if (tooLong) return { ok: false, number, reason: "too-long" };
  const [only, ...more] = parts;
  const bytes = only !== undefined && more.length === 0 ? only : Buffer.concat(parts);
  if (!isUtf8(bytes)) return { ok: false, number, reason: "not-utf8" };
  const text = decodeUtf8(bytes).trim();
  return text === "" ? null : { ok: true, number, text };
}
