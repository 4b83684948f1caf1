import { foldText } from "../../text/index.ts";
import { attributesAmong, createTagSource } from "../html/attributes.ts";
import type { PageElement, TextBlock } from "../html/page.ts";
import { CHANGED_WORDS, PUBLISHED_WORDS } from "../tables/date-labels.ts";
import { type FoundDate, parseWrittenDate, readWrittenDates } from "../written-date.ts";
import { type DateCandidate, type DateSource, isPlausible } from "./date-choice.ts";
import { type Around, isForeign, nearness } from "./date-place.ts";
import { parseDeclared } from "./declared-dates.ts";

/** What stands in view: dates of publication, and of changes. */
export interface ShownDates {
  readonly published: readonly ShownDate[];
  readonly modified: readonly ShownDate[];
}

/** A date in view, and how much speaks for it. */
export interface ShownDate extends DateCandidate {
  readonly rank: number;
  readonly changed: boolean;
}

const LONGEST_LINE = 220;
const DATE_MARK = /date|time|publi|posted|created|تاريخ/iu;
const CHANGE_MARK = /modif|updat|changed/iu;
/** More elements of one make with different dates are a list of other articles. */
const MOST_ALIKE = 2;

/** What speaks for a date by the way it is marked; `nearness` adds up to 1, and twice that for a line without any mark. */
const GROUNDS = { microdata: 2.5, time: 1.6, element: 1.2, label: 1.6, byline: 0.6 } as const;
const FOREIGN = 2;
const BESIDE = 0.8;
const AGE_ALONE = 0.5;

/** Finds the dates that a page shows: in elements marked as dates, after labels, and beside the article's heading. */
export function findShownDates(around: Around): ShownDates {
  const ranked = [...fromElements(around), ...fromMetas(around), ...fromLines(around)]
    .filter(({ date }) => isPlausible(date, around.fetchedAt))
    .sort((a, b) => b.rank - a.rank);
  return {
    published: ranked.filter(({ changed }) => !changed),
    modified: ranked.filter(({ changed }) => changed),
  };
}

function fromElements(around: Around): ShownDate[] {
  const found: (ShownDate & { readonly make: string })[] = [];
  const makes = new Map<string, Set<string>>();
  const known = new Map<string, boolean>();
  for (const element of around.page.elements) {
    if (element.end - element.start > LONGEST_LINE || !isMarked(element, known)) continue;
    const read = readElement(around, element);
    if (read === null) continue;
    found.push(read);
    makes.set(read.make, (makes.get(read.make) ?? new Set()).add(read.date.at));
  }
  return found.map(({ make, ...date }) =>
    (makes.get(make)?.size ?? 0) > MOST_ALIKE ? { ...date, rank: date.rank - 1 } : date,
  );
}

/** Whether an element is named as a date is; `known` has the answers for the classes met before. */
function isMarked({ tag, names }: PageElement, known: Map<string, boolean>): boolean {
  const { className, id, itemprop } = names;
  if (tag === "time") return true;
  if (id !== "" || itemprop !== "") return DATE_MARK.test(`${className} ${id} ${itemprop}`);
  let is = known.get(className);
  if (is === undefined) {
    is = DATE_MARK.test(className);
    known.set(className, is);
  }
  return is;
}

/** What says a date for machines, and that it is the publication's. */
const MACHINE_ATTRIBUTES = ["datetime", "content", "pubdate"];

