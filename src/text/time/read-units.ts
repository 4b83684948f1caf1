import type { TimeWord } from "../tables/time-words.ts";
import {
  type Context,
  isClauseEnd,
  isDefinite,
  isRunning,
  jointAt,
  monthAt,
  near,
  ordinalAt,
  wholeAt,
  wordAt,
} from "./context.ts";
import { isOtherDay } from "./other-day.ts";
import { isEmpty, type Part, type Scope, type State, toPart } from "./part.ts";
import { isMonthAhead, readNth, readYear } from "./read-calendar.ts";
import { readCentury, readDecade } from "./read-century.ts";
import { readHalfOfNight, readMiddleOfDay } from "./read-midnight.ts";
import { readHalf, readQuarter } from "./read-piece.ts";
import { readDecadeWord, readSeason } from "./read-season.ts";
import { beyondAt, readShifted } from "./read-shifted.ts";
import type { Draft, ShiftUnit } from "./time.ts";

type Reader = (context: Context, at: number, state: State) => Part | null;

const RELATIVE: ReadonlySet<string> = new Set(["الي", "اللي", "الذي"]);

/** What a calendar word at a token says: units, weekdays, «اليوم», «الماضي», «مطلع» and the like. */
export function readCalendarWord(context: Context, at: number, state: State): Part | null {
  const word = wordAt(context, at);
  return word === undefined ? null : (READERS[word.is]?.(context, at, state) ?? null);
}

const READERS: Readonly<Partial<Record<TimeWord["is"], Reader>>> = {
  unit: readUnit,
  weekday: readWeekday,
  day: (context, at, state) => (isOtherDay(context, at) ? null : readDayWord(context, at, state)),
  tonight: (context, at) =>
    toPart(context, { offset: 0, part: "night" }, at + 1, { scope: "night-of" }),
  before: readBeforeDay,
  after: readBeforeDay,
  shift: readShift,
  last: readLast,
  this: readThis,
  edge: readEdge,
  rest: readRest,
  later: readLater,
  half: readHalf,
  quarter: readQuarter,
  "weekend-lead": readWeekendLead,
  "season-lead": (context, at) =>
    near(context, at + 1)?.is === "season"
      ? toPart(context, {}, at + 1, { scope: "season", opens: true })
      : null,
  season: readSeason,
  decade: readDecadeWord,
};

function readUnit(context: Context, at: number, state: State): Part | null {
  const word = wordAt(context, at);
  if (word?.is !== "unit" || word.count === "many") return null;
  if (word.count === "two") return null;
  switch (word.unit) {
    case "day":
      return readDayUnit(context, at);
    case "night":
      return toPart(context, { part: "night" }, at + 1, { opens: true });
    case "week":
      return readWeek(context, at, state);
    case "month":
      return readMonthUnit(context, at, state);
    case "year":
      return (
        readYear(context, at + 1, state.draft) ??
        readShifted(context, at, "year") ??
        readRunning(context, at, state, "year")
      );
    case "decade":
      return readDecade(context, at, state);
    case "century":
      return readCentury(context, at);
    default:
      return null;
  }
}

/** A weekday; «الثلاثاء بعد القادم» is the one after the next, and «ليل الجمعة السبت» one night. */
function readWeekday(context: Context, at: number, { draft }: State): Part | null {
  const word = wordAt(context, at);
  if (word?.is !== "weekday") return null;
  const { weekday } = word;
  const beyond = beyondAt(context, at + 1);
  if (beyond !== null) return toPart(context, { weekday, shift: { weekday: beyond } }, at + 3);
  const second = jointAt(context, at + 1) === "break" ? undefined : wordAt(context, at + 1);
  const isNight = draft.part === "night" && second?.is === "weekday";
  const next = isNight && second.weekday === (weekday + 1) % 7 ? at + 2 : at + 1;
  return toPart(context, { weekday }, next, { scope: "weekday" });
}

/** «يوم» announces a day. */
function readDayUnit(context: Context, at: number): Part | null {
  if (jointAt(context, at + 1) === "break") return null;
  return toPart(context, {}, at + 1, { scope: "day-word", opens: true });
}

