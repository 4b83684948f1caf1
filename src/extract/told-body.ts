import { decodeEntities } from "./html/entities.ts";
import type { HtmlPage } from "./html/page.ts";
import { scanHtml } from "./html/scan.ts";
import { readLinkedData, typesOf } from "./meta/linked-data.ts";

/** A page whose own text is as long as this shows its article itself. */
const MOST_SHOWN = 500;
/** What stands in for it must be that many times as long, and as long as an article is. */
const LEAST_TIMES = 4;
const LEAST_TOLD = 250;
/** So much of it is read. */
const LONGEST_TOLD = 200_000;
const HAS_BODY = /"articleBody"\s{0,9}:/u;
const ARTICLE = /(?:Article|BlogPosting|Report)$/u;
const HAS_MARKUP = /<[a-z][^<>]{0,300}>/iu;
const LINE_END = /\r?\n|\r/u;
const WHITE = /[^\S\n]+/gu;

/** A body that stands in what a page says of itself. */
export interface ToldBody {
  readonly from: "json-ld" | "meta";
  readonly paragraphs: readonly string[];
}

/**
 * The body that a page tells in its linked data (schema.org's `articleBody`), where a script was to show it and what is shown is
 * nothing or a line or two; of an article that shows nothing at all its description, if that is longer than teasers are. Null where
 * the page shows its article, or tells no body.
 */
export function findToldBody({ head }: HtmlPage, shown: string): ToldBody | null {
  if (shown.length >= MOST_SHOWN) return null;
  const least = Math.max(LEAST_TOLD, LEAST_TIMES * shown.length);
  const body = toParagraphs(toldInData(head).slice(0, LONGEST_TOLD));
  if (body.join("\n").length >= least) return { from: "json-ld", paragraphs: body };
  const description = shown === "" && saysArticle(head) ? describe(head) : "";
  return description.length >= LEAST_TOLD ? { from: "meta", paragraphs: [description] } : null;
}

type Head = HtmlPage["head"];

/** The one body that a page's linked data has: of several, as on a list of articles, none is the page's own. */
function toldInData({ jsonLd }: Head): string {
  if (!jsonLd.some((script) => HAS_BODY.test(script))) return "";
  const bodies = readLinkedData(jsonLd)
    .nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)))
    .map((node) => node["articleBody"])
    .filter((body) => typeof body === "string");
  const [only = "", ...others] = new Set(bodies);
  return others.length === 0 ? only : "";
}

const longer = (a: string, b: string): string => (b.length > a.length ? b : a);

function saysArticle({ metas }: Head): boolean {
  return metas.some(({ name, content }) => name === "og:type" && content === "article");
}

function describe({ metas }: Head): string {
  return metas
    .filter(({ name }) => name === "og:description" || name === "description")
    .map(({ content }) => content.replace(WHITE, " ").trim())
    .reduce(longer, "");
}

/** A body may be told as plain text or as markup, its references written once or twice over. */
function toParagraphs(body: string): string[] {
  const text = decodeEntities(body);
  const lines = HAS_MARKUP.test(text) ? blocksOf(text) : decodeEntities(text).split(LINE_END);
  return lines.map((line) => line.replace(WHITE, " ").trim()).filter((line) => line !== "");
}

function blocksOf(markup: string): string[] {
  const { text, blocks } = scanHtml(markup);
  return blocks.map(({ start, end }) => text.slice(start, end));
}
