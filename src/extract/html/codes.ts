import { Buffer } from "node:buffer";

/** The UTF-16 units of a text: what is read letter by letter is read twice as fast from them. */
export type Codes = Uint16Array;

/** The units of a text, each at its own place. */
export function toCodes(text: string): Codes {
  const codes = new Uint16Array(text.length);
  Buffer.from(codes.buffer).write(text, "utf16le");
  return codes;
}
