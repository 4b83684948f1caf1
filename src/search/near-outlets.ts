import type { Store } from "../store/index.ts";
import { toOutletFacet } from "./document.ts";
import { toDistance } from "./near-terms.ts";
import { readQuery } from "./read-query.ts";
import type { ReadQuery } from "./types.ts";
import { foldedWords, toTerm } from "./words.ts";

const MOST_OUTLETS = 2000;
/** So many letters of a name may hold one slip. */
const LETTERS_A_SLIP = 6;
/** Two names are compared letter by letter with letter. */
const LONGEST_NAME = 60;

/**
 * The query with an outlet that the store does not have replaced by those likely meant, of most reports first: whose names have all
 * words asked for, or are a slip away.
 */
export async function nearOutlets(
  catalog: Pick<Store["catalog"], "outlets">,
  { outlets, normal }: ReadQuery,
): Promise<string[]> {
  if (outlets.length === 0) return [];
  const known = (await catalog.outlets(MOST_OUTLETS)).map(({ outlet }) => outlet);
  const facets = new Set(known.map(toOutletFacet));
  const missing = outlets.find((outlet) => !facets.has(toOutletFacet(outlet)));
  if (missing === undefined) return [];
  return (
    known
      .filter((outlet) => !outlet.includes('"') && isNearName(missing, outlet))
      // By a function: a dollar sign in a name is no pattern.
      .map((outlet) => normal.replace(toFilter(missing), () => toFilter(outlet)))
  );
}

/** The query with its outlets as words, since one that nobody knows may be a word; none when an outlet has none. */
export function outletsAsWords({ outlets, normal }: ReadQuery): string[] {
  const texts = outlets.map(toWords);
  if (texts.length === 0 || texts.includes("")) return [];
  return [
    outlets.reduce(
      (text, outlet, at) => text.replace(toFilter(outlet), () => texts[at] ?? ""),
      normal,
    ),
  ];
}

const toFilter = (outlet: string): string => `source:"${outlet}"`;

/** As it was typed, unless a mark in it would ask for something else. */
function toWords(outlet: string): string {
  const words = foldedWords(outlet).join(" ");
  return words !== "" && readQuery(outlet).normal === words ? outlet : words;
}

function isNearName(asked: string, outlet: string): boolean {
  const [words, name] = [foldedWords(asked), foldedWords(outlet)];
  if (words.length === 0) return false;
  const terms = new Set(name.map(toTerm));
  if (words.every((word) => terms.has(toTerm(word)))) return true;
  const written = words.join("");
  if (written.length > LONGEST_NAME) return false;
  return toDistance(written, name.join("")) <= Math.floor(written.length / LETTERS_A_SLIP);
}
