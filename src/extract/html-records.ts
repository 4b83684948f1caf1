import type { JudgedBlock } from "./body/find-body.ts";
import { attributeOf } from "./html/attributes.ts";
import type { HtmlPage, PageElement, TextBlock } from "./html/page.ts";
import { readLine } from "./lines.ts";
import { LEAST_PARAGRAPH } from "./records.ts";

/** A part with less prose is no article of its own. */
const LEAST_PROSE = 300;
/** After a headline, how many blocks a promotion, a byline and a dateline may take before the first paragraph. */
const MOST_BEFORE_BODY = 5;
const LONGEST_LABEL = 60;
const LONGEST_TITLE = 200;
const MOST_LINKS = 0.5;
const TITLES: ReadonlySet<string> = new Set(["h1", "h2", "h3"]);

/** Cuts the kept blocks of a page into its articles, as indexes of blocks: at appended articles of one build, and at read-also labels that an article follows. */
export function splitHtmlRecords(
  page: HtmlPage,
  judged: readonly JudgedBlock[],
): readonly (readonly number[])[] {
  return splitAtArticles(page, judged).flatMap((part) => splitAtLabels(page, judged, part));
}

interface Part {
  /** The title's tag and class; null without one. */
  title: string | null;
  prose: number;
  /** Its classes. */
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Articles that a page appends to its own are `<article>`s one after another, each with a title and prose of its own. */
function splitAtArticles(
  page: HtmlPage,
  judged: readonly JudgedBlock[],
): readonly (readonly number[])[] {
  const kept = keptBlocks(judged);
  const parts = findParts(page, judged);
  const [first, ...rest] = [...parts.values()].filter(
    ({ title, prose }) => title !== null && prose >= LEAST_PROSE,
  );
  const appended = rest.filter(
    ({ start, title, names }) =>
      start >= (first?.end ?? 0) &&
      (title === first?.title || (isMain(first?.title) && isAlike(names, first?.names))),
  );
  if (first === undefined || appended.length === 0 || !isPageTitle(page, parts, first))
    return [kept];
  const bounds = appended.map(({ start }) => start);
  const records: number[][] = [[], ...bounds.map(() => [])];
  let part = 0;
  for (const at of kept) {
    while (part < bounds.length && (page.blocks[at]?.start ?? 0) >= (bounds[part] ?? 0)) part += 1;
    records[part]?.push(at);
  }
  return records;
}

function keptBlocks(judged: readonly JudgedBlock[]): readonly number[] {
  const kept: number[] = [];
  for (let at = 0; at < judged.length; at += 1) if (judged[at]?.kept === true) kept.push(at);
  return kept;
}

/** The articles by the elements they are, in the order of the page. */
function findParts(page: HtmlPage, judged: readonly JudgedBlock[]): ReadonlyMap<number, Part> {
  const { elements, blocks } = page;
  const parts = new Map<number, Part>();
  const isArticle = findArticles(page);
  if (isArticle === null) return parts;
  const articleOf = new Int32Array(elements.length);
  for (let at = 0; at < elements.length; at += 1) {
    const { tag, parent, attributes, start, end } = elements[at] as PageElement;
    const isPart = isArticle(at);
    articleOf[at] = isPart ? at : (articleOf[parent] ?? -1);
    if (isPart) parts.set(at, { title: null, prose: 0, names: classesOf(attributes), start, end });
    else if (end > start && TITLES.has(tag))
      setTitle(parts.get(articleOf[at] ?? -1), tag, attributes);
  }
  addProse(blocks, judged, ({ element }) => parts.get(articleOf[element] ?? -1));
  return parts;
}

/** Which elements hold an article each: `<article>`s, else what stands in a row under one class with a first heading in each; null when none do, or a single one. */
function findArticles({ elements }: HtmlPage): ((at: number) => boolean) | null {
  const articles = countOf(elements, "article");
  if (articles === 1) return null;
  if (articles > 1) return (at) => elements[at]?.tag === "article";
  const headings = findHeadings(elements);
  if (headings.length < 2 || headings.length > MOST_ARTICLES) return null;
  const holders = new Set(holdersOf(elements, headings));
  return holders.size === headings.length ? (at) => holders.has(at) : null;
}

function countOf(elements: readonly PageElement[], tag: string): number {
  let count = 0;
  for (const element of elements) if (element.tag === tag) count += 1;
  return count;
}

function findHeadings(elements: readonly PageElement[]): readonly number[] {
  const headings: number[] = [];
  for (let at = 0; at < elements.length; at += 1) {
    const { tag, start, end } = elements[at] as PageElement;
    if (tag === "h1" && end > start) headings.push(at);
  }
  return headings;
}

/** More first headings than this are those of a page that has no other. */
const MOST_ARTICLES = 30;

/** For each heading the element that holds it alone, when those are one after another in one parent and share a class; else none. */
function holdersOf(elements: readonly PageElement[], headings: readonly number[]): number[] {
  const paths = headings.map((heading) => pathTo(elements, heading));
  const [first = []] = paths;
  let depth = 0;
  while (depth < first.length && paths.every((path) => path[depth] === first[depth])) depth += 1;
  const holders = paths.map((path) => path[depth] ?? -1);
  const [own, ...others] = holders.map((at) => classesOf(elements[at]?.attributes ?? ""));
  const isHeading = holders.some((at, which) => at === headings[which]);
  return !isHeading && others.every((names) => isAlike(names, own)) ? holders : [];
}

/** The elements from the page's own down to one. */
function pathTo(elements: readonly PageElement[], element: number): number[] {
  const path: number[] = [];
  for (let at = element; at >= 0; at = (elements[at] as PageElement).parent) path.push(at);
  return path.reverse();
}

function addProse(
  blocks: readonly TextBlock[],
  judged: readonly JudgedBlock[],
  partOf: (block: TextBlock) => Part | undefined,
): void {
  blocks.forEach((block, at) => {
    const part = judged[at]?.kept === true ? partOf(block) : undefined;
    if (part !== undefined) part.prose += block.end - block.start;
  });
}

function setTitle(part: Part | undefined, tag: string, attributes: string): void {
  if (part !== undefined) part.title ??= `${tag} ${attributeOf(attributes, "class") ?? ""}`;
}

const SPACE = /\s+/u;

function classesOf(attributes: string): readonly string[] {
  return (attributeOf(attributes, "class") ?? "").split(SPACE).filter((name) => name !== "");
}

function isAlike(names: readonly string[], others: readonly string[] = []): boolean {
  return names.some((name) => others.includes(name));
}

/** What follows an article with the page's first heading is another, however its title is set. */
function isMain(title: string | null | undefined): boolean {
  return title?.startsWith("h1") === true;
}

/** Under a title of the whole page, articles are the sections of one: the posts of a live report. */
function isPageTitle(page: HtmlPage, parts: ReadonlyMap<number, Part>, first: Part): boolean {
  if (isMain(first.title)) return true;
  const inside = [...parts.values()].some(({ title }) => title?.startsWith("h1"));
  return inside || !page.elements.some(({ tag, start, end }) => tag === "h1" && end > start);
}

/** Cuts at labels like «إقرأ أيضاً:» that a title without a link and paragraphs follow. A label before links stays what it is: furniture. */
function splitAtLabels(
  page: HtmlPage,
  judged: readonly JudgedBlock[],
  part: readonly number[],
): readonly (readonly number[])[] {
  const [from = 0, to = -1] = [part[0], part.at(-1)];
  let current: number[] = [];
  const records = [current];
  let prose = 0;
  for (let at = from; at <= to; at += 1) {
    if (prose >= LEAST_PROSE && isLabel(page, at) && opensArticle(page, judged, at + 1)) {
      // The title is the article's, whatever it was judged to be.
      current = [at + 1];
      records.push(current);
      prose = 0;
      at += 1;
      continue;
    }
    if (judged[at]?.kept !== true) continue;
    current.push(at);
    prose += lengthOf(page, at);
  }
  return records;
}

function lengthOf({ blocks }: HtmlPage, at: number): number {
  const block = blocks[at];
  return block === undefined ? 0 : block.end - block.start;
}

function isLabel(page: HtmlPage, at: number): boolean {
  const block = page.blocks[at];
  if (block === undefined || block.end - block.start > LONGEST_LABEL) return false;
  const label = readLine(page.text.slice(block.start, block.end));
  return label.kind === "read-also" && label.value === "";
}

function opensArticle(page: HtmlPage, judged: readonly JudgedBlock[], at: number): boolean {
  const title = page.blocks[at];
  if (title === undefined) return false;
  const length = title.end - title.start;
  if (length > LONGEST_TITLE || title.linkLength > length * MOST_LINKS || isLabel(page, at))
    return false;
  for (let next = at + 1; next <= at + MOST_BEFORE_BODY; next += 1) {
    if (judged[next]?.kept && lengthOf(page, next) >= LEAST_PARAGRAPH) return true;
  }
  return false;
}
