import { boundBefore } from "../number/bound.ts";
import type { TimeUnit, TimeWord } from "../tables/time-words.ts";
import { type Amount, addAmount, isOfClock, readAmount, readSome, toDuration } from "./amount.ts";
import { DAY_SECONDS, toCivil } from "./civil.ts";
import { type Context, isDefinite, jointAt, wholeAt, wordAt } from "./context.ts";
import type { Found } from "./found.ts";
import { type Days, decadeDays, toInterval } from "./interval.ts";
import { isBeforeChrist } from "./read-calendar.ts";
import { isLastOfCentury } from "./read-century.ts";
import { readDraft, toSpan } from "./read-draft.ts";
import { resolveAt } from "./read-range.ts";
import { findTense, isAhead, isOver } from "./tense.ts";
import type { Grain } from "./time.ts";

const NOW_WORDS: ReadonlySet<string> = new Set(["الان", "اليوم", "اليوميه"]);
/** After an amount: so long ago. */
const AGO: ReadonlySet<string> = new Set("مضت مضي مضيا مضتا خلت خلا ماضيه ماضيا ماضيين".split(" "));
/** Before an amount without more: a length of time. */
const LENGTH_BEFORE: ReadonlySet<string> = new Set(
  "مده لمده ولمده طوال طيله مدي لفتره فتره مرور بمرور استمر استمرت تستمر يستمر".split(" "),
);

/** «قبل عامين», «بعد أسبوعين», «منذ شهر», «خلال أيام»: an amount counted from the publication. */
export function readShiftedAmount(context: Context, at: number): Found | null {
  const word = wordAt(context, at);
  const read = word === undefined ? undefined : COUNTED[word.is];
  if (read === undefined || jointAt(context, at + 1) === "break" || isBeforeChrist(context, at))
    return null;
  const amountAt = skipBound(context, at + 1);
  const isAgo = word?.is === "before" || word?.is === "since";
  const amount = readAmount(context, amountAt) ?? (isAgo ? readSome(context, amountAt) : null);
  if (amount === null || amount.definite) return null;
  const ofNow = fromNowAt(context, amount.next);
  const approximate = amount.few || amountAt > at + 1;
  return read(context, at, {
    amount,
    next: ofNow ?? amount.next,
    isOfNow: ofNow !== null,
    approximate,
  });
}

/** An amount after a word that counts it from something, and whether that is said to be now. */
interface Counted {
  readonly amount: Amount;
  readonly next: number;
  readonly isOfNow: boolean;
  readonly approximate: boolean;
}

const COUNTED: Readonly<
  Partial<Record<TimeWord["is"], (context: Context, at: number, counted: Counted) => Found | null>>
> = { before, after, since, within, from: fromAlone };

function before(context: Context, at: number, counted: Counted): Found {
  const isOfOther = !counted.isOfNow && isOfEvent(context, counted.next);
  return isOfOther ? fromOther(context, at, counted.amount, -1) : place(context, at, counted, -1);
}

function after(context: Context, at: number, counted: Counted): Found | null {
  if (isOneByOne(context, at, counted.amount) || isDistance(context, at)) return null;
  const isOfOther = !counted.isOfNow && isAfterOther(context, at, counted.next);
  return isOfOther ? fromOther(context, at, counted.amount, 1) : place(context, at, counted, 1);
}

/** «من أسبوع» for «a week ago»: in speech, and with no sentence around it; «أقل من أسبوع» is a length. */
function fromAlone(context: Context, at: number, counted: Counted): Found | null {
  if (boundBefore(context, at + 1) !== undefined) return null;
  const isAlone = !counted.isOfNow && findTense(context, at, counted.next) === "alone";
  return isAlone ? place(context, at, counted, -1) : null;
}

/** «بعد أسبوع على الأقل», «على الأرجح»: no event that is counted from. */
const NO_EVENT: ReadonlySet<string> = new Set(
  "الاقل الاكثر الارجح الاغلب ابعد اقل اكثر التوالي التقريب".split(" "),
);

