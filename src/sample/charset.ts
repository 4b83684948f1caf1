const FIRST_HIGH = 0x80;
const UNKNOWN = 0x3f;

/** The bytes of windows-1256 by letter, read off the platform's own decoder: it has no encoder. */
const BYTE_OF: ReadonlyMap<string, number> = new Map(
  Array.from({ length: FIRST_HIGH }, (_, at) => at + FIRST_HIGH).map((byte) => [
    new TextDecoder("windows-1256").decode(Uint8Array.of(byte)),
    byte,
  ]),
);

/** Text in a charset. A letter that windows-1256 lacks becomes "?", as old editing systems have it. */
export function encode(text: string, charset: "utf-8" | "windows-1256"): Uint8Array {
  if (charset === "utf-8") return new TextEncoder().encode(text);
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code < FIRST_HIGH ? code : (BYTE_OF.get(letter) ?? UNKNOWN);
  });
}
