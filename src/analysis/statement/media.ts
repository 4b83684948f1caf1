import { findAgencies } from "../../extract/index.ts";
import type { Cast } from "./cast.ts";
import { tidy } from "./figure.ts";
import { type NounPhrase, readNounPhrase } from "./noun-phrase.ts";
import { type Prose, type Run, wordAt } from "./prose.ts";
import { headKind, isDefinite, isNetwork } from "./word-kinds.ts";

const LAM_ALONE: ReadonlySet<string> = new Set(["ل", "ول"]);
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

/** The outlets and agencies that a run of words names as spoken to or as carrying what is said, in order. */
export function findMedia(prose: Prose, cast: Cast, { from, to }: Run): string[] {
  const names: string[] = [];
  for (let k = from; k < to; k += 1) {
    const phrase = mediumAt(prose, cast, k, to);
    if (phrase === null || !cast.isMedium(phrase) || isOwnNetwork(prose, phrase)) continue;
    const name = nameMedium(cast, phrase);
    if (name !== null && !names.includes(name)) names.push(name);
    k = Math.max(k, phrase.to - 1);
  }
  return names;
}

function mediumAt(prose: Prose, cast: Cast, k: number, to: number): NounPhrase | null {
  const word = wordAt(prose, k);
  if (prose.within[k] !== -1) return quotedMedium(prose, cast, k, to);
  if (headKind(word) === "media") {
    const counts = isAfterPreposition(prose, k) && (!SITE.has(word) || isNamedSite(prose, k));
    return counts && !NO_NAME.has(word) ? readNounPhrase(prose, k, to) : null;
  }
  const clitic = prefixLength(word);
  if (clitic === 0) return null;
  const rest = without(word, clitic);
  if (headKind(rest) === "media")
    return NO_NAME.has(rest) ? null : readNounPhrase(prose, k, to, clitic);
  const isAgency = headKind(word) === null && findAgencies(word).length > 0;
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

function without(word: string, clitic: number): string {
  return LAM_ON_ARTICLE.test(word) ? word.replace(LAM_ON_ARTICLE, "ال") : word.slice(clitic);
}

/** «لـ"سبوتنيك"»: a name in marks after a lone preposition. */
function quotedMedium(prose: Prose, cast: Cast, k: number, to: number): NounPhrase | null {
  if (prose.within[k - 1] === prose.within[k] || !LAM_ALONE.has(wordAt(prose, k - 1))) return null;
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
