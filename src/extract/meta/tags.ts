import type { TextBlock } from "../html/page.ts";
import { splitKeywords } from "../keywords.ts";
import { type LabelledLine, readLine } from "../lines.ts";
import { KEYWORD_METAS, SOURCE_METAS } from "../tables/meta-names.ts";
import { type Evidence, findMeta } from "./evidence.ts";
import { textOf, toList, toPlainText } from "./linked-data.ts";
import { type FoundText, squeeze } from "./outlet.ts";

/** The tags of an article, and where they were read. */
export interface FoundKeywords {
  readonly values: readonly string[];
  readonly from: string;
}

const LONGEST_TAG = 80;
const LONGEST_LABEL_LINE = 400;
const TAG = /\btag\b/iu;
const MOST_TAGS = 40;

/** The tags a page gives its article: in its head, its linked data, its tag links, or a labelled line, split also where nothing separates them. */
export function findKeywords(evidence: Evidence): FoundKeywords | null {
  for (const find of [fromLinkedData, fromMetas, fromLinks, fromLabel]) {
    const found = find(evidence);
    if (found !== null && found.values.length > 0) {
      return { ...found, values: unique(found.values) };
    }
  }
  return null;
}

function unique(tags: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const tag of tags) {
    const plain = toPlainText(tag);
    if (plain === null || plain.length > LONGEST_TAG) continue;
    const key = squeeze(plain);
    if (key !== "" && !seen.has(key)) seen.set(key, plain);
  }
  return [...seen.values()].slice(0, MOST_TAGS);
}

const LEAST_UNPARTED = 3;

/** A short text is one tag; a longer one may be many that nothing separates, as Arabic aggregators write them. */
function split(text: string, { page, body }: Evidence): string[] {
  const isOne = text.split(" ").length < LEAST_UNPARTED || !ARABIC.test(text);
  if (isOne && !SEPARATED.test(text)) return [text];
  return splitKeywords(text, page.text.slice(body.start, body.end));
}

const ARABIC = /\p{Script=Arabic}/u;
const SEPARATED = /[,،;؛|#•\n]/u;

function fromLinkedData(evidence: Evidence): FoundKeywords | null {
  const listed = toList(evidence.article?.["keywords"]);
  const texts = listed.map(textOf).filter((text) => text !== null);
  const [first] = texts;
  if (first === undefined) return null;
  return { values: texts.length > 1 ? texts : split(first, evidence), from: "json-ld" };
}

function fromMetas(evidence: Evidence): FoundKeywords | null {
  for (const name of KEYWORD_METAS) {
    const contents = evidence.metas.get(name) ?? [];
    const [first] = contents;
    if (first === undefined) continue;
    return { values: contents.length > 1 ? contents : split(first, evidence), from: "meta" };
  }
  return null;
}

function fromLinks({ page }: Evidence): FoundKeywords | null {
  const values = page.elements
    .filter(({ tag, names }) => tag === "a" && names.rel !== "" && TAG.test(names.rel))
    .map(({ start, end }) => page.text.slice(start, end).trim());
  return { values, from: "rel" };
}

function fromLabel(evidence: Evidence): FoundKeywords | null {
  for (const { label, block } of labelsBelow(evidence, LONGEST_LABEL_LINE)) {
    if (label.kind !== "keywords" || label.value === "") continue;
    const linked = linksIn(evidence, block);
    return { values: linked.length > 1 ? linked : split(label.value, evidence), from: "label" };
  }
  return null;
}

/** The texts of the links in a block: tags that are links are parted by them. */
function linksIn({ page }: Evidence, block: TextBlock): string[] {
  return page.elements
    .filter(({ tag, start, end }) => tag === "a" && start >= block.start && end <= block.end)
    .map(({ start, end }) => page.text.slice(start, end).trim())
    .filter((text) => text !== "");
}

interface LabelBelow {
  readonly label: LabelledLine;
  readonly block: TextBlock;
}

const LONGEST_CREDIT = 80;
const COLON_WITHIN = 40;
const ABOVE_END = 300;
const COLON = /[:：]/u;

/** The labelled lines at the end of the body and after it. A colon near the start is what tells them cheaply. */
function* labelsBelow({ page, body }: Evidence, longest: number): Generator<LabelBelow> {
  const above = page.blocks.findLastIndex(({ start }) => start < body.end - ABOVE_END);
  for (let at = above + 1; at < page.blocks.length; at += 1) {
    const block = page.blocks[at] as TextBlock;
    const { start, end } = block;
    if (end - start > longest) continue;
    if (!COLON.test(page.text.slice(start, Math.min(end, start + COLON_WITHIN)))) continue;
    yield { label: readLine(page.text.slice(start, end)), block };
  }
}

/** Whom the page credits for the text, when it says so out of sight or on a labelled line by the body. */
export function findSource(evidence: Evidence): FoundText | null {
  const meta = findMeta(evidence, SOURCE_METAS);
  if (meta !== null && toPlainText(meta.content) !== null) {
    return { value: toPlainText(meta.content) ?? "", from: "meta" };
  }
  for (const { label } of labelsBelow(evidence, LONGEST_CREDIT)) {
    if (label.kind === "source" && label.value !== "") {
      return { value: label.value, from: "label" };
    }
  }
  return null;
}
