/**
 * Which of the sitemaps of an index are read, where it names more than can be read in one poll. What its dates show to have changed
 * comes first, then those without a date that were seen to change; all others without a date have their turn, one after the other, so
 * that none is passed over for ever. Which end of a numbered list grows differs from site to site: turns are taken from both ends.
 */
import type { Feed } from "../feed/index.ts";
import { type ChildSitemap, parseInstant } from "../model/index.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A sitemap that was last changed before that holds no news. */
const OLDEST_MS = 7 * DAY_MS;
/** Sitemaps of one source, whatever their number. */
const MOST_NAMED = 500;
/** Indexes in an index, one in the other. */
const DEEPEST = 3;
/** Not everything that says it has not changed has not: so many of the latest are asked all the same. */
const LATEST_ASKED = 2;
/** Of the reads of one poll, those that known ones without a date may take, so that others have their turn. */
const MOST_LIVING = 4;
const MOST_INDEXES = 2;

const NEVER_READ: Omit<ChildSitemap, "url"> = {
  within: null,
  isIndex: false,
  modified: null,
  readModified: null,
  readAt: null,
  changedAt: null,
  entries: 0,
  isLater: false,
  isNoted: false,
  etag: null,
  lastModified: null,
  bodyHash: null,
  wholeAt: null,
  validatorsLie: false,
};

/** Why what an index names is not read. */
export interface NameFault {
  readonly reason: "index-cycle" | "index-too-deep" | "too-many-sitemaps";
  readonly detail: string;
}

/** Sitemaps with what one more index names. */
export interface NamedSitemaps {
  readonly children: readonly ChildSitemap[];
  readonly faults: readonly NameFault[];
}

/** What an older version saved lacks what it did not know of; what it had read it had taken note of. */
export function toKnown(saved: readonly ChildSitemap[]): readonly ChildSitemap[] {
  return saved.map((one) => Object.assign({ ...NEVER_READ, isNoted: one.bodyHash !== null }, one));
}

/** Puts what an index names in the place of what it named before. `within` is the index, null for the source, whose address is `root`. */
export function nameSitemaps(
  before: readonly ChildSitemap[],
  { sitemaps }: Pick<Feed, "sitemaps">,
  within: string | null,
  root: string,
): NamedSitemaps {
  const above = within === null ? [root] : [root, ...pathTo(before, within)];
  if (above.length > DEEPEST && sitemaps.length > 0) {
    const detail = `${within} is an index in an index, ${above.length} deep; ${DEEPEST} are followed`;
    return { children: before, faults: [{ reason: "index-too-deep", detail }] };
  }
  const faults: NameFault[] = [];
  const known = new Map(before.map((one) => [one.url, one]));
  const isFirst = !before.some((one) => one.within === within);
  const named = new Map<string, ChildSitemap>();
  for (const { url, modified } of sitemaps) {
    if (above.includes(url)) {
      faults.push({
        reason: "index-cycle",
        detail: `${within ?? root} names ${url}, which it is in`,
      });
      continue;
    }
    const old = known.get(url);
    // Another index names it: it is read once.
    if (old !== undefined && old.within !== within) continue;
    const news = { ...NEVER_READ, url, within, isLater: !isFirst };
    named.set(url, { ...(old ?? news), modified: modified?.at ?? null });
  }
  const others = before.filter((one) => one.within !== within);
  const room = Math.max(0, MOST_NAMED - others.length);
  if (named.size > room) {
    const detail = `${within ?? root} names ${named.size} sitemaps; ${room} are followed`;
    faults.push({ reason: "too-many-sitemaps", detail });
  }
  return { children: withoutOrphans([...others, ...toMost([...named.values()], room)]), faults };
}

/** The indexes that a sitemap is in, and itself. */
function pathTo(children: readonly ChildSitemap[], url: string): string[] {
  const path: string[] = [];
  for (let at: string | null = url; at !== null && !path.includes(at); ) {
    path.unshift(at);
    at = children.find((one) => one.url === at)?.within ?? null;
  }
  return path;
}

/** What an index named that is not named itself any more is gone with it. */
function withoutOrphans(children: readonly ChildSitemap[]): readonly ChildSitemap[] {
  const urls = new Set(children.map(({ url }) => url));
  const kept = children.filter(({ within }) => within === null || urls.has(within));
  return kept.length === children.length ? kept : withoutOrphans(kept);
}

/** Of too many the latest, those without a date as their turns come. */
function toMost(named: readonly ChildSitemap[], most: number): readonly ChildSitemap[] {
  if (named.length <= most) return named;
  const dated = named.filter(({ modified }) => modified !== null).sort(byLatest);
  return [...dated, ...toTurns(named.filter(({ modified }) => modified === null))].slice(0, most);
}

/** The sitemap to read next; null when there is none to read (any more). `read` are those of this poll. */
export function chooseSitemap(
  children: readonly ChildSitemap[],
  read: ReadonlySet<string>,
  now: number,
): ChildSitemap | null {
  const undated = children.filter(({ modified }) => modified === null);
  const dated = children.filter(({ modified }) => modified !== null).sort(byLatest);
  const isLiving = (one: ChildSitemap) => !one.isIndex && isRecent(one.changedAt, now);
  const isOther = (one: ChildSitemap) => !(one.isIndex || isLiving(one));
  const isLeft = ({ url }: ChildSitemap) => !read.has(url);
  const upTo = (most: number, some: readonly ChildSitemap[]) =>
    some.filter(({ url }) => read.has(url)).length < most ? some : [];
  const queue = [
    ...dated
      .filter((one) => isRecent(one.modified, now) && one.modified !== one.readModified)
      .sort(byTurn),
    ...upTo(MOST_INDEXES, undated.filter(({ isIndex }) => isIndex).sort(byTurn)),
    ...upTo(MOST_LIVING, undated.filter(isLiving).sort(byTurn)),
    ...toTurns(undated.filter(isOther)),
    ...dated.slice(0, LATEST_ASKED),
  ];
  return queue.find(isLeft) ?? null;
}

function isRecent(at: string | null, now: number): boolean {
  const instant = parseInstant(at ?? "");
  return instant !== null && now - instant <= OLDEST_MS;
}

/** Never read before longest not read. */
const byTurn = (a: ChildSitemap, b: ChildSitemap): number =>
  (a.readAt ?? "").localeCompare(b.readAt ?? "");

const byLatest = (a: ChildSitemap, b: ChildSitemap): number =>
  (b.modified ?? "").localeCompare(a.modified ?? "");

/** By turn; where that is the same from both ends of the list by name, the last first: names have dates or numbers more often than not. */
function toTurns(children: readonly ChildSitemap[]): readonly ChildSitemap[] {
  const byName = [...children].sort((a, b) => b.url.localeCompare(a.url, "en", { numeric: true }));
  const fromBothEnds = byName.map(
    (_, at) => byName[at % 2 === 0 ? at / 2 : byName.length - (at + 1) / 2],
  );
  return fromBothEnds.filter((one) => one !== undefined).sort(byTurn);
}
