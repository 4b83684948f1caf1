import { foldWord } from "../../text/index.ts";
import type { Cast } from "./cast.ts";
import type { Figure } from "./figure.ts";
import { type NounPhrase, readNounPhrase } from "./noun-phrase.ts";
import { type Prose, wordAt } from "./prose.ts";
import { ISSUED_BY, OWN_WORDS } from "./tables/speaker-words.ts";
import { isToMedia } from "./to-media.ts";
import { bare, headKind } from "./word-kinds.ts";

const ISSUED: ReadonlySet<string> = new Set(ISSUED_BY.map(foldWord));
const OWN: ReadonlySet<string> = new Set(OWN_WORDS.map(foldWord));
const FOR = /^ل(?=...)/u;
const FROM: ReadonlySet<string> = new Set(["عن", "من"]);

/** «تقرير هيئة الصحة», «تقرير لهيئة الصحة»: the phrase within a paper's that may say who issued it. */
export function readIssuer(prose: Prose, at: number, to: number): NounPhrase | null {
  const word = wordAt(prose, at);
  const isGlued = headKind(word) === null && FOR.test(word) && headKind(word.slice(1)) !== null;
  const plain = isGlued ? null : readNounPhrase(prose, at, to);
  return plain ?? readNounPhrase(prose, at, to, 1);
}

/** «بيان نشره القصر», «تقرير صادر عن المنظمة»: whom a paper is from, as what stands behind it says; null where nothing does. */
export function publisherOf(prose: Prose, cast: Cast, paper: NounPhrase): Figure | null {
  const to = endOfPaper(prose, paper);
  if (wordAt(prose, to) === "من") {
    const body = readNounPhrase(prose, to + 1, prose.tokens.length);
    return body?.kind === "body" ? cast.resolve(body) : null;
  }
  if (isToMedia(wordAt(prose, to))) {
    const medium = readNounPhrase(prose, to, prose.tokens.length, 1);
    return medium === null ? null : cast.resolve(medium);
  }
  if (!ISSUED.has(wordAt(prose, to))) return null;
  const from = FROM.has(wordAt(prose, to + 1)) ? to + 2 : to + 1;
  const phrase = readNounPhrase(prose, from, prose.tokens.length);
  if (phrase === null || phrase.kind === "document") return null;
  return isOwnWord(bare(paper.head)) && cast.isMedium(phrase) ? null : cast.resolve(phrase);
}

/** Whether a noun without the article is of a paper in its issuer's own words: «بيان نشرته الوكالة» is not the agency's. */
export function isOwnWord(noun: string): boolean {
  return OWN.has(noun);
}

/** «قالت الوزارة في بيان إن»: the noun of the paper that stands between a cue and what is said; null where none does. */
export function paperSaidIn(prose: Prose, from: number, to: number): string | null {
  for (let k = from; k < to; k += 1) {
    const noun = bare(wordAt(prose, k));
    if (isOwnWord(noun) && wordAt(prose, k - 1) === "في") return noun;
  }
  return null;
}

/** Where a paper's own words end: «صادر» is what was done with it. */
function endOfPaper(prose: Prose, { from, to }: NounPhrase): number {
  for (let k = from + 1; k < to; k += 1) if (ISSUED.has(wordAt(prose, k))) return k;
  return to;
}
