const BOM = 0xfeff;
const BEGINNINGS: ReadonlySet<number> = new Set([BOM, 0x3c, 0x7b]);
const LAST_LETTER = 0x10ffff;
const REPLACEMENT = 0xfffd;
const AT_ONCE = 8192;

/** Text in UTF-32, which platforms do not decode, told by its first letter: a byte order mark, "<" or "{". Null for all else. */
export function decodeUtf32(bytes: Uint8Array): string | null {
  if (bytes.length < 4) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = [false, true].find((little) => BEGINNINGS.has(view.getUint32(0, little)));
  if (isLittle === undefined) return null;
  const parts: string[] = [];
  let letters: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const letter = view.getUint32(at, isLittle);
    letters.push(letter > LAST_LETTER ? REPLACEMENT : letter);
    if (letters.length === AT_ONCE) {
      parts.push(String.fromCodePoint(...letters));
      letters = [];
    }
  }
  return parts.join("") + String.fromCodePoint(...letters);
}
