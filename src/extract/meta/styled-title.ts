import { attributeOf } from "../html/attributes.ts";
import type { PageElement } from "../html/page.ts";
import type { Evidence } from "./evidence.ts";
import { toWords } from "./similarity.ts";
import type { TitleCandidate } from "./title.ts";

const SHORTEST = 12;
const LONGEST = 200;
/** How far below the beginning of the text it may stand. */
const FARTHEST = 400;
const SENTENCE_END = /[.؛]["»”)]*$/u;
/** In pixels; text is mostly of 16. */
const LEAST_SIZE = 18;
const PIXELS: ReadonlyMap<string, number> = new Map([
  ["px", 1],
  ["pt", 4 / 3],
  ["em", 16],
  ["rem", 16],
  ["%", 0.16],
]);
const FONT_SIZE = /(?<![\w-])font-size\s*:\s*(?<size>[\d.]{1,6})\s*(?<unit>px|pt|rem|em|%)/iu;
/** Sizes of `<font size>`, 0 to 7, in pixels. */
const FONT_SIZES = [16, 10, 13, 16, 18, 24, 32, 48] as const;

/** The title of a page that has no heading and says none out of sight: what is set largest above the text; of equals the first. */
export function findStyled({ page, body }: Evidence): TitleCandidate[] {
  let best: PageElement | null = null;
  let most = LEAST_SIZE;
  for (const element of page.elements) {
    const { start, end, linkLength } = element;
    const length = end - start;
    if (length < SHORTEST || length > LONGEST || start > body.start + FARTHEST) continue;
    const size = sizeOf(element);
    const isLarger = best === null ? size >= most : size > most;
    if (!isLarger || linkLength * 2 > length || !isTitle(page.text.slice(start, end))) continue;
    [best, most] = [element, size];
  }
  if (best === null) return [];
  const value = page.text.slice(best.start, best.end).trim();
  return [{ value, from: "size of letters", words: toWords(value), heading: null }];
}

function isTitle(text: string): boolean {
  return !text.trim().includes("\n") && !SENTENCE_END.test(text.trim());
}

function sizeOf({ tag, names, attributes }: PageElement): number {
  const { size, unit } = FONT_SIZE.exec(names.style)?.groups ?? {};
  if (size !== undefined) return Number(size) * (PIXELS.get(unit?.toLowerCase() ?? "") ?? 0);
  const step = tag === "font" ? (attributeOf(attributes, "size") ?? "") : "";
  if (step === "") return 0;
  const base = step.startsWith("+") ? 3 : 0;
  return FONT_SIZES[Math.min(base + Number(step), FONT_SIZES.length - 1)] ?? 0;
}
