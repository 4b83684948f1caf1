import { foldWord } from "../fold.ts";
import { readDigits } from "../number/numeral.ts";
import { numberWord, tokenAfter } from "../number/read-number.ts";
import { LOCAL_ZONES, TIME_ZONES } from "../tables/time-zones.ts";
import { type Context, isDefinite, jointAt, numberAt, ordinalAt, wordAt } from "./context.ts";
import { isEmpty, type Part, type State, toPart } from "./part.ts";
import type { Clock } from "./time.ts";
import { indefiniteWeekdayAt } from "./weekday.ts";

const ZONES: ReadonlyMap<string, number | null> = new Map<string, number | null>([
  ...LOCAL_ZONES.map((name) => [foldName(name), null] as const),
  ...TIME_ZONES.flatMap(([names, minutes]) =>
    names.map((name) => [foldName(name), minutes] as const),
  ),
]);
/** Zones that need no «بتوقيت» before them. */
const BARE_ZONES: ReadonlySet<string> = new Set([
  "gmt",
  "utc",
  "غرينتش",
  "جرينتش",
  "غرينيتش",
  "ت غ",
  "تغ",
]);
const LONGEST_ZONE = 2;
const EXCEPT = "الا";
/** Minutes said as parts of an hour. */
const HOUR_PARTS: ReadonlyMap<string, number> = new Map([
  ["ربع", 15],
  ["الربع", 15],
  ["ربعا", 15],
  ["نصف", 30],
  ["النصف", 30],
  ["ثلث", 20],
  ["الثلث", 20],
  ["ثلثا", 20],
] as const);
const BEFORE_HOUR: ReadonlySet<string> = new Set([
  "في",
  "عند",
  "تمام",
  "حتي",
  "عن",
  "الي",
  "قرابه",
  "حوالي",
]);

function foldName(name: string): string {
  return name.split(" ").map(foldWord).join(" ");
}

/** A time of day, a part of the day or a zone at a token. */
export function readClockPart(context: Context, at: number, state: State): Part | null {
  const word = wordAt(context, at);
  if (word?.is === "clock") return readSaidClock(context, at + 1, state);
  if (word?.is === "part") return readDayPart(context, at, state);
  if (word?.is === "zone") return readZone(context, at + 1, state);
  if (state.draft.clock !== undefined)
    return isBareZone(context, at) ? readZone(context, at, state) : null;
  return (
    readWrittenClock(context, at) ?? readFourDigits(context, at) ?? readBareHour(context, at, state)
  );
}

function isBareZone({ tokens }: Context, at: number): boolean {
  const [first = "", second = ""] = [tokens[at]?.folded, tokens[at + 1]?.folded];
  return BARE_ZONES.has(first) || BARE_ZONES.has(`${first} ${second}`);
}

function readZone(context: Context, at: number, { draft }: State): Part | null {
  if (draft.clock === undefined) return null;
  // Not beyond the last token: a name found there would end nowhere.
  for (let length = Math.min(LONGEST_ZONE, context.tokens.length - at); length > 0; length -= 1) {
    const name = context.tokens
      .slice(at, at + length)
      .map(({ folded }) => folded)
      .join(" ");
    const zone = ZONES.get(name);
    if (zone === undefined) continue;
    return toPart(context, zone === null ? {} : { zone }, at + length);
  }
  return null;
}

/** «الساعة …»: in digits, words or ordinals. */
function readSaidClock(context: Context, at: number, { draft }: State): Part | null {
  if (draft.clock !== undefined || jointAt(context, at) === "break") return null;
  return readWrittenClock(context, at) ?? readHour(context, at);
}

/** «16:25», «8:00:20». */
function readWrittenClock(context: Context, at: number): Part | null {
  const { text, tokens } = context;
  const token = tokens[at];
  if (token?.kind !== "number" || text[token.end] !== ":") return null;
  const hours = readDigits(text, token.start);
  const minutes = readDigits(text, hours.end + 1);
  if (hours.digits.length > 2 || minutes.digits.length !== 2) return null;
  const hasSeconds =
    text[minutes.end] === ":" && readDigits(text, minutes.end + 1).digits.length === 2;
  const last = hasSeconds ? readDigits(text, minutes.end + 1) : minutes;
  const seconds =
    Number(hours.digits) * 3600 +
    Number(minutes.digits) * 60 +
    (hasSeconds ? Number(last.digits) : 0);
  if (Number(hours.digits) > 24 || Number(minutes.digits) > 59) return null;
  const said = Number(hours.digits) > 12 || hours.digits.startsWith("0");
  const clock: Clock = {
    seconds,
    grain: hasSeconds ? "second" : "minute",
    half: said ? "said" : null,
  };
  return withMeridiem(context, clock, tokenAfter(tokens, at, last.end), last.end);
}

