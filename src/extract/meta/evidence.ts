import type { HtmlPage } from "../html/page.ts";
import {
  type LinkedData,
  type LinkedNode,
  readLinkedData,
  textOf,
  typesOf,
} from "./linked-data.ts";
import type { MetadataContext } from "./metadata.ts";
import { toSimilarity, toWords } from "./similarity.ts";

/** A heading of the page, as it is read. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  /** It is named the title of an article. */
  readonly isMarked: boolean;
  readonly start: number;
  readonly end: number;
}

/** All that the choices of metadata are made from, gathered once. */
export interface Evidence extends MetadataContext {
  /** Contents of the `<meta>` of a name, in order. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly linked: LinkedData;
  /** The node of the page's own article; null when its JSON-LD has none. */
  readonly article: LinkedNode | null;
  readonly headings: readonly Heading[];
}

const MOST_HEADINGS = 40;
const LONGEST_HEADING = 400;
const HEADING: ReadonlyMap<string, number> = new Map([
  ["h1", 1],
  ["h2", 2],
  ["h3", 3],
]);

/** Gathers what a page says of its article out of sight, and its headings. */
export function gather(context: MetadataContext): Evidence {
  const { page } = context;
  const metas = new Map<string, string[]>();
  for (const { name, content } of page.head.metas) {
    if (content === "") continue;
    const known = metas.get(name);
    if (known === undefined) metas.set(name, [content]);
    else known.push(content);
  }
  const linked = readLinkedData(page.head.jsonLd);
  const headings = findHeadings(page);
  const shown = [metas.get("og:title")?.[0], page.head.title, headings[0]?.text];
  return { ...context, metas, linked, headings, article: findArticle(linked, shown) };
}

const TITLE_MARK = /(?<![a-z])(?:entry|post|article|story|news|single)[-_ ]?title(?![a-z_-])/iu;

function findHeadings({ elements, text }: HtmlPage): Heading[] {
  const headings: Heading[] = [];
  for (const { tag, start, end, names } of elements) {
    if (tag.length !== 2 || end <= start || end - start > LONGEST_HEADING) continue;
    const level = HEADING.get(tag);
    if (level === undefined) continue;
    const isMarked = names.itemprop === "headline" || TITLE_MARK.test(names.className);
    const written = text.slice(start, end).replaceAll("\n", " ").trim();
    headings.push({ level, text: written, isMarked, start, end });
    if (headings.length >= MOST_HEADINGS) break;
  }
  return headings;
}

const ARTICLE_TYPE =
  /(?:Article|BlogPosting|Report|Review|Recipe|Opinion|LiveBlog|Column)$|^Article/u;
const PAGE_TYPES: ReadonlySet<string> = new Set(["WebPage", "ItemPage", "VideoObject"]);

/** The node of an article; of several the one whose headline is the page's. A page's own node stands in when it is dated. */
function findArticle(
  { nodes }: LinkedData,
  shown: readonly (string | null | undefined)[],
): LinkedNode | null {
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)));
  if (articles.length <= 1) return articles[0] ?? findPageNode(nodes);
  const titles = shown.filter((title) => typeof title === "string").map(toWords);
  const ranked = articles.map((node) => {
    const words = toWords(textOf(node["headline"] ?? node["name"]) ?? "");
    const likeness = Math.max(0, ...titles.map((title) => toSimilarity(words, title)));
    return { node, rank: likeness + (node["datePublished"] === undefined ? 0 : 0.1) };
  });
  return ranked.reduce((best, next) => (next.rank > best.rank + 0.05 ? next : best)).node;
}

function findPageNode(nodes: readonly LinkedNode[]): LinkedNode | null {
  const dated = nodes.filter((node) => node["datePublished"] !== undefined);
  return (
    dated.find((node) => typesOf(node).some((type) => PAGE_TYPES.has(type))) ??
    dated.find((node) => typesOf(node).length === 0) ??
    null
  );
}

/** The first content of the first of some `<meta>` names that is given, and its name. */
export function findMeta(
  { metas }: Evidence,
  names: readonly string[],
): { readonly name: string; readonly content: string } | null {
  for (const name of names) {
    const content = metas.get(name)?.[0];
    if (content !== undefined) return { name, content };
  }
  return null;
}