/** «بعد يومين من الانتخابات», «بعد عام على رحيله», «وتوفي بعد يومين»: counted from something else. */
function isAfterOther(context: Context, at: number, next: number): boolean {
  return isOfEvent(context, next) || !isAhead(context, at, next);
}

function isOfEvent(context: Context, next: number): boolean {
  if (wordAt(context, next)?.is === "from") return true;
  const { tokens } = context;
  const isOn = tokens[next]?.folded === "علي" && jointAt(context, next) === "space";
  return isOn && !NO_EVENT.has(tokens[next + 1]?.folded ?? "");
}

/** «على بعد ساعتين» is a way off. */
function isDistance({ tokens }: Context, at: number): boolean {
  return tokens[at - 1]?.folded === "علي";
}

/** «يوما بعد يوم». */
function isOneByOne({ tokens }: Context, at: number, { bare }: Amount): boolean {
  const unit = tokens[at + 1]?.folded ?? "";
  const before = tokens[at - 1]?.folded ?? "";
  return bare && (before === unit || before === `${unit}ا`);
}

function skipBound(context: Context, at: number): number {
  const { tokens } = context;
  for (let skipped = 0; skipped <= 3; skipped += 1)
    if (boundBefore(context, at + skipped) !== undefined && tokens[at + skipped] !== undefined)
      return at + skipped;
  return at;
}

function fromNowAt(context: Context, at: number): number | null {
  if (wordAt(context, at)?.is !== "from" || jointAt(context, at) !== "space") return null;
  return NOW_WORDS.has(context.tokens[at + 1]?.folded ?? "") ? at + 2 : null;
}

/** «بعد يومين من أمس», «قبل أسبوع من 5 مايو»: counted from a day that is told; from anything else, of no place. */
function fromOther(context: Context, at: number, amount: Amount, sign: 1 | -1): Found {
  const found = unresolved(context, at, amount);
  if (wordAt(context, amount.next)?.is !== "from" || isOfClock(amount)) return found;
  const other = readDraft(context, amount.next + 1);
  if (other === null) return found;
  const day = resolveAt(context, other.draft, at, other.next);
  if (day?.grain !== "day") return found;
  const from = addAmount(day.from, amount, sign);
  const interval = { ...day, from, to: from + DAY_SECONDS };
  return { ...found, ...toSpan(context, at, other.next), interval, grain: "day" };
}

function unresolved(context: Context, at: number, amount: Amount): Found {
  return {
    ...toSpan(context, at, amount.next),
    interval: null,
    grain: grainOf(amount),
    duration: toDuration(amount),
  };
}

function grainOf({ counts }: Amount): TimeUnit {
  return counts.at(-1)?.[1] ?? "day";
}

function place(
  context: Context,
  at: number,
  { amount, next, approximate }: Omit<Counted, "isOfNow">,
  sign: 1 | -1,
): Found {
  const { reference } = context;
  const base = {
    ...toSpan(context, at, next),
    grain: grainOf(amount),
    duration: toDuration(amount),
  };
  if (reference === null) return { ...base, interval: null };
  const clock = isOfClock(amount);
  const from = addAmount(clock ? reference.seconds : reference.day * DAY_SECONDS, amount, sign);
  const grain: Grain = clock ? "minute" : "day";
  const interval = { from, to: from + (clock ? 60 : DAY_SECONDS), grain, confidence: 0.8 };
  return {
    ...base,
    interval,
    grain,
    ...(approximate || isLong(amount) ? { approximate: true } : {}),
  };
}

/** What is counted in months and years is seldom meant to the day. */
function isLong({ counts }: Amount): boolean {
  return counts.every(
    ([, unit]) =>
      unit !== "day" &&
      unit !== "night" &&
      unit !== "hour" &&
      unit !== "minute" &&
      unit !== "second",
  );
}

function since(context: Context, at: number, counted: Counted): Found {
  const { amount } = counted;
  const found = place(context, at, counted, -1);
  const { reference } = context;
  if (found.interval === null || reference === null) return found;
  const end = isOfClock(amount) ? reference.seconds : (reference.day + 1) * DAY_SECONDS;
  return { ...found, interval: { ...found.interval, to: Math.max(end, found.interval.to) } };
}

