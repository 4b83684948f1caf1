import { NO_NAMES } from "../html/names.ts";
import type { PageElement } from "../html/page.ts";
import { AUTHOR_METAS } from "../tables/meta-names.ts";
import { type Around, isForeign, nearness } from "./date-place.ts";
import type { Evidence } from "./evidence.ts";
import { isNode, resolve, textOf, toList } from "./linked-data.ts";
import { squeeze } from "./outlet.ts";
import { looksPersonal, opensByline, toNames } from "./person-names.ts";

/** Those a page names as authors in one place. */
export interface AuthorCandidate {
  readonly names: readonly string[];
  readonly from: "json-ld" | "meta" | "microdata" | "rel" | "byline" | "line";
}

/**
 * The authors a page names: those it declares, else those it shows. The outlet itself is one only where the page declares it
 * so and names no one else.
 */
export function findAuthors(around: Around, outlets: readonly string[]): AuthorCandidate[] {
  const sites = new Set(outlets.map(squeeze));
  const declared = [...fromLinkedData(around), ...fromMetas(around)];
  const persons = declared.filter(({ names }) => hasPerson(names, sites));
  const best = persons.length > 0 ? widest(persons) : null;
  const named = best === null ? fromPage(around) : [best, ...persons];
  const people = named
    .map(({ names, from }) => ({ names: withoutSites(unique(names), sites), from }))
    .filter(({ names }) => names.length > 0);
  return [...people, ...declared.filter((each) => !persons.includes(each))];
}

/** The first candidate, or one that has all of its names and more. */
function widest(candidates: readonly AuthorCandidate[]): AuthorCandidate | null {
  return candidates.reduce<AuthorCandidate | null>((best, next) => {
    if (best === null || next.names.length <= best.names.length) return best ?? next;
    const names = new Set(next.names.map(squeeze));
    return best.names.every((name) => names.has(squeeze(name))) ? next : best;
  }, null);
}

function hasPerson(names: readonly string[], sites: ReadonlySet<string>): boolean {
  return names.some((name) => !sites.has(squeeze(name)));
}

function withoutSites(names: readonly string[], sites: ReadonlySet<string>): string[] {
  return names.filter((name) => !sites.has(squeeze(name)));
}

function unique(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = squeeze(name);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function fromLinkedData({ article, linked }: Evidence): AuthorCandidate[] {
  const found: AuthorCandidate[] = [];
  for (const value of [article?.["author"], article?.["creator"]]) {
    const names = toList(value).flatMap((each) => {
      const author = resolve(each, linked);
      if (typeof author === "string") return toNames(author);
      if (!isNode(author)) return [];
      return toList(author["name"]).flatMap((name) => toNames(textOf(name) ?? ""));
    });
    if (names.length > 0) found.push({ names, from: "json-ld" });
  }
  return found;
}

function fromMetas({ metas }: Evidence): AuthorCandidate[] {
  return AUTHOR_METAS.flatMap((name): AuthorCandidate[] => {
    const contents = metas.get(name) ?? [];
    // Twitter's free fields hold the author only where their label says so.
    if (name === "twitter:data1" && !WRITTEN_BY.test(metas.get("twitter:label1")?.[0] ?? ""))
      return [];
    const names = contents.flatMap(toNames);
    return names.length === 0 ? [] : [{ names, from: "meta" }];
  });
}

const WRITTEN_BY = /written|author|by|كتب|verfasst|écrit|escrito|von/iu;
const AUTHOR_MARK =
  /author|byline|writer|contributor|reporter|journalist|autor|auteur|redakt|كاتب/iu;
const NOT_THE_NAME =
  /avatar|bio|image|img|photo|social|follow|title|role|desc|comment|more|link-list|date|message|tweet/iu;
const LONGEST_BYLINE = 160;

interface Ranked extends AuthorCandidate {
  readonly rank: number;
}

function fromPage(around: Around): AuthorCandidate[] {
  const ranked = [...fromElements(around), ...fromLines(around)].sort((a, b) => b.rank - a.rank);
  return ranked.filter(({ rank }) => rank >= LEAST_RANK);
}

/** What speaks for a name by the way it is marked; `nearness` adds up to 1.5. */
const GROUNDS = { microdata: 1.4, rel: 1, byline: 0.8, line: 0.8 } as const;
const NEAR = 1.5;
const LEAST_RANK = 1;
const BESIDE = 0.8;
const FOREIGN = 2;
const IMPERSONAL = 0.6;
/** More elements of one make with different names are a list of other articles. */
const MOST_ALIKE = 3;

function fromElements(around: Around): Ranked[] {
  const found: (Ranked & { readonly make: string })[] = [];
  const makes = new Map<string, Set<string>>();
  const known = new Map<string, boolean>();
  for (const element of around.page.elements) {
    const { names, start, end } = element;
    if (names === NO_NAMES || end <= start || end - start > LONGEST_BYLINE) continue;
    const read = readElement(around, element, known);
    if (read === null) continue;
    found.push(read);
    makes.set(read.make, (makes.get(read.make) ?? new Set()).add(read.names.join()));
  }
  return found.map(({ make, ...author }) =>
    (makes.get(make)?.size ?? 0) > MOST_ALIKE ? { ...author, rank: author.rank - 1 } : author,
  );
}

/** Whether a class names an author; `known` has the answers for those met before. */
function isAuthorMark(mark: string, known: Map<string, boolean>): boolean {
  let is = known.get(mark);
  if (is === undefined) {
    is = AUTHOR_MARK.test(mark) && !NOT_THE_NAME.test(mark);
    known.set(mark, is);
  }
  return is;
}

function readElement(
  around: Around,
  element: PageElement,
  known: Map<string, boolean>,
): (Ranked & { readonly make: string }) | null {
  const { className, id, itemprop, rel } = element.names;
  const mark = id === "" ? className : `${className} ${id}`;
  const isMicrodata = itemprop === "author" || itemprop === "creator";
  const isRel = rel !== "" && rel.split(" ").includes("author");
  if (!isMicrodata && !isRel && !isAuthorMark(mark, known)) return null;
  const names = toNames(around.page.text.slice(element.start, element.end));
  if (names.length === 0) return null;
  const from = isMicrodata ? "microdata" : isRel ? "rel" : "byline";
  const near = nearness(around, element.start);
  const foreign = near < BESIDE && isForeign(around, element) ? FOREIGN : 0;
  const rank = GROUNDS[from] + near * NEAR - foreign - impersonality(names);
  return { names, from, rank, make: `${element.tag} ${mark}` };
}

function impersonality(names: readonly string[]): number {
  return names.some(looksPersonal) ? 0 : IMPERSONAL;
}

function fromLines(around: Around): Ranked[] {
  const { page } = around;
  const found: Ranked[] = [];
  for (const block of page.blocks) {
    if (block.end - block.start > LONGEST_BYLINE) continue;
    const near = nearness(around, block.start);
    if (near === 0) continue;
    const line = page.text.slice(block.start, block.end);
    if (!opensByline(line)) continue;
    const names = toNames(line);
    if (names.length === 0) continue;
    found.push({ names, from: "line", rank: GROUNDS.line + near - impersonality(names) });
  }
  return found;
}
