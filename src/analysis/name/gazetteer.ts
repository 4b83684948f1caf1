import { AGENCIES } from "../../extract/index.ts";
import { factOf, foldWord, type Token, tokenize, type Word } from "../../text/index.ts";
import { COUNTRIES } from "./tables/countries.ts";
import { ARABIC_NAMES, FOREIGN_NAMES } from "./tables/given-names.ts";
import { KNOWN_PEOPLE } from "./tables/known-people.ts";
import {
  NAME_PARTICLES,
  NATIONALITIES,
  ORGANISATION_HEADS,
  PLACE_HEADS,
  SPEECH_WORDS,
  TITLES,
} from "./tables/name-words.ts";
import { ORGANISATIONS } from "./tables/organisations.ts";
import { PLACES } from "./tables/places.ts";

/** Lists a single word may be in. The bits are part of the model. */
export const LIST = {
  country: 0,
  place: 1,
  organisation: 2,
  arabicName: 3,
  foreignName: 4,
  title: 5,
  particle: 6,
  organisationHead: 7,
  placeHead: 8,
  speech: 9,
  nationality: 10,
} as const;

/** What a longer entry may be, as the number that marks its words. */
export const KIND = { country: 1, place: 2, organisation: 3, person: 4 } as const;
/** How many marks `markEntries` gives: outside, and the first and other words of each kind. */
export const MARKS = 10;

const SINGLE = new Map<string, number>();

/** An entry of several words. */
export interface Entry {
  readonly words: readonly string[];
  readonly kind: number;
}
const LONGER = new Map<string, Entry[]>();
const NONE: readonly Entry[] = [];

const wordsOf = (form: string): string[] => tokenize(form).map(({ folded }) => folded);

function addWord(word: string, list: number): void {
  SINGLE.set(word, (SINGLE.get(word) ?? 0) | (1 << list));
}

function addForm(form: string, list: number, kind: number): void {
  const words = wordsOf(form);
  const [first = ""] = words;
  if (words.length === 1) addWord(first, list);
  else if (words.length > 1) {
    const same = LONGER.get(first) ?? [];
    same.push({ words, kind });
    LONGER.set(first, same);
  }
}

for (const row of COUNTRIES)
  for (const form of row.split("|").slice(1)) addForm(form, LIST.country, KIND.country);
for (const row of PLACES) for (const form of row.split("|")) addForm(form, LIST.place, KIND.place);
for (const row of ORGANISATIONS)
  for (const form of row.split("|")) addForm(form, LIST.organisation, KIND.organisation);
for (const { forms } of AGENCIES)
  for (const form of forms) addForm(form, LIST.organisation, KIND.organisation);
for (const row of KNOWN_PEOPLE)
  for (const form of row.split("|"))
    if (form.includes(" ")) addForm(form, LIST.foreignName, KIND.person);
for (const [words, list] of [
  [ARABIC_NAMES, LIST.arabicName],
  [FOREIGN_NAMES, LIST.foreignName],
  [TITLES, LIST.title],
  [NAME_PARTICLES, LIST.particle],
  [ORGANISATION_HEADS, LIST.organisationHead],
  [PLACE_HEADS, LIST.placeHead],
  [SPEECH_WORDS, LIST.speech],
] as const)
  for (const word of words) addWord(foldWord(word), list);
for (const word of NATIONALITIES) {
  const bare = foldWord(word);
  for (const ending of ["", "ه", "ين", "ون", "ا"])
    for (const article of ["", "ال"]) addWord(article + bare + ending, LIST.nationality);
}
for (const longer of LONGER.values()) longer.sort((a, b) => b.words.length - a.words.length);

/** The lists a folded word is in, as bits; 0 for none. */
export function singleWordHits(folded: string): number {
  return SINGLE.get(folded) ?? 0;
}

/** Every combination of lists that some word is in, as bits, and that of the words in none. */
export const LISTINGS: readonly number[] = [...new Set([0, ...SINGLE.values()])];

const CLITIC = /^[وفبلك]{1,2}(?=.{3})|^لل(?=.{3})/u;

/** The longer entries a folded word may open, with or without a conjunction or preposition before it. */
export function entriesFrom(folded: string): readonly Entry[] {
  const entries = LONGER.get(folded);
  if (entries !== undefined || !CLITIC.test(folded)) return entries ?? NONE;
  const bare = folded.startsWith("لل") ? `ال${folded.slice(2)}` : folded.replace(CLITIC, "");
  return LONGER.get(bare) ?? NONE;
}

/** The longer entries a word may open, and the lists it is in: asked of every word of every text. */
export const entriesOf: (word: Word) => readonly Entry[] = factOf(entriesFrom, NONE);
export const hitsOf: (word: Word) => number = factOf(singleWordHits, 0);

/** For each token the longer entry it is in: kind × 2, one more inside than at its start; 0 outside. */
export function markEntries(
  tokens: readonly Token[],
  opens: readonly (readonly Entry[])[],
): Uint8Array {
  const marks = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at += 1) {
    const entry = opens[at]?.find(({ words }) => isAt(words, tokens, at));
    if (entry === undefined) continue;
    const { words, kind } = entry;
    for (let k = 0; k < words.length; k += 1) marks[at + k] = kind * 2 + (k > 0 ? 1 : 0);
    at += words.length - 1;
  }
  return marks;
}

function isAt(words: readonly string[], tokens: readonly Token[], at: number): boolean {
  for (let k = 1; k < words.length; k += 1) if (tokens[at + k]?.folded !== words[k]) return false;
  return true;
}

/** The longer entry that begins at a token; null where none does. */
export function entryAt(
  opens: readonly Entry[],
  tokens: readonly Token[],
  at: number,
): Entry | null {
  if (opens.length === 0) return null;
  return opens.find(({ words }) => isAt(words, tokens, at)) ?? null;
}
