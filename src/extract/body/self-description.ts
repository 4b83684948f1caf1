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
  const body = longestBody(head.jsonLd);
  const runs = runsOf(wordsOf(body));
  const hasBody = runs.size > LEAST_BODY_WORDS;
  const metas = (names: ReadonlySet<string>) =>
    head.metas.filter(({ name }) => names.has(name)).map(({ content }) => toLetters(content));
  const titles = [...metas(TITLE_NAMES), toLetters(head.title ?? "")];
  const summaries = metas(SUMMARY_NAMES);
  const titleStarts = new Set(titles.map((title) => title.charAt(0)));
  const summaryStarts = new Set(summaries.map((summary) => summary.charAt(0)));
  return {
    hasBody,
    bodyShare: (text) => (hasBody ? shareOf(wordsOf(text), runs) : 0),
    isTitle(text) {
      if (text.length < LEAST_TITLE || text.length > LONGEST_TITLE) return false;
      if (!beginsLike(text, titleStarts)) return false;
      const letters = toLetters(text);
      return letters.length >= LEAST_TITLE && titles.some((title) => title.startsWith(letters));
    },
    isSummary(text) {
      if (text.length < LEAST_TITLE || !beginsLike(text, summaryStarts)) return false;
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

function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

function runsOf(words: readonly string[]): ReadonlySet<string> {
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= words.length; at += 1) runs.add(words.slice(at, at + RUN).join(" "));
  return runs;
}

function shareOf(words: readonly string[], runs: ReadonlySet<string>): number {
  const last = Math.min(words.length, WORDS_LOOKED_AT) - RUN;
  if (last < 0) return 0;
  let found = 0;
  for (let at = 0; at <= last; at += 1) {
    if (runs.has(words.slice(at, at + RUN).join(" "))) found += 1;
  }
  return found / (last + 1);
}

const FIRST_LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Most blocks are told apart from a title by their first letter, at a fraction of the cost. */
function beginsLike(text: string, starts: ReadonlySet<string>): boolean {
  const [first = ""] = FIRST_LETTER.exec(text) ?? [];
  return starts.has(first.toLowerCase().charAt(0));
}

function toLetters(text: string): string {
  return (text.match(WORD) ?? []).join("").toLowerCase();
}
