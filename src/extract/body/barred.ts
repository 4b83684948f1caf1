import { foldText } from "../../text/index.ts";
import type { HtmlPage, PageElement, TextBlock } from "../html/page.ts";
import { type Features, ROW, THEMES_AT } from "./features.ts";
import { STRIDE } from "./outline.ts";
import { PARTS } from "./parts.ts";
import { relatedBlocks } from "./related-sections.ts";
import { COMMENT_HEADINGS, CONSENT_STEMS } from "./tables/barred-words.ts";
import { FURNITURE_WORDS } from "./tables/furniture-words.ts";

/** Why a block can never be of the body, whatever it looks like. */
export type Bar = "comments" | "consent" | "related";

const COMMENTS = PARTS.indexOf("comments");
const CONSENT = PARTS.indexOf("consent");
/** Farther up, a class names the page more than the block. */
const WITHIN = 3;
const COMMENT_WORDS = THEMES_AT + FURNITURE_WORDS.findIndex(([theme]) => theme === "comments");
const OVER = /cookie|consent|gdpr|privacy|cmp|onetrust|didomi|modal|pop-?up|dialog|overlay/iu;
const CONSENT_TEXT = new RegExp(CONSENT_STEMS.join("|"), "iu");
const LONGEST_HEADING = 40;
/** Above the comments stands what is commented on, a paragraph or two at least. */
const LEAST_PROSE = 100;
const HEADING = new RegExp(
  `^[^\\p{L}]*(?:${COMMENT_HEADINGS.map((words) => foldText(words)).join("|")})[^\\p{L}]*$`,
  "u",
);
const LEVELS: readonly string[] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/**
 * The blocks that can never be of the body: what readers say, which is written like an article, told by the names of its elements or the heading above it,
 * what a page asks leave for before it is shown, and sections of other articles.
 */
export function findBarred(page: HtmlPage, features: Features): ReadonlyMap<number, Bar> {
  const barred = new Map<number, Bar>();
  let asking: number[] = [];
  for (let at = 0; at <= page.blocks.length; at += 1) {
    if (stepsTo(CONSENT, page, features, at) < WITHIN && standsOver(page, at)) {
      asking.push(at);
      continue;
    }
    if (asksConsent(page, asking)) for (const each of asking) barred.set(each, "consent");
    if (asking.length > 0) asking = [];
    if (isNamedComment(page, features, at)) barred.set(at, "comments");
  }
  for (const at of commentsUnderHeading(page, features)) barred.set(at, "comments");
  for (const at of relatedBlocks(page)) barred.set(at, "related");
  return barred;
}

function commentsUnderHeading(page: HtmlPage, { rows }: Features): number[] {
  const heading = findCommentHeading(page, rows);
  if (heading === -1) return [];
  return Array.from({ length: endOfComments(page, heading) - heading }, (_, at) => heading + at);
}

/** Whether a block stands in a reader's comment by the names of its elements. */
export function isNamedComment(page: HtmlPage, features: Features, at: number): boolean {
  return stepsTo(COMMENTS, page, features, at) < WITHIN;
}

function stepsTo(part: number, { blocks }: HtmlPage, { outline }: Features, at: number): number {
  const element = blocks[at]?.element ?? -1;
  return element < 0 ? WITHIN : (outline.distances[element * STRIDE + part] as number);
}

/** A notice, an alert or terms may be of the article: what asks lies over it, or is named by what it asks for. */
function standsOver({ elements, blocks }: HtmlPage, at: number): boolean {
  let element = elements[blocks[at]?.element ?? -1];
  for (let step = 0; step < WITHIN && element !== undefined; step += 1) {
    const { className, id, role } = element.names;
    if (role === "dialog" || OVER.test(`${className} ${id}`)) return true;
    element = elements[element.parent];
  }
  return false;
}

function asksConsent({ text, blocks }: HtmlPage, asking: readonly number[]): boolean {
  if (asking.length === 0) return false;
  const [first, last] = [blocks[asking[0] as number], blocks[asking.at(-1) as number]];
  return CONSENT_TEXT.test(text.slice(first?.start, last?.end));
}

function findCommentHeading({ text, blocks, elements }: HtmlPage, rows: Float32Array): number {
  let prose = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const { start, end, linkLength, element } = blocks[at] as TextBlock;
    if (end - start > LONGEST_HEADING) {
      if (linkLength * 2 < end - start) prose += end - start;
      continue;
    }
    if (prose < LEAST_PROSE || linkLength > 0) continue;
    // Most lines have no word of comments and are no headings, and are not folded.
    const hasWord = (rows[at * ROW + COMMENT_WORDS] as number) > 0;
    if (!hasWord && levelOf(elements[element]) === LEVELS.length) continue;
    if (HEADING.test(foldText(text.slice(start, end)))) return at;
  }
  return -1;
}

/** The block after the comments under a heading: they end with what holds both, or at a heading as high. */
function endOfComments({ elements, blocks }: HtmlPage, heading: number): number {
  const { start, end, element } = blocks[heading] as TextBlock;
  let section = elements[element] as PageElement | undefined;
  const level = levelOf(section);
  // A heading may stand in elements of its own.
  while (section !== undefined && section.start >= start && section.end <= end)
    section = elements[section.parent] as PageElement | undefined;
  const isOwn = section !== undefined && section.start >= start;
  for (let at = heading + 1; at < blocks.length; at += 1) {
    const block = blocks[at] as TextBlock;
    if (section !== undefined && block.start >= section.end) return at;
    const other = levelOf(elements[block.element]);
    if (!isOwn && other < LEVELS.length && other <= level) return at;
  }
  return blocks.length;
}

/** What is no heading is below all. */
function levelOf(element: PageElement | undefined): number {
  const tag = element?.tag ?? "";
  const level = tag.length === 2 ? LEVELS.indexOf(tag) : -1;
  return level === -1 ? LEVELS.length : level;
}
