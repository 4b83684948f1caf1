import { foldWord } from "../fold.ts";
import type { Source } from "../number/read-number.ts";
import {
  EVENTS_AHEAD,
  LIKE_VERBS,
  PAST_VERBS,
  TOLD_VERBS,
  TREND_VERBS,
  VERBS_OF_EVENTS,
} from "../tables/past-verbs.ts";

/** How far the time of a verb may be from it: "close" only right behind it, "event" also behind an event, "far" behind what it was done to. */
export type Done = "close" | "event" | "far";

const FOLDED_ENDS = "ىة";
const MARKS = /[\p{M}\u0640]+$/u;
const DONE: ReadonlyMap<string, Done> = new Map([
  ...PAST_VERBS.map((verb) => [keyOf(verb), "far"] as const),
  ...[...TOLD_VERBS, ...TREND_VERBS].map((verb) => [keyOf(verb), "close"] as const),
  ...VERBS_OF_EVENTS.map((verb) => [keyOf(verb), "event"] as const),
]);
const NOUNS: ReadonlySet<string> = new Set(LIKE_VERBS.map(foldWord));
const RELATIVES: ReadonlySet<string> = new Set("الذي التي الذين والذي والتي".split(" "));
const EVENTS: ReadonlySet<string> = new Set(EVENTS_AHEAD.map(foldWord));
/** «كأن» folds to «كان». */
const AS_IF = /^[وف]?كأن/u;
const WITH_OBJECT = /(?:ه|ها|هم)$/u;
const CONJUNCTION = /^[وف]/u;
const JOINED = /^[وف]?(?:لل|[بكل]?ال|[بل])?/u;
const FOR = /^[وف]?ل/u;
/** «لتسليم», «للترشح», «لاختيار», «لاستقبال», «لمناقشة»: a verbal noun with لـ, by its pattern. */
const PURPOSE = /^[وف]?(?:لل?(?:ت..ي.|ا(?:.ت|ن.).ا.|است..ا.|م.ا..ه)|للت...)$/u;

/** The verb of what was done at a token; null for none. «تولي» is no «تولى» and «قادة» no «قاده»: the last letter counts as written. */
export function doneBy({ text, tokens }: Source, at: number): Done | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const { folded, start, end } = token;
  if (NOUNS.has(folded) && !RELATIVES.has(tokens[at - 1]?.folded ?? "")) return null;
  const written = text.slice(start, end);
  if (AS_IF.test(written)) return null;
  const key = withWrittenEnd(folded, written);
  // «وزارته» is a ministry: what is joined goes from one end only.
  const forms = [key, key.replace(WITH_OBJECT, ""), key.replace(CONJUNCTION, "")];
  for (const form of forms) {
    const done = DONE.get(form);
    if (done !== undefined) return done;
  }
  return null;
}

/** Whether a folded word names an event or an office that lies ahead. */
export function isEventAhead(folded: string): boolean {
  return EVENTS.has(folded) || EVENTS.has(folded.replace(JOINED, ""));
}

/** Whether a folded word tells what something is done for: «للتسليم», «لانتخابات», «للقمة». */
export function isForPurpose(folded: string): boolean {
  return PURPOSE.test(folded) || (FOR.test(folded) && isEventAhead(folded));
}

function keyOf(word: string): string {
  return withWrittenEnd(foldWord(word), word);
}

/** A folded word with a last letter that folding takes for another. */
function withWrittenEnd(folded: string, written: string): string {
  const last = written.replace(MARKS, "").at(-1) ?? "";
  return FOLDED_ENDS.includes(last) && last !== "" ? folded.slice(0, -1) + last : folded;
}