/** «1500 بتوقيت غرينتش», «0530 ت غ»: agencies write a clock in four digits, and the zone tells it. */
function readFourDigits(context: Context, at: number): Part | null {
  const token = context.tokens[at];
  if (token?.kind !== "number" || token.end - token.start !== 4) return null;
  const hasZone = wordAt(context, at + 1)?.is === "zone" || isBareZone(context, at + 1);
  const { digits } = readDigits(context.text, token.start);
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  if (!hasZone || jointAt(context, at + 1) !== "space" || digits.length !== 4) return null;
  if (hours > 24 || minutes > 59) return null;
  const clock: Clock = { seconds: hours * 3600 + minutes * 60, grain: "minute", half: "said" };
  return { set: { clock }, next: at + 1, end: token.end };
}

/** «ص», «م», «am» right after a clock. */
function withMeridiem(context: Context, clock: Clock, next: number, end: number): Part {
  const word = jointAt(context, next) === "space" ? wordAt(context, next) : undefined;
  if (word?.is === "meridiem")
    return toPart(context, { clock: { ...clock, half: word.half } }, next + 1);
  const isPm = word?.is === "era" && context.tokens[next]?.folded === "م";
  if (isPm) return toPart(context, { clock: { ...clock, half: "pm" } }, next + 1);
  return { set: { clock }, next, end };
}

interface Hour {
  readonly seconds: number;
  readonly next: number;
  readonly minutes: boolean;
}

function readHour(context: Context, at: number): Part | null {
  const hour = hourAt(context, at);
  if (hour === null) return null;
  const full = withMinutes(context, hour);
  const grain = full.minutes ? "minute" : "hour";
  const said = full.seconds > 12.99 * 3600;
  const clock: Clock = { seconds: full.seconds, grain, half: said ? "said" : null };
  return withMeridiem(context, clock, full.next, context.tokens[full.next - 1]?.end ?? 0);
}

function hourAt(context: Context, at: number): Hour | null {
  const ordinal = hourOrdinalAt(context, at);
  if (ordinal !== null) return ordinal;
  const clitic = context.tokens[at]?.kind === "clitic" ? at + 1 : at;
  const number = numberAt(context, clitic);
  if (number === null || number.value < 0 || number.value > 24) return null;
  // «9.30» after «الساعة» are hours and minutes; «9.5» is a number.
  const written = HOUR_POINT_MINUTES.test(context.text.slice(number.start, number.end));
  const whole = Math.floor(number.value);
  const minutes = written ? Math.round((number.value - whole) * 100) : (number.value - whole) * 60;
  const seconds = whole * 3600 + Math.round(minutes) * 60;
  return { seconds, next: number.next, minutes: !Number.isInteger(number.value) };
}

const HOUR_POINT_MINUTES = /^\p{Nd}{1,2}[.,٫][0-5\u0660-\u0665]\p{Nd}$/u;

/** «الثالثة», «الثانية عشرة»; in «الثالثة وعشرون دقيقة» the twenty are minutes. */
function hourOrdinalAt(context: Context, at: number): Hour | null {
  const token = context.tokens[at];
  if (token === undefined) return null;
  const alone = ordinalAt({ text: context.text, tokens: [token] }, 0);
  const ten = numberWord(context.tokens[at + 1]);
  if (ten?.word.kind === "ten" && !ten.and) {
    const teen = ordinalAt(context, at);
    return teen === null || teen.value > 12
      ? null
      : { seconds: teen.value * 3600, next: teen.next, minutes: false };
  }
  if (alone === null || alone.value > 12) return null;
  return { seconds: alone.value * 3600, next: at + 1, minutes: false };
}

/** «وربع», «و18 دقيقة», «إلا خمس دقائق». */
function withMinutes(context: Context, hour: Hour): Hour {
  if (hour.minutes || jointAt(context, hour.next) !== "space") return hour;
  const folded = context.tokens[hour.next]?.folded ?? "";
  const less = folded === EXCEPT;
  const alone = less || folded === "و";
  const at = alone ? hour.next + 1 : hour.next;
  const more = partMinutes(context, at, alone) ?? saidMinutes(context, at, alone);
  if (more === null) return hour;
  const seconds = hour.seconds + (less ? -more.minutes : more.minutes) * 60;
  return { seconds, next: more.next, minutes: true };
}

interface Minutes {
  readonly minutes: number;
  readonly next: number;
}

function partMinutes(context: Context, at: number, alone: boolean): Minutes | null {
  const folded = context.tokens[at]?.folded ?? "";
  const minutes = HOUR_PARTS.get(alone ? folded : stripWaw(folded));
  const joined = alone || folded.startsWith("و");
  return minutes !== undefined && joined ? { minutes, next: at + 1 } : null;
}

