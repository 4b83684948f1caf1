import { foldWord, tokenize } from "../text/index.ts";
import { findAgencies, findAgency } from "./agencies.ts";
import { DATELINE_PLACES } from "./tables/dateline-places.ts";

/** A dateline at the beginning of a text. `end` is where the text after it begins, in UTF-16 units. */
export interface FoundDateline {
  readonly place: string | null;
  readonly credit: readonly string[];
  readonly end: number;
}

const PLACE_NAMES: ReadonlySet<string> = new Set(DATELINE_PLACES.map((name) => key(name)));

function key(text: string): string {
  return tokenize(text)
    .map(({ folded }) => folded)
    .join(" ");
}

/** Whether a text is the name of a place that news is datelined from. */
export function isPlace(text: string): boolean {
  const name = key(text);
  return PLACE_NAMES.has(name) || PLACE_NAMES.has(name.replace(ARTICLE, ""));
}

const OUTLET_WORDS: readonly string[] = "وكالة صحيفة جريدة قناة إذاعة شبكة موقع مكتب"
  .split(" ")
  .map(foldWord);
const ARTICLE = new RegExp(`^${foldWord("ال")}`, "u");
const NAME = '[^\\n()\\[\\]«»"/:،,.–—-]{2,40}?';
/** A dash of any length, an underscore, a colon, or a tatweel by itself, which some houses write for a dash. */
const MARK = "(?:--+|[-–—_:]|(?<=\\s)\\u0640(?=\\s))";
const DASH = `\\s*${MARK}\\s*`;
const ENDS = `(?=\\s*(?:${MARK}|\\n|$))`;
/** A dateline is short: what is looked at of a text. */
const LOOKED_AT = 120;
const MOST_PLACE_WORDS = 4;
const MOST_CREDIT_WORDS = 5;
const DIGIT = /\d/u;

/** After a dash stands an agency or a reporter: only what says that it is an agency or an outlet is a credit. */
function namesAgency(text: string): string[] {
  const outlet = OUTLET_WORDS.some((word) => key(text).split(" ").includes(word));
  return outlet || findAgency(text) !== null ? toCredits(text) : [];
}

/** «واس (السيح)»: nothing but an agency's name stands first. */
function isOnlyAgency(text: string): boolean {
  const agency = findAgency(text);
  return agency !== null && agency.end - agency.start >= text.trim().length;
}

interface Shape {
  readonly pattern: RegExp;
  /** Which of `FIRST_MARK` may stand first in a text of this shape; "" where there may be none. */
  readonly first: readonly string[];
  /** Whether what was caught really is a dateline, and of what. */
  readonly read: (
    caught: Readonly<Record<string, string>>,
    closed: boolean,
    whole: boolean,
  ) => Omit<FoundDateline, "end"> | null;
}

const wordCount = (text: string): number => tokenize(text).length;

function toPlace(text: string): string | null {
  return wordCount(text) <= MOST_PLACE_WORDS ? text.trim() : null;
}

function toCredits(text: string): string[] {
  const agencies = findAgencies(text);
  return agencies.length > 1
    ? agencies.map(({ start, end }) => text.slice(start, end))
    : [text.trim()];
}

function isCredit(text: string, closed: boolean): boolean {
  if (findAgency(text) !== null) return true;
  return closed && wordCount(text) <= MOST_CREDIT_WORDS && !DIGIT.test(text);
}