function readWeek(context: Context, at: number, { scope }: State): Part | null {
  const ordinal = near(context, at + 1)?.is === "unit" ? null : ordinalAt(context, at + 1);
  if (ordinal?.definite === true && jointAt(context, at + 1) === "space")
    return toPart(context, { nth: { n: ordinal.value, unit: "week" } }, ordinal.next, {
      opens: true,
    });
  if (near(context, at + 1)?.is === "last" && isMonthOrYearAhead(context, at + 2))
    return toPart(context, { nth: { n: -1, unit: "week" } }, at + 2, { opens: true });
  const shifted = readShifted(context, at, "week");
  if (shifted !== null) return shifted;
  if (scope === "week") return null;
  const number = wholeAt(context, at + 1);
  const dated = number !== null && number.value <= 31 && isMonthAhead(context, number.next);
  return dated ? toPart(context, { weekOf: true }, at + 1, { opens: true }) : null;
}

/** «النصف الأول من العام», «آخر جمعة من الشهر»: of the running one; of a half told before it has begun, the last. */
function readRunning(
  context: Context,
  at: number,
  { draft }: State,
  unit: "month" | "year",
): Part | null {
  const { nth } = draft;
  if (nth === undefined || !isRunning(context, at, unit)) return null;
  const isPiece = nth.unit === "quarter" || nth.unit === "half";
  if (isPiece && unit === "month") return null;
  const set = isPiece ? {} : { shift: { [unit]: 0 } };
  return toPart(context, set, at + 1, { scope: unit });
}

function isMonthOrYearAhead(context: Context, at: number): boolean {
  if (isMonthAhead(context, at)) return true;
  for (let i = at; i < at + 2; i += 1) {
    const word = near(context, i);
    if (word?.is === "unit" && (word.unit === "year" || word.unit === "month")) return true;
  }
  return false;
}

/** «الشهر الأول من العام الجاري», «الشهر السابع.»; of anything else a first month is none of the calendar. */
function isOfYear(context: Context, at: number): boolean {
  if (isClauseEnd(context, at)) return true;
  const from = near(context, at)?.is === "from" ? at + 1 : at;
  const word = near(context, near(context, from)?.is === "this" ? from + 1 : from);
  return (word?.is === "unit" && word.unit === "year") || wholeAt(context, from)?.plain === true;
}

function readMonthUnit(context: Context, at: number, state: State): Part | null {
  if (jointAt(context, at + 1) === "break") return readRunning(context, at, state, "month");
  if (monthAt(context, at + 1) !== null)
    return toPart(context, {}, at + 1, { scope: "month-word", opens: true });
  const definite = isDefinite(context, at);
  const ordinal = ordinalAt(context, at + 1);
  if (definite && ordinal?.definite === true && ordinal.value <= 12)
    return !isOfYear(context, ordinal.next)
      ? null
      : toPart(context, { month: ordinal.value }, ordinal.next, { scope: "named-month" });
  const number = definite ? null : wholeAt(context, at + 1);
  // «شهر واحد» is how long, «شهر خمسة» is May.
  if (
    number !== null &&
    (number.digits || number.value > 1) &&
    number.value >= 1 &&
    number.value <= 12 &&
    state.draft.month === undefined
  )
    return toPart(context, { month: number.value }, number.next, { scope: "named-month" });
  return readShifted(context, at, "month") ?? readRunning(context, at, state, "month");
}

/** «اليوم», «أمس», «غدا», and what stands by them: «أمس الأول», «اليوم التالي». */
function readDayWord(context: Context, at: number, state: State): Part | null {
  const word = wordAt(context, at);
  if (word?.is !== "day") return null;
  const { offset } = word;
  const scope: Scope = "day";
  const next = at + 1;
  const ordinal = jointAt(context, next) === "space" ? ordinalAt(context, next) : null;
  if (offset === -1 && ordinal?.value === 1 && ordinal.definite)
    return toPart(context, { offset: -2 }, ordinal.next, { scope });
  if (offset !== 0) return toPart(context, { offset }, next, { scope });
  if (near(context, next)?.is === "last" && isMonthOrYearAhead(context, next + 1))
    return toPart(context, { nth: { n: -1, unit: "day" } }, next + 1, { opens: true });
  if (ordinal?.definite === true) {
    const day = isMonthAhead(context, ordinal.next);
    const set: Draft = day ? { day: ordinal.value } : { nth: { n: ordinal.value, unit: "day" } };
    return toPart(context, set, ordinal.next, { opens: day });
  }
  const skipped = RELATIVE.has(context.tokens[next]?.folded ?? "") ? next + 1 : next;
  const around = wordAt(context, skipped);
  const other = around?.is === "before" || around?.is === "after";
  const part = other ? readBeforeDay(context, skipped, state) : null;
  return part ?? toPart(context, { offset }, next, { scope });
}

