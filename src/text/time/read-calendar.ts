import { nounAt } from "../number/counted.ts";
import { tokenAfter } from "../number/read-number.ts";
import { toCivil } from "./civil.ts";
import {
  type Context,
  isClauseEnd,
  jointAt,
  monthAt,
  ordinalAt,
  wholeAt,
  wordAt,
} from "./context.ts";
import { readDateDigits } from "./date-digits.ts";
import { isHijraNear } from "./hijra-near.ts";
import { isMonthOfEvent } from "./known-day.ts";
import { isEmpty, type Part, type State, toPart } from "./part.ts";
import type { Draft } from "./time.ts";
import { indefiniteWeekdayAt } from "./weekday.ts";

/** Words before a bare number that make it a year, where no noun follows that it counts. */
const BEFORE_YEAR: ReadonlySet<string> = new Set(
  "في وفي ففي منذ ومنذ حتي وحتي بحلول خلال وخلال قبل بعد وبعد بين سنه عام والان الان لغايه مواليد موسم لموسم بموسم للموسم مونديال دوره نسخه طبعه حرب ثوره انقلاب نكبه نكسه انتفاضه انتخابات دستور هجمات احداث زلزال عدوان احتجاجات".split(
    " ",
  ),
);
/** Words before a month name that is also another word. */
const BEFORE_MONTH: ReadonlySet<string> = new Set(
  "في وفي منذ ومنذ حتي بحلول خلال من الي شهر بين و".split(" "),
);
/** Words before an ordinal that stands for a day of the month. */
const BEFORE_DAY: ReadonlySet<string> = new Set(["الي", "في", "حتي"]);
const RUNNING = "الجاري";
/** The month of the Hijra that all the press names; the others come with a year and its letters. */
const RAMADAN = 9;
/** Words around «رمضان» that make it the month; without one it is a surname as often. */
const BEFORE_RAMADAN: ReadonlySet<string> = new Set(
  "قبل بعد وقبل وبعد قبيل خلال وخلال طوال وطوال طيله ليالي ايام صيام هلال مسلسلات دراما".split(" "),
);
const AFTER_RAMADAN: ReadonlySet<string> = new Set(["هذا", "المبارك", "الكريم"]);
const NIL = "صفر";
const DIGIT = /\p{Nd}/u;
const DASH = /[-–—]/u;
const LEAST_YEAR = 1000;
const MOST_YEAR = 2200;
const SHORT_OF_MONTH = 31;
const LEAST_HIJRI = 1300;
const MOST_HIJRI = 1500;
const LEAST_NEWS_YEAR = 1900;

/** A day, month or year at a token, in digits, words or ordinals. */
export function readCalendar(context: Context, at: number, state: State): Part | null {
  const token = context.tokens[at];
  if (token === undefined) return null;
  if (token.kind === "number" || token.kind === "clitic") return readDigitPart(context, at, state);
  return (
    readMonth(context, at, state) ??
    readOrdinal(context, at, state) ??
    readWordNumber(context, at, state)
  );
}

/** Whether a month is named next, after «من», «شهر» or nothing. */
export function isMonthAhead(context: Context, at: number): boolean {
  let next = at;
  for (let skipped = 0; skipped < 3; skipped += 1) {
    if (jointAt(context, next) === "break") return false;
    if (monthAt(context, next) !== null) return true;
    const word = wordAt(context, next);
    const isMonthWord = word?.is === "unit" && word.unit === "month" && word.count === "one";
    if (isMonthWord) return true;
    if (word?.is === "this") return isMonthAhead(context, next + 1);
    if (word?.is !== "from" && context.tokens[next]?.folded !== "في") return false;
    next += 1;
  }
  return false;
}

