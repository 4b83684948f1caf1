import { findAgencies } from "../../extract/index.ts";
import { factOf, foldText } from "../../text/index.ts";
import type { Cast } from "./cast.ts";
import { tidy } from "./figure.ts";
import { type NounPhrase, readNounPhrase } from "./noun-phrase.ts";
import { type Prose, type Run, wordAt } from "./prose.ts";
import { headKind, headKindOf, isDefinite, isNetwork } from "./word-kinds.ts";

/** What stands before a medium that was spoken to and has no word of media before its name: «لـ CNN», «مع رويترز», «إلى "العربية"». */
const LINKS: ReadonlySet<string> = new Set(["ل", "ول", "مع", "الي"]);
/** A medium's bare name has at most so many words: «بي بي سي». */
const LONGEST_BARE = 3;
const LAM_ON_ARTICLE = /^و?لل(?=..)/u;
const LAM = /^و?ل(?=...)/u;
/** Media that are a kind and not one of them. */
const NO_NAME: ReadonlySet<string> = new Set([
  "وسايل",
  "مواقع",
  "صحف",
  "وكالات",
  "برنامج",
  "مراسل",
  "مراسله",
  "نشره",
]);

const MEDIA_AT_LARGE = "وسايل";
/** «وسائل إعلام سدرية» has a word that says whose; «وسائل إعلام» alone says nothing. */
const LEAST_AT_LARGE = 3;

/** «وسائل إعلام سدرية»: media of a kind that none is named of. */
export function isMediaAtLarge({ head, from, to }: NounPhrase): boolean {
  return head === MEDIA_AT_LARGE && to - from >= LEAST_AT_LARGE;
}

/** The same of a name as it is shown. */
export function areMediaAtLarge(name: string): boolean {
  return foldText(name).startsWith(MEDIA_AT_LARGE);
}

/** The outlets and agencies that a run of words names as spoken to or as carrying what is said, in order. */
export function findMedia(prose: Prose, cast: Cast, run: Run): string[] {
  return namesIn(prose, cast, run, () => true);
}

/** Only those spoken to: «لصحيفة …», «مع قناة …», «إلى رويترز». */
export function findTold(prose: Prose, cast: Cast, run: Run): string[] {
  return namesIn(
    prose,
    cast,
    run,
    ({ from, clitic }) => clitic > 0 || LINKS.has(wordAt(prose, from - 1)),
  );
}

function namesIn(
  prose: Prose,
  cast: Cast,
  { from, to }: Run,
  counts: (phrase: NounPhrase) => boolean,
): string[] {
  const names: string[] = [];
  for (let k = from; k < to; k += 1) {
    const phrase = mediumAt(prose, cast, k, to);
    if (phrase === null || !counts(phrase)) continue;
    if (!cast.isMedium(phrase) || isOwnNetwork(prose, phrase)) continue;
    const name = nameMedium(cast, phrase);
    if (name !== null && !names.includes(name)) names.push(name);
    k = Math.max(k, phrase.to - 1);
  }
  return names;
}

function mediumAt(prose: Prose, cast: Cast, k: number, to: number): NounPhrase | null {
  if (prose.within[k] !== -1) return quotedMedium(prose, cast, k, to);
  const met = prose.words[k];
  if (met === undefined) return bareMedium(prose, cast, k, to);
  const word = met.folded;
  if (headKindOf(met) === "media") {
    const counts = isAfterPreposition(prose, k) && (!SITE.has(word) || isNamedSite(prose, k));
    return counts && !NO_NAME.has(word) ? readNounPhrase(prose, k, to) : null;
  }
  const clitic = prefixOf(met);
  if (clitic === 0) return bareMedium(prose, cast, k, to);
  const rest = without(word, clitic);
  if (headKind(rest) === "media")
    return NO_NAME.has(rest) ? null : readNounPhrase(prose, k, to, clitic);
  const isAgency = headKindOf(met) === null && findAgencies(word).length > 0;
  return isAgency ? readNounPhrase(prose, k, Math.min(to, k + 3), clitic) : null;
}

/** «على موقع تويتر»: one's own words on a network come through nobody. */
function isOwnNetwork(prose: Prose, { from, to }: NounPhrase): boolean {
  for (let k = from; k < to; k += 1) if (isNetwork(wordAt(prose, k))) return true;
  return false;
}

const SITE: ReadonlySet<string> = new Set(["موقع", "الموقع"]);
const LATIN = /^[a-z]/u;

/** «موقع» is a place too: a site of news has a name in marks or in Latin letters, or says so. */
function isNamedSite(prose: Prose, k: number): boolean {
  const next = wordAt(prose, k + 1);
  return (
    prose.within[k + 1] !== -1 ||
    LATIN.test(next) ||
    next.startsWith("الاخبار") ||
    next.startsWith("الالكترون")
  );
}

const PREPOSITIONS: ReadonlySet<string> = new Set([
  "مع",
  "الي",
  "علي",
  "عبر",
  "عن",
  "معه",
  "معها",
  "به",
  "بها",
  "فيها",
]);

/** «مقابلة مع صحيفة …», «أجرتها معه قناة …». */
function isAfterPreposition(prose: Prose, k: number): boolean {
  return PREPOSITIONS.has(wordAt(prose, k - 1)) || isDefinite(wordAt(prose, k)) === false;
}

function prefixLength(word: string): number {
  if (LAM_ON_ARTICLE.test(word)) return word.startsWith("و") ? 2 : 1;
  return LAM.exec(word)?.[0].length ?? 0;
}

const prefixOf = factOf(prefixLength, 0);

function without(word: string, clitic: number): string {
  return LAM_ON_ARTICLE.test(word) ? word.replace(LAM_ON_ARTICLE, "ال") : word.slice(clitic);
}

/** «مع رويترز», «لـ CNN»: an agency's bare name right behind a preposition. */
function bareMedium(prose: Prose, cast: Cast, k: number, to: number): NounPhrase | null {
  if (!LINKS.has(wordAt(prose, k - 1))) return null;
  const phrase = readNounPhrase(prose, k, Math.min(to, k + LONGEST_BARE));
  return phrase !== null && cast.isMedium(phrase) ? phrase : null;
}

/** «لـ"سبوتنيك"»: a name in marks after a lone preposition. */
function quotedMedium(prose: Prose, cast: Cast, k: number, to: number): NounPhrase | null {
  if (prose.within[k - 1] === prose.within[k] || !LINKS.has(wordAt(prose, k - 1))) return null;
  const phrase = readNounPhrase(prose, k, to);
  return phrase !== null && cast.isMedium(phrase) ? phrase : null;
}

/** A medium's short name; null for «الصحيفة» where none was named. */
export function nameMedium(cast: Cast, phrase: NounPhrase): string | null {
  const figure = cast.resolve(phrase);
  if (figure.kind === "medium")
    return figure.words.size === 1 &&
      figure.head !== "" &&
      headKind(figure.head) === "media" &&
      figure.name === tidy(phrase.surface)
      ? null
      : figure.name;
  const surface = tidy(phrase.surface);
  return surface === "" ? null : surface;
}
