import type { ReadQuery } from "./types.ts";
import { foldedWords, joinInitials } from "./words.ts";

/** A part of a query: an optional plus, minus or equals sign, an optional `filter:`, then a quoted run or a run without spaces. */
const PART =
  /(?<sign>[-−–+=])?(?:(?<filter>source|from|to|مصدر|المصدر|من|إلى|الى):)?(?:["“”«»](?<quoted>[^"“”«»]*)["“”«»]?|(?<bare>\S+))/giu;
/** A filter that nothing follows; the Arabic ones are words of headlines too. */
const LONE_FILTER = /^(?:source|from|to):$/iu;
const DAY = /^(?<year>\d{4})(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?)?$/u;
/** As the Arabic press writes a day in digits. */
const DAY_FIRST = /^(?:(?<day>\d{1,2})-)?(?<month>\d{1,2})-(?<year>\d{4})$/u;

type Filter = "source" | "from" | "to";

const FILTER_OF: Readonly<Record<string, Filter>> = {
  source: "source",
  مصدر: "source",
  المصدر: "source",
  from: "from",
  من: "from",
  to: "to",
  إلى: "to",
  الى: "to",
};

type Sign = "+" | "-" | "=";

const SIGN_OF: Readonly<Record<string, Sign>> = {
  "+": "+",
  "=": "=",
  "-": "-",
  "−": "-",
  "–": "-",
};

interface Part {
  readonly written: string;
  readonly sign: Sign | null;
  readonly filter: Filter | null;
  readonly quoted: boolean;
  readonly value: string;
}

function splitQuery(text: string): Part[] {
  return [...text.matchAll(PART)].map((match) => {
    const { sign, filter, quoted, bare } = match.groups ?? {};
    return {
      written: match[0],
      sign: SIGN_OF[sign ?? ""] ?? null,
      filter: filter === undefined ? null : (FILTER_OF[filter.toLowerCase()] ?? null),
      quoted: quoted !== undefined,
      value: quoted ?? bare ?? "",
    };
  });
}

/** The first day of what was written for `from:`, the last for `to:`; null when it is no day, month or year of the calendar. */
function readDay(written: string, filter: "from" | "to"): string | null {
  const digits = foldedWords(written).join("-");
  const { year, month, day } = (DAY.exec(digits) ?? DAY_FIRST.exec(digits))?.groups ?? {};
  if (year === undefined) return null;
  const first = [year, month ?? "1", day ?? "1"].map((part) => part.padStart(2, "0")).join("-");
  const instant = Date.parse(first);
  if (Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(first)) return null;
  if (filter === "from" || day !== undefined) return first;
  const after = new Date(instant);
  if (month === undefined) after.setUTCFullYear(after.getUTCFullYear() + 1);
  else after.setUTCMonth(after.getUTCMonth() + 1);
  return new Date(after.getTime() - 1).toISOString().slice(0, 10);
}

interface Draft {
  readonly words: string[];
  readonly literal: Set<string>;
  readonly phrases: string[][];
  readonly required: string[][];
  readonly excluded: string[][];
  readonly outlets: string[];
  readonly faults: string[];
  from: End | null;
  to: End | null;
}

/** One end of the days asked for. */
interface End {
  readonly day: string;
  readonly written: string;
}

function take(draft: Draft, part: Part): void {
  if (part.filter === "source") {
    if (part.value.trim() === "") draft.faults.push(part.written);
    else draft.outlets.push(part.value.trim());
    return;
  }
  if (part.filter !== null) {
    const day = readDay(part.value, part.filter);
    if (day === null) draft.faults.push(part.written);
    else draft[part.filter] = { day, written: part.written };
    return;
  }
  if (LONE_FILTER.test(part.written)) draft.faults.push(part.written);
  else takeRun(draft, part);
}

function takeRun(draft: Draft, part: Part): void {
  // Read twice: letters that stood apart by a mark are initials once they stand side by side, as the normal form writes them.
  const run = foldedWords(foldedWords(part.value).join(" "));
  if (run.length === 0) return;
  if (part.sign === "+") draft.required.push(run);
  else if (part.sign === "-") draft.excluded.push(run);
  else if (part.quoted && run.length > 1) draft.phrases.push(run);
  else takeWords(draft, run, part.sign === "=");
}

function takeWords(draft: Draft, run: readonly string[], literal: boolean): void {
  draft.words.push(...run);
  if (literal) for (const word of run) draft.literal.add(word);
}

function toNormal({
  words,
  literal,
  phrases,
  required,
  excluded,
  outlets,
  from,
  to,
}: Omit<ReadQuery, "normal">): string {
  const quote = (run: readonly string[]) => (run.length > 1 ? `"${run.join(" ")}"` : run.join(""));
  return [
    ...words.map((word) => (literal.includes(word) ? `=${word}` : word)),
    ...phrases.map(quote),
    ...required.map((run) => `+${quote(run)}`),
    ...excluded.map((run) => `-${quote(run)}`),
    ...outlets.map((outlet) => `source:"${outlet}"`),
    ...(from === null ? [] : [`from:${from}`]),
    ...(to === null ? [] : [`to:${to}`]),
  ].join(" ");
}

/** Days that end before they begin are none, and are named rather than answered with nothing. */
function toDays({ from, to, faults }: Draft): Pick<ReadQuery, "from" | "to" | "faults"> {
  if (from === null || to === null || from.day <= to.day)
    return { from: from?.day ?? null, to: to?.day ?? null, faults };
  return { from: null, to: null, faults: [...faults, `${from.written} ${to.written}`] };
}

/** Whether a query asks for nothing: no word, outlet or day of it was understood. */
export function isEmpty(query: ReadQuery): boolean {
  return query.normal === "";
}

/** Reads what a person typed. Never fails: what it cannot understand is named in `faults` and not searched for. */
export function readQuery(text: string): ReadQuery {
  const draft: Draft = {
    words: [],
    literal: new Set(),
    phrases: [],
    required: [],
    excluded: [],
    outlets: [],
    faults: [],
    from: null,
    to: null,
  };
  for (const part of splitQuery(text)) take(draft, part);
  const words = joinInitials(draft.words);
  const literal = words.filter((word, at) => draft.literal.has(word) && words.indexOf(word) === at);
  const query = { ...draft, ...toDays(draft), words, literal };
  return { ...query, normal: toNormal(query) };
}