/** What no name of a place or credit has. A line end, an underscore and a tatweel may stand in any shape, before or instead of a dash. */
const FIRST_MARK = /[\n()[\]«»"/:،,.–—_\u0640-]/u;
const AFTER_NAMES = [":", "-", "–", "—"] as const;
const IN_DATES = ["", "(", "[", "]", "/", ",", ".", ...AFTER_NAMES] as const;
const IN_ANY: readonly string[] = ["\n", "_", "\u0640"];

/** The shapes datelines come in, the most telling first. `closed` says that a dash, colon or line end follows, `whole` that nothing else is on the line. */
const SHAPES: readonly Shape[] = [
  {
    // «القاهرة 15 مارس 2018 (شينخوا) -», «الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس»
    pattern: new RegExp(
      `^(?<place>[^\\d\\n()«»"،:]{2,30}?)\\s+\\d{1,2}[^\\n()«»"،]{2,60}?\\d{4}[^\\n()«»"،\\d]{0,6}[ (-]+(?<credit>[^\\n()\\d«»"،:–-]{2,30}?)\\)?${ENDS}`,
      "u",
    ),
    first: IN_DATES,
    read: ({ place = "", credit = "" }, closed) => {
      const agencies = closed && isPlace(place) ? findAgencies(credit) : [];
      if (agencies.length === 0) return null;
      return {
        place: place.trim(),
        credit: agencies.map(({ start, end }) => credit.slice(start, end)),
      };
    },
  },
  {
    // «موسكو (وكالات)», «دبي، الإمارات العربية المتحدة (CNN) --», «عمان - (بترا) -»
    pattern: new RegExp(
      `^(?<place>${NAME})(?:[،,]\\s*(?<country>${NAME}))?\\s*(?:-\\s*)?\\((?<credit>[^()\\n]{1,40})\\)`,
      "u",
    ),
    first: ["(", "،", ",", "-"],
    read: ({ place = "", credit = "" }, closed) => {
      const isReversed =
        isPlace(credit) || (closed && isOnlyAgency(place) && findAgency(credit) === null);
      if (isReversed && !isPlace(place))
        return { place: toPlace(credit), credit: namesAgency(place) };
      if (!isCredit(credit, closed) || (!closed && !isPlace(place) && wordCount(place) > 1))
        return null;
      return { place: toPlace(place), credit: toCredits(credit) };
    },
  },
  {
    // «شمسان بوست / عدن:», «بغداد / شبكة أخبار -»
    pattern: new RegExp(`^(?<first>${NAME})\\s*/\\s*(?<second>${NAME})${ENDS}`, "u"),
    first: ["/"],
    read: ({ first = "", second = "" }, closed, whole) => {
      if (!closed) return null;
      if (isPlace(first)) return { place: first.trim(), credit: toCredits(second) };
      const known =
        isPlace(second) || (whole && wordCount(first) + wordCount(second) <= MOST_CREDIT_WORDS);
      return known ? { place: second.trim(), credit: toCredits(first) } : null;
    },
  },
  {
    // «(رويترز) -», «(أ ف ب):»
    pattern: /^\((?<credit>[^()\n]{1,40})\)/u,
    first: ["("],
    read: ({ credit = "" }, closed) =>
      closed && findAgency(credit) !== null ? { place: null, credit: toCredits(credit) } : null,
  },
  {
    // «سالم الحربي - المدار - الرياض:»: reporter, outlet and place
    pattern: new RegExp(
      `^(?<first>${NAME})${DASH}(?<second>${NAME})${DASH}(?<third>${NAME})${ENDS}`,
      "u",
    ),
    first: AFTER_NAMES,
    read: ({ first = "", second = "", third = "" }, closed) => {
      const parts = [first, second, third];
      const place = closed ? parts.find(isPlace) : undefined;
      if (place === undefined) return null;
      return {
        place: place.trim(),
        credit: parts.filter((part) => part !== place).flatMap(namesAgency),
      };
    },
  },
  {
    // «موسكو-سانا», «المواطن - واس», «أبوظبي - سكاي نيوز عربية»
    pattern: new RegExp(`^(?<first>${NAME})${DASH}(?<second>${NAME})${ENDS}`, "u"),
    first: AFTER_NAMES,
    read: ({ first = "", second = "" }, closed) => {
      if (!closed) return null;
      if (isPlace(first)) return { place: first.trim(), credit: namesAgency(second) };
      if (isPlace(second)) return { place: second.trim(), credit: namesAgency(first) };
      return findAgency(second) === null ? null : { place: null, credit: toCredits(second) };
    },
  },
  {
    // «الرباط:», «عدن –»
    pattern: new RegExp(`^(?<place>${NAME})(?=\\s*${MARK})`, "u"),
    first: AFTER_NAMES,
    read: ({ place = "" }, closed) =>
      closed && isPlace(place) ? { place: place.trim(), credit: [] } : null,
  },
];

/** By the first mark of a text the shapes it may have: most texts open with a sentence, which a comma or nothing interrupts. */
const SHAPES_BY_MARK: ReadonlyMap<string, readonly Shape[]> = new Map(
  [...IN_DATES, "،", ")", "«", "»", '"'].map((mark) => [
    mark,
    SHAPES.filter(({ first }) => first.includes(mark)),
  ]),
);

function shapesOf(start: string): readonly Shape[] {
  const mark = FIRST_MARK.exec(start)?.[0] ?? "";
  return IN_ANY.includes(mark) ? SHAPES : (SHAPES_BY_MARK.get(mark) ?? SHAPES);
}

const CLOSING = new RegExp(`^\\s*(?:${MARK}\\s*)+|^\\s*(?=\\n|$)`, "u");

/** Finds the dateline a text opens with; null when it opens with its first sentence. */
export function findDateline(text: string): FoundDateline | null {
  const start = text.slice(0, LOOKED_AT);
  const lineEnd = text.indexOf("\n");
  const firstLineEnd = lineEnd === -1 ? text.length : lineEnd;
  for (const { pattern, read } of shapesOf(start)) {
    const match = pattern.exec(start);
    if (match === null) continue;
    const closing = CLOSING.exec(start.slice(match[0].length));
    const end = match[0].length + (closing?.[0].length ?? 0);
    const whole = end >= firstLineEnd;
    const found = read((match.groups ?? {}) as Record<string, string>, closing !== null, whole);
    if (found !== null) return { ...found, end };
  }
  return null;
}
