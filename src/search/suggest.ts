import type { SearchIndex, Store } from "../store/index.ts";
import { isFunctionWord } from "../text/index.ts";
import { withDaysAsFilter } from "./days.ts";
import { onOtherKeyboard } from "./keyboard.ts";
import { findMeant, findMeantByRare, type Meant } from "./meant.ts";
import { nearOutlets, outletsAsWords } from "./near-outlets.ts";
import { toPlan } from "./plan.ts";
import { isEmpty, readQuery } from "./read-query.ts";
import type { Expansion, ReadQuery } from "./types.ts";
import { readWords, toTerm } from "./words.ts";

const MOST_SUGGESTIONS = 3;
const SPACES = /\s+/u;
const SHORTEST_CORRECTED = 3;
/** What is longer is a run of keys or a text without spaces, and its slips grow with the square of its length. */
const LONGEST_CORRECTED = 30;
/** In a longer query the other words find what a rare one misses. */
const MOST_WORDS = 4;
/** Guessing takes milliseconds a word: of a pasted text that no article has, the first are guessed at. */
const MOST_DOUBTED = 6;
/** Of so many articles one at most has a rare word. */
const RARE_IN = 200;

/** A query, as typed and as read, and what is known of its answer. */
export interface Answered {
  readonly text: string;
  readonly query: ReadQuery;
  readonly expansions: readonly Expansion[];
  readonly articlesOf: ReadonlyMap<string, number>;
  readonly found: boolean;
}

/**
 * Queries near this one that do have hits: another outlet for one that is not known, a day or month that it names as a filter, the words
 * as the other keyboard has them, or joined where one was typed in two; else each word that no article has, or few have while one slip away many do, replaced by what was
 * likely meant, written as an article writes it; for the first such word there are several. Empty when every word is known and
 * something was found.
 */
export async function suggestQueries(
  store: Pick<Store, "catalog" | "index">,
  answered: Answered,
): Promise<string[]> {
  const days = withDaysAsFilter(answered.text);
  const dated = days !== null && (await isAnswered(store.index, days)) ? [days] : [];
  return [...dated, ...(await suggestOthers(store, answered))].slice(0, MOST_SUGGESTIONS);
}

async function suggestOthers(
  store: Pick<Store, "catalog" | "index">,
  { text, query, expansions, articlesOf, found }: Answered,
): Promise<readonly string[]> {
  const outlets = found ? [] : await findOutlets(store, query);
  if (outlets.length > 0) return outlets;
  const named = new Set(found ? expansions.flatMap((expansion) => expansion.words) : []);
  const words = query.words.filter((word) => !isFunctionWord(word) && !named.has(word));
  const missing = words.filter((word) => countOf(word, articlesOf) === 0);
  const typed = typedForms(text);
  const others =
    missing.length > 0 ? await findOthers(store.index, { text, query, missing, typed }) : [];
  const doubtful = await findDoubtful(store, query, words, articlesOf);
  const corrected = correct(query, doubtful, typed);
  if (missing.length + corrected.length === 0) return found ? [] : looserQueries(query, words);
  return [...others, ...corrected];
}

/** The query with the outlets that may be meant, or else with its outlets as words: those that have an answer. */
async function findOutlets(
  { catalog, index }: Pick<Store, "catalog" | "index">,
  query: ReadQuery,
): Promise<string[]> {
  const answered: string[] = [];
  const near = (await nearOutlets(catalog, query)).slice(0, MOST_SUGGESTIONS);
  for (const text of near.length > 0 ? near : outletsAsWords(query))
    if (await isAnswered(index, text)) answered.push(text);
  return answered;
}

async function isAnswered(index: SearchIndex, text: string): Promise<boolean> {
  const query = readQuery(text);
  if (isEmpty(query)) return false;
  const plan = toPlan(query, [], { order: "best", limit: 0, offset: 0 });
  return (await index.search(plan)).total > 0;
}

