import { TITLE_METAS } from "../tables/meta-names.ts";
import { type Evidence, findMeta, type Heading } from "./evidence.ts";
import { textOf, toPlainText, typesOf } from "./linked-data.ts";
import { type FoundText, hostLabel, isOutletName, squeeze } from "./outlet.ts";
import { isWithin, toSimilarity, toWords } from "./similarity.ts";
import { findStyled } from "./styled-title.ts";
import { withoutSiteName } from "./title-parts.ts";

/** A title that a page offers. */
export interface TitleCandidate extends FoundText {
  readonly words: readonly string[];
  readonly heading: Heading | null;
}

const LONGEST_TITLE = 400;
/** So like what the page says of itself out of sight, a heading is the article's. */
const LEAST_LIKENESS = 0.5;
/** Fewer words may be a label of many pages. */
const LEAST_SHARED_WORDS = 3;
/** A title that holds the other whole is as good as one in nearly the same words. */
const HELD = 0.9;
const LEAST_LIKENESS_OF_LOWER = 0.95;

/** The titles a page offers for its article, the chosen one first. */
export function findTitles(evidence: Evidence, outlets: readonly string[]): TitleCandidate[] {
  const isSite = siteTest(evidence, outlets);
  const said = findSaid(evidence, isSite);
  const marked = evidence.headings.filter(({ isMarked }) => isMarked);
  // Several of them are titles of other articles.
  const own = marked.length === 1 ? marked[0] : undefined;
  const shown = evidence.headings
    .filter((heading) => (heading.level <= 2 || heading === own) && heading.text !== "")
    .map((heading) => ({
      value: heading.text,
      from: `h${heading.level}`,
      words: toWords(heading.text),
      heading,
    }));
  const heading = findHeading(shown, said, isSite, own);
  const best = heading === null ? null : (findShared(evidence, heading, said) ?? heading);
  const ranked = best === null ? [...said, ...shown] : [best, ...said, ...shown];
  const whole = findWhole(ranked);
  const candidates = whole === null ? ranked : [whole, ...ranked];
  if (candidates.length === 0) return findStyled(evidence);
  return candidates.filter((candidate, at) => candidates.indexOf(candidate) === at);
}

const CUT = /\s*(?:…|\.{2,})$/u;
/** A beginning with fewer words may be that of many titles. */
const LEAST_WORDS_OF_CUT = 3;

/** A title that ends in dots was cut to fit its place; the whole one is another that begins with it. */
function findWhole([first, ...others]: readonly TitleCandidate[]): TitleCandidate | null {
  if (first === undefined || !CUT.test(first.value)) return null;
  if (first.words.length < LEAST_WORDS_OF_CUT) return null;
  const start = first.value.replace(CUT, "");
  return (
    others.find(
      ({ value }) => value.length > start.length && value.startsWith(start) && !CUT.test(value),
    ) ?? null
  );
}

/** What the page says out of sight: JSON-LD, `<meta>`, `<title>`; site names taken off. */
function findSaid(evidence: Evidence, isSite: (segment: string) => boolean): TitleCandidate[] {
  const { article, page } = evidence;
  const said: TitleCandidate[] = [];
  const toTitle = (text: string): string => {
    const plain = toPlainText(text);
    return plain === null || plain.length > LONGEST_TITLE ? "" : withoutSiteName(plain, isSite);
  };
  const read = new Map<string, string>();
  const add = (text: string | null, from: string) => {
    if (text === null) return;
    const value = read.get(text) ?? toTitle(text);
    read.set(text, value);
    if (value === "") return;
    // Most of them are one title over and over.
    const same = said.find((other) => other.value === value);
    if (same !== undefined) said.push({ ...same, from });
    else if (!isSite(value)) said.push({ value, from, words: toWords(value), heading: null });
  };
  add(textOf(article?.["headline"] ?? article?.["name"]), "json-ld");
  for (const name of TITLE_METAS) {
    const meta = findMeta(evidence, [name]);
    if (meta !== null) add(meta.content, meta.name);
  }
  if (!isOutletName(page.head.title ?? "")) add(page.head.title, "title");
  return said;
}

/** Names of the site in titles: as the page gives them, as its host is called, or both together with a word or two. */
function siteTest({ url }: Evidence, outlets: readonly string[]): (segment: string) => boolean {
  const names = new Set(outlets.map(squeeze).filter((name) => name.length > 1));
  const host = squeeze(hostLabel(url));
  if (host.length > 2) names.add(host);
  return (segment) => {
    const squeezed = squeeze(segment);
    if (names.has(squeezed)) return true;
    for (const name of names) {
      const isPart =
        name.length > 3 && squeezed.startsWith(name) && squeezed.length < name.length + 8;
      if (isPart || (squeezed.length > 4 && name.startsWith(squeezed))) return true;
    }
    return false;
  };
}

/**
 * The title a page gives for sharing, where it is more of the article's own than the heading. A heading may carry a line of
 * its own before the title proper, or a news desk keeps that line out of it; and where heading and `<title>` of a news page are one and the
 * shared title is another, they are the search engine's and it is the desk's.
 */
function findShared(
  { article }: Evidence,
  heading: TitleCandidate,
  said: readonly TitleCandidate[],
): TitleCandidate | null {
  const shared = said.find(({ from }) => from === "og:title");
  if (shared === undefined) return null;
  const [own, other] = [heading.words.join(" "), shared.words.join(" ")];
  if (own.endsWith(` ${other}`) && shared.words.length >= LEAST_SHARED_WORDS) return shared;
  if (article === null || !typesOf(article).includes("NewsArticle") || own === other) return null;
  if (other.endsWith(` ${own}`)) return shared;
  const title = said.find(({ from }) => from === "title");
  return title !== undefined && title.words.join(" ") === own ? shared : null;
}

/** The heading that is the article's title: most like what the page says out of sight; of equals the highest, then the first. */
function findHeading(
  shown: readonly TitleCandidate[],
  said: readonly TitleCandidate[],
  isSite: (segment: string) => boolean,
  own: Heading | undefined,
): TitleCandidate | null {
  // Most of what a page says out of sight is one title over and over.
  const distinct = [...new Map(said.map(({ words }) => [words.join(" "), words])).values()];
  let best: TitleCandidate | null = null;
  let most = 0;
  for (const candidate of shown) {
    // A heading below the first is a part of the article: it is the title only where it is the page's own word for it.
    const isMain = candidate.heading?.level === 1 || candidate.heading === own;
    const least = isMain ? LEAST_LIKENESS : LEAST_LIKENESS_OF_LOWER;
    const likeness = Math.max(0, ...distinct.map((words) => toLikeness(candidate.words, words)));
    const rank = likeness + (isMain ? 0.2 : 0);
    if (likeness >= least && rank > most && !isSite(candidate.value)) {
      [best, most] = [candidate, rank];
    }
  }
  if (best !== null) return best;
  const heads = shown.filter(({ heading, value }) => heading?.level === 1 && !isSite(value));
  return said.length === 0 || heads.length === 1 ? (heads[0] ?? null) : null;
}

function toLikeness(left: readonly string[], right: readonly string[]): number {
  const short = left.length < right.length ? left : right;
  const likeness = toSimilarity(left, right);
  if (likeness === 0 || likeness >= HELD || short.length < LEAST_SHARED_WORDS) return likeness;
  return isWithin(left, right) || isWithin(right, left) ? HELD : likeness;
}
