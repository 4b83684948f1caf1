import { DAY_SECONDS } from "./civil.ts";
import { type Context, jointAt, ordinalAt, wholeAt, wordAt } from "./context.ts";
import type { Found } from "./found.ts";
import type { Interval } from "./interval.ts";
import { readDraft } from "./read-draft.ts";
import { resolveDraft } from "./resolve.ts";
import { findTense, isDone } from "./tense.ts";
import type { Draft } from "./time.ts";

const TO: ReadonlySet<string> = new Set(["الي", "حتي", "لغايه", "وحتي", "والي"]);
const DASH = /^[ \u00A0]*[-–—−][ \u00A0]*$/u;
const YEARS_SLASH = /^\/$/u;
const SHORT_OF_MONTH = 31;
const WINTER = 4;

/** One end of a range: a draft, or a bare number that takes its month from the other end. */
interface End {
  readonly draft: Draft | null;
  readonly number: number | null;
  readonly next: number;
  readonly start: number;
  readonly end: number;
}

/** Places a draft that stands on the tokens from one to another. */
export function resolveAt(
  context: Context,
  draft: Draft,
  at: number,
  next: number,
): Interval | null {
  return resolveDraft(draft, {
    reference: context.reference,
    tense: () => findTense(context, at, next),
    done: () => isDone(context, at),
    toldYear: (month) => context.toldYears.get(month),
  });
}

/** «من 4 إلى 22 يناير», «بين 2014 و2018», «يوليو 13-15», «اليوم حتى الغد»: two ends, one interval. */
export function readRange(context: Context, at: number): Found | null {
  const word = wordAt(context, at);
  if (word?.is === "until") return readUntil(context, at);
  const opened = word?.is === "from" || word?.is === "between" || isBetween(context, at);
  const leftAt = opened ? skipYears(context, isBetween(context, at) ? at + 2 : at + 1) : at;
  if (opened && jointAt(context, leftAt) === "break") return null;
  const left = readEnd(context, leftAt);
  if (left === null) return null;
  const between = opened && word?.is !== "from";
  return readSecond(context, at, left, between) ?? readInner(context, left);
}

function isBetween({ tokens, words }: Context, at: number): boolean {
  return tokens[at]?.folded === "ما" && words[at + 1]?.word.is === "between";
}

/** «بين عامي 2002 و2003». */
function skipYears(context: Context, at: number): number {
  const word = wordAt(context, at);
  const isUnit = word?.is === "unit" && (word.unit === "year" || word.unit === "day");
  return isUnit && word.count === "two" ? at + 1 : at;
}

function readEnd(context: Context, at: number): End | null {
  const reading = readDraft(context, at);
  if (reading !== null) return { ...reading, number: null };
  const number = wholeAt(context, at);
  if (number === null) return readOrdinalEnd(context, at);
  if (number.value < 1 || (number.digits && !number.plain)) return null;
  const { value, next, start, end } = number;
  // «بين ألف وألفي شخص»: a year in words is called one.
  if (!number.digits && value >= 1000) return null;
  return value <= SHORT_OF_MONTH || (value >= 1000 && value < 2200)
    ? { draft: null, number: value, next, start, end }
    : null;
}

/** «من الأول إلى الخامس من مايو»: the first end may be an ordinal. */
function readOrdinalEnd(context: Context, at: number): End | null {
  const ordinal = ordinalAt(context, at);
  const [first, last] = [context.tokens[at], context.tokens[(ordinal?.next ?? 0) - 1]];
  if (ordinal?.definite !== true || ordinal.value > SHORT_OF_MONTH) return null;
  if (first === undefined || last === undefined) return null;
  const { value, next } = ordinal;
  return { draft: null, number: value, next, start: first.start, end: last.end };
}

/** Where the second end begins; null when the first stands alone. */
function secondAt(context: Context, { next, end }: End, between: boolean): number | null {
  const { text, tokens } = context;
  const token = tokens[next];
  if (token === undefined) return null;
  const gap = text.slice(end, token.start);
  if (DASH.test(gap)) return next;
  if (jointAt(context, next) === "break") return null;
  if (TO.has(token.folded)) return jointAt(context, next + 1) === "break" ? null : next + 1;
  if (!between) return null;
  if (token.folded === "و") return next + 1;
  const joined = context.words[next]?.and === true || wholeAt(context, next)?.and === true;
  return joined ? next : null;
}

function readSecond(context: Context, at: number, left: End, between: boolean): Found | null {
  const years = readYearsSlash(context, left);
  const where = years ?? secondAt(context, left, between);
  if (where === null) return null;
  const right = readEnd(context, where);
  if (right === null) return null;
  const drafts = complete(left, right);
  if (drafts === null) return null;
  const from = resolveAt(context, drafts[0], at, right.next);
  const to = resolveAt(context, drafts[1], at, right.next);
  const span = { start: left.start, end: right.end, next: right.next };
  if (from === null || to === null)
    return context.reference === null ? { ...span, interval: null, grain: "day" } : null;
  // «من الاثنين إلى الجمعة»: the second day is of the week that the first began.
  const behind = drafts[1].weekday !== undefined && to.to <= from.from ? 7 * DAY_SECONDS : 0;
  if (to.to + behind <= from.from) return null;
  const confidence = Math.min(from.confidence, to.confidence);
  const interval = { from: from.from, to: to.to + behind, grain: to.grain, confidence };
  return { ...span, interval, grain: to.grain };
}

