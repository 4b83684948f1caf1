import { type Figure, foldWord, tokenize } from "../../text/index.ts";
import { PART_MARKS, PERSONS, TOLLS, type TollRow, UP_TO } from "./tables/tolls.ts";

/** How far before a number the word may stand that says what became of those counted. */
const LOOKED_BACK = 60;
const WORDS_BACK = 4;
/** «قتل ما لا يقل عن 100»: the words of a bound stand between. */
const WORDS_BACK_OVER_BOUND = 6;

const words = (written: string): string[] => written.split(" ").map(foldWord);
const byWord = (column: "nouns" | "verbs" | "counted"): ReadonlyMap<string, Toll> =>
  new Map(TOLLS.flatMap((row) => words(row[column]).map((word) => [word, row.toll] as const)));
const TOLL_OF_NOUN = byWord("nouns");
const TOLL_OF_VERB = byWord("verbs");
const TOLL_OF_COUNT = byWord("counted");
const PERSON_NOUNS: ReadonlySet<string> = new Set(words(PERSONS));
const PARTS: ReadonlySet<string> = new Set(words(PART_MARKS));
const REACHING: ReadonlySet<string> = new Set(words(UP_TO));
const TOLL_NAMES: ReadonlySet<string> = new Set(TOLLS.map(({ toll }) => toll));
const CONJUNCTION = /^[وف](?=.{3})/u;
const JOINED = /^[وف]?[بل](?=.{3})/u;
/** «فلسطيني», «سورية»: a noun of people by where they are from. */
const FROM_SOMEWHERE = /.{3}ي[هة]?$/u;

type Toll = TollRow["toll"];

/** Whether what is counted is victims, and not a thing called by its noun. */
export function isToll(of: string): boolean {
  return TOLL_NAMES.has(of);
}

/** The toll a number counts, else its noun; null for a part of another count, and one toll that turns into another («وفاة جريحين»). */
export function whatIsCounted(text: string, figure: Figure): string | null {
  const { start, of } = figure;
  const before = tokenize(text.slice(Math.max(0, start - LOOKED_BACK), start))
    .map(({ folded }) => folded)
    .reverse();
  const near = before.slice(0, WORDS_BACK);
  if (near.some((word) => PARTS.has(word) || PARTS.has(word.replace(CONJUNCTION, "")))) return null;
  if (of === undefined) return bareToll(before, figure);
  const noun = foldWord(of);
  const named = TOLL_OF_NOUN.get(noun);
  const done = firstToll(isBound(figure) ? before.slice(0, WORDS_BACK_OVER_BOUND) : near);
  if (named !== undefined) return done === undefined || done === named ? named : null;
  if (!PERSON_NOUNS.has(noun) && !FROM_SOMEWHERE.test(noun)) return of;
  return done ?? tollReaching(near) ?? of;
}

/** «ارتفع عدد القتلى إلى 37 شخصاً» */
function tollReaching(near: readonly string[]): Toll | undefined {
  if (!near.some((word) => REACHING.has(word.replace(CONJUNCTION, "")))) return undefined;
  return near.map((word) => TOLL_OF_COUNT.get(word)).find((toll) => toll !== undefined);
}

/** «مقتل 12 وإصابة 30»: a number without a noun, right after the word that says what became of them; «فقد 20» may be points. */
function bareToll(before: readonly string[], figure: Figure): Toll | null {
  if (figure.unit !== undefined) return null;
  const near = before.slice(0, isBound(figure) ? WORDS_BACK_OVER_BOUND : 1);
  const toll = firstToll(near) ?? tollReaching(before.slice(0, WORDS_BACK));
  return toll === undefined || toll === "missing" ? null : toll;
}

function isBound({ low, high, approximate }: Figure): boolean {
  return low !== undefined || high !== undefined || approximate === true;
}

function firstToll(before: readonly string[]): Toll | undefined {
  return before.map(tollOfVerb).find((toll) => toll !== undefined);
}

function tollOfVerb(word: string): Toll | undefined {
  return (
    TOLL_OF_VERB.get(word) ??
    TOLL_OF_VERB.get(word.replace(CONJUNCTION, "")) ??
    TOLL_OF_VERB.get(word.replace(JOINED, ""))
  );
}
