import { foldWord } from "../fold.ts";
import { type Measured, readMeasured, toValue } from "./counted.ts";
import { isNear, type ReadNumber, readNumber, type Source } from "./read-number.ts";

/** Two ends of one figure: «15 - 38 كم», «بين عشرة وعشرين», «من 5 إلى 7 أيام». */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly measured: Measured;
}

const DASH = /^[ \u00A0]?[-–—−][ \u00A0]?$/u;
const TO: ReadonlySet<string> = new Set(["الي", "حتي"]);
const OR: ReadonlySet<string> = new Set(["او"]);
const BETWEEN: ReadonlySet<string> = new Set(["بين", "مابين"]);
/** After these «من … إلى …» is a change and no range. */
const CHANGES: ReadonlySet<string> = new Set(
  "ارتفع ارتفعت ارتفاع زاد زادت زيادة انخفض انخفضت انخفاض تراجع تراجعت رفع رفعت خفض خفضت قفز قفزت هبط هبطت نما نمت تحول ليرتفع لترتفع يرتفع ترتفع"
    .split(" ")
    .map(foldWord),
);
const CHANGE_WITHIN = 8;

/** The range a number opens; null when it stands for itself. */
export function readRange(source: Source, at: number, first: ReadNumber): Range | null {
  const second = readSecond(source, at, first);
  if (second === null) return null;
  const measured = readMeasured(source, second);
  const isSaid = measured.unit !== undefined || measured.of !== undefined;
  const low = toValue(first, measured);
  const high = toValue(second, measured);
  if (!isSaid || low >= high) return null;
  return { low: withScale(low, second), high, measured };
}

function readSecond(source: Source, at: number, first: ReadNumber): ReadNumber | null {
  const { text, tokens } = source;
  const joint = tokens[first.next];
  if (joint === undefined) return null;
  if (DASH.test(text.slice(first.end, joint.start))) return readNumber(source, first.next);
  const isBetween = BETWEEN.has(tokens[at - 1]?.folded ?? "");
  const and = isBetween ? readAnd(source, first.next) : null;
  if (and !== null) return and;
  const isTo = TO.has(joint.folded) || OR.has(joint.folded);
  if (!isTo || !isNear(source, first.next) || isChange(source, at)) return null;
  return isNear(source, first.next + 1) ? readNumber(source, first.next + 1) : null;
}

function readAnd(source: Source, at: number): ReadNumber | null {
  if (!isNear(source, at)) return null;
  if (source.tokens[at]?.folded === "و") return readNumber(source, at + 1);
  const number = readNumber(source, at);
  return number?.and === true ? number : null;
}

function isChange({ tokens }: Source, at: number): boolean {
  for (let i = at - 1; i >= at - CHANGE_WITHIN && i >= 0; i -= 1)
    if (CHANGES.has(tokens[i]?.folded ?? "")) return true;
  return false;
}

/** In «3 إلى 5 آلاف» the thousands are of both. */
function withScale(low: number, second: ReadNumber): number {
  const scale = second.scale ?? 1;
  return scale > 1 && low * scale < second.value ? low * scale : low;
}
