import type { HtmlPage, TextBlock } from "../html/page.ts";

/** How often the texts of a page's blocks stand there. */
export interface Copies {
  /** For each block the first one with its text. */
  readonly first: Int32Array;
  /** For a first block, how many blocks have its text. */
  readonly count: Int32Array;
  /** How many blocks before each have its text. */
  readonly before: Int32Array;
}

const SIGNATURES = 4096;

/** Counts blocks of the same text. Most differ from all others in their length, beginning or end already, and are looked at no closer. */
export function countCopies({ text, blocks }: HtmlPage): Copies {
  const signatures = new Uint16Array(blocks.length);
  const alike = new Int32Array(SIGNATURES);
  for (let at = 0; at < blocks.length; at += 1) {
    const own = signatureOf(text, blocks[at] as TextBlock);
    signatures[at] = own;
    alike[own] = (alike[own] as number) + 1;
  }
  const firsts = new Map<string, number>();
  const first = new Int32Array(blocks.length);
  const count = new Int32Array(blocks.length);
  const before = new Int32Array(blocks.length);
  for (let at = 0; at < blocks.length; at += 1) {
    const isOnly = alike[signatures[at] as number] === 1;
    const of = isOnly ? at : firstWith(firsts, text, blocks[at] as TextBlock, at);
    first[at] = of;
    before[at] = count[of] as number;
    count[of] = (count[of] as number) + 1;
  }
  return { first, count, before };
}

function signatureOf(text: string, { start, end }: TextBlock): number {
  const ends = text.charCodeAt(start) * 31 + text.charCodeAt(end - 1);
  return (Math.imul(ends, 31) + (end - start) * 7) & (SIGNATURES - 1);
}

function firstWith(
  firsts: Map<string, number>,
  text: string,
  { start, end }: TextBlock,
  at: number,
): number {
  const line = text.slice(start, end);
  const known = firsts.get(line);
  if (known === undefined) firsts.set(line, at);
  return known ?? at;
}
