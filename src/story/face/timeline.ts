import type { ChosenSentence, Happening } from "../../model/index.ts";
import type { Time } from "../../text/index.ts";
import { createSentenceFinder } from "./sentence-at.ts";
import type { Telling } from "./telling.ts";
import { termOverlap, toTerms } from "./terms.ts";

const MS_PER_DAY = 86_400_000;
/** A longer span than this is a period, not a happening of a day. */
const LONGEST_DAY = 1.5 * MS_PER_DAY;
const LONGEST_PERIOD = 40 * 365 * MS_PER_DAY;
/** What lies this long before the story's first report is its background. */
const BACKGROUND_AFTER = 3 * MS_PER_DAY;
/** Two sentences that share this much tell one happening. */
const SAME = 0.34;
const MOST_ENTRIES = 12;
const LEAST_CONFIDENCE = 0.5;

interface Mention {
  readonly from: string;
  readonly to: string;
  readonly grain: string;
  readonly when: string;
  readonly told: ChosenSentence;
  readonly terms: ReadonlySet<string>;
  readonly account: string;
  readonly kind: Happening["kind"];
}

interface Cluster {
  readonly mentions: Mention[];
  readonly terms: Set<string>;
}

/** The dated happenings of a story in order of time, one entry a happening; those that more accounts tell are kept first. */
export function toTimeline(from: string | null, tellings: readonly Telling[]): Happening[] {
  const opened = from === null ? null : Date.parse(from);
  const days = new Map<string, Cluster[]>();
  for (const mention of tellings.flatMap((telling) => toMentions(telling, opened))) {
    const key = `${mention.from}/${mention.to}`;
    const clusters = days.get(key) ?? [];
    const known = clusters.find(({ terms }) => termOverlap(terms, mention.terms) >= SAME);
    if (known === undefined) clusters.push({ mentions: [mention], terms: new Set(mention.terms) });
    else known.mentions.push(mention);
    days.set(key, clusters);
  }
  return [...days.values()]
    .flat()
    .map(toHappening)
    .sort((a, b) => b.accounts.length - a.accounts.length || byTime(a, b))
    .slice(0, MOST_ENTRIES)
    .sort(byTime);
}

function byTime(a: Happening, b: Happening): number {
  return Date.parse(a.from) - Date.parse(b.from) || (a.told.text < b.told.text ? -1 : 1);
}

function toMentions(telling: Telling, opened: number | null): Mention[] {
  const sentenceAt = createSentenceFinder(telling);
  const seen = new Set<string>();
  return (telling.analysis?.times ?? []).flatMap((time) => {
    const span = toSpan(time);
    const kind = span === null ? null : toKind(telling, span, opened);
    if (span === null || kind === null) return [];
    const told = sentenceAt(time.start);
    const key = `${span.from} ${told.start}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const terms = new Set(toTerms(told.text));
    return [{ ...span, when: time.text, told, terms, account: telling.account, kind }];
  });
}

interface Span {
  readonly from: string;
  readonly to: string;
  readonly grain: string;
  readonly isDay: boolean;
}

/** The day or period a time means; null when it means none for certain, comes again and again, or only says «now». */
function toSpan({ from, to, grain, recurring, approximate, confidence = 1 }: Time): Span | null {
  const isNow = grain === "second" && approximate === true;
  if (from === null || to === null || recurring === true || isNow) return null;
  if (confidence < LEAST_CONFIDENCE) return null;
  const length = Date.parse(to) - Date.parse(from);
  if (!(length > 0 && length < LONGEST_PERIOD)) return null;
  if (length > LONGEST_DAY) return { from, to, grain, isDay: false };
  return { ...toDay(from), grain: "day", isDay: true };
}

/** The calendar day on which a time begins, as written there. */
function toDay(from: string): { readonly from: string; readonly to: string } {
  const day = from.slice(0, "2026-01-01".length);
  const next = new Date(Date.parse(day) + MS_PER_DAY).toISOString();
  return { from: day, to: next.slice(0, day.length) };
}

/** A running period («this year») dates nothing. */
function toKind(
  { article }: Telling,
  { from, to, isDay }: Span,
  opened: number | null,
): Happening["kind"] | null {
  const published = article.published === null ? null : Date.parse(article.published.at);
  if (published !== null && Date.parse(from) > published) return "expected";
  if (opened !== null && Date.parse(to) <= opened - BACKGROUND_AFTER) return "background";
  if (isDay) return "happening";
  return published !== null && Date.parse(to) > published ? null : "background";
}

/** The sentence with most in common with the others speaks for them. */
function toHappening({ mentions }: Cluster): Happening {
  const counts = new Map<string, number>();
  for (const { terms } of mentions)
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const score = ({ terms }: Mention) => {
    let sum = 0;
    for (const term of terms) sum += counts.get(term) ?? 0;
    return sum / Math.sqrt(terms.size + 1);
  };
  const [first, ...others] = mentions;
  if (first === undefined) throw new TypeError("a happening nobody tells");
  const best = others.reduce((a, b) => (score(b) > score(a) ? b : a), first);
  const { from, to, grain, kind, told, when } = best;
  const accounts = [...new Set(mentions.map(({ account }) => account))];
  return { from, to, grain, kind, told, when, accounts };
}