function saidMinutes(context: Context, at: number, alone: boolean): Minutes | null {
  const number = numberAt(context, at);
  if (number === null || !(number.and || alone) || number.value > 59) return null;
  const unit = wordAt(context, number.next);
  const isMinutes = unit?.is === "unit" && unit.unit === "minute";
  return isMinutes ? { minutes: number.value, next: number.next + 1 } : null;
}

function stripWaw(folded: string): string {
  return folded.startsWith("و") ? folded.slice(1) : folded;
}

/** An hour without «الساعة»: «8 مساء», «الثالثة فجرا», «السابعة إلا الربع», «الليلة في 7». */
function readBareHour(context: Context, at: number, state: State): Part | null {
  const { tokens } = context;
  const token = tokens[at];
  if (token === undefined || context.words[at] !== undefined) return null;
  const digits = token.kind === "number";
  const said = !digits && ARTICLE_AND_TEH.test(token.folded) && hourOrdinalAt(context, at) !== null;
  if (digits ? !isPlainHour(context, at) : !said) return null;
  const hour = hourAt(context, at);
  if (hour === null) return null;
  const full = withMinutes(context, hour);
  if (isClockTold(context, full.next)) return readHour(context, at);
  if (state.draft.part !== undefined && state.joint === "في") return readHour(context, at);
  const announced = BEFORE_HOUR.has(tokens[at - 1]?.folded ?? "") && isDayAhead(context, full.next);
  return said && (announced || full.minutes) ? readHour(context, at) : null;
}

const ARTICLE_AND_TEH = /^[وفبك]?ال.+ه$|^ل?ل.+ه$/u;

/** Whether what follows tells that an hour stood before: «الثالثة فجرا», «الرابعة بتوقيت غرينتش». */
function isClockTold(context: Context, at: number): boolean {
  const isZone = jointAt(context, at) === "space" && wordAt(context, at)?.is === "zone";
  return isZone || isDayPartAhead(context, at);
}

/** «مساء», «هذه الليلة», «بعد الظهر». */
function isDayPartAhead(context: Context, at: number): boolean {
  if (jointAt(context, at) === "break") return false;
  const word = wordAt(context, at);
  switch (word?.is) {
    case "part":
      return word.adverb || word.part !== "noon";
    case "tonight":
      return true;
    case "this":
    case "after":
    case "before":
      return isPartWord(context, at + 1);
    default:
      return false;
  }
}

function isPartWord(context: Context, at: number): boolean {
  const word = wordAt(context, at);
  return word?.is === "part" || word?.is === "tonight";
}

/** «في السابعة من يوم الأحد», «في السابعة في 15». */
function isDayAhead(context: Context, at: number): boolean {
  const joins = wordAt(context, at)?.is === "from" || context.tokens[at]?.folded === "في";
  const next = joins ? at + 1 : at;
  const word = wordAt(context, next);
  const isDay =
    word?.is === "weekday" || word?.is === "day" || word?.is === "part" || word?.is === "tonight";
  return isDay || (joins && context.tokens[next]?.kind === "number");
}

const LONGEST_POINTED = 6;
const POINTED_HOUR = /^\p{Nd}{1,2}[.,٫][0-5\u0660-\u0665]\p{Nd}(?:[^\p{Nd}./-]|$)/u;

function isPlainHour({ text, tokens }: Context, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (POINTED_HOUR.test(text.slice(token.start, token.start + LONGEST_POINTED))) return true;
  return token.end - token.start <= 2 && !"./-".includes(text[token.end] ?? " ");
}

/** «صباح الثلاثاء», «مساء أمس», «ليلا»; «ظهر» and «عصر» are other words too, and are parts of a day only beside one. */
function readDayPart(context: Context, at: number, { draft }: State): Part | null {
  const word = wordAt(context, at);
  if (word?.is !== "part" || draft.part !== undefined) return null;
  const next = at + 1;
  const part = toPart(context, { part: word.part }, next);
  const definite = isDefinite(context, at);
  if (draft.clock !== undefined || (!isEmpty(draft) && (definite || word.adverb))) return part;
  if (isDayNext(context, next)) return definite ? null : { ...part, opens: true };
  if (!isEmpty(draft)) return word.part === "noon" || word.part === "afternoon" ? null : part;
  return null;
}

function isDayNext(context: Context, at: number): boolean {
  if (jointAt(context, at) !== "space") return false;
  const word = wordAt(context, at);
  switch (word?.is) {
    case "weekday":
    case "day":
      return true;
    case "unit":
      return word.unit === "day" && word.count === "one";
    case "before":
    case "after":
      return wordAt(context, at + 1)?.is === "day";
    case undefined:
      return (
        context.tokens[at]?.kind === "number" ||
        (ordinalAt(context, at)?.value ?? 99) === 1 ||
        indefiniteWeekdayAt(context, at) !== null
      );
    default:
      return false;
  }
}
