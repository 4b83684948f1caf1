import { findAgency } from "./agencies.ts";
import { findDateline } from "./dateline.ts";
import type {
  ExtractedDate,
  ExtractedDateline,
  Refusal,
  Removal,
  TextArticle,
  TextExtraction,
} from "./extraction.ts";
import { splitKeywords } from "./keywords.ts";
import { gluedLabelEnd, readLine } from "./lines.ts";
import { parseWrittenDate } from "./written-date.ts";

const LARGEST_PAGE = 16 * 1024 * 1024;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary data from text
const CONTROL = /[\u0000-\u0008\u000E-\u001F]/gu;
const MOST_CONTROL_SHARE = 0.01;
const LETTER = /\p{L}/u;
const LINE_END = /\r\n|\r|\n/u;
/** A page with fewer letters has no article. */
const LEAST_LETTERS = 40;
/** What follows a read-also label is an article only when one of its paragraphs is this long; else it is a list of links. */
const LEAST_PARAGRAPH = 160;
const LONGEST_TITLE = 200;
const SENTENCE_END = /[.؟!]["»”)]*$/u;

/** Finds the articles of a page given as plain text. Never throws: a page without one gives the reason. */
export function extractText(page: string): TextExtraction {
  const refusal = refuse(page);
  if (refusal !== null) return { ok: false, reason: refusal, removed: [] };
  const lines = page
    .split(LINE_END)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const removed: Removal[] = [];
  const articles = splitRecords(lines, removed)
    .map((record, at) => toExtracted(record, at === 0, removed))
    .filter((article) => countLetters(article.text) >= LEAST_LETTERS);
  if (articles.length === 0) return { ok: false, reason: "too-short", removed };
  return { ok: true, articles, removed };
}

function refuse(page: string): Refusal | null {
  if (page.length > LARGEST_PAGE) return "too-large";
  if (page.trim() === "") return "empty";
  if ((page.match(CONTROL)?.length ?? 0) / page.length > MOST_CONTROL_SHARE) return "not-text";
  return countLetters(page) < LEAST_LETTERS ? "too-short" : null;
}

/** Counts up to the least that matters; a page is not read to its end for it. */
function countLetters(text: string): number {
  let letters = 0;
  for (const character of text) {
    if (LETTER.test(character)) letters += 1;
    if (letters >= LEAST_LETTERS) break;
  }
  return letters;
}

/** Cuts a page at read-also labels that a whole article follows; other such labels are dropped with their links. */
function splitRecords(lines: readonly string[], removed: Removal[]): string[][] {
  let current: string[] = [];
  const records = [current];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const label = readLine(line);
    if (label.kind !== "read-also") {
      current.push(line);
      continue;
    }
    removed.push({ step: "split", reason: "read-also label", text: line });
    if (label.value !== "") continue;
    const links = countLinks(lines, at + 1);
    if (opensArticle(lines, at + 1, links) && current.length > 0) {
      current = [];
      records.push(current);
      continue;
    }
    for (let link = at + 1; link <= at + links; link += 1) {
      removed.push({ step: "split", reason: "read-also link", text: lines[link] ?? "" });
    }
    at += links;
  }
  return records;
}

/** How many short lines, as headlines are, stand from here on before a paragraph or another label. */
function countLinks(lines: readonly string[], from: number): number {
  let count = 0;
  while (isLink(lines[from + count])) count += 1;
  return count;
}

/** A headline is short and is no sentence with its stop. */
function isLink(line: string | undefined): boolean {
  if (line === undefined || line.length >= LEAST_PARAGRAPH || SENTENCE_END.test(line)) return false;
  return readLine(line).kind === "text" && findDateline(line) === null;
}

/** After a headline, how many lines a promotion, a byline and a dateline may take before the first paragraph. */
const MOST_LINES_BEFORE_BODY = 4;

