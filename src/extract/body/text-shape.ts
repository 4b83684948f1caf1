/** What a run of text looks like, counted in one pass over it. */
export interface TextShape {
  readonly letters: number;
  readonly digits: number;
  readonly words: number;
  readonly commas: number;
  /** Marks that end sentences. */
  readonly stops: number;
  readonly capitals: number;
  /** Bars, bullets, slashes, arrows: what lists of links are set with. */
  readonly separators: number;
  /** It ends as a sentence ends, quotation marks after the stop passed over. */
  readonly endsSentence: boolean;
  readonly endsColon: boolean;
  readonly startsLower: boolean;
}

/** Kinds of characters, as indexes of counts. */
const OTHER = 0;
const LETTER = 1;
const CAPITAL = 2;
const WIDE = 3;
const DIGIT = 4;
const SPACE = 5;
const COMMA = 6;
const STOP = 7;
const SEPARATOR = 8;
const KINDS = 9;

const KIND_OF_CODE = kindOfCodes();

function kindOfCodes(): Uint8Array {
  const kinds = new Uint8Array(0x1_0000);
  // Letters and marks of every script above Latin-1's signs; what is no letter there is set after.
  kinds.fill(LETTER, 0xc0);
  kinds.fill(OTHER, 0x2000, 0x2c00);
  kinds.fill(WIDE, 0x3040, 0xd800);
  kinds.fill(LETTER, 0x61, 0x7b);
  kinds.fill(CAPITAL, 0x41, 0x5b);
  for (const zero of [0x30, 0x660, 0x6f0]) kinds.fill(DIGIT, zero, zero + 10);
  for (const [kind, characters] of [
    [SPACE, " "],
    [COMMA, ",،、，；;؛"],
    [STOP, ".!?؟。！？…۔"],
    [SEPARATOR, "|•·/›»>→◄►▪●«‹"],
  ] as const) {
    for (const character of characters) kinds[character.charCodeAt(0)] = kind;
  }
  return kinds;
}

const CLOSING: ReadonlySet<number> = new Set(
  [..."\"'”’»)]）」』 \u00A0"].map((character) => character.charCodeAt(0)),
);
const COLON = 0x3a;

/** Measures `text` from `start` to `end`. Scripts without spaces count a word for every two letters. */
export function shapeOf(text: string, start: number, end: number): TextShape {
  const counts = new Uint32Array(KINDS);
  for (let at = start; at < end; at += 1) {
    const kind = KIND_OF_CODE[text.charCodeAt(at)] ?? OTHER;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const count = (kind: number): number => counts[kind] ?? 0;
  let last = end - 1;
  while (last > start && CLOSING.has(text.charCodeAt(last))) last -= 1;
  const code = text.charCodeAt(start);
  return {
    letters: count(LETTER) + count(CAPITAL) + count(WIDE),
    digits: count(DIGIT),
    words: count(SPACE) + 1 + Math.floor(count(WIDE) / 2),
    commas: count(COMMA),
    stops: count(STOP),
    capitals: count(CAPITAL),
    separators: count(SEPARATOR),
    endsSentence: KIND_OF_CODE[text.charCodeAt(last)] === STOP,
    endsColon: text.charCodeAt(last) === COLON,
    startsLower: code >= 0x61 && code <= 0x7a,
  };
}