/** «قبل أمس», «بعد غد», and «بعد الظهر». */
function readBeforeDay(context: Context, at: number, { draft }: State): Part | null {
  const word = wordAt(context, at);
  const near1 = near(context, at + 1);
  if (near1?.is === "edge") return readHalfOfNight(context, at, draft);
  if (near1?.is === "day" && near1.offset !== 0 && word !== undefined) {
    const offset = near1.offset === 1 ? 2 : -2;
    const fits = (word.is === "after") === (near1.offset === 1);
    return fits ? toPart(context, { offset }, at + 2, { scope: "day" }) : null;
  }
  if (near1?.is !== "part") return null;
  const part = word?.is === "before" ? "morning" : "afternoon";
  const fits = near1.part === "noon" || near1.part === "afternoon";
  if (!fits) return null;
  // «بعد ظهر الأحد», «بعد ظهر أمس»: the day stands behind.
  if (isDefinite(context, at + 1)) return toPart(context, { part }, at + 2);
  return isDayAhead(context, at + 2) ? toPart(context, { part }, at + 2, { opens: true }) : null;
}

function isDayAhead(context: Context, at: number): boolean {
  const word = near(context, at);
  if (word?.is === "weekday" || word?.is === "day") return true;
  return word?.is === "unit" && word.unit === "day" && word.count === "one";
}

function readShift(context: Context, at: number, { draft, scope }: State): Part | null {
  const word = wordAt(context, at);
  if (word?.is !== "shift" || scope === undefined) return null;
  if (jointAt(context, at) !== "space" && !isAfterBracket(context, at)) return null;
  if (scope === "day" && draft.offset === 0)
    return toPart(context, { offset: word.by }, at + 1, { replaces: true });
  if (scope === "night-of") return toPart(context, { offset: word.by }, at + 1, { replaces: true });
  const unit = toShiftUnit(scope);
  return unit === null ? null : toPart(context, { shift: { [unit]: word.by } }, at + 1);
}

/** «يناير (كانون الثاني) الماضي»: the month's other name stands between. */
function isAfterBracket({ text, tokens }: Context, at: number): boolean {
  return text.slice(tokens[at - 1]?.end, tokens[at]?.start) === ") ";
}

function toShiftUnit(scope: Scope): ShiftUnit | null {
  if (scope === "month-word") return "named-month";
  return scope === "day-word" || scope === "night-of" ? null : scope;
}

/** «آخر اثنين من», «آخر يوم من»; after a weekday «الأخير». */
function readLast(context: Context, at: number, { draft, scope }: State): Part | null {
  if (scope === "weekday" && isDefinite(context, at) && draft.nth === undefined)
    return toPart(context, { nth: { n: -1, unit: "weekday" } }, at + 1, { scope: "weekday" });
  if (!isEmpty(draft) || isDefinite(context, at)) return null;
  if (isLongUnit(context, at + 1))
    return (
      readEdgeOfUnit(context, at, "close") ??
      toPart(context, { edge: "close" }, at + 1, { opens: true })
    );
  const part = readNth(context, at + 1, -1);
  if (part === null) return null;
  return isMonthOrYearAhead(context, part.next) ? part : null;
}

/** «الأسبوع», «الشهر», «العام»: of their last there is one. */
function isLongUnit(context: Context, at: number): boolean {
  const unit = near(context, at);
  if (unit?.is !== "unit" || unit.count !== "one" || !isDefinite(context, at)) return false;
  if (context.words[at]?.to !== "") return false;
  return unit.unit === "week" || unit.unit === "month" || unit.unit === "year";
}

