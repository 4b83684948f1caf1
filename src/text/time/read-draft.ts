import type { Token } from "../tokens.ts";
import { type Context, jointAt, type Reading, wordAt } from "./context.ts";
import { isEmpty, type Part, type State } from "./part.ts";
import { readCalendar } from "./read-calendar.ts";
import { readClockPart } from "./read-clock.ts";
import { readHoliday } from "./read-holiday.ts";
import { readCalendarWord } from "./read-units.ts";
import type { Draft } from "./time.ts";

const MOST_PARTS = 14;
/** Words between the parts of one expression. */
const JOINTS: ReadonlySet<string> = new Set([
  "في",
  "من",
  "عند",
  "تمام",
  "حوالي",
  "ب",
  "ل",
  "ال",
  "علي",
  "قرابه",
]);
const MOST_JOINTS = 2;

/** The date, clock or span of the calendar that begins at a token; null for none. */
export function readDraft(context: Context, at: number): Reading | null {
  const known = context.read[at];
  if (known !== undefined) return known;
  const reading = readDraftAnew(context, at);
  context.read[at] = reading;
  return reading;
}

function readDraftAnew(context: Context, at: number): Reading | null {
  let state: State = { draft: {}, scope: undefined, joint: "none" };
  let next = at;
  let end = 0;
  let whole: Reading | null = null;
  const token = context.tokens[at];
  if (token === undefined) return null;
  const start = toStart(context, at, token);
  for (let count = 0; count < MOST_PARTS; count += 1) {
    const part: Part | null = readPart(context, next, state, at);
    if (part === null) break;
    state = { draft: merge(state.draft, part), scope: part.scope ?? state.scope, joint: "space" };
    next = part.next;
    end = part.end;
    if (part.opens !== true && !isEmpty(state.draft))
      whole = { draft: state.draft, start, end, next };
  }
  return withCorresponding(context, whole);
}

/** Where the words of an expression begin: what is joined to its first word is not of it. */
export function toStart(context: Context, at: number, token: Token): number {
  return startAfter(context.text, token, context.words[at]?.joined ?? 0);
}

/** The text of the tokens from one to another. */
export function toSpan(
  context: Context,
  at: number,
  next: number,
): { start: number; end: number; next: number } {
  const token = context.tokens[at];
  return {
    start: token === undefined ? 0 : toStart(context, at, token),
    end: context.tokens[next - 1]?.end ?? 0,
    next,
  };
}

/** Where a word begins after so many letters that are joined to it. */
export function startAfter(text: string, token: Token, joined: number): number {
  let start = token.start;
  for (let left = joined; left > 0 && start < token.end; start += 1)
    if (LETTER.test(text[start] ?? "")) left -= 1;
  while (joined > 0 && start < token.end && MARK.test(text[start] ?? "")) start += 1;
  return start;
}

const LETTER = /\p{L}/u;
const MARK = /[\p{M}\u0640]/u;

function readPart(context: Context, at: number, state: State, first: number): Part | null {
  if (at === first) return fitting(readAny(context, at, state), state);
  const joint = jointAt(context, at);
  if (joint === "break") return null;
  // A joined و begins something else: «الخميس والجمعة».
  if (context.words[at]?.and === true && state.draft.clock === undefined) return null;
  const direct = fitting(readAny(context, at, { ...state, joint }), state);
  return direct ?? readOverJoint(context, at, state);
}

function readOverJoint(context: Context, at: number, state: State): Part | null {
  let next = at;
  let last: State["joint"] = "space";
  for (let skipped = 0; skipped < MOST_JOINTS; skipped += 1) {
    const folded = context.tokens[next]?.folded ?? "";
    if (!JOINTS.has(folded) || jointAt(context, next) === "break") return null;
    last = folded === "من" ? "من" : "في";
    next += 1;
    if (jointAt(context, next) === "break") return null;
    const part = fitting(readAny(context, next, { ...state, joint: last }), state);
    if (part !== null) return part;
  }
  return null;
}

function readAny(context: Context, at: number, state: State): Part | null {
  return (
    readHoliday(context, at) ??
    readClockPart(context, at, state) ??
    readCalendar(context, at, state) ??
    readCalendarWord(context, at, state)
  );
}

/** A part that says nothing already said. */
function fitting(part: Part | null, { draft }: State): Part | null {
  if (part === null || part.replaces === true) return part;
  for (const key in part.set) {
    if (key === "shift") continue;
    const name = key as keyof Draft;
    // «هذا الأسبوع الجمعة» is fine, «اليوم الخميس» too; two days or two months are two expressions.
    if (draft[name] !== undefined && part.set[name] !== draft[name]) return null;
  }
  return clashes(draft, part.set) ? null : part;
}

function clashes(draft: Draft, set: Draft): boolean {
  const both = { ...draft, ...set };
  const relative = both.offset !== undefined;
  if (
    relative &&
    (both.month !== undefined || both.year !== undefined) &&
    draft.clock === undefined
  )
    return both.day === undefined;
  if (both.century !== undefined && both.month !== undefined) return true;
  for (const unit in set.shift) if (draft.shift?.[unit as "week"] !== undefined) return true;
  return false;
}

function merge(draft: Draft, part: Part): Draft {
  const shift = { ...draft.shift, ...part.set.shift };
  const merged = { ...draft, ...part.set };
  return Object.keys(shift).length > 0 ? { ...merged, shift } : merged;
}

/** «26 شوال 1436 هـ الموافق 11 أغسطس 2015»: one day in two calendars. */
function withCorresponding(context: Context, reading: Reading | null): Reading | null {
  if (reading === null) return null;
  const word = wordAt(context, reading.next);
  if (word?.is !== "corresponding" || jointAt(context, reading.next) === "break") return reading;
  const other = readDraft(context, reading.next + 1);
  if (other === null || other.draft.day === undefined) return reading;
  const hijri = reading.draft.hijri === true;
  const kept = hijri || reading.draft.day === undefined ? other.draft : reading.draft;
  const { weekday, clock } = reading.draft;
  const draft = {
    ...kept,
    ...(weekday === undefined ? {} : { weekday }),
    ...(clock === undefined ? {} : { clock }),
  };
  return { draft, start: reading.start, end: other.end, next: other.next };
}
