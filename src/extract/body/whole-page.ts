import type { HtmlPage, PageElement, TextBlock } from "../html/page.ts";
import { ENDS_SENTENCE, SHAPE_WIDTH, type TextShapes, wordsIn } from "./text-shape.ts";

/** How many numbers are told of a page as a whole. */
export const WHOLE_WIDTH = 9;

const ARTICLE_TYPE = /article|blog|news/iu;
const OTHER_TYPE = /product|profile|video/iu;
const ARTICLE_DATA = /"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?:\w{0,40}Article|BlogPosting|Report)"/u;
const LIST_DATA = /"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?:Product|ItemList|CollectionPage|FAQPage)"/u;

/** What a page says it is, and how much of it is running text: a list of products is judged otherwise than an article. */
export function measureWhole(
  page: HtmlPage,
  prose: Float64Array,
  shapes: TextShapes,
): readonly number[] {
  const { blocks, elements, head } = page;
  let [running, inParagraphs, links, total, headings, sentences] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, start, end, linkLength } = blocks[at] as TextBlock;
    const tag = (elements[element] as PageElement | undefined)?.tag;
    total += end - start;
    links += linkLength;
    sentences += shapes[at * SHAPE_WIDTH + ENDS_SENTENCE] as number;
    if (tag === "h1") headings += 1;
    if (wordsIn(shapes, at * SHAPE_WIDTH) < LEAST_PROSE_WORDS) continue;
    running += prose[at] as number;
    if (tag === "p") inParagraphs += end - start;
  }
  return [
    typeOf(head.metas.find(({ name }) => name === "og:type")?.content ?? ""),
    Number(head.jsonLd.some((data) => ARTICLE_DATA.test(data))),
    Number(head.jsonLd.some((data) => LIST_DATA.test(data))),
    Math.log2(blocks.length + 1),
    Math.log2(running + 1),
    inParagraphs / (running + 1),
    links / (total + 1),
    headings,
    sentences / blocks.length,
  ];
}

const LEAST_PROSE_WORDS = 8;

function typeOf(type: string): number {
  if (type === "") return -1;
  if (ARTICLE_TYPE.test(type)) return 2;
  return OTHER_TYPE.test(type) ? 0 : 1;
}
