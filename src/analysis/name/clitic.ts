import { LIST, singleWordHits } from "./gazetteer.ts";

/** A name's first word without the conjunction or preposition joined to it, and how many letters those were. */
export interface Bare {
  readonly word: string;
  readonly cut: number;
}

/** The words a text has. */
export interface Written {
  readonly has: (word: string) => boolean;
}

const WITH_ARTICLE = /^[وفبك]ال(?=..)/u;
const TO_THE = /^لل(?=..)/u;
const TWO = /^[وف][بلك](?=...)/u;
const ONE = /^[وفبلك](?=...)/u;
/** «وكريستوفر», «وميركل»: no name of another language begins so. */
const JOINED_WAW = /^و(?=[^اويلهر]...)/u;
const NAMES =
  (1 << LIST.country) |
  (1 << LIST.place) |
  (1 << LIST.organisation) |
  (1 << LIST.arabicName) |
  (1 << LIST.foreignName);
const NAMES_AND_HEADS =
  NAMES | (1 << LIST.organisationHead) | (1 << LIST.placeHead) | (1 << LIST.particle);

/** Takes them off where the lists or the text itself know the rest as a word. */
export function withoutClitic(folded: string, written: Written): Bare {
  if ((singleWordHits(folded) & NAMES_AND_HEADS) !== 0) return { word: folded, cut: 0 };
  if (WITH_ARTICLE.test(folded) && (folded.startsWith("و") || isKnown(folded.slice(1), written)))
    return { word: folded.slice(1), cut: 1 };
  if (TO_THE.test(folded)) return { word: `ال${folded.slice(2)}`, cut: 0 };
  if (TWO.test(folded) && isListed(folded.slice(2))) return { word: folded.slice(2), cut: 2 };
  if (ONE.test(folded) && isKnown(folded.slice(1), written))
    return { word: folded.slice(1), cut: 1 };
  return JOINED_WAW.test(folded) ? { word: folded.slice(1), cut: 1 } : { word: folded, cut: 0 };
}

function isListed(word: string): boolean {
  return (singleWordHits(word) & NAMES_AND_HEADS) !== 0;
}

function isKnown(word: string, written: Written): boolean {
  return isListed(word) || written.has(word);
}