/** «خلال أسبوعين»: ahead where the sentence is, else a length of time. */
function within(context: Context, at: number, { amount, next }: Counted): Found | null {
  // «خلال عقد اللقاء» is the holding of a meeting.
  if (amount.bare && amount.counts[0]?.[1] === "decade") return null;
  const { reference } = context;
  const span = toSpan(context, at + 1, next);
  const base = { ...span, grain: grainOf(amount), duration: toDuration(amount) };
  if (reference === null || isOver(findTense(context, at, next)))
    return { ...base, interval: null };
  const clock = isOfClock(amount);
  const from = clock ? reference.seconds : reference.day * DAY_SECONDS;
  const interval = {
    from,
    to: addAmount(from, amount, 1),
    grain: grainOf(amount),
    confidence: 0.8,
  };
  return { ...base, interval };
}

/** «خمسة أيام», «عامين»: a length of time; «3 أيام مضت», «شهر من الآن» are placed. */
export function readLength(context: Context, at: number): Found | null {
  const amount = readAmount(context, at);
  if (amount === null || amount.definite) return null;
  const ofNow = fromNowAt(context, amount.next);
  if (ofNow !== null) {
    const sign = isOver(findTense(context, at, ofNow)) ? -1 : 1;
    return place(context, at, { amount, next: ofNow, approximate: false }, sign);
  }
  const ago =
    AGO.has(context.tokens[amount.next]?.folded ?? "") && jointAt(context, amount.next) === "space";
  if (ago)
    return place(context, at, { amount, next: amount.next + 1, approximate: amount.few }, -1);
  // «عدة أشهر» neither begins nor ends, and is of no known length.
  if (amount.few) return null;
  if (amount.bare && !isLengthSaid(context, at)) return null;
  return unresolved(context, at, amount);
}

function isLengthSaid(context: Context, at: number): boolean {
  return (
    boundBefore(context, at) !== undefined ||
    LENGTH_BEFORE.has(context.tokens[at - 1]?.folded ?? "")
  );
}

/** «الأيام الثلاثة الماضية», «اليومين المقبلين», «العقود الثلاثة القادمة», «الثلاثة عقود القادمة», «آخر 3 أيام». */
export function readWindow(context: Context, at: number): Found | null {
  const window =
    readCutArticle(context, at) ?? readDefiniteCount(context, at) ?? readLastCount(context, at);
  if (window === null) return null;
  const { count, unit, by, next, few } = window;
  const span = toSpan(context, at, next);
  const duration =
    count === null
      ? {}
      : {
          duration: toDuration({ counts: [[count, unit]], next, few, bare: false, definite: true }),
        };
  const { reference } = context;
  const base = { ...span, grain: unit, ...duration };
  if (reference === null || count === null) return { ...base, interval: null };
  const days = toWindow(reference.day, count, unit, by);
  if (days === null) return { ...base, interval: clockWindow(reference.seconds, count, unit, by) };
  return { ...base, interval: toInterval(days), ...(few ? { approximate: true } : {}) };
}

interface Window {
  readonly count: number | null;
  readonly unit: TimeUnit;
  readonly by: number;
  readonly next: number;
  readonly few: boolean;
}

/** «الـ24 ساعة الماضية»: the article is cut off from its number. */
function readCutArticle(context: Context, at: number): Window | null {
  const article = context.tokens[at];
  if (article?.kind !== "clitic" || article.folded !== "ال") return null;
  const amount = readAmount(context, at + 1);
  const [counted] = amount?.counts ?? [];
  if (amount === null || counted === undefined) return null;
  return toShifted(context, amount.next, counted[0], counted[1], false);
}

