import { fold } from "../text/index.ts";
import {
  AUTHOR_LABELS,
  CAPTION_CREDITS,
  COUNTED,
  DATE_LABELS,
  FURNITURE_LINES,
  FURNITURE_STARTS,
  KEYWORD_LABELS,
  READ_ALSO_LABELS,
  SOURCE_LABELS,
} from "./tables/labels.ts";

/** What a line of a page is by its label. `value` is what stands after the label on the line. */
export type LabelledLine =
  | {
      readonly kind: "read-also" | "date" | "source" | "keywords" | "author";
      readonly value: string;
    }
  | { readonly kind: "furniture"; readonly reason: string }
  | { readonly kind: "text" };

type LabelKind = "read-also" | "date" | "source" | "keywords" | "author";

const folded = (text: string): string => fold(text).text;

const LABELS: readonly (readonly [LabelKind, string])[] = (
  [
    ["read-also", READ_ALSO_LABELS],
    ["date", DATE_LABELS],
    ["source", SOURCE_LABELS],
    ["keywords", KEYWORD_LABELS],
    ["author", AUTHOR_LABELS],
  ] as const
)
  .flatMap(([kind, labels]) => labels.map((label) => [kind, folded(label)] as const))
  .sort(([, a], [, b]) => b.length - a.length);

const STARTS = FURNITURE_STARTS.map(([reason, start]) => [reason, folded(start)] as const);

/** Rows by the first letter of their words, in their order. */
function byFirstLetter<Row extends readonly [string, string]>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const letters = new Set(rows.map(([, words]) => words.charAt(0)));
  return new Map(
    [...letters].map((letter) => [letter, rows.filter(([, words]) => words.startsWith(letter))]),
  );
}

const LABELS_BY_LETTER = byFirstLetter(LABELS);
const STARTS_BY_LETTER = byFirstLetter(STARTS);

/** The rows that a text may begin with. */
function rowsFor<Row>(rows: ReadonlyMap<string, readonly Row[]>, text: string): readonly Row[] {
  return rows.get(text.charAt(0)) ?? [];
}
const WHOLE_LINES = new Map(FURNITURE_LINES.map(([reason, line]) => [folded(line), reason]));

/** A label needs its colon (a byline's may be a dash or a stroke), unless it stands alone on its line. */
const AFTER_LABEL = /^\s*[:：]\s*/u;
/** Before a headline stands a stroke or dots as well. */
const AFTER_READ_ALSO = /^\s*(?:[:：|]|\.{2,}|…)\s*/u;
const AFTER_BYLINE = /^\s*[:：/]\s*|^\s+[\u0640–-]\s+/u;
const LONGEST_FURNITURE = 200;
/** No label is longer, with all its marks; the rest of a line is not looked at. */
const LONGEST_LABEL = 72;

/** A mark or what is invisible: folded it is nothing. */
const MARK = 0;
/** Folded it is several letters: what begins with it is looked at closer too. */
const ELLIPSIS = 0x2026;
/** Letters as they are folded, for the letters labels are written with. */
const FOLDED_CODES: Uint16Array = Uint16Array.from({ length: 0x700 }, (_, code) => {
  const isLabelLetter = (code >= 0x20 && code < 0x17f) || (code >= 0x600 && code < 0x6ff);
  const letter = String.fromCharCode(code);
  const seen = isLabelLetter ? folded(letter) : letter;
  return seen === "" ? MARK : seen.charCodeAt(0);
});

const CODES = 0x1_0000;

/** Stands where a text has no letter any more; no character is this one. */
const END = 0xffff;

/** Three letters as one number. */
const toBeginning = (first: number, second: number, third: number): number =>
  (first * CODES + second) * CODES + third;

/** A number of few bits for three letters, which most lines tell apart from all labels. */
const toMix = (first: number, second: number, third: number): number =>
  ((first * 31 + second) * 31 + third) % CODES;

const FIRST_LETTERS = [
  ...LABELS,
  ...STARTS,
  ...FURNITURE_LINES.map(([reason, line]) => [reason, folded(line)] as const),
].map(([, words]) => [0, 1, 2].map((at) => foldedCodeAt(words, at)) as [number, number, number]);
const BEGINNINGS: ReadonlySet<number> = new Set(FIRST_LETTERS.map((of) => toBeginning(...of)));
const MIXES: Uint8Array = new Uint8Array(CODES);
for (const letters of FIRST_LETTERS) MIXES[toMix(...letters)] = 1;

function foldedCodeAt(line: string, at: number): number {
  if (at >= line.length) return END;
  const code = line.charCodeAt(at);
  return code === ELLIPSIS ? MARK : (FOLDED_CODES[code] ?? code);
}

/** Whether a line may bear a label, by its first letters: folding every line of a page whole would cost most of its time. */
function mayHaveLabel(line: string): boolean {
  const first = foldedCodeAt(line, 0);
  const second = foldedCodeAt(line, 1);
  const third = foldedCodeAt(line, 2);
  // A mark or invisible among them tells nothing.
  if (first === MARK || second === MARK || third === MARK) return true;
  return (
    isBeginning(first, second, third) ||
    isBeginning(first, second, END) ||
    isBeginning(first, END, END)
  );
}

function isBeginning(first: number, second: number, third: number): boolean {
  return (
    MIXES[toMix(first, second, third)] === 1 && BEGINNINGS.has(toBeginning(first, second, third))
  );
}

