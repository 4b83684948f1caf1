import { indexWords } from "../prefixed-words.ts";
import { NUMBERED } from "../tables/numbered.ts";
import { digitAt } from "./numeral.ts";
import { type ReadNumber, readNumber, type Source } from "./read-number.ts";

const LABELS = indexWords(NUMBERED.map((forms) => ({ forms, word: forms })));
const LABEL_GAP = /^[\s(«"“:]{1,3}$/u;
const CLOSE_DASH = /^[-–—]$/u;
const WIDE_DASH = /^[ \u00A0]?[-–—][ \u00A0]?$/u;
const MOST_GOALS = 20;
const MOST_LISTED = 40;
const BEFORE_LISTED = /(?:^|[\n.:؛])[ \u00A0]*$/u;
const AFTER_LISTED = /^(?:[ \u00A0]?[-–—)/]|\.)[ \u00A0]*\p{L}/u;
const LOOKED_BACK = 3;
const LOOKED_AHEAD = 5;

/** Where a bare number in digits that counts nothing ends: of a label, a score, a list, a sum; null where it may count. */
export function nextOfNoCount(source: Source, at: number, number: ReadNumber): number | null {
  const score = scoreEnd(source, number);
  if (score !== null) return score;
  if (!number.plain) return null;
  const isNone =
    isLabelled(source, at, number) || isListed(source, number) || isSum(source, number);
  return isNone ? number.next : null;
}

/** Where a number ends that a label before it says to be one's name; null for none. */
export function nextOfLabel(source: Source, at: number, number: ReadNumber): number | null {
  return number.plain && isLabelled(source, at, number) ? number.next : null;
}

/** «الدقيقة 40», «رقم (8)». */
function isLabelled({ text, tokens }: Source, at: number, { start }: ReadNumber): boolean {
  const before = tokens[at - 1];
  if (before === undefined || !LABELS.has(before.folded)) return false;
  return LABEL_GAP.test(text.slice(before.end, start));
}

/** «2-1», «3 - صفر»: two numbers of one match. */
function scoreEnd(source: Source, number: ReadNumber): number | null {
  const { text, tokens } = source;
  const other = tokens[number.next];
  if (other === undefined || !isOfScore(number)) return null;
  const gap = text.slice(number.end, other.start);
  if (!WIDE_DASH.test(gap)) return null;
  const second = readNumber(source, number.next);
  if (second === null || !isOfScore(second)) return null;
  const isShort = number.value <= MOST_GOALS && second.value <= MOST_GOALS;
  return CLOSE_DASH.test(gap) || isShort ? second.next : null;
}

function isOfScore({ plain, word }: ReadNumber): boolean {
  return plain || word?.value === 0;
}

/** «1- المقدمة», «2. الخاتمة»: the number of a line. */
function isListed({ text }: Source, { value, start, end }: ReadNumber): boolean {
  if (value > MOST_LISTED || !AFTER_LISTED.test(text.slice(end, end + LOOKED_AHEAD))) return false;
  return BEFORE_LISTED.test(text.slice(Math.max(0, start - LOOKED_BACK), start));
}

/** «5+1», «90+3». */
function isSum({ text }: Source, { start, end }: ReadNumber): boolean {
  const goesOn = text[end] === "+" && digitAt(text, end + 1) >= 0;
  return goesOn || (text[start - 1] === "+" && digitAt(text, start - 2) >= 0);
}
