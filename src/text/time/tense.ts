import { foldWord } from "../fold.ts";
import type { Source } from "../number/read-number.ts";
import { isFunctionWord } from "../stop-words.ts";
import {
  FUTURE_WORDS,
  NO_FUTURE,
  NOT_PRESENT,
  SAYING_WORDS,
  SCHEDULED_VERBS,
} from "../tables/future-words.ts";
import { CLAUSE_OPENERS } from "../tables/past-verbs.ts";
import type { Token } from "../tokens.ts";
import { doneBy, isEventAhead, isForPurpose } from "./past-verb.ts";

/** Where a sentence puts what it tells: ahead of the publication, or not. "since" is strictly before it, "alone" an expression with no sentence around it. */
export type Tense = "future" | "past" | "since" | "alone";

const FUTURE: ReadonlySet<string> = new Set(FUTURE_WORDS.map(foldWord));
const NOT_FUTURE: ReadonlySet<string> = new Set(NO_FUTURE.map(foldWord));
const SAYING: ReadonlySet<string> = new Set(SAYING_WORDS.map(foldWord));
/** The particle of the future before a verb in the imperfect. */
const FUTURE_VERB = /^[وف]?س[اينت]..+$/u;
const JOINED = /^[وف](?=س)/u;
const AND = /^[وف](?=[يت])/u;
const FIRST_PERSON = /^[وف]?سا/u;
const UNTIL: ReadonlySet<string> = new Set(["حتي", "لغايه"]);
const SINCE: ReadonlySet<string> = new Set(["منذ", "ومنذ"]);
const SCHEDULED: ReadonlySet<string> = new Set(SCHEDULED_VERBS.map(foldWord));
const NO_PRESENT: ReadonlySet<string> = new Set(NOT_PRESENT.map(foldWord));
const OPENERS: ReadonlySet<string> = new Set(CLAUSE_OPENERS.map(foldWord));
/** A date is of a verb as its time: «هاجموها في سبتمبر», «يوم 5 مايو»; «موعد 5 مايو» may be of any day. */
const AT: ReadonlySet<string> = new Set(["في", "وفي", "يوم", "خلال"]);
const LOOKED_BACK = 14;
const DONE_REACH = 6;
const CLOSE_REACH = 4;
const LOOKED_AHEAD = 6;
const SENTENCE_END = /[.!؟?\n]/u;
/** What somebody says begins. */
const OPENING = /(?:^|\s)["«“]$/u;
/** «أن», «بأنه»: what follows is the clause of a verb before the expression. */
const CLAUSE = /^ب?ان(?:ه|ها|هم|هما|نا|ني|ك)?$/u;

/** The tense around the tokens from one to another, by the nearest word that tells, in the sentence before it and else just after. */
export function findTense(source: Source, at: number, next: number): Tense {
  // What lasts until a day lasts beyond the publication.
  const before = source.tokens[at - 1]?.folded ?? "";
  if (UNTIL.has(before)) return "future";
  if (SINCE.has(before)) return "since";
  const last = Math.min(source.tokens.length - 1, next + LOOKED_AHEAD);
  return (
    tenseAlong(source, at - 1, Math.max(0, at - LOOKED_BACK), -1) ??
    tenseAlong(source, next, last, 1) ??
    (isAlone(source, at, next) ? "alone" : "past")
  );
}

/** Whether what is told is over. */
export function isOver(tense: Tense): boolean {
  return tense === "past" || tense === "since";
}

/** Whether what lies «بعد أسبوعين» lies ahead of the publication, and not of something told before: news tells «وتوفي بعد يومين» far more often. */
export function isAhead(source: Source, at: number, next: number): boolean {
  return !isOver(findTense(source, at, next)) || isScheduled(source, at);
}

/** Whether a verb of what was done stands close before an expression that says when. */
export function isDone(source: Source, at: number): boolean {
  const { text, tokens } = source;
  if (!AT.has(tokens[at - 1]?.folded ?? "")) return false;
  let isOfEvent = false;
  for (let i = at - 2; i >= Math.max(0, at - 2 - DONE_REACH); i -= 1) {
    const [token, right] = [tokens[i], tokens[i + 1]];
    if (token === undefined || right === undefined) return false;
    if (isBetweenSentences(text, token.end, right.start) || leadsAway(text, token)) return false;
    const verb = doneBy(source, i);
    if (verb === "close") return !isOfEvent && at - i <= CLOSE_REACH;
    if (verb !== null) return !isOfEvent || verb === "event";
    isOfEvent ||= isEventAhead(token.folded);
  }
  return false;
}

/** What stands behind such a word is another clause, or what something is done for. */
function leadsAway(text: string, token: Token): boolean {
  const { folded } = token;
  if (OPENERS.has(folded) || isForPurpose(folded)) return true;
  return SCHEDULED.has(folded.replace(AND, "")) || isFuture(text, token);
}

function isScheduled({ text, tokens }: Source, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - LOOKED_BACK); i -= 1) {
    const [token, right] = [tokens[i], tokens[i + 1]];
    if (token === undefined || right === undefined) return false;
    if (isBetweenSentences(text, token.end, right.start) || SAYING.has(token.folded)) return false;
    if (SCHEDULED.has(token.folded.replace(AND, "")))
      return !NO_PRESENT.has(tokens[i - 1]?.folded ?? "");
  }
  return false;
}

/** What the first telling word from one token towards another says; null at the end of the sentence, or ahead at the clause of another verb. */
function tenseAlong(source: Source, from: number, to: number, step: 1 | -1): Tense | null {
  for (let i = from; step > 0 ? i <= to : i >= to; i += step) {
    const token = source.tokens[i];
    if (token === undefined || endsSentence(source, i, step)) return null;
    if (step > 0 && opensOther(source, i)) return null;
    if (isFuture(source.text, token)) return "future";
    if (SAYING.has(token.folded)) return "past";
  }
  return null;
}

/** Whether another clause or somebody's words begin at a token. */
function opensOther({ text, tokens }: Source, i: number): boolean {
  const token = tokens[i];
  if (token === undefined || CLAUSE.test(token.folded)) return true;
  return OPENING.test(text.slice(tokens[i - 1]?.end ?? 0, token.start));
}

/** Whether a sentence ends between a token and the one that was looked at before it. */
function endsSentence({ text, tokens }: Source, i: number, step: 1 | -1): boolean {
  const [left, right] = step > 0 ? [tokens[i - 1], tokens[i]] : [tokens[i], tokens[i + 1]];
  return isBetweenSentences(text, left?.end ?? 0, right?.start ?? left?.end ?? 0);
}

function isBetweenSentences(text: string, from: number, to: number): boolean {
  return SENTENCE_END.test(text.slice(from, to));
}

function isFuture(text: string, { start, end, folded }: Token): boolean {
  if (FUTURE.has(folded)) return true;
  if (!FUTURE_VERB.test(folded)) return false;
  // «سأعود» is a verb with its hamza; «ساحة», «وسائل» and many more nouns have none.
  if (FIRST_PERSON.test(folded) && !text.slice(start, end).includes("سأ")) return false;
  return !NOT_FUTURE.has(folded) && !NOT_FUTURE.has(folded.replace(JOINED, ""));
}

/** No word but particles outside it. */
function isAlone({ tokens }: Source, at: number, next: number): boolean {
  const isBare = (index: number) => isFunctionWord(tokens[index]?.folded ?? "");
  for (let i = 0; i < at; i += 1) if (!isBare(i)) return false;
  for (let i = next; i < tokens.length; i += 1) if (!isBare(i)) return false;
  return true;
}
