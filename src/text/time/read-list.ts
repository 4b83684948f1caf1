import { nounAt } from "../number/counted.ts";
import type { ReadNumber } from "../number/read-number.ts";
import { type Context, jointAt, type Reading, wholeAt, wordAt } from "./context.ts";
import type { Found } from "./found.ts";
import { isYearAlone } from "./read-calendar.ts";
import { readDraft, toStart } from "./read-draft.ts";
import { resolveAt } from "./read-range.ts";
import type { Draft } from "./time.ts";

const SHORT_OF_MONTH = 31;
const MOST_YEARS = 20;
const MOST_APART = 100;
const COMMA = /^[ \u00A0]*[،,][ \u00A0]*$/u;

/** «10 و11 أبريل», «3 و4 و5 يونيو», «عامي 2002 و2003», «أعوام 2014، 2015، و2016»: several times in one phrase. */
export function readList(context: Context, at: number): readonly Found[] | null {
  return readYears(context, at) ?? readNumbers(context, at) ?? readNamed(context, at);
}

/** «الاثنين والثلاثاء المقبلين», «يوليو وأغسطس الماضيين»: what is said of the last is said of all. */
function readNamed(context: Context, at: number): readonly Found[] | null {
  const readings: Reading[] = [];
  let shift: Draft["shift"];
  for (let from = at; shift === undefined; ) {
    const reading = readDraft(context, from);
    if (reading === null || !goesWith(reading, readings[0])) return null;
    readings.push(reading);
    shift = reading.draft.shift;
    from = reading.next;
    if (shift === undefined && !joins(context, from)) return null;
  }
  const by = shift;
  return readings.length < 2 ? null : readings.map((each) => shifted(context, each, by));
}

function goesWith({ draft }: Reading, first: Reading | undefined): boolean {
  const named = namedAlone(draft);
  return named !== null && (first === undefined || named === namedAlone(first.draft));
}

/** Whether a و joins a word to the one before it. */
function joins(context: Context, at: number): boolean {
  return context.words[at]?.and === true && jointAt(context, at) === "space";
}

/** Whether a draft is a weekday or a month and says no more than how far from now it is. */
function namedAlone(draft: Draft): "weekday" | "month" | null {
  const [name, ...others] = Object.keys(draft).filter((key) => key !== "shift");
  return others.length === 0 && (name === "weekday" || name === "month") ? name : null;
}

function shifted(context: Context, reading: Reading, shift: NonNullable<Draft["shift"]>): Found {
  const { start, end, next } = reading;
  const interval = resolveAt(context, { ...reading.draft, shift }, next - 1, next);
  return { start, end, next, interval, grain: interval?.grain ?? "day" };
}

/** «عامي 2002 و2003», «أعوام 2014، 2015، و2016»; without a word for the unit two, and the first a year by what stands before it: «في 2011 و2012». */
function readYears(context: Context, at: number): readonly Found[] | null {
  const led = skipLead(context, at);
  const unit = wordAt(context, at);
  const isLed = led > at && unit?.is === "unit" && unit.unit === "year";
  const isMany = isLed && unit.count !== "one";
  const years = collectYears(context, led, isMany);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || years.length < 2) return null;
  if (!isLed && !isYearAlone(context, first.year.next, first.year.value)) return null;
  if (!isMany && nounAt(context, last.year.next) !== undefined) return null;
  return years.map(({ at: where, year }, k) =>
    toYear(context, where, year.value, k === 0 ? at : where),
  );
}

interface YearAt {
  readonly at: number;
  readonly year: ReadNumber;
}

/** Years joined by و; where a word for many of them leads, commas part them too, and they are in any order. */
function collectYears(context: Context, led: number, isMany: boolean): readonly YearAt[] {
  const years: YearAt[] = [];
  for (let from: number | null = led; from !== null && years.length < MOST_YEARS; ) {
    const year = fullYearAt(context, from);
    if (year === null || !(isMany || isLater(year, years.at(-1)?.year))) break;
    years.push({ at: from, year });
    from = afterWaw(context, year.next) ?? (isMany ? afterComma(context, year.next) : null);
  }
  return years;
}

/** Four digits, or a year in words, that may stand in a list of years. */
function fullYearAt(context: Context, at: number): ReadNumber | null {
  const number = plainWholeAt(context, at);
  return number !== null && number.value >= 1000 && number.value < 2200 ? number : null;
}

