import type { JudgedBlock } from "../body/find-body.ts";
import { attributeOf } from "../html/attributes.ts";
import type { HtmlPage } from "../html/page.ts";

/**
 * What the pages of one host have taught: which texts recur on them, and which paths hold the body. Plain data, small, to be kept
 * between runs. Old pages weigh less with every new one, so that a redesign is learned anew within some pages.
 */
export interface OutletTemplate {
  /** How many pages it has learned from, old ones weighing less. */
  readonly pages: number;
  /** Weight of the pages that a text stood on, by the text's hash. */
  readonly texts: Readonly<Record<string, number>>;
  /** Characters of body and of furniture by path, as weighted shares of a page; and of both together what stood on an earlier page. */
  readonly paths: Readonly<Record<string, Place>>;
}

/** A template kept by an earlier version has no third number. */
type Place = readonly [body: number, furniture: number, again?: number];

/** A host of which no page is known. */
export const NO_TEMPLATE: OutletTemplate = { pages: 0, texts: {}, paths: {} };

const MEMORY = 0.9;
const MOST_TEXTS = 600;
const MOST_PATHS = 300;
/** Pages needed before anything is made of what recurs. */
const LEAST_PAGES = 2.5;
/** A text on more than this share of a host's pages is furniture. */
const RECURS = 0.5;
/** A place of which more than this has stood on earlier pages is one of teasers, which come and go: they stand on few pages each. */
const TEASES = 0.4;
/** And of which twice as much has as of the place of the body. */
const MUCH_MORE = 2;
const UNKNOWN_PLACE: Place = [0, 0];
/** A page of which more has been seen is an earlier one got again. */
const SAME_PAGE = 0.8;
/** With more of its body recurring, a page is itself what recurs. */
const MOST_RECURRING = 0.4;
const PATH_STEPS = 4;
/** How much a page's own evidence weighs against what its path has been. */
const OWN_SHARE = 0.5;
const LEAST_PATH_WEIGHT = 0.05;
const LIKELY = 0.5;
const DIGITS = /\d+/gu;

/** The template after one more page of the host, as the page was judged. */
export function learnTemplate(
  template: OutletTemplate,
  page: HtmlPage,
  judged: readonly JudgedBlock[],
): OutletTemplate {
  const texts = faded(template.texts, (weight) => weight * MEMORY);
  const paths = faded(
    template.paths,
    ([body, rest, again = 0]): Place => [body * MEMORY, rest * MEMORY, again * MEMORY],
  );
  const total = page.text.length + 1;
  const hashes = page.blocks.map(({ start, end }) => hash(page.text.slice(start, end)));
  const isAgain = seenBefore(template, page, hashes);
  for (const [at, { start, end, element }] of page.blocks.entries()) {
    const path = pathOf(page, element);
    const [body, rest, again = 0] = paths.get(path) ?? [0, 0];
    const share = (end - start) / total;
    const [more, less] = judged[at]?.kept ? [share, 0] : [0, share];
    paths.set(path, [body + more, rest + less, again + (isAgain(at) ? share : 0)]);
  }
  const seen = new Set(hashes);
  for (const text of seen) texts.set(text, (texts.get(text) ?? 0) + 1);
  return {
    pages: template.pages * MEMORY + 1,
    texts: heaviest(texts, (weight) => weight, MOST_TEXTS),
    paths: heaviest(paths, ([body, rest]) => body + rest, MOST_PATHS),
  };
}

/** Whether a block has stood on an earlier page; none has when the page itself is an earlier one. */
function seenBefore(
  { texts }: OutletTemplate,
  { blocks, text }: HtmlPage,
  hashes: readonly string[],
): (at: number) => boolean {
  const isKnown = hashes.map((own) => texts[own] !== undefined);
  const known = blocks.reduce(
    (sum, { start, end }, at) => sum + (isKnown[at] ? end - start : 0),
    0,
  );
  const isSame = known > text.length * SAME_PAGE;
  return (at) => !isSame && isKnown[at] === true;
}