/** One headline and soon a paragraph: another article. Several headlines: a list, and what follows is the same article going on. */
function opensArticle(lines: readonly string[], from: number, links: number): boolean {
  if (links !== 1) return false;
  const next = lines.slice(from + 1, from + 1 + MOST_LINES_BEFORE_BODY);
  return next.some((line) => line.length >= LEAST_PARAGRAPH);
}

interface Draft {
  title: string | null;
  readonly paragraphs: string[];
  published: ExtractedDate | null;
  author: string | null;
  source: string | null;
  keywordLine: string;
}

function toExtracted(lines: readonly string[], lead: boolean, removed: Removal[]): TextArticle {
  const draft: Draft = {
    title: null,
    paragraphs: [],
    published: null,
    author: null,
    source: null,
    keywordLine: "",
  };
  const [first = "", ...rest] = lines;
  const titled = isTitle(first, rest);
  if (titled) draft.title = first;
  for (const line of titled ? rest : lines) takeLine(draft, line, removed);
  const dateline = takeDateline(draft.paragraphs, removed);
  const text = draft.paragraphs.join("\n");
  return {
    title: draft.title,
    text,
    published: draft.published,
    author: draft.author,
    source: draft.source,
    dateline,
    keywords:
      draft.keywordLine === ""
        ? []
        : splitKeywords(draft.keywordLine, `${draft.title ?? ""}\n${text}`),
    lead,
  };
}

/** A headline is short, is not a sentence with its stop, bears no label or dateline, and something follows it. */
function isTitle(line: string, rest: readonly string[]): boolean {
  if (rest.length === 0 || line.length > LONGEST_TITLE || SENTENCE_END.test(line)) return false;
  return readLine(line).kind === "text" && findDateline(line) === null;
}

function takeLine(draft: Draft, line: string, removed: Removal[]): void {
  const label = readLine(line);
  if (label.kind === "text") {
    takeParagraph(draft, line, removed);
    return;
  }
  const reason = label.kind === "furniture" ? label.reason : `${label.kind} label`;
  removed.push({ step: "labels", reason, text: line });
  if (label.kind === "date") {
    const date = parseWrittenDate(label.value);
    if (date !== null) draft.published ??= { ...date, from: "label" };
  } else if (label.kind === "source") {
    if (label.value !== "") draft.source ??= label.value;
  } else if (label.kind === "keywords") {
    if (draft.keywordLine === "") draft.keywordLine = label.value;
  } else if (label.kind === "author" && label.value !== "") {
    draft.author ??= label.value;
  }
}

function takeParagraph(draft: Draft, line: string, removed: Removal[]): void {
  const glued = gluedLabelEnd(line);
  if (glued > 0)
    removed.push({
      step: "labels",
      reason: "label glued to a paragraph",
      text: line.slice(0, glued),
    });
  const paragraph = line.slice(glued).trim();
  // Pages print a body twice, and captions beside their pictures: the same words are one paragraph.
  if (
    paragraph === draft.title ||
    (paragraph.length >= LEAST_PARAGRAPH && draft.paragraphs.includes(paragraph))
  ) {
    removed.push({ step: "repeats", reason: "printed before", text: paragraph });
    return;
  }
  if (paragraph !== "") draft.paragraphs.push(paragraph);
}

/** Takes the dateline off the first paragraph, or off the page when it has a line of its own. */
function takeDateline(paragraphs: string[], removed: Removal[]): ExtractedDateline | null {
  const [first = ""] = paragraphs;
  const found = findDateline(first) ?? creditAlone(first);
  if (found === null) return null;
  removed.push({ step: "dateline", reason: "read as dateline", text: first.slice(0, found.end) });
  const rest = first.slice(found.end).trim();
  if (rest === "") paragraphs.shift();
  else paragraphs[0] = rest;
  return { place: found.place, credit: found.credit };
}

const LONGEST_CREDIT_LINE = 30;

/** A first line that is an agency's name and nothing else. */
function creditAlone(
  line: string,
): { readonly place: null; readonly credit: string[]; readonly end: number } | null {
  if (line.length > LONGEST_CREDIT_LINE || findAgency(line) === null) return null;
  return { place: null, credit: [line], end: line.length };
}
