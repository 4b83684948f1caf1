/** Words between quotation marks. Offsets are UTF-16 units: the marks are outside `start`..`end` and inside `open`..`close`. */
export interface Quotation {
  readonly open: number;
  readonly start: number;
  readonly end: number;
  readonly close: number;
  /** False when the closing mark is missing and the paragraph's end stands for it. */
  readonly closed: boolean;
}

/** What a mark looks like from the letters around it; "?" when spaces do not tell. */
type Side = "open" | "close" | "?";

interface Mark {
  readonly at: number;
  readonly length: number;
  readonly family: "straight" | "curly" | "guillemet" | "single";
  readonly side: Side;
}

const MARKS = /''|["“”„‟″〝〞«»‹›‘’‚]/gu;
const FAMILY: Readonly<Record<string, Mark["family"]>> = {
  "«": "guillemet",
  "»": "guillemet",
  "‹": "guillemet",
  "›": "guillemet",
  "“": "curly",
  "”": "curly",
  "„": "curly",
  "‟": "curly",
  "〝": "curly",
  "〞": "curly",
  "‘": "single",
  "’": "single",
  "‚": "single",
};
const NATURE: Readonly<Record<string, Side>> = {
  "«": "open",
  "»": "close",
  "‹": "open",
  "›": "close",
  "“": "open",
  "”": "close",
  "„": "open",
  "‟": "open",
  "〝": "open",
  "〞": "close",
  "‘": "open",
  "’": "close",
  "‚": "open",
};
const BEFORE_OPENING = /(?:^|[\s([{:،,؛\u0640–—-]|(?:^|[\s([{])[وفبلك]{1,2})$/u;
const AFTER_COLON = /:$/u;
const ENDS_TEXT = /^\s*(?:[.،,؛]|$)/u;
const NOT_AFTER_OPENING = /^(?:[\s.،,؛:؟!)\]}]|$)/u;
const SPACE_OR_NOTHING = /^(?:[\s.،,؛:؟!)\]}–—-]|$)/u;
const SPACE_BEFORE = /(?:^|\s)$/u;
const SENTENCE_STOP = /[.؟!]\s*[^.؟!]*$/u;
/** Letters around a mark that its side is read from. */
const AROUND = 4;

/** The outermost quotations of a text in order, whatever marks they use and whether or not the marks balance. */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let from = 0;
  let running: Quotation | null = null;
  for (const paragraph of text.split("\n")) {
    const to = from + paragraph.length;
    running = readParagraph(text, from, to, running, found);
    from = to + 1;
  }
  if (running !== null) found.push(running);
  return found;
}

/** Adds a paragraph's quotations; gives back the one that its end left open. */
function readParagraph(
  text: string,
  from: number,
  to: number,
  running: Quotation | null,
  found: Quotation[],
): Quotation | null {
  const marks = marksOf(text, from, to);
  const [first] = marks;
  let spans: Quotation[] | null = null;
  if (running !== null) {
    spans = continued(text, marks, running, from, to);
    if (spans === null) found.push(running);
  }
  if (spans === null && first !== undefined) spans = pair(text, marks, to);
  const last = spans?.at(-1);
  if (spans === null || last === undefined) return null;
  found.push(...spans.slice(0, -1));
  if (!last.closed && to < text.length) return last;
  found.push(last);
  return null;
}

/** A quotation that an earlier paragraph left open, when this one opens with a mark again or closes one it did not open. */
function continued(
  text: string,
  marks: readonly Mark[],
  running: Quotation,
  from: number,
  to: number,
): Quotation[] | null {
  const [first] = marks;
  if (first === undefined) return null;
  const reopened = first.side !== "close" && text.slice(from, first.at).trim() === "";
  if (reopened) {
    const [head, ...rest] = pair(text, marks, to);
    return head === undefined
      ? null
      : [{ ...head, open: running.open, start: running.start }, ...rest];
  }
  if (first.side !== "close") return null;
  const whole = {
    open: running.open,
    start: running.start,
    end: first.at,
    close: first.at + first.length,
    closed: true,
  };
  return [whole, ...pair(text, marks.slice(1), to)];
}

function marksOf(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.slice(from, to).matchAll(MARKS)) {
    const at = from + match.index;
    const family = FAMILY[match[0]] ?? "straight";
    const side = sideOf(text, at, match[0]);
    // A lone «’» within a word is an apostrophe.
    if (family === "single" && side === "?") continue;
    marks.push({ at, length: match[0].length, family, side });
  }
  return marks;
}

function sideOf(text: string, at: number, mark: string): Side {
  const before = text.slice(Math.max(0, at - AROUND), at);
  const after = text.slice(at + mark.length, at + mark.length + AROUND);
  // «قال:” سنفتح “»: behind a colon a mark opens, spaces or not.
  if (AFTER_COLON.test(before) && !ENDS_TEXT.test(after)) return "open";
  const opens = BEFORE_OPENING.test(before) && !NOT_AFTER_OPENING.test(after);
  const closes = SPACE_OR_NOTHING.test(after) && !SPACE_BEFORE.test(before);
  const nature = NATURE[mark];
  if (opens && !closes) return "open";
  if (closes && !opens) return "close";
  return nature ?? "?";
}

/** Pairs the marks of a paragraph: as brackets where their sides balance, else each opening with the next that can close it. */
function pair(text: string, marks: readonly Mark[], to: number): Quotation[] {
  return asBrackets(marks) ?? inTurn(text, marks, to);
}

function asBrackets(marks: readonly Mark[]): Quotation[] | null {
  const spans: Quotation[] = [];
  const open: Mark[] = [];
  for (const mark of marks) {
    const top = open.at(-1);
    const closing = mark.side === "close" || (mark.side === "?" && top !== undefined);
    if (!closing) {
      open.push(mark);
      continue;
    }
    if (top === undefined || top.family !== mark.family) return null;
    open.pop();
    if (open.length === 0) spans.push(span(top, mark.at, mark.at + mark.length, true));
  }
  return open.length === 0 ? spans : null;
}

function inTurn(text: string, marks: readonly Mark[], to: number): Quotation[] {
  const spans: Quotation[] = [];
  const parity = marks.length % 2;
  let open: Mark | null = null;
  for (const mark of marks) {
    if (open === null) {
      // With a mark too many, one that can only close closes nothing.
      if (parity === 0 || mark.side !== "close") open = mark;
      continue;
    }
    if (isInner(marks, mark, open)) continue;
    if (parity === 1 && mark.side === "open") {
      spans.push(cut(text, open, mark.at));
      open = mark;
      continue;
    }
    spans.push(span(open, mark.at, mark.at + mark.length, true));
    open = null;
  }
  if (open !== null) spans.push(span(open, to, to, false));
  return spans;
}

/** A mark of another family within a quotation, unless it is the only one left that can close it. */
function isInner(marks: readonly Mark[], mark: Mark, open: Mark): boolean {
  if (mark.family === open.family) return false;
  return mark.side !== "close" || hasLater(marks, mark, open.family);
}

function hasLater(marks: readonly Mark[], after: Mark, family: Mark["family"]): boolean {
  return marks.some((mark) => mark.at > after.at && mark.family === family);
}

/** A quotation that nothing closes before the next opens: it ends with its last whole sentence. */
function cut(text: string, open: Mark, before: number): Quotation {
  const within = text.slice(open.at, before);
  const stop = SENTENCE_STOP.exec(within);
  const end = stop === null ? before : open.at + stop.index + 1;
  return span(open, end, end, false);
}

function span(open: Mark, end: number, close: number, closed: boolean): Quotation {
  return { open: open.at, start: open.at + open.length, end, close, closed };
}
