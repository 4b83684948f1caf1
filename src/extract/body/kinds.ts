import type { HtmlPage, TextBlock } from "../html/page.ts";
import { log2 } from "./log2.ts";
import type { Outline } from "./outline.ts";
import { ENDS_SENTENCE, SHAPE_WIDTH, type TextShapes } from "./text-shape.ts";

/** How many numbers are told of a block's kind. */
export const KIND_WIDTH = 7;

/** Writes what the blocks of one kind are together into the row of a block. */
export type FillKind = (rows: Float32Array, row: number, at: number) => void;

/**
 * Measures the kinds of blocks: how many of one make there are, how long, how much of them links, how many end as sentences, and how they are
 * spread. Paragraphs are many and long and stand together; cards are as many, short, and links; what stands once is a thing of its own.
 */
export function measureKinds(
  page: HtmlPage,
  { kind, kinds }: Outline,
  shapes: TextShapes,
): FillKind {
  const { blocks } = page;
  const count = new Float64Array(kinds + 1);
  const length = new Float64Array(kinds + 1);
  const links = new Float64Array(kinds + 1);
  const sentences = new Float64Array(kinds + 1);
  const first = new Float64Array(kinds + 1).fill(blocks.length);
  const last = new Float64Array(kinds + 1);
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, start, end, linkLength } = blocks[at] as TextBlock;
    const of = kind[element] ?? 0;
    count[of] = (count[of] as number) + 1;
    length[of] = (length[of] as number) + end - start;
    links[of] = (links[of] as number) + linkLength;
    sentences[of] =
      (sentences[of] as number) + (shapes[at * SHAPE_WIDTH + ENDS_SENTENCE] as number);
    if (at < (first[of] as number)) first[of] = at;
    last[of] = at;
  }
  return (rows, row, at) => {
    const of = kind[(blocks[at] as TextBlock).element] ?? 0;
    const many = count[of] as number;
    const [from, to] = [first[of] as number, last[of] as number];
    rows[row] = log2(many);
    rows[row + 1] = Math.log2((length[of] as number) / many);
    rows[row + 2] = (links[of] as number) / (length[of] as number);
    rows[row + 3] = (sentences[of] as number) / many;
    rows[row + 4] = from / blocks.length;
    rows[row + 5] = to / blocks.length;
    rows[row + 6] = many / (to - from + 1);
  };
}
