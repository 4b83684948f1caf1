import { Buffer } from "node:buffer";

/** The UTF-16 units of a text: what is read letter by letter is read twice as fast from them. */
export type Codes = Uint16Array;

/** So little is copied sooner than it is asked to be copied. */
const SHORT = 256;

/** The units of a text, each at its own place. */
export function toCodes(text: string): Codes {
  const codes = new Uint16Array(text.length);
  if (text.length < SHORT) {
    for (let at = 0; at < text.length; at += 1) codes[at] = text.charCodeAt(at);
    return codes;
  }
  Buffer.from(codes.buffer).write(text, "utf16le");
  return codes;
}