/** «2017/2018»: a season that runs over two years. */
function readYearsSlash(
  { text, tokens }: Context,
  { number, draft, next, end }: End,
): number | null {
  const token = tokens[next];
  if ((number ?? draft?.year ?? 0) < 1000 || token?.kind !== "number") return null;
  return YEARS_SLASH.test(text.slice(end, token.start)) && token.end - token.start === 4
    ? next
    : null;
}

/** Each end with what only the other says. Null where the two do not belong together. */
function complete(left: End, right: End): readonly [Draft, Draft] | null {
  if (left.draft === null && right.draft === null) return toYears(left.number, right.number);
  if (left.draft === null && right.draft !== null)
    return completeLeft(left.number ?? 0, right.draft);
  if (left.draft !== null && right.draft === null)
    return completeRight(left.draft, right.number ?? 0);
  return left.draft === null || right.draft === null ? null : completeBoth(left.draft, right.draft);
}

function toYears(left: number | null, right: number | null): readonly [Draft, Draft] | null {
  if (left === null || right === null || left < 1000 || right < 1000 || left >= right) return null;
  return [{ year: left }, { year: right }];
}

function completeLeft(number: number, draft: Draft): readonly [Draft, Draft] | null {
  if (number >= 1000)
    return draft.year !== undefined && draft.month === undefined ? [{ year: number }, draft] : null;
  // «من 3 إلى 5 مساء».
  if (draft.clock !== undefined)
    return number > 24
      ? null
      : completeClocks({ clock: { seconds: number * 3600, grain: "hour", half: null } }, draft);
  if (draft.day === undefined) return null;
  const { weekday: _weekday, ...rest } = draft;
  return [{ ...rest, day: number }, draft];
}

function completeRight(draft: Draft, number: number): readonly [Draft, Draft] | null {
  // «شتاء 2021-2022» is one winter.
  if (draft.season === WINTER && number === (draft.year ?? 0) + 1) return [draft, draft];
  if (number >= 1000)
    return draft.year !== undefined && draft.month === undefined && number > draft.year
      ? [draft, { ...draft, year: number }]
      : null;
  const isMonthDay = draft.month !== undefined && draft.day !== undefined;
  return isMonthDay && number > (draft.day ?? 0) ? [draft, { ...draft, day: number }] : null;
}

function completeBoth(left: Draft, right: Draft): readonly [Draft, Draft] | null {
  if (left.clock !== undefined && right.clock !== undefined) return completeClocks(left, right);
  if (left.year === undefined && right.year !== undefined && left.month !== undefined)
    return [{ ...left, year: right.year, ...(right.hijri === true ? { hijri: true } : {}) }, right];
  return [left, right];
}

function completeClocks(left: Draft, right: Draft): readonly [Draft, Draft] {
  const { clock: leftClock, ...leftRest } = left;
  const { clock: rightClock, ...rightRest } = right;
  const from = { ...rightRest, ...leftRest };
  const to = { ...leftRest, ...rightRest };
  if (leftClock === undefined || rightClock === undefined) return [left, right];
  const half = leftClock.half ?? (left.part === undefined ? rightClock.half : null);
  return [
    { ...from, clock: { ...leftClock, half } },
    { ...to, clock: rightClock },
  ];
}

/** «من شهر نوفمبر بين 19 و20». */
function readInner(context: Context, left: End): Found | null {
  const { draft } = left;
  if (draft?.month === undefined || draft.day !== undefined) return null;
  if (wordAt(context, left.next)?.is !== "between") return null;
  const first = wholeAt(context, left.next + 1);
  if (first === null || first.value > SHORT_OF_MONTH) return null;
  const end = { ...first, draft: { ...draft, day: first.value }, number: null };
  const found = readSecond(context, left.next, end, true);
  return found === null ? null : { ...found, start: left.start };
}

/** «حتى الساعة 2:00»: from the publication on. */
function readUntil(context: Context, at: number): Found | null {
  const reading = readDraft(context, at + 1);
  if (reading === null || reading.draft.clock === undefined) return null;
  const until = resolveAt(context, reading.draft, at, reading.next);
  const { reference } = context;
  const { start, end, next } = reading;
  const grain = "minute";
  if (until === null || reference === null || until.from <= reference.seconds)
    return { start, end, next, grain, interval: until };
  const interval = { ...until, from: reference.seconds, to: until.from };
  return { start, end, next, grain, interval };
}
