import type { Source } from "../number/read-number.ts";
import { DAY_SECONDS, toCivil, toIsoClock, toIsoDay } from "./civil.ts";
import { type Context, toContext, wordAt } from "./context.ts";
import type { Found } from "./found.ts";
import type { Interval } from "./interval.ts";
import { isName, ofEvent } from "./known-day.ts";
import { readLength, readShiftedAmount, readWindow } from "./read-amounts.ts";
import { readAnniversary } from "./read-anniversary.ts";
import { readDraft } from "./read-draft.ts";
import { readFirst } from "./read-first.ts";
import { readList } from "./read-list.ts";
import { readNow } from "./read-now.ts";
import { readOfIt } from "./read-of-it.ts";
import { readRange, resolveAt } from "./read-range.ts";
import { readRecurring, withRecurrence } from "./read-recurring.ts";
import { readVaguePhrase, readVagueWord } from "./read-vague.ts";
import { parseReference } from "./reference.ts";
import { mayBegin } from "./starts.ts";
import type { Draft, Grain, Reference, Time } from "./time.ts";

/**
 * The times a text speaks of, in order and apart, resolved against when it was published (ISO 8601; its offset is the zone of the
 * wall clock). Without a publication time only what is absolute is resolved.
 */
export function findTimes(source: Source, published: string | null): Time[] {
  const reference = published === null ? null : parseReference(published);
  const context = toContext(source, reference);
  const times: Time[] = [];
  let at = 0;
  let before: Found | undefined;
  while (at < source.tokens.length) {
    const found = mayBegin(context, at) ? readTime(context, at, before) : null;
    for (const each of found ?? []) times.push(toTime(context, each));
    before = found?.at(-1) ?? before;
    at = Math.max(at + 1, found?.at(-1)?.next ?? 0);
  }
  return times;
}

/** The expressions that begin at a token, longest first. */
function readTime(
  context: Context,
  at: number,
  before: Found | undefined,
): readonly Found[] | null {
  const list = readList(context, at);
  if (list !== null) return list;
  const found =
    readNow(context, at) ??
    readVaguePhrase(context, at) ??
    readRecurring(context, at) ??
    readAnniversary(context, at) ??
    readOfIt(context, at, before) ??
    readShiftedAmount(context, at) ??
    readFirst(context, at) ??
    readRange(context, at) ??
    readWindow(context, at);
  if (found !== null) return [found];
  const date = readDate(context, at);
  if (date !== null) return atCentury(context, at, date);
  const length = readLength(context, at) ?? readVagueWord(context, at);
  return length === null ? null : [length];
}

function readDate(context: Context, at: number): Found | null {
  if (wordAt(context, at)?.is === "from") return null;
  const reading = readDraft(context, at);
  if (reading === null) return null;
  const { start, end, next } = reading;
  if (isName(context, at, reading.draft)) return null;
  const draft = ofEvent(context, at, reading.draft);
  const interval = resolveAt(context, draft, at, next);
  if (interval !== null) noteYear(context, draft, interval);
  return withRecurrence(context, { start, end, next, interval, grain: interval?.grain ?? "day" });
}

/** «في أغسطس الماضي» tells the year of an August that is named again. */
function noteYear({ toldYears }: Context, draft: Draft, { from }: Interval): void {
  const isTold = draft.year !== undefined || draft.shift?.["named-month"] !== undefined;
  if (draft.month === undefined || draft.hijri === true || !isTold) return;
  toldYears.set(draft.month, toCivil(Math.floor(from / DAY_SECONDS)).year);
}

/** «العقد الأول من القرن الماضي» speaks of a decade and of a century: two times, the first placed by the second. */
function atCentury(context: Context, at: number, date: Found): readonly Found[] {
  for (let i = at + 2; i < date.next; i += 1) {
    const word = wordAt(context, i);
    if (word?.is !== "unit" || word.unit !== "century" || wordAt(context, i - 1)?.is !== "from")
      continue;
    const century = readDate(context, i);
    if (century !== null)
      return [{ ...date, end: context.tokens[i - 2]?.end ?? date.end }, century];
  }
  return [date];
}

const BELOW_DAY: ReadonlySet<Grain> = new Set<Grain>([
  "second",
  "minute",
  "hour",
  "dawn",
  "morning",
  "noon",
  "afternoon",
  "evening",
  "night",
]);

function toTime({ text, reference }: Context, found: Found): Time {
  const { start, end, interval, duration, recurring } = found;
  const grain = interval?.grain ?? found.grain;
  const confidence = interval === null ? 1 : Math.round(interval.confidence * 100) / 100;
  return {
    text: text.slice(start, end),
    start,
    end,
    from: interval === null ? null : toIso(interval.from, grain, reference),
    to: interval === null ? null : toIso(interval.to, grain, reference),
    grain,
    ...(confidence < 1 ? { confidence } : {}),
    ...(recurring === true ? { recurring } : {}),
    ...(found.approximate === true ? { approximate: true } : {}),
    ...(duration === undefined ? {} : { duration }),
  };
}

function toIso(seconds: number, grain: Grain, reference: Reference | null): string {
  if (!BELOW_DAY.has(grain)) return toIsoDay(Math.floor(seconds / DAY_SECONDS));
  return toIsoClock(seconds) + toOffset(reference?.offset ?? null);
}

function toOffset(minutes: number | null): string {
  if (minutes === null) return "";
  const size = Math.abs(minutes);
  const clock = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, "0"));
  return `${minutes < 0 ? "-" : "+"}${clock.join(":")}`;
}
