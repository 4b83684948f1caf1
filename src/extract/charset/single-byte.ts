import { isUtf8 } from "node:buffer";
import { WINDOWS_1252_BEYOND_LATIN_1 } from "./tables/windows-1252.ts";
import { decodeUtf8, UTF8 } from "./utf8.ts";

const LATIN_1_CONTROL = /[\u0080-\u009F]/gu;
const FIRST_CONTROL = 0x80;
const BYTES = 256;

/** The bytes as text in a charset of the Encoding Standard, the same on every Node. */
export function toText(bytes: Uint8Array, charset: string): string {
  if (charset === UTF8 && isUtf8(bytes)) return decodeUtf8(bytes);
  const text = new TextDecoder(charset).decode(bytes);
  if (charset !== "windows-1252") return text;
  return text.replace(
    LATIN_1_CONTROL,
    (control) => WINDOWS_1252_BEYOND_LATIN_1[control.charCodeAt(0) - FIRST_CONTROL] ?? control,
  );
}

/** The 256 characters of a charset of one byte a letter, in the order of their bytes. */
export function charactersOf(charset: string): readonly string[] {
  return Array.from({ length: BYTES }, (_, byte) => toText(Uint8Array.of(byte), charset));
}