/** Judges the blocks of a page again by what the host's other pages have taught. */
export function applyTemplate(
  template: OutletTemplate,
  page: HtmlPage,
  judged: readonly JudgedBlock[],
): readonly JudgedBlock[] {
  if (template.pages < LEAST_PAGES) return judged;
  const recurs = page.blocks.map(
    ({ start, end }) =>
      (template.texts[hash(page.text.slice(start, end))] ?? 0) / template.pages > RECURS,
  );
  const trusted = recurringShare(page, judged, recurs) <= MOST_RECURRING;
  const places = page.blocks.map(({ element }) => template.paths[pathOf(page, element)]);
  const freshest = Math.min(
    ...places.filter((_place, at) => judged[at]?.kept).map((place) => againShare(place)),
  );
  return judged.map((block, at) => {
    if (recurs[at] && trusted) return leftOut(block, "recurs on the outlet's pages");
    const place = places[at] ?? UNKNOWN_PLACE;
    const [body, rest] = place;
    if (body + rest < LEAST_PATH_WEIGHT) return block;
    const again = againShare(place);
    if (again > TEASES && again > freshest * MUCH_MORE) {
      return leftOut(block, "in the outlet's place of teasers");
    }
    const chance = OWN_SHARE * block.chance + ((1 - OWN_SHARE) * body) / (body + rest);
    if (chance >= LIKELY) return { chance, kept: true, reason: null };
    return leftOut({ ...block, chance }, "outside the outlet's place of the body");
  });
}

/** How much of what a place has held had stood on the outlet's pages before; of a place that is not known nothing is known. */
function againShare([body, rest, again = 0]: Place = UNKNOWN_PLACE): number {
  return body + rest < LEAST_PATH_WEIGHT ? 1 : again / (body + rest);
}

/** How much of the body recurs. An article that the outlet's other pages carry along recurs too, and is no furniture on its own page. */
function recurringShare(
  { blocks }: HtmlPage,
  judged: readonly JudgedBlock[],
  recurs: readonly boolean[],
): number {
  let kept = 0;
  let recurring = 0;
  for (const [at, { start, end }] of blocks.entries()) {
    if (judged[at]?.kept !== true) continue;
    kept += end - start;
    if (recurs[at]) recurring += end - start;
  }
  return kept === 0 ? 0 : recurring / kept;
}

function leftOut(block: JudgedBlock, reason: string): JudgedBlock {
  return block.kept ? { chance: block.chance, kept: false, reason } : block;
}

/** The elements a block stands in, by tag and class; numbers in classes are of the article, not of the outlet. */
function pathOf({ elements }: HtmlPage, from: number): string {
  const steps: string[] = [];
  for (let at = from; at >= 0 && steps.length < PATH_STEPS; at = elements[at]?.parent ?? -1) {
    const { tag = "", attributes = "" } = elements[at] ?? {};
    const names = (attributeOf(attributes, "class") ?? "").replace(DIGITS, "");
    steps.push(names === "" ? tag : `${tag}.${names}`);
  }
  return hash(steps.join("<"));
}

/** FNV-1a, 32 bits: what is kept of a text is enough to know it again and says nothing of it. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return (value >>> 0).toString(36);
}

function faded<Value>(
  known: Readonly<Record<string, Value>>,
  fade: (value: Value) => Value,
): Map<string, Value> {
  return new Map(Object.entries(known).map(([key, value]) => [key, fade(value)]));
}

function heaviest<Value>(
  all: ReadonlyMap<string, Value>,
  weigh: (value: Value) => number,
  most: number,
): Record<string, Value> {
  const sorted = [...all].sort(([, a], [, b]) => weigh(b) - weigh(a));
  return Object.fromEntries(sorted.slice(0, most));
}
