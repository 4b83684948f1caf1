import type { CountPoint, RunningCount } from "../../model/index.ts";
import { type Figure, foldWord } from "../../text/index.ts";
import { createSentenceFinder } from "./sentence-at.ts";
import { COUNTED_OFTEN } from "./tables/tolls.ts";
import type { Telling } from "./telling.ts";
import { sharedTerms, termOverlap, toTerms } from "./terms.ts";
import { isToll, whatIsCounted } from "./what-is-counted.ts";

const LEAST_POINTS = 2;
const MOST_COUNTS = 5;
/** A thing's counts are of one thing where the sentences around them share this much, 0..1, and a word right beside the number. */
const SAME_THING = 0.3;
/** So far around a number its own words stand, in characters. */
const BESIDE = 40;
/** Two reports that give the same number from here on speak of the same thing. */
const TELLING_VALUE = 6;

interface Counted {
  readonly of: string;
  readonly unit: string | null;
  readonly point: CountPoint;
  /** The telling words of its sentence, and those right beside the number. */
  readonly terms: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
}

const OFTEN: ReadonlySet<string> = new Set(COUNTED_OFTEN.split(" ").map(foldWord));
const NUMBER = /^\d/u;

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
    .map((counted) => toRunning(ofOneThing(counted)))
    .filter(({ points }) => points.length >= LEAST_POINTS)
    .sort((a, b) => Number(b.changed) - Number(a.changed) || b.points.length - a.points.length)
    .slice(0, MOST_COUNTS);
}

/** Victims are counted of one event; of things, the largest part of a series whose numbers count the same ones: «هدفين» of one match are not those of another. */
function ofOneThing(counted: readonly Counted[]): readonly Counted[] {
  if (isToll(counted[0]?.of ?? "")) return counted;
  const parts: Counted[][] = [];
  for (const one of counted) {
    const near = parts.filter((part) => part.some((other) => countSame(one, other)));
    const joined = [...near.flat(), one];
    for (const part of near) parts.splice(parts.indexOf(part), 1);
    parts.push(joined);
  }
  return parts.reduce<readonly Counted[]>((a, b) => (b.length > a.length ? b : a), []);
}

function countSame(a: Counted, b: Counted): boolean {
  if (a.point.value === b.point.value && a.point.value >= TELLING_VALUE) return true;
  if (OFTEN.has(foldWord(a.of)) || termOverlap(a.terms, b.terms) < SAME_THING) return false;
  return sharedTerms(a.beside, b.beside) > 0;
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
  return (analysis?.figures ?? []).filter(isCounted).flatMap((figure) => {
    const of = whatIsCounted(article.text, figure);
    const unit = figure.unit ?? null;
    const key = `${of} ${unit ?? ""}`;
    const { value, low = null, high = null, start, end } = figure;
    // «نصف المعتقلين» is no number of them.
    const isPart = of !== null && isToll(of) && !Number.isInteger(value);
    if (of === null || isPart || seen.has(key)) return [];
    seen.add(key);
    const at = article.published?.at ?? null;
    const told = sentenceAt(start);
    const point = { article: article.id, account, at, value, low, high, told };
    const beside = article.text.slice(Math.max(0, start - BESIDE), end + BESIDE);
    return [{ of, unit, point, terms: termsBut(of, told.text), beside: termsBut(of, beside) }];
  });
}

/** The telling words of a text without numbers and what is counted. */
function termsBut(of: string, text: string): ReadonlySet<string> {
  const own = new Set(toTerms(of));
  return new Set(toTerms(text).filter((term) => !own.has(term) && !NUMBER.test(term)));
}

/** «عشرات القتلى» is no point on a line of numbers: it says how many at least and at most, and neither was counted. */
function isCounted({ approximate, low, high }: Figure): boolean {
  return !(approximate === true && low !== undefined && high !== undefined);
}