function isLater({ value }: ReadNumber, before: ReadNumber | undefined): boolean {
  return before === undefined || (value > before.value && value <= before.value + MOST_APART);
}

/** Where the next of «2014، 2015» stands, with or without a و of its own. */
function afterComma(context: Context, at: number): number | null {
  const { text, tokens } = context;
  const gap = text.slice(tokens[at - 1]?.end, tokens[at]?.start);
  if (!COMMA.test(gap)) return null;
  return context.tokens[at]?.folded === "و" ? at + 1 : at;
}

function readNumbers(context: Context, at: number): readonly Found[] | null {
  const led = skipLead(context, at);
  const first = plainWholeAt(context, led);
  const where = first === null ? null : afterWaw(context, first.next);
  if (first === null || where === null) return null;
  const reading = readDraft(context, where);
  if (reading !== null)
    return reading.draft.day === undefined ? null : toDays(context, at, led, [first], reading);
  return readDays(context, at, led, first, where);
}

/** More than two days of one month. */
function readDays(
  context: Context,
  at: number,
  led: number,
  first: ReadNumber,
  second: number,
): readonly Found[] | null {
  const days = [first];
  for (let from = second; days.length < SHORT_OF_MONTH; ) {
    const day = plainWholeAt(context, from);
    const where = day === null ? null : afterWaw(context, day.next);
    if (day === null || where === null || day.value <= (days.at(-1)?.value ?? 0)) return null;
    days.push(day);
    const reading = readDraft(context, where);
    if (reading !== null)
      return reading.draft.month === undefined ? null : toDays(context, at, led, days, reading);
    from = where;
  }
  return null;
}

function plainWholeAt(context: Context, at: number): ReadNumber | null {
  const number = wholeAt(context, at);
  return number === null || number.value < 1 || (number.digits && !number.plain) ? null : number;
}

/** Where what a و joins begins; null where none joins anything. */
function afterWaw(context: Context, at: number): number | null {
  const alone = context.tokens[at]?.folded === "و";
  const where = alone ? at + 1 : at;
  if (jointAt(context, where) !== "space") return null;
  return alone || wholeAt(context, where)?.and === true || startsWithWaw(context, where)
    ? where
    : null;
}

/** «عامي», «يومي», «أيام», «عام»: what may stand before a list of days or years. */
function skipLead(context: Context, at: number): number {
  const word = wordAt(context, at);
  const opens =
    (word?.is === "unit" && (word.unit === "year" || word.unit === "day")) ||
    (word?.is === "recurring" && word.unit === "day" && !word.adverb);
  return opens && jointAt(context, at + 1) === "space" ? at + 1 : at;
}

/** «و11» is a particle and a number to the tokenizer. */
function startsWithWaw({ tokens }: Context, at: number): boolean {
  return tokens[at - 1]?.folded === "و" || tokens[at]?.folded === "و";
}

function toDays(
  context: Context,
  at: number,
  led: number,
  days: readonly ReadNumber[],
  reading: Reading,
): readonly Found[] {
  const { weekday: _weekday, ...rest } = reading.draft;
  const lead = led > at ? twoDays(context, at) : null;
  const found = days.map(({ value, start, end, next }, k): Found => {
    const interval = resolveAt(context, { ...rest, day: value }, at, reading.next);
    const isLed = k === 0 && led > at && lead === null;
    const from = isLed ? (context.tokens[at]?.start ?? start) : start;
    return { start: from, end, next, interval, grain: "day" };
  });
  const { start, end, next, draft } = reading;
  return [
    ...(lead === null ? [] : [lead]),
    ...found,
    { start, end, next, interval: resolveAt(context, draft, at, next), grain: "day" },
  ];
}

/** «يومي 3 و4»: two days, and then which. */
function twoDays(context: Context, at: number): Found | null {
  const token = context.tokens[at];
  if (token === undefined || wordAt(context, at)?.is !== "recurring") return null;
  const start = toStart(context, at, token);
  return { start, end: token.end, next: at + 1, interval: null, grain: "day", duration: "P2D" };
}

function toYear(context: Context, at: number, year: number, from: number): Found {
  const token = context.tokens[from];
  const number = wholeAt(context, at);
  return {
    start: token === undefined ? 0 : toStart(context, from, token),
    end: number?.end ?? 0,
    next: number?.next ?? at + 1,
    interval: resolveAt(context, { year }, at, at + 1),
    grain: "year",
  };
}
