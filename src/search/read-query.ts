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

type Run = readonly string[];
type Runs = readonly Run[];

/** Behind the beginning of a word; fewer letters begin too many. */
const BEGINS = "*";
const SHORTEST_START = 2;
/** The words that begin so are looked up one by one. */
const MOST_STARTS = 3;

interface Draft {
  readonly words: string[];
  readonly starts: Set<string>;
  readonly either: Run[][];
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

type Operator = "or" | "and" | "not";

/** In capitals alone, as search engines have them: «أو» and "or" are words of headlines. */
const OPERATOR_OF: ReadonlyMap<string, Operator> = new Map([
  ["OR", "or"],
  ["|", "or"],
  ["AND", "and"],
  ["NOT", "not"],
]);

function takeAll(draft: Draft, parts: readonly Part[]): void {
  let before: Runs = [];
  let operator: Operator | null = null;
  for (const part of parts) {
    const next = part.quoted ? undefined : OPERATOR_OF.get(part.written);
    if (next !== undefined) {
      operator = next;
      continue;
    }
    const runs = take(draft, operator === "not" ? { ...part, sign: "-" } : part);
    if (operator === "or" && before.length > 0 && runs.length > 0)
      addAlternatives(draft, before, runs);
    before = runs;
    operator = null;
  }
}

/** A third one goes with the first two. */
function addAlternatives({ either }: Draft, before: Runs, runs: Runs): void {
  const last = either.at(-1);
  if (last !== undefined && before.every((run) => last.includes(run))) last.push(...runs);
  else either.push([...before, ...runs]);
}

/** Takes a part, and returns its words and phrases that an OR may stand between. */
function take(draft: Draft, part: Part): Runs {
  if (part.filter === null && !LONE_FILTER.test(part.written)) return takeRun(draft, part);
  takeFilter(draft, part);
  return [];
}

function takeFilter(draft: Draft, part: Part): void {
  if (part.filter === "source" && part.value.trim() !== "") {
    draft.outlets.push(part.value.trim());
    return;
  }
  const end = part.filter === "from" || part.filter === "to" ? part.filter : null;
  const day = end === null ? null : readDay(part.value, end);
  if (end === null || day === null) draft.faults.push(part.written);
  else draft[end] = { day, written: part.written };
}

function takeRun(draft: Draft, part: Part): Runs {
  // Read twice: letters that stood apart by a mark are initials once they stand side by side, as the normal form writes them.
  const run = foldedWords(foldedWords(part.value).join(" "));
  if (run.length === 0) return [];
  if (!isUnderstood(draft, part, run)) draft.faults.push(part.written);
  else if (part.sign === "+") draft.required.push(run);
  else if (part.sign === "-") draft.excluded.push(run);
  else if (part.quoted && run.length > 1) {
    draft.phrases.push(run);
    return [run];
  } else return takeWords(draft, run, part);
  return [];
}

/** The beginning of a word that a part ends with; null when its asterisk says nothing. */
function startOf({ sign, quoted, value }: Part, run: Run): string | null {
  const last = run.at(-1) ?? "";
  const begins = sign !== "=" && !quoted && value.endsWith(BEGINS);
  return begins && last.length >= SHORTEST_START ? last : null;
}

/** Only a few beginnings are looked up, and those that must or must not occur not at all. */
function isUnderstood({ starts }: Draft, part: Part, run: Run): boolean {
  const start = startOf(part, run);
  if (start === null) return true;
  return part.sign === null && (starts.has(start) || starts.size < MOST_STARTS);
}

function takeWords(draft: Draft, run: Run, part: Part): Runs {
  draft.words.push(...run);
  const start = startOf(part, run);
  if (start !== null) draft.starts.add(start);
  if (part.sign === "=") for (const word of run) draft.literal.add(word);
  // Letters alone are joined to initials later.
  return run.every((word) => word.length > 1) ? run.map((word) => [word]) : [];
}

function toNormal({
  words,
  literal,
  starts,
  either,
  phrases,
  required,
  excluded,
  outlets,
  from,
  to,
}: Omit<ReadQuery, "normal">): string {
  const toWord = (word: string) => {
    if (literal.includes(word)) return `=${word}`;
    return starts.includes(word) ? word + BEGINS : word;
  };
  const quote = (run: Run) => (run.length > 1 ? `"${run.join(" ")}"` : run.join(""));
  const write = (run: Run) => (run.length > 1 ? quote(run) : run.map(toWord).join(""));
  const grouped = new Set(either.flat().map(quote));
  return [
    ...[...words.map((word) => [word]), ...phrases]
      .filter((run) => !grouped.has(quote(run)))
      .map(write),
    ...either.map((runs) => runs.map(write).join(" OR ")),
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
    starts: new Set(),
    either: [],
    phrases: [],
    required: [],
    excluded: [],
    outlets: [],
    faults: [],
    from: null,
    to: null,
  };
  takeAll(draft, splitQuery(text));
  const words = joinInitials(draft.words);
  const once = words.filter((word, at) => words.indexOf(word) === at);
  const literal = once.filter((word) => draft.literal.has(word));
  const starts = once.filter((word) => draft.starts.has(word) && !draft.literal.has(word));
  const query = { ...draft, ...toDays(draft), words, literal, starts };
  return { ...query, normal: toNormal(query) };
}
