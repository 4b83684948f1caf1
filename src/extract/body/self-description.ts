import type { HtmlPage } from "../html/page.ts";

/** What a page says out of sight of its article's words: evidence that a block is of the body, or is its title or summary. */
export interface SelfDescription {
  /** Whether the linked data has the body's text, and long enough to judge by. */
  readonly hasBody: boolean;
  /** The share of a text's first words that stand in a row in the linked data's body. */
  bodyShare(text: string): number;
  isTitle(text: string): boolean;
  isSummary(text: string): boolean;
}

const ARTICLE_BODY = /"articleBody"\s{0,9}:\s{0,9}"/gu;
const MARKUP = /<[^>]{0,300}>/gu;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const LONGEST_BODY = 200_000;
const LEAST_BODY_WORDS = 60;
const RUN = 3;
const WORDS_LOOKED_AT = 24;
const TITLE_NAMES: ReadonlySet<string> = new Set([
  "og:title",
  "twitter:title",
  "title",
  "headline",
]);
const SUMMARY_NAMES: ReadonlySet<string> = new Set([
  "description",
  "og:description",
  "twitter:description",
]);
const LEAST_TITLE = 12;
const LONGEST_TITLE = 400;
const SUMMARY_START = 50;

/** Reads it from a page's head. */
export function describeSelf({ head }: HtmlPage): SelfDescription {
  const runs = toRuns(longestBody(head.jsonLd));
  const hasBody = runs.known.size > LEAST_BODY_WORDS;
  const metas = (names: ReadonlySet<string>) =>
    head.metas.filter(({ name }) => names.has(name)).map(({ content }) => content);
  // Most of them are the same over and over.
  const distinct = (texts: readonly string[]) => [...new Set(texts)].map(toLetters);
  const titles = distinct([...metas(TITLE_NAMES), head.title ?? ""]);
  const summaries = distinct(metas(SUMMARY_NAMES));
  return {
    hasBody,
    bodyShare: (text) => (hasBody ? shareOf(text, runs) : 0),
    isTitle(text) {
      if (text.length < LEAST_TITLE || text.length > LONGEST_TITLE) return false;
      if (!titles.some((title) => mayBegin(title, text))) return false;
      const letters = toLetters(text);
      return letters.length >= LEAST_TITLE && titles.some((title) => title.startsWith(letters));
    },
    isSummary(text) {
      if (text.length < LEAST_TITLE || !summaries.some((known) => mayBegin(known, text)))
        return false;
      const letters = toLetters(text.slice(0, SUMMARY_START * 2)).slice(0, SUMMARY_START);
      return letters.length >= LEAST_TITLE && summaries.some((known) => known.startsWith(letters));
    },
  };
}

function longestBody(scripts: readonly string[]): string {
  let longest = "";
  for (const script of scripts) {
    let end = 0;
    for (const { 0: key, index } of script.matchAll(ARTICLE_BODY)) {
      if (index < end) continue;
      const start = index + key.length;
      end = stringEnd(script, start);
      if (end - start > longest.length) longest = script.slice(start, end);
    }
  }
  return toText(longest.slice(0, LONGEST_BODY));
}

/** Where a JSON string ends: its quote that no backslash stands before. Walked by hand: a pattern would go back over megabytes. */
function stringEnd(script: string, from: number): number {
  let at = from;
  while (at < script.length) {
    const character = script.charAt(at);
    if (character === '"') return at;
    at += character === "\\" ? 2 : 1;
  }
  return script.length;
}

const ESCAPE = /\\(?:u([\da-fA-F]{4})|(.))/gu;

function toText(written: string): string {
  const text = written.replace(ESCAPE, (_all, code: string | undefined, letter: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return letter === "n" || letter === "r" || letter === "t" ? " " : letter;
  });
  return text.replace(MARKUP, " ");
}

/** Every three words in a row of a body, as numbers made of their places in the list of its words. */
interface Runs {
  readonly numbers: ReadonlyMap<string, number>;
  readonly known: ReadonlySet<number>;
}

/** A run as a number, by how many words there are: most bodies have so few that it is a small one. */
const toRun = (words: number, first: number, second: number, third: number): number =>
  (first * words + second) * words + third;

function toRuns(body: string): Runs {
  const numbers = new Map<string, number>();
  const order: number[] = [];
  for (const word of body.match(WORD) ?? []) {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    order.push(number);
  }
  const known = new Set<number>();
  for (let at = RUN - 1; at < order.length; at += 1) {
    const [first, second, third] = [order[at - 2], order[at - 1], order[at]] as [
      number,
      number,
      number,
    ];
    known.add(toRun(numbers.size, first, second, third));
  }
  return { numbers, known };
}

/** The share of the runs of a text's first words that are runs of the body. */
function shareOf(text: string, { numbers, known }: Runs): number {
  const words = firstWords(text);
  const count = Math.min(words.length, WORDS_LOOKED_AT);
  let [first, second, found] = [-1, -1, 0];
  for (let at = 0; at < count; at += 1) {
    const number = numbers.get(words[at] as string) ?? -1;
    const isKnown = first !== -1 && second !== -1 && number !== -1;
    if (isKnown && known.has(toRun(numbers.size, first, second, number))) found += 1;
    first = second;
    second = number;
  }
  return count < RUN ? 0 : found / (count - RUN + 1);
}

/** Most paragraphs have the words looked at in their first part; the last word of a part may be cut. */
const FIRST_PART = 200;

function firstWords(text: string): readonly string[] {
  const words = text.slice(0, FIRST_PART).match(WORD) ?? [];
  if (text.length <= FIRST_PART || words.length > WORDS_LOOKED_AT) return words;
  return text.match(WORD) ?? [];
}

/** How far two texts are compared letter by letter. */
const COMPARED = 24;
const FIRST_HAMZA = 0x621;
const LAST_YEH = 0x64a;
/** Spaces, dashes, quotation marks and controls: no letter, mark or digit is among them. */
const FIRST_PUNCTUATION = 0x2000;
const LAST_PUNCTUATION = 0x206f;

/**
 * Whether `letters` may begin as a text does, by the first letters of both: most blocks are told apart from a title by them, at a
 * fraction of the cost. What is neither Latin nor Arabic is left to the whole comparison.
 */
function mayBegin(letters: string, text: string): boolean {
  let place = 0;
  for (let at = 0; at < text.length && place < COMPARED; at += 1) {
    const code = lowerCaseOf(text.charCodeAt(at));
    if (code === UNTOLD) return true;
    if (code === NO_LETTER) continue;
    if (letters.charCodeAt(place) !== code) return false;
    place += 1;
  }
  return true;
}

const NO_LETTER = 0;
const UNTOLD = -1;

function lowerCaseOf(code: number): number {
  if (code >= FIRST_HAMZA) {
    if (code <= LAST_YEH) return code;
    return code >= FIRST_PUNCTUATION && code <= LAST_PUNCTUATION ? NO_LETTER : UNTOLD;
  }
  if (code >= 0x80) return UNTOLD;
  if (code >= 0x41 && code <= 0x5a) return code | 0x20;
  const isPlain = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return isPlain ? code : NO_LETTER;
}

/** The letters, marks and digits of a text, in lower case. */
function toLetters(text: string): string {
  let letters = "";
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = lowerCaseOf(text.charCodeAt(at));
    if (code === UNTOLD) return (text.match(WORD) ?? []).join("").toLowerCase();
    if (code !== NO_LETTER) continue;
    if (at > from) letters += text.slice(from, at);
    from = at + 1;
  }
  return (letters + text.slice(from)).toLowerCase();
}
