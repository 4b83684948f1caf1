import { aboutAuthorFrom, isBylineOf, signedBelow } from "./about-author.ts";
import { isAboveTitle, isDateAlone } from "./above-text.ts";
import { findAgency } from "./agencies.ts";
import { findDateline } from "./dateline.ts";
import type { ExtractedDate, ExtractedDateline, Removal, TextArticle } from "./extraction.ts";
import { splitKeywords } from "./keywords.ts";
import { gluedLabelEnd, isCreditedCaption, readLine, withoutBracketedLinks } from "./lines.ts";
import { findReporter } from "./reporter.ts";
import { parseWrittenDate } from "./written-date.ts";

/** A paragraph this long is prose; shorter lines may be headlines, labels, captions. */
export const LEAST_PARAGRAPH = 160;
const LONGEST_TITLE = 200;
/** A line this long is not written twice by chance. */
const LEAST_REPEAT = 80;
export const SENTENCE_END: RegExp = /[.؟!]["»”)]*$/u;

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal obeys; wrongly decoded text may need it until it is repaired, so it goes last
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/gu;

/** A time, a counter, a page number: a line of them says nothing. */
const NUMBERS = /^[\d٠-٩۰-۹\sTZ:+/.,،|-]+$/u;

interface Draft {
  title: string | null;
  readonly paragraphs: string[];
  /** How many paragraphs stood above the title where it is printed; 0 when it is not, or stands first. */
  aboveTitle: number;
  /** Who is known to have written it, and the day it is known to be of. */
  readonly knownAuthor: string | null;
  readonly knownDay: string | null;
  readonly seen: Set<string>;
  published: ExtractedDate | null;
  author: string | null;
  source: string | null;
  keywordLine: string;
}

/** What is known of an article before its lines are read. */
interface KnownOfRecord {
  readonly title: string | null;
  readonly author?: string | null;
  readonly day?: string | null;
  readonly lead: boolean;
}

/**
 * Reads the lines of one article: labels off and into their fields, repeats and furniture off, what is left is the text.
 * `title`, `author` and `day` are what is known of it from elsewhere; without a title the first line may be it.
 */
export function readRecord(
  lines: readonly string[],
  { title, author = null, day = null, lead }: KnownOfRecord,
  removed: Removal[],
): TextArticle {
  const draft: Draft = {
    title,
    paragraphs: [],
    aboveTitle: 0,
    knownAuthor: author,
    knownDay: day,
    seen: new Set(),
    published: null,
    author: null,
    source: null,
    keywordLine: "",
  };
  const [first = "", ...rest] = lines;
  const titled = title === null && isTitle(first, rest);
  if (titled) draft.title = first;
  for (const line of titled ? rest : lines) takeLine(draft, line, removed);
  takeAboveTitle(draft, removed);
  if (author === null) draft.author ??= signedBelow(draft.paragraphs);
  for (const about of draft.paragraphs.splice(
    aboutAuthorFrom(draft.paragraphs, author ?? draft.author),
  ))
    removed.push({ step: "labels", reason: "about the author", text: about });
  const dateline = takeDateline(draft, removed);
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
  const { text, links } = withoutBracketedLinks(line.slice(glued));
  for (const link of links)
    removed.push({ step: "labels", reason: "link within a paragraph", text: link });
  const paragraph = text.replace(CONTROL, "").trim();
  // Pages print a body twice, and captions beside their pictures: the same words are one paragraph.
  if (
    paragraph === draft.title ||
    (paragraph.length >= LEAST_REPEAT && draft.seen.has(paragraph))
  ) {
    removed.push({ step: "repeats", reason: "printed before", text: paragraph });
    if (paragraph === draft.title && draft.aboveTitle === 0)
      draft.aboveTitle = draft.paragraphs.length;
    return;
  }
  const reason = whyNoText(draft, paragraph);
  if (reason !== null) {
    removed.push({ step: "labels", reason, text: paragraph });
    const date = reason === "author alone" ? null : parseWrittenDate(paragraph);
    if (date !== null && reason !== "caption") draft.published ??= { ...date, from: "byline" };
    return;
  }
  draft.seen.add(paragraph);
  if (paragraph !== "") draft.paragraphs.push(paragraph);
}

/** Whether no paragraph of the text was read yet: what stood above the printed title is none. */
function isAboveText({ paragraphs, aboveTitle }: Draft): boolean {
  return paragraphs.length === aboveTitle && isAboveTitle(paragraphs);
}

/** Below the lead the date of publication may stand alone; farther down, dates head what happened on them. */
const MOST_BEFORE_DATE = 2;

function isOwnDate({ paragraphs, knownDay }: Draft, line: string): boolean {
  if (knownDay === null || paragraphs.length > MOST_BEFORE_DATE || !isDateAlone(line)) return false;
  return parseWrittenDate(line)?.at.slice(0, 10) === knownDay;
}

/** Why a line is no part of the text; null when it is one. */
function whyNoText(draft: Draft, line: string): string | null {
  if (isCreditedCaption(line)) return "caption";
  if (isAboveText(draft)) return whyAboveText(draft, line);
  return isOwnDate(draft, line) ? "date alone" : null;
}

/** Why a line before the first paragraph is no part of the text; null when it is one. */
function whyAboveText({ knownAuthor }: Draft, line: string): string | null {
  if (NUMBERS.test(line)) return "numbers alone";
  if (isBylineOf(knownAuthor, line)) return "author alone";
  return isDateAlone(line) ? "date alone" : null;
}

/** Takes off kickers, names of sections and tickers that stand above the title where it is printed, when the text is what follows. */
function takeAboveTitle({ paragraphs, aboveTitle }: Draft, removed: Removal[]): void {
  const above = paragraphs.slice(0, aboveTitle);
  if (above.length === 0 || !isAboveTitle(above)) return;
  const text = paragraphs.slice(aboveTitle);
  if (text.join("").length <= above.join("").length) return;
  paragraphs.splice(0, aboveTitle);
  for (const line of above)
    removed.push({ step: "repeats", reason: "above the title", text: line });
}

/** Reads the dateline of the first paragraph. It is taken off when it has a line of its own; before a sentence it stays, as published. */
function takeDateline(draft: Draft, removed: Removal[]): ExtractedDateline | null {
  const { paragraphs } = draft;
  const [first = ""] = paragraphs;
  const found = findDateline(first) ?? creditAlone(first);
  if (found === null) return null;
  draft.author ??= findReporter(first.slice(0, found.end));
  if (first.slice(found.end).trim() === "") {
    removed.push({ step: "dateline", reason: "read as dateline", text: first });
    paragraphs.shift();
  }
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