function afterLabel(kind: LabelKind): RegExp {
  if (kind === "author") return AFTER_BYLINE;
  return kind === "read-also" ? AFTER_READ_ALSO : AFTER_LABEL;
}

/** «1,204 مشاهدة», «الصفحة 2 من 3» */
const COUNTER = new RegExp(
  `^(?:[\\p{Nd}.,٬٫]+\\s?[kKم]?\\s+(?:${COUNTED.join("|")})|(?:الصفحة|صفحة|Page)\\s+\\p{Nd}+\\s*(?:من|of|/)\\s*\\p{Nd}+)$`,
  "iu",
);

/** «(انتهى) م ص / س ع»: where an agency's report ends, with the initials of its desk. */
const SIGN_OFF = /^\((?:انتهى|انتهى التقرير|يتبع)\)[\s\p{L}./-]{0,25}$|^(?:انتهى|يتبع)\.?$/u;
const ADDRESS = /^\S+@\S+\.\p{L}{2,}$/u;

const SHAPES = [
  ["counter", COUNTER],
  ["sign-off", SIGN_OFF],
  ["address", ADDRESS],
] as const;
const LONGEST_SHAPE = 60;

/** What the shapes begin with, but for addresses, which are told by their sign. */
const OPENS_SHAPE = /[\p{Nd}.,٬٫اصيPp(]/gu;
const OPENS: Uint8Array = new Uint8Array(FOLDED_CODES.length);
for (const { index } of String.fromCharCode(...OPENS.keys()).matchAll(OPENS_SHAPE))
  OPENS[index] = 1;

/** Whether a line may have one of the shapes, by its first letter: most lines are told apart by it. */
function mayHaveShape(line: string): boolean {
  const first = line.charCodeAt(0);
  return first >= OPENS.length || OPENS[first] === 1 || line.includes("@");
}

/** What furniture a short line is by its shape alone; undefined when it is none. */
function shapeOf(line: string): string | undefined {
  if (line.length > LONGEST_SHAPE || !mayHaveShape(line)) return undefined;
  return SHAPES.find(([, shape]) => shape.test(line))?.[0];
}

/** Reads a line's label, if it has one. */
export function readLine(line: string): LabelledLine {
  const shape = shapeOf(line);
  if (shape !== undefined) return { kind: "furniture", reason: shape };
  if (!mayHaveLabel(line)) return { kind: "text" };
  const { text, offsets } = fold(line.slice(0, LONGEST_LABEL));
  for (const [kind, label] of rowsFor(LABELS_BY_LETTER, text)) {
    if (!text.startsWith(label)) continue;
    const rest = line.slice(offsets[label.length] ?? Math.min(line.length, LONGEST_LABEL));
    const colon = afterLabel(kind).exec(rest);
    if (rest.trim() === "" || colon !== null) {
      return { kind, value: rest.slice(colon?.[0].length ?? 0).trim() };
    }
  }
  const whole = line.length <= LONGEST_LABEL ? WHOLE_LINES.get(text.trim()) : undefined;
  if (whole !== undefined) return { kind: "furniture", reason: whole };
  const start = rowsFor(STARTS_BY_LETTER, text).find(([, words]) => text.startsWith(words));
  if (start !== undefined && line.length <= LONGEST_FURNITURE)
    return { kind: "furniture", reason: start[0] };
  return { kind: "text" };
}

const GLUED = READ_ALSO_LABELS.map(folded).sort((a, b) => b.length - a.length);
const SPACE = /\s/u;

/** A read-also label glued to the paragraph it stands before («أخبار ذات صلةأعلن …»): where the paragraph begins; 0 without one. */
export function gluedLabelEnd(paragraph: string): number {
  if (!mayHaveLabel(paragraph)) return 0;
  const { text, offsets } = fold(paragraph.slice(0, LONGEST_LABEL));
  const label = GLUED.find((words) => text.startsWith(words));
  if (label === undefined || label.length === text.length) return 0;
  const next = text.charAt(label.length);
  // After a space the words may be a sentence of their own («ذات صلة بالملف»); glued to a letter they are a label.
  return SPACE.test(next) ? 0 : (offsets[label.length] ?? 0);
}

const OPENS_BRACKET = /[([]/u;
/** The spaces before are taken from their first on: from each of a million the pattern would look through the rest again. */
const IN_BRACKETS = /(?<!\s)\s*[([]([^()[\]\n]{4,160})[)\]]/gu;

/** A paragraph without what leads to other articles in brackets in its midst («(اقرأ أيضا: …)»), and what that was. */
export function withoutBracketedLinks(paragraph: string): {
  readonly text: string;
  readonly links: readonly string[];
} {
  if (!OPENS_BRACKET.test(paragraph)) return { text: paragraph, links: [] };
  const links: string[] = [];
  const text = paragraph.replace(IN_BRACKETS, (bracket: string, inner: string) => {
    const label = readLine(inner.trim());
    if (label.kind !== "read-also" || label.value === "") return bracket;
    links.push(bracket.trim());
    return "";
  });
  return { text, links };
}

const LONGEST_CAPTION = 240;
const CREDIT = new RegExp(
  `[(（]\\s*(?:${CAPTION_CREDITS.join("|")})\\s*[:：][^()]{1,60}\\)$`,
  "iu",
);

/** Whether a line is a picture's caption: it ends in the picture's credit. */
export function isCreditedCaption(line: string): boolean {
  return line.endsWith(")") && line.length <= LONGEST_CAPTION && CREDIT.test(line);
}
