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
const ARABIC_LETTER = /\p{Script=Arabic}/u;
const WORD_BEFORE = /[\p{L}\p{M}\u0640.]+$/u;
const ELLIPSIS = /^(?:\.{2,}|…)/u;
const CONTINUES = /^\s*[،؛,;:)\]»”]/u;
const MARKS = /[\p{M}\u0640.]/gu;

const SHORT_FORMS: ReadonlySet<string> = new Set(ABBREVIATIONS);

/** Splits news prose into sentences. A line break always ends one; a stop does when what stands around it says so. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let lineStart = 0;
  for (const line of text.split("\n")) {
    let start = lineStart;
    for (const stop of line.matchAll(STOP)) {
      const end = stop.index + stop[0].length;
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
  if (!stop.startsWith(".") && !stop.startsWith("…")) return true;
  const before = line.charAt(at - 1);
  if (DIGIT.test(before) && DIGIT.test(after)) return false;
  if (ELLIPSIS.test(stop)) return after === "" || SPACE.test(after);
  const word = (WORD_BEFORE.exec(line.slice(Math.max(0, at - 24), at))?.[0] ?? "").replace(
    MARKS,
    "",
  );
  if (isInitial(line, at, word) || SHORT_FORMS.has(word)) return false;
  if (after === "" || SPACE.test(after)) return true;
  // A stop glued to the next sentence, as pages do; Latin letters there are an address.
  return ARABIC_LETTER.test(after) && (word.length > 2 || DIGIT.test(before));
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
