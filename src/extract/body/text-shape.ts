import type { Codes } from "../html/codes.ts";
import type { HtmlPage, TextBlock } from "../html/page.ts";

/** What runs of text look like, counted in one pass over each: a row of `SHAPE_WIDTH` counts for each run, by kind of character. */
export type TextShapes = Int32Array;

/** Kinds of characters, as columns of a row. */
const OTHER = 0;
const LETTER = 1;
export const CAPITAL = 2;
/** Letters of scripts that part no words. */
const WIDE = 3;
export const DIGIT = 4;
const SPACE = 5;
export const COMMA = 6;
/** Marks that end sentences. */
export const STOP = 7;
/** Bars, bullets, slashes, arrows: what lists of links are set with. */
export const SEPARATOR = 8;
/** 1 when the run ends as a sentence ends, quotation marks after the stop passed over. */
export const ENDS_SENTENCE = 9;
export const ENDS_COLON = 10;
export const STARTS_LOWER = 11;
export const SHAPE_WIDTH = 12;

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

/** Measures each block of a page; `codes` are those of its text. */
export function measureShapes({ blocks }: HtmlPage, codes: Codes): TextShapes {
  const shapes = new Int32Array(blocks.length * SHAPE_WIDTH);
  for (let at = 0; at < blocks.length; at += 1) {
    const { start, end } = blocks[at] as TextBlock;
    fillShape(shapes, at * SHAPE_WIDTH, codes, start, end);
  }
  return shapes;
}

function fillShape(shapes: TextShapes, row: number, codes: Codes, start: number, end: number) {
  let others = 0;
  for (let at = start; at < end; at += 1) {
    const kind = KIND_OF_CODE[codes[at] as number] as number;
    // Most are letters: counting them one by one would wait for the count before each time.
    if (kind === LETTER) continue;
    others += 1;
    shapes[row + kind] = (shapes[row + kind] as number) + 1;
  }
  shapes[row + LETTER] = end - start - others;
  let last = end - 1;
  while (last > start && CLOSING.has(codes[last] as number)) last -= 1;
  const ending = codes[last] as number;
  const code = codes[start] as number;
  shapes[row + ENDS_SENTENCE] = Number(KIND_OF_CODE[ending] === STOP);
  shapes[row + ENDS_COLON] = Number(ending === COLON);
  shapes[row + STARTS_LOWER] = Number(code >= 0x61 && code <= 0x7a);
}

/** How many letters the run of a row has. */
export function lettersIn(shapes: TextShapes, row: number): number {
  return (
    (shapes[row + LETTER] as number) +
    (shapes[row + CAPITAL] as number) +
    (shapes[row + WIDE] as number)
  );
}

/** How many words it has; scripts without spaces count one for every two letters. */
export function wordsIn(shapes: TextShapes, row: number): number {
  return (shapes[row + SPACE] as number) + 1 + Math.floor((shapes[row + WIDE] as number) / 2);
}