function readDigitPart(context: Context, at: number, state: State): Part | null {
  const { draft } = state;
  const date = readWholeDate(context, at, state);
  if (date !== null) return date;
  const number = wholeAt(context, at);
  if (number === null || !number.plain || isHour(context.text, number.end)) return null;
  const { value, next } = number;
  const isDay = value >= 1 && value <= SHORT_OF_MONTH && draft.day === undefined;
  if (isNil(context, next)) return null;
  if (isDay && isMonthAhead(context, next))
    return toPart(context, { day: value }, next, { opens: true });
  if (isYearHere(context, next, value, draft)) return toYear(context, value, next, draft);
  return isDay && isDayHere(context, at, next, state)
    ? toPart(context, { day: value }, next, {
        scope: draft.month === undefined ? "month" : "named-month",
      })
    : null;
}

/** «10:30»; a colon with no digit behind it opens what happened then: «31 أغسطس 2014: …». */
function isHour(text: string, end: number): boolean {
  return text[end] === ":" && DIGIT.test(text.charAt(end + 1));
}

/** «3-صفر»: the score of a match, where no year says that it is the month. */
function isNil({ text, tokens }: Context, at: number): boolean {
  const token = tokens[at];
  if (token?.folded !== NIL || !DASH.test(text.slice(tokens[at - 1]?.end ?? 0, token.start)))
    return false;
  return !(Number(tokens[at + 1]?.folded) >= LEAST_YEAR);
}

/** «12/8/2019», and shorter where the words around say that it is a date. */
function readWholeDate(context: Context, at: number, state: State): Part | null {
  const { text, tokens, reference } = context;
  const { draft } = state;
  const token = tokens[at];
  if (token?.kind !== "number" || draft.month !== undefined || draft.year !== undefined)
    return null;
  const date = readDateDigits(text, token.start, reference?.day ?? null);
  if (date === null) return null;
  if (date.doubtful && !isDateAnnounced(context, at, state, date.end)) return null;
  const next = tokenAfter(tokens, at, date.end);
  return { set: date.set, next, end: date.end, scope: "named-month" };
}

/** Whether a bare number is a day of the month: «مايو 27», «يوم 27», «الخميس 21», «في 15 الساعة 8». */
function isDayHere(context: Context, at: number, next: number, state: State): boolean {
  const { draft, scope, joint } = state;
  const counts = nounAt(context, next) !== undefined && jointAt(context, next) === "space";
  if (draft.month !== undefined && scope !== "month-word" && !counts && joint !== "في") return true;
  if (scope === "day-word") return !counts;
  if (isEmpty(draft) && isRunningMonth(context, next)) return true;
  const ends = isClauseEnd(context, next);
  if (draft.weekday !== undefined) return ends || joint === "في";
  const afterIn = isEmpty(draft) ? context.tokens[at - 1]?.folded === "في" : joint === "في";
  return afterIn && (ends || wordAt(context, next)?.is === "clock");
}

/** «15 الجاري»: of the running month. */
function isRunningMonth(context: Context, at: number): boolean {
  return context.tokens[at]?.folded === RUNNING && jointAt(context, at) === "space";
}

function isDateAnnounced(context: Context, at: number, state: State, end: number): boolean {
  if (state.scope === "day-word" || state.draft.weekday !== undefined) return true;
  const next = tokenAfter(context.tokens, at, end);
  const before = context.tokens[at - 1]?.folded ?? "";
  if (context.text[context.tokens[at]?.end ?? 0] === ".")
    return isClauseEnd(context, next) && before !== "";
  return before === "بتاريخ" || before === "يوم";
}

/** A number as a year: after a month, a season or a holiday, before «م» and «هـ», or alone after «في» and in brackets. */
function isYearHere(context: Context, next: number, value: number, draft: Draft): boolean {
  if (draft.year !== undefined || value < LEAST_YEAR || value >= MOST_YEAR) return false;
  const era = wordAt(context, next);
  if (era?.is === "era" && jointAt(context, next) === "space") return true;
  const dated = draft.month ?? draft.season ?? draft.holiday ?? draft.nth?.n ?? draft.edge;
  if (dated !== undefined) return value >= LEAST_NEWS_YEAR || isOldYear(context, next, value);
  return isEmpty(draft) && isYearAlone(context, next, value);
}