const countOf = (word: string, articlesOf: ReadonlyMap<string, number>): number =>
  articlesOf.get(toTerm(word)) ?? 0;

interface Doubtful {
  readonly word: string;
  readonly meant: readonly Meant[];
}

/** The words that something else was likely meant by. */
async function findDoubtful(
  store: Pick<Store, "catalog" | "index">,
  query: ReadQuery,
  words: readonly string[],
  articlesOf: ReadonlyMap<string, number>,
): Promise<readonly Doubtful[]> {
  const rare = words.length <= MOST_WORDS ? Math.floor((await store.index.size()) / RARE_IN) : 0;
  const doubtful: Doubtful[] = [];
  const doubted = [...new Set(words)].filter(
    (word) =>
      word.length >= SHORTEST_CORRECTED &&
      word.length <= LONGEST_CORRECTED &&
      countOf(word, articlesOf) <= rare,
  );
  for (const word of doubted.slice(0, MOST_DOUBTED)) {
    const articles = countOf(word, articlesOf);
    const at = query.words.indexOf(word);
    const beside = { before: query.words[at - 1], after: query.words[at + 1] };
    const meant =
      articles === 0
        ? await findMeant(store, word, beside, MOST_SUGGESTIONS)
        : await findMeantByRare(store, word, beside, articles);
    if (meant.length > 0) doubtful.push({ word, meant });
  }
  return doubtful;
}

/** The words as they were typed, by their folded forms: what is not corrected stays as the reader wrote it. */
function typedForms(text: string): ReadonlyMap<string, string> {
  return new Map(
    readWords(text).map(({ start, end, word }) => [word.folded, text.slice(start, end)]),
  );
}

function correct(
  { words }: ReadQuery,
  doubtful: readonly Doubtful[],
  typed: ReadonlyMap<string, string>,
): readonly string[] {
  const [first, ...others] = doubtful;
  const writtenOf = new Map(typed);
  for (const { word, meant } of others) writtenOf.set(word, meant[0]?.written ?? word);
  return (first?.meant ?? []).map(({ written }) =>
    words.map((word) => (word === first?.word ? written : (writtenOf.get(word) ?? word))).join(" "),
  );
}

interface Typed {
  readonly text: string;
  readonly query: ReadQuery;
  readonly missing: readonly string[];
  readonly typed: ReadonlyMap<string, string>;
}

/** The query as the other keyboard has it, and with two of its words joined, where all words are then known. */
async function findOthers(
  index: SearchIndex,
  { text, query: { words, normal }, missing, typed }: Typed,
): Promise<readonly string[]> {
  const onKeys = normal === words.join(" ") ? asTypedWords(onOtherKeyboard(text)) : null;
  const forms = words.map((word) => typed.get(word) ?? word);
  const joined = words.slice(1).flatMap((word, at) => {
    const either = missing.includes(word) || missing.includes(words[at] ?? "");
    return either ? [forms.toSpliced(at, 2, `${forms[at]}${forms[at + 1]}`).join(" ")] : [];
  });
  const known: string[] = [];
  const few = joined.slice(0, MOST_DOUBTED);
  for (const other of onKeys === null ? few : [onKeys, ...few])
    if (await isKnown(index, other)) known.push(other);
  return known;
}

/** Keys of letters that write marks on the other keyboard were not meant so. */
function asTypedWords(text: string | null): string | null {
  const parts = text?.trim().split(SPACES).length;
  return text !== null && readQuery(text).words.length === parts ? text : null;
}

async function isKnown(index: SearchIndex, text: string): Promise<boolean> {
  const counts = await index.frequencies(readQuery(text).words.map(toTerm));
  return counts.size > 0 && [...counts.values()].every((articles) => articles > 0);
}

/** Every word is known, but not together: the same words without quotes, dates and exclusions. */
function looserQueries(query: ReadQuery, words: readonly string[]): string[] {
  const loose = [...words, ...query.phrases.flat()].join(" ");
  return loose === "" || loose === query.normal ? [] : [loose];
}
