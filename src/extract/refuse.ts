import { foldText } from "../text/index.ts";
import type { JudgedBlock } from "./body/find-body.ts";
import type { Refusal } from "./extraction.ts";
import { attributeOf } from "./html/attributes.ts";
import { type Codes, toCodes } from "./html/codes.ts";
import type { HtmlPage } from "./html/page.ts";
import { PAGE_SIGNS, type PageSign } from "./tables/page-signs.ts";

/** A text with fewer letters is no article. */
export const LEAST_LETTERS = 40;
/** A page of another kind has less text than this beside what it is for; with more, it is an article that happens to have a form, a video. */
const MOST_BESIDE = 500;
/** Below this a page of many links is a list of them. */
const MOST_OF_LIST = 250;
const LEAST_LINK_BLOCKS = 25;
const LONGEST_SIGN_BLOCK = 300;
const VIDEO_TYPE = /^video/iu;
const VIDEO_DATA = /"@type"\s{0,9}:\s{0,9}"VideoObject"/u;
const ARTICLE_DATA = /"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?:\w{0,40}Article|BlogPosting|Report)"/u;
const MOST_CONTROL_SHARE = 0.01;
const LOOKED_AT = 16_384;
const LETTER = /\p{L}/u;
const NOT_WHITE = /\S/u;

const SIGNS = PAGE_SIGNS.map((sign) => ({ ...sign, words: foldText(sign.words) }));

/** Why a source cannot be read as a page at all; null when it can. Its first part tells text from other data. */
export function refuseSource(source: string): Refusal | null {
  if (!NOT_WHITE.test(source)) return "empty";
  const looked = toCodes(source.slice(0, LOOKED_AT));
  return countControls(looked) / looked.length > MOST_CONTROL_SHARE ? "not-text" : null;
}

const LAST_CONTROL = 0x1f;
const DELETE = 0x7f;
/** Tab, line feed, form feed, carriage return. */
const OF_TEXT: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d]);

/** Counts the control characters that no text has. */
function countControls(codes: Codes): number {
  let controls = 0;
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] as number;
    if (code > LAST_CONTROL && code !== DELETE) continue;
    if (!OF_TEXT.has(code)) controls += 1;
  }
  return controls;
}

/** Whether a text has the letters of an article; it is read no further than that. */
export function hasLetters(text: string): boolean {
  let letters = 0;
  for (const character of text) {
    if (LETTER.test(character)) letters += 1;
    if (letters >= LEAST_LETTERS) return true;
  }
  return false;
}

/** Why a page is no article, by what it says it is and how little text it has; null when nothing speaks against it. */
export function refusePage(
  page: HtmlPage,
  judged: readonly JudgedBlock[],
  lead: string,
): Refusal | null {
  if (lead.length >= MOST_BESIDE) return null;
  const titled = findTitleSign(page);
  if (titled?.reason === "error-page") return "error-page";
  if (titled?.reason === "login-page" || hasPasswordField(page, lead)) return "login-page";
  if (saysPaywall(page)) return "paywall";
  if (isVideo(page) && lead.length < MOST_OF_LIST) return "video-page";
  if (lead.length < MOST_OF_LIST && countLinkBlocks(page, judged) >= LEAST_LINK_BLOCKS) {
    return saysArticle(page) && hasLetters(lead) ? null : "index-page";
  }
  return hasLetters(lead) ? null : "too-short";
}

function findTitleSign({ head, elements, text }: HtmlPage): PageSign | undefined {
  const heading = elements.find(({ tag, start, end }) => tag === "h1" && end > start);
  const titles = [
    head.title ?? "",
    heading === undefined ? "" : text.slice(heading.start, heading.end),
  ].map((title) => foldText(title.slice(0, LONGEST_SIGN_BLOCK)).trim());
  return SIGNS.find(
    ({ where, words }) => where === "title" && titles.some((title) => title.startsWith(words)),
  );
}

function saysPaywall({ blocks, text }: HtmlPage): boolean {
  return blocks.some(({ start, end }) => {
    if (end - start > LONGEST_SIGN_BLOCK) return false;
    const block = foldText(text.slice(start, end));
    return SIGNS.some(({ where, words }) => where === "text" && block.includes(words));
  });
}

function hasPasswordField({ elements }: HtmlPage, lead: string): boolean {
  if (hasLetters(lead)) return false;
  return elements.some(
    ({ tag, attributes }) => tag === "input" && attributeOf(attributes, "type") === "password",
  );
}

function isVideo({ head }: HtmlPage): boolean {
  const type = head.metas.find(({ name }) => name === "og:type")?.content ?? "";
  if (VIDEO_TYPE.test(type)) return true;
  const data = head.jsonLd.join("\n");
  return VIDEO_DATA.test(data) && !ARTICLE_DATA.test(data);
}

function saysArticle({ head }: HtmlPage): boolean {
  const type = head.metas.find(({ name }) => name === "og:type")?.content ?? "";
  return type === "article" || head.jsonLd.some((script) => ARTICLE_DATA.test(script));
}

function countLinkBlocks({ blocks }: HtmlPage, judged: readonly JudgedBlock[]): number {
  const isLink = ({ start, end, linkLength }: (typeof blocks)[number]) =>
    linkLength > (end - start) / 2;
  return blocks.filter((block, at) => isLink(block) && judged[at]?.kept !== true).length;
}
