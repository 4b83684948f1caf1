import { ABBREVIATIONS } from "./tables/abbreviations.ts";

/** A sentence of a text. `start` and `end` are UTF-16 offsets into the text as written. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Stops with the closing marks that belong to them. Two dots are the news trade's ellipsis. */
const STOP = /(?:[.!?؟۔…]+)["'”’»)\]]*/gu;
const DIGIT = /[0-9\u0660-\u0669\u06F0-\u06F9]/u;
const SPACE = /\s/u;
const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;
const ARABIC_LETTER = /\p{Script=Arabic}/u;
const WORD_BEFORE = /[\p{L}\p{M}\u0640.]+$/u;
const ELLIPSIS = /^(?:\.{2,}|…)/u;
const CONTINUES = /^\s*[،؛,;:)\]»”]/u;
const OPENED = /[([]\s*$/u;
const CLOSING = /["'”’»)\]]/u;
/** «أ.ف.ب», «م.ك»: letters one by one, a stop between. */
const DOTTED_LETTERS = /(?<!\p{L})\p{L}(?:\.\s?\p{L})+$/u;
/** «إن.إتش.كيه», «المدار.كوم»: a name spelled with stops. */
const DOTTED_NAME =
  /(?<!\p{L})\p{L}{1,5}(?:\.\p{L}{1,5}){2,}(?!\p{L})|\p{L}\.(?:كوم|نت|أورغ)(?!\p{L})/u;
const LONGEST_NAME = 24;
/** The number of an item that stands first in its line or after a colon. */
const ITEM_NUMBER = /(?:^|:\s)\s*\p{Nd}{1,2}$/u;
const MARKS = /[\p{M}\u0640.]/gu;

const HAMZA = 0x06_21;
const TATWEEL = 0x06_40;
const YEH = 0x06_4a;

const SHORT_FORMS: ReadonlySet<string> = new Set(ABBREVIATIONS);

/** Splits news prose into sentences. A line break always ends one; a stop does when what stands around it says so. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let lineStart = 0;
  for (const line of text.split("\n")) {
    let start = lineStart;
    for (const stop of line.matchAll(STOP)) {
      const end = stop.index + stop[0].length;
      if (isItemNumber(line, start - lineStart, stop.index, stop[0])) continue;
      if (!endsSentence(line, stop.index, stop[0], end)) continue;
      pushTrimmed(sentences, text, start, lineStart + end);
      start = lineStart + end;
    }
    pushTrimmed(sentences, text, start, lineStart + line.length);
    lineStart += line.length + 1;
  }
  return sentences;
}

function endsSentence(line: string, at: number, stop: string, end: number): boolean {
  const after = line.charAt(end);
  if (after !== "" && CONTINUES.test(line.slice(end, end + 3))) return false;
  // A mark with Latin letters or digits glued to it stands in an address.
  if (!stop.startsWith(".") && !stop.startsWith("…"))
    return ARABIC_LETTER.test(after) || !LETTER_OR_DIGIT.test(after);
  const before = line.charAt(at - 1);
  if (DIGIT.test(before) && DIGIT.test(after)) return false;
  // «(...)» stands for words left out of a quotation.
  if (ELLIPSIS.test(stop)) return !OPENED.test(line.slice(0, at)) && isOpen(after);
  return !isAbbreviation(line, at) && (isOpen(after) || isGlued(line, at, after));
}

function isOpen(after: string): boolean {
  return after === "" || SPACE.test(after);
}

function wordBefore(line: string, at: number): string {
  const from = Math.max(0, at - LONGEST_NAME);
  let start = at;
  while (start > from && isPlainLetter(line, start - 1)) start -= 1;
  // Nearly every word before a stop is of plain letters between two spaces: told without the pattern.
  if (start === from || line.charAt(start - 1) === " ") return line.slice(start, at);
  const written = WORD_BEFORE.exec(line.slice(from, at))?.[0] ?? "";
  return written.replace(MARKS, "");
}

function isPlainLetter(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  return code >= HAMZA && code <= YEH && code !== TATWEEL;
}

function isAbbreviation(line: string, at: number): boolean {
  const word = wordBefore(line, at);
  const before = line.slice(Math.max(0, at - LONGEST_NAME), at);
  return (
    (before.includes(".") && DOTTED_LETTERS.test(before)) ||
    isInitial(line, at, word) ||
    SHORT_FORMS.has(word)
  );
}

/** The written word around a place, marks and all. */
function writtenAround(line: string, at: number): string {
  let from = at;
  let to = at;
  while (from > 0 && !SPACE.test(line.charAt(from - 1)) && at - from < LONGEST_NAME) from -= 1;
  while (to < line.length && !SPACE.test(line.charAt(to)) && to - at < LONGEST_NAME) to += 1;
  return line.slice(from, to);
}

/** A stop glued to the next sentence, as pages do; Latin letters there are an address. */
function isGlued(line: string, at: number, after: string): boolean {
  if (DOTTED_NAME.test(writtenAround(line, at))) return false;
  const before = line.charAt(at - 1);
  const closed = DIGIT.test(before) || CLOSING.test(before);
  return ARABIC_LETTER.test(after) && (closed || wordBefore(line, at).length > 2);
}

function isItemNumber(line: string, start: number, at: number, stop: string): boolean {
  if (stop !== "." || isPlainLetter(line, at - 1)) return false;
  return ITEM_NUMBER.test(line.slice(start, at));
}

/** «د. سالم», «أ.ف.ب», «H. G. Wells»: a letter by itself is an abbreviation, not the end of a thought. */
function isInitial(line: string, at: number, word: string): boolean {
  if ([...word].length !== 1) return false;
  const before = line.charAt(at - 2);
  return before === "" || !LETTER.test(before);
}

function pushTrimmed(sentences: Sentence[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && SPACE.test(text.charAt(start))) start += 1;
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1;
  if (end > start) sentences.push({ start, end });
}