/** After a month a number below any newspaper's years: «مارس 1848», «رجب 1436», and not «بلغت في رجب 1063 صفقة». */
function isOldYear(context: Context, next: number, value: number): boolean {
  const counts = nounAt(context, next) !== undefined && jointAt(context, next) === "space";
  return value >= LEAST_HIJRI && !counts;
}

/** «(الظل - 1952)»: the year of a work or a person, after its name in brackets. */
const IN_BRACKETS = /\([^()]*\p{L} ?[-–،,] ?$/u;
const MOST_IN_BRACKETS = 60;

/** Whether the number before a token is a year by what stands before it: «في 2011», «حرب 1967», «(1952)». */
export function isYearAlone(context: Context, next: number, value: number): boolean {
  const { text, tokens } = context;
  const token = tokens[next - 1];
  if (token === undefined || value < 1500 || value > 2100 || token.end - token.start !== 4)
    return false;
  if (text[token.start - 1] === "(" && text[token.end] === ")") return true;
  if (IN_BRACKETS.test(text.slice(Math.max(0, token.start - MOST_IN_BRACKETS), token.start)))
    return true;
  const before = tokens[next - 2];
  if (before === undefined || !BEFORE_YEAR.has(before.folded)) return false;
  const follows = wordAt(context, next)?.is;
  return nounAt(context, next) === undefined && follows !== "unit";
}

/** «قبل الميلاد» after a year or a century. */
export function isBeforeChrist(context: Context, at: number): boolean {
  const isNear = jointAt(context, at) === "space" && jointAt(context, at + 1) === "space";
  return (
    isNear && wordAt(context, at)?.is === "before" && context.tokens[at + 1]?.folded === "الميلاد"
  );
}

function toYear(context: Context, value: number, next: number, draft: Draft = {}): Part {
  const era = wordAt(context, next);
  const hasEra = era?.is === "era" && jointAt(context, next) !== "break";
  const after = hasEra ? next + 1 : next;
  const hijri = hasEra ? era.calendar === "hijri" : isOfHijra(context, next - 1, value, draft);
  if (isBeforeChrist(context, next)) return toPart(context, { year: 1 - value }, next + 2);
  return toPart(context, hijri ? { year: value, hijri } : { year: value }, after, {
    scope: "year",
  });
}

const BEFORE_HIJRA = 621.5;
const HIJRI_TO_GREGORIAN = 0.970_2;
const HIJRI_YEARS_BACK = 100;
const HIJRI_YEARS_ON = 5;
const LATEST_WITHOUT_REFERENCE = 2025;

/** «عام 1435» without its era: of the last hundred years of the Hijra, where something around says so; else of ours («ضرب الطاعون المدينة عام 1348»). */
function isOfHijra(context: Context, at: number, value: number, draft: Draft): boolean {
  const { reference } = context;
  const isOurMonth = draft.month !== undefined && draft.hijri !== true;
  if (isOurMonth || value < LEAST_HIJRI || value >= MOST_HIJRI) return false;
  const running = reference === null ? LATEST_WITHOUT_REFERENCE : toCivil(reference.day).year;
  const latest = (running - BEFORE_HIJRA) / HIJRI_TO_GREGORIAN;
  if (value <= latest - HIJRI_YEARS_BACK || value >= latest + HIJRI_YEARS_ON) return false;
  return draft.hijri === true || isHijraNear(context, at);
}

/** The year after «عام» or «سنة», in digits or words. */
export function readYear(context: Context, at: number, draft: Draft = {}): Part | null {
  const number = wholeAt(context, at);
  if (number === null || number.value < 1 || number.value >= MOST_YEAR) return null;
  if (number.digits && !number.plain) return null;
  return toYear(context, number.value, number.next, draft);
}

function readMonth(context: Context, at: number, state: State): Part | null {
  const found = monthAt(context, at);
  if (found === null) return null;
  const { month, hijri } = found.month;
  if (found.month.doubtful && !isLicensed(context, at, found.next, state)) return null;
  if (state.draft.hijri === true && !hijri) return null;
  const next = overOtherName(context, found.next, month, hijri);
  const set = hijri ? { month, hijri } : { month };
  const scope = state.scope === "month-word" ? "month-word" : "named-month";
  const part = toPart(context, set, next, { scope });
  return next > found.next ? { ...part, end: overBracket(context, found.next, part.end) } : part;
}

/** The bracket that closes «أبريل (نيسان)» is of it. */
function overBracket({ text, tokens }: Context, at: number, end: number): number {
  const isOpen = text.slice(tokens[at - 1]?.end, tokens[at]?.start).includes("(");
  return isOpen && text[end] === ")" ? end + 1 : end;
}

/** «نوفمبر/تشرين الثاني», «أبريل (نيسان)», «مارس آذار»: one month in two systems. */
function overOtherName(context: Context, at: number, month: number, hijri: boolean): number {
  if (jointAt(context, at) === "break") return at;
  const other = monthAt(context, at);
  const same = other !== null && other.month.month === month && other.month.hijri === hijri;
  return same ? other.next : at;
}

/** «فبراير ومارس»: the month before tells that this is one. */
function isJoinedToMonth(context: Context, at: number): boolean {
  return (
    context.words[at]?.and === true &&
    wordAt(context, at - 1)?.is === "month" &&
    jointAt(context, at) === "space"
  );
}

function isLicensed(context: Context, at: number, next: number, state: State): boolean {
  const { draft, scope } = state;
  if (draft.day !== undefined || scope === "month-word" || isJoinedToMonth(context, at))
    return true;
  const named = monthAt(context, at)?.month;
  if (named?.hijri === true && named.month !== RAMADAN) return isHijriYear(context, next);
  return (
    isToldBehind(context, next, draft) ||
    overOtherName(context, next, named?.month ?? 0, false) > next ||
    BEFORE_MONTH.has(context.tokens[at - 1]?.folded ?? "") ||
    (named?.hijri === true
      ? isRamadanTold(context, at, next)
      : isMonthOfEvent(context, at, named?.month ?? 0))
  );
}

/** «1440 هـ». */
function isHijriYear(context: Context, at: number): boolean {
  const year = wholeAt(context, at);
  return year !== null && isYear(year.value) && wordAt(context, year.next)?.is === "era";
}

/** A year, a day, «الماضي» or «من العام» behind a month, or a part of it before it. */
function isToldBehind(context: Context, at: number, { edge, nth }: Draft): boolean {
  if (edge !== undefined || nth !== undefined) return true;
  const after = wordAt(context, at);
  if (after?.is === "shift") return true;
  if (after?.is === "from" && wordAt(context, at + 1)?.is === "unit") return true;
  const number = wholeAt(context, at);
  if (number === null) return false;
  return isYear(number.value) || (number.plain && number.value <= SHORT_OF_MONTH);
}

function isYear(value: number): boolean {
  return value >= LEAST_YEAR && value < MOST_YEAR;
}

function isRamadanTold({ tokens }: Context, at: number, next: number): boolean {
  return (
    BEFORE_RAMADAN.has(tokens[at - 1]?.folded ?? "") ||
    AFTER_RAMADAN.has(tokens[next]?.folded ?? "")
  );
}

function readOrdinal(context: Context, at: number, state: State): Part | null {
  const ordinal = ordinalAt(context, at);
  if (ordinal === null || ordinal.value > SHORT_OF_MONTH) return null;
  const { draft } = state;
  const { value, next, definite } = ordinal;
  const monthAhead = isMonthAhead(context, next);
  // «الثانية» is the second of a series and of a minute.
  if (wordAt(context, at)?.is === "unit" && !monthAhead) return null;
  if (draft.weekday !== undefined) return readOrdinalOfWeekday(context, ordinal, state);
  if (draft.day !== undefined) return null;
  if (monthAhead) return toPart(context, { day: value }, next, { opens: true });
  if (draft.month === undefined && isEmpty(draft) && !definite)
    return readNth(context, next, value);
  return definite && isOrdinalDay(context, at, ordinal, state)
    ? toPart(context, { day: value }, next, {
        scope: draft.month === undefined ? "month" : "named-month",
      })
    : null;
}

/** «يناير الحادي والعشرين», «اليوم الثالث», «إلى الحادي والعشرين.»: above ten nothing else is left out so. */
function isOrdinalDay(
  context: Context,
  at: number,
  { value, next }: { value: number; next: number },
  { draft, scope }: State,
): boolean {
  if (draft.month !== undefined) return draft.nth === undefined;
  if (scope === "day-word") return true;
  const alone = value > 10 && next > at + 1 && isClauseEnd(context, next);
  return isEmpty(draft) && alone && BEFORE_DAY.has(context.tokens[at - 1]?.folded ?? "");
}

/** «الثلاثاء الثالث» may be the third of a month or its third Tuesday; which, the calendar tells. */
function readOrdinalOfWeekday(
  context: Context,
  { value, next, definite }: { value: number; next: number; definite: boolean },
  { draft }: State,
): Part | null {
  if (!definite || draft.day !== undefined || draft.nth !== undefined) return null;
  const set: Draft =
    value <= 5 ? { day: value, nth: { n: value, unit: "weekday" } } : { day: value };
  return toPart(context, set, next, { scope: "month" });
}

/** «ثاني أربعاء», «أول يوم جمعة», «أول أسبوع»: the nth of what follows. */
export function readNth(context: Context, at: number, n: number): Part | null {
  const word = wordAt(context, at);
  const before = n === 1 ? (word?.is === "from" ? at + 1 : at) : -1;
  const yesterday = before < 0 ? undefined : wordAt(context, before);
  // «أول أمس», «أول من أمس».
  if (yesterday?.is === "day" && yesterday.offset === -1)
    return toPart(context, { offset: -2 }, before + 1, { scope: "day" });
  const isDayWord = word?.is === "unit" && word.unit === "day" && word.count === "one";
  const weekdayAt = isDayWord ? at + 1 : at;
  const weekday = indefiniteWeekdayAt(context, weekdayAt);
  if (weekday !== null)
    return toPart(context, { weekday, nth: { n, unit: "weekday" } }, weekdayAt + 1, {
      opens: true,
    });
  if (word?.is !== "unit" || word.count === "two") return null;
  const { unit } = word;
  if (unit !== "day" && unit !== "week" && unit !== "month") return null;
  if (word.count === "many" && unit !== "day") return null;
  return toPart(context, { nth: { n, unit } }, at + 1, { opens: true });
}

function readWordNumber(context: Context, at: number, state: State): Part | null {
  if (context.words[at] !== undefined && context.words[at]?.word.is !== "month") return null;
  const number = wholeAt(context, at);
  if (number === null || number.digits) return null;
  const { value, next } = number;
  const { draft } = state;
  if (isYearHere(context, next, value, draft) && !isEmpty(draft))
    return toYear(context, value, next, draft);
  if (value > SHORT_OF_MONTH || value < 1 || draft.day !== undefined) return null;
  if (isMonthAhead(context, next)) return toPart(context, { day: value }, next, { opens: true });
  const announced =
    draft.weekday !== undefined && state.joint === "في" && isClauseEnd(context, next);
  return announced ? toPart(context, { day: value }, next, { scope: "month" }) : null;
}
