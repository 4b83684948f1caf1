import type { CountPoint, RunningCount } from "../../model/index.ts";
import { type Figure, foldWord, tokenize } from "../../text/index.ts";
import { createSentenceFinder } from "./sentence-at.ts";
import { PART_MARKS, PERSONS, TOLLS, type TollRow } from "./tables/tolls.ts";
import type { Telling } from "./telling.ts";

const LEAST_POINTS = 2;
const MOST_COUNTS = 5;
/** How far before a number the word may stand that says what became of those counted. */
const LOOKED_BACK = 60;
const WORDS_BACK = 4;
/** «قتل ما لا يقل عن 100»: the words of a bound stand between. */
const WORDS_BACK_OVER_BOUND = 6;

const words = (written: string): string[] => written.split(" ").map(foldWord);
const TOLL_OF_NOUN = new Map(
  TOLLS.flatMap(({ toll, nouns }) => words(nouns).map((noun) => [noun, toll] as const)),
);
const TOLL_OF_VERB = new Map(
  TOLLS.flatMap(({ toll, verbs }) => words(verbs).map((verb) => [verb, toll] as const)),
);
const PERSON_NOUNS: ReadonlySet<string> = new Set(words(PERSONS));
const PARTS: ReadonlySet<string> = new Set(words(PART_MARKS));
const CONJUNCTION = /^[وف](?=.{3})/u;
const JOINED = /^[وف]?[بل](?=.{3})/u;

type Toll = TollRow["toll"];

interface Counted {
  readonly of: string;
  readonly unit: string | null;
  readonly point: CountPoint;
}

/**
 * Counts that at least two accounts state, or one states anew: each report's first statement of it, in order of time, changing ones
 * first. Copies that repeat a value of their account add nothing.
 */
export function toRunningCounts(tellings: readonly Telling[]): RunningCount[] {
  const series = new Map<string, Counted[]>();
  for (const counted of tellings.flatMap(firstCounts)) {
    const key = `${counted.of} ${counted.unit ?? ""}`;
    series.set(key, [...(series.get(key) ?? []), counted]);
  }
  return [...series.values()]
    .map(toRunning)
    .filter(({ points }) => points.length >= LEAST_POINTS)
    .sort((a, b) => Number(b.changed) - Number(a.changed) || b.points.length - a.points.length)
    .slice(0, MOST_COUNTS);
}

function toRunning(counted: readonly Counted[]): RunningCount {
  const [first] = counted;
  const ordered = counted.map(({ point }) => point).sort(byTime);
  const points = ordered.filter(
    ({ account, value }, at) =>
      ordered.findIndex((other) => other.account === account && other.value === value) === at,
  );
  return {
    of: first?.of ?? "",
    unit: first?.unit ?? null,
    points,
    changed: new Set(points.map(({ value }) => value)).size > 1,
  };
}

/** Undated reports come last: nothing says that they are early. */
function byTime(a: CountPoint, b: CountPoint): number {
  if (a.at === b.at) return 0;
  if (a.at === null || b.at === null) return a.at === null ? 1 : -1;
  return Date.parse(a.at) - Date.parse(b.at);
}

function firstCounts(telling: Telling): Counted[] {
  const { article, account, analysis } = telling;
  const sentenceAt = createSentenceFinder(telling);
  const seen = new Set<string>();
  return (analysis?.figures ?? []).flatMap((figure) => {
    const of = whatIsCounted(article.text, figure);
    const unit = figure.unit ?? null;
    const key = `${of} ${unit ?? ""}`;
    if (of === null || seen.has(key)) return [];
    seen.add(key);
    const { value, low = null, high = null } = figure;
    const at = article.published?.at ?? null;
    const told = sentenceAt(figure.start);
    return [{ of, unit, point: { article: article.id, account, at, value, low, high, told } }];
  });
}

/** The toll a number counts, else its noun; null for a part of another count, and one toll that turns into another («وفاة جريحين»). */
function whatIsCounted(text: string, figure: Figure): string | null {
  const { start, of } = figure;
  const before = tokenize(text.slice(Math.max(0, start - LOOKED_BACK), start))
    .map(({ folded }) => folded)
    .reverse();
  const near = before.slice(0, WORDS_BACK);
  if (near.some((word) => PARTS.has(word) || PARTS.has(word.replace(CONJUNCTION, "")))) return null;
  if (of === undefined) return bareToll(before, figure);
  const noun = foldWord(of);
  const named = TOLL_OF_NOUN.get(noun);
  const done = firstToll(near);
  if (named !== undefined) return done === undefined || done === named ? named : null;
  return (PERSON_NOUNS.has(noun) ? done : undefined) ?? of;
}

/** «مقتل 12 وإصابة 30»: a number without a noun, right after the word that says what became of them; «فقد 20» may be points. */
function bareToll(before: readonly string[], { unit, low, high, approximate }: Figure) {
  if (unit !== undefined) return null;
  const isBound = low !== undefined || high !== undefined || approximate === true;
  const toll = firstToll(before.slice(0, isBound ? WORDS_BACK_OVER_BOUND : 1));
  return toll === undefined || toll === "missing" ? null : toll;
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