function readElement(
  around: Around,
  element: PageElement,
): (ShownDate & { readonly make: string }) | null {
  const { page, monthFirst, fetchedAt } = around;
  const source = createTagSource(element.attributes);
  const [datetime, content, pubdate] = attributesAmong(source, MACHINE_ATTRIBUTES);
  const { className, id } = element.names;
  const itemprop = element.names.itemprop.toLowerCase();
  const mark = `${className} ${id} ${itemprop}`;
  const shown = page.text.slice(element.start, element.end);
  const date =
    parseDeclared(datetime ?? content ?? null, monthFirst) ??
    parseWrittenDate(shown, { monthFirst, fetchedAt });
  if (date === null) return null;
  const isPublished = itemprop.includes("datepublished") || pubdate !== undefined;
  const from: DateSource = isPublished ? "microdata" : element.tag === "time" ? "time" : "element";
  const near = nearness(around, element.start);
  const label = labelAt(around, element.start, shown);
  return {
    date,
    from,
    rank:
      GROUNDS[from] + near - foreignness(around, element, near) + (PUBLISHED.test(label) ? 0.5 : 0),
    changed: CHANGE_MARK.test(mark) || (CHANGED.test(label) && !PUBLISHED.test(label)),
    make: `${element.tag} ${className}`,
  };
}

/** What speaks against a place by the parts of the page it stands in; nothing does right beside the heading. */
function foreignness(around: Around, element: PageElement | undefined, near: number): number {
  if (element === undefined || near >= BESIDE) return 0;
  return isForeign(around, element) ? FOREIGN : 0;
}

/** Microdata may stand in a `<meta>` within the body. */
function fromMetas(around: Around): ShownDate[] {
  return around.page.head.metas.flatMap(({ name, content, at }) => {
    if (name !== "datepublished" && name !== "datemodified") return [];
    const date = parseDeclared(content, around.monthFirst);
    if (date === null) return [];
    const rank = GROUNDS.microdata + nearness(around, at);
    return [{ date, from: "microdata" as const, rank, changed: name === "datemodified" }];
  });
}

const toPattern = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}])(?:${words.map(foldText).join("|")})(?![\\p{L}])`, "u");
const PUBLISHED = toPattern(PUBLISHED_WORDS);
const CHANGED = toPattern(CHANGED_WORDS);
const LABEL_REACH = 30;

/** The words that stand before a date, on its line or the one above, and its own. */
function labelAt({ page }: Around, at: number, own: string): string {
  return foldText(`${page.text.slice(Math.max(0, at - LABEL_REACH), at)} ${own}`);
}

const MAYBE_DATE = /\p{Nd}{1,4}[^\p{Nd}]{1,24}\p{Nd}{1,4}|منذ|قبل|ago|اليوم|أمس/u;

function fromLines(around: Around): ShownDate[] {
  const { page } = around;
  const found: ShownDate[] = [];
  for (const block of page.blocks) {
    if (block.end - block.start > LONGEST_LINE) continue;
    const line = page.text.slice(block.start, block.end);
    if (!MAYBE_DATE.test(line)) continue;
    const foreign = foreignness(
      around,
      page.elements[block.element],
      nearness(around, block.start),
    );
    for (const read of readLine(around, block, line)) {
      found.push({ ...read, rank: read.rank - foreign });
    }
  }
  return found;
}

function readLine(around: Around, block: TextBlock, line: string): ShownDate[] {
  const { monthFirst, fetchedAt, page } = around;
  const { dates, whole } = readWrittenDates(line, { monthFirst, fetchedAt });
  const counted = dates.length === 0 ? whole() : null;
  const all: readonly FoundDate[] =
    counted === null ? dates : [{ ...counted, start: 0, end: line.length }];
  const near = nearness(around, block.start);
  return all.flatMap((each, at): ShownDate[] => {
    const from = at === 0 ? Math.max(0, block.start - LABEL_REACH) : block.start;
    const label = foldText(page.text.slice(from, block.start + each.start).slice(-LABEL_REACH));
    const [changed, published] = [CHANGED.test(label), PUBLISHED.test(label)];
    // A line with one date may write its time and zone too.
    const { at: day, precision } = (all.length === 1 ? whole() : null) ?? each;
    const date = { at: day, precision };
    if (changed || published) {
      return [{ date, from: "label", rank: GROUNDS.label + near, changed: !published }];
    }
    if (near === 0) return [];
    // How much of a line an age takes is not known: it may be a reader's comment, signed.
    const alone = counted === null ? (each.end - each.start) / line.length : AGE_ALONE;
    return [{ date, from: "byline", rank: GROUNDS.byline + near + alone / 2, changed: false }];
  });
}