function readDefiniteCount(context: Context, at: number): Window | null {
  const counted = wordAt(context, at)?.is === "unit" ? null : readAmount(context, at);
  if (counted !== null && counted.counts.length === 1 && counted.definite) {
    const [count, unit] = counted.counts[0] ?? [0, "day" as const];
    return toShifted(context, counted.next, count, unit, false);
  }
  const word = wordAt(context, at);
  if (word?.is !== "unit" || !isDefinite(context, at)) return null;
  if (word.count === "one") return readLastLong(context, at, word.unit);
  if (word.count === "two") return toShifted(context, at + 1, 2, word.unit, false);
  const after = context.tokens[at + 1]?.folded ?? "";
  if (after === "القليله") return toShifted(context, at + 2, 3, word.unit, true);
  const number = jointAt(context, at + 1) === "space" ? countAt(context, at + 1) : null;
  if (number !== null) return toShifted(context, number.next, number.value, word.unit, false);
  // «السنوات الأخيرة» is of no length; «الأيام الماضية» at least looks one way.
  return wordAt(context, at + 1)?.is === "shift"
    ? toShifted(context, at + 1, null, word.unit, true)
    : null;
}

/** «العقد الأخير», «القرن الأخير»: the years up to now, and none of the calendar's. */
function readLastLong(context: Context, at: number, unit: TimeUnit): Window | null {
  const years = unit === "decade" ? 10 : unit === "century" ? 100 : 0;
  if (years === 0 || wordAt(context, at + 1)?.is !== "last" || isLastOfCentury(context, at))
    return null;
  return toShifted(context, at + 1, years, "year", false);
}

function countAt(context: Context, at: number): { value: number; next: number } | null {
  const number = wholeAt(context, at);
  return number !== null && number.value > 0 ? number : null;
}

function toShifted(
  context: Context,
  at: number,
  count: number | null,
  unit: TimeUnit,
  few: boolean,
): Window | null {
  let next = at;
  let isFew = few;
  if (context.tokens[next]?.folded === "القليله") {
    isFew = true;
    next += 1;
  }
  if (jointAt(context, next) !== "space") return null;
  const word = wordAt(context, next);
  if (word?.is === "shift") return { count, unit, by: word.by, next: next + 1, few: isFew };
  return word?.is === "last" && isDefinite(context, next)
    ? { count, unit, by: -1, next: next + 1, few: isFew }
    : null;
}

/** «آخر 3 أيام», «آخر عامين». */
function readLastCount(context: Context, at: number): Window | null {
  if (wordAt(context, at)?.is !== "last" || isDefinite(context, at)) return null;
  const amount = readAmount(context, at + 1);
  if (amount === null || amount.bare || amount.counts.length !== 1) return null;
  const [count, unit] = amount.counts[0] ?? [0, "day" as const];
  return { count, unit, by: -1, next: amount.next, few: amount.few };
}

/** So many units up to the publication, or from the day after it; decades are those of the calendar. */
function toWindow(day: number, count: number, unit: TimeUnit, by: number): Days | null {
  const n = Math.round(count);
  if (unit === "hour" || unit === "minute" || unit === "second") return null;
  if (unit === "decade") {
    const running = decadeDays(toCivil(day).year);
    const far = decadeDays(toCivil(running.from).year + 10 * n * (by < 0 ? -1 : 1));
    return by < 0
      ? { from: far.from, to: running.from, grain: "decade" }
      : { from: running.to, to: far.to, grain: "decade" };
  }
  const start = by > 0 ? day + 1 : day;
  const amount: Amount = { counts: [[n, unit]], next: 0, few: false, bare: false, definite: true };
  const other = addAmount(start * DAY_SECONDS, amount, by > 0 ? 1 : -1) / DAY_SECONDS;
  return by > 0 ? { from: start, to: other, grain: unit } : { from: other, to: start, grain: unit };
}

function clockWindow(seconds: number, count: number, unit: TimeUnit, by: number) {
  const amount: Amount = {
    counts: [[count, unit]],
    next: 0,
    few: false,
    bare: false,
    definite: true,
  };
  const other = addAmount(seconds, amount, by > 0 ? 1 : -1);
  const [from, to] = by > 0 ? [seconds, other] : [other, seconds];
  return { from, to, grain: "minute" as const, confidence: 0.8 };
}
