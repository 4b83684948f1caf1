import { Buffer } from "node:buffer";

/** The UTF-16 units of a text: what is read letter by letter is read twice as fast from them. */
export type Codes = Uint16Array;

/** So little is copied sooner than it is asked to be copied. */
const SHORT = 256;

/** The units of a text, each at its own place. */
export function toCodes(text: string): Codes {
  if (text.length < SHORT) return copyShort(text);
  // Every unit is written: there is no need of noughts before.
  const bytes = Buffer.allocUnsafeSlow(text.length * 2);
  bytes.write(text, "utf16le");
  return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
}

function copyShort(text: string): Codes {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) codes[at] = text.charCodeAt(at);
  return codes;
}