/** «هذا الأسبوع», «هذه السنة», «هذا الصباح», «هذه الليلة». */
function readThis(context: Context, at: number, _state: State): Part | null {
  const word = near(context, at + 1);
  if (word === undefined || !isDefinite(context, at + 1)) return null;
  const next = at + 2;
  if (word.is === "unit") return readThisUnit(context, word, next);
  const set = toRunning(word);
  return set === null ? null : toPart(context, set, next, { scope: "day" });
}

/** The running day, night, season or weekday. */
function toRunning(word: TimeWord): Draft | null {
  switch (word.is) {
    case "day":
      return word.offset === 0 ? { offset: 0 } : null;
    case "tonight":
      return { offset: 0, part: "night" };
    case "part":
      return { offset: 0, part: word.part };
    case "season":
      return { season: word.season, shift: { season: 0 } };
    case "weekday":
      return { weekday: word.weekday, shift: { weekday: 0 } };
    default:
      return null;
  }
}

function readThisUnit(
  context: Context,
  { unit, count }: Extract<TimeWord, { is: "unit" }>,
  next: number,
): Part | null {
  if (count !== "one") return null;
  switch (unit) {
    case "week":
    case "month":
    case "year":
    case "decade":
    case "century":
      return toPart(context, { shift: { [unit]: 0 } }, next, { scope: unit });
    default:
      return null;
  }
}

/** «مطلع العام», «نهاية الأسبوع», «منتصف الليل». */
function readEdge(context: Context, at: number, _state: State): Part | null {
  const word = wordAt(context, at);
  if (word?.is !== "edge") return null;
  return (
    readMiddleOfDay(context, at, word.edge) ??
    readEdgeOfUnit(context, at, word.edge) ??
    toPart(context, { edge: word.edge }, at + 1, { opens: true })
  );
}

/** «بقية العام», «باقي أسبوعي»: what is left of the running one. */
function readRest(context: Context, at: number, _state: State): Part {
  const own = near(context, at + 1);
  if (own?.is === "recurring" && (own.unit === "week" || own.unit === "month"))
    return toPart(context, { edge: "rest", shift: { [own.unit]: 0 } }, at + 2);
  return (
    readEdgeOfUnit(context, at, "rest") ??
    toPart(context, { edge: "rest" }, at + 1, { opens: true })
  );
}

/** An edge of a unit with the article: «نهاية العام» is of the running one, «نهاية الأسبوع» its last two days. */
function readEdgeOfUnit(context: Context, at: number, edge: Draft["edge"] & string): Part | null {
  const where = near(context, at + 1)?.is === "this" ? at + 2 : at + 1;
  const unit = near(context, where);
  if (unit?.is !== "unit" || unit.count !== "one" || !isDefinite(context, where)) return null;
  if (edge === "close" && unit.unit === "week") return readWeekend(context, where + 1);
  return readContainer(context, where, edge);
}

function readContainer(context: Context, at: number, edge: Draft["edge"] & string): Part | null {
  const word = wordAt(context, at);
  const after = near(context, at + 1);
  if (word?.is !== "unit" || after?.is === "shift" || after?.is === "last") return null;
  const { unit } = word;
  if (unit !== "week" && unit !== "month" && unit !== "year" && unit !== "decade") return null;
  // «بدء العام الدراسي» is not of the calendar's.
  if (unit === "year" && !isRunning(context, at, unit)) return null;
  if (readYear(context, at + 1) !== null || monthAt(context, at + 1) !== null) return null;
  return toPart(context, { edge, shift: { [unit]: 0 } }, at + 1, { scope: unit });
}

function readWeekend(context: Context, at: number): Part {
  const word = near(context, at);
  const by = word?.is === "shift" ? word.by : 0;
  return toPart(
    context,
    { weekend: true, shift: { week: by } },
    word?.is === "shift" ? at + 1 : at,
  );
}

function readWeekendLead(context: Context, at: number, state: State): Part | null {
  const edge = near(context, at + 1);
  if (edge?.is !== "edge" || edge.edge !== "close") return null;
  const part = readEdge(context, at + 1, state);
  return part?.set.weekend === true ? part : null;
}

/** «في وقت لاحق من هذا العام». */
function readLater(context: Context, at: number, { draft }: State): Part | null {
  return isEmpty(draft) ? toPart(context, { edge: "later" }, at + 1, { opens: true }) : null;
}
