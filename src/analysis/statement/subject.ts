import type { Cast, Figure } from "./cast.ts";
import type { Agreement } from "./cue-forms.ts";
import type { Frame } from "./frames.ts";
import { type NounPhrase, readNounPhrase } from "./noun-phrase.ts";
import { gapBefore, type Prose, wordAt } from "./prose.ts";
import { endsPhrase, interrupts } from "./word-kinds.ts";

interface Past {
  readonly figure: Figure;
  readonly agrees: Agreement;
}

const CLAUSE_WORD = /^[وف]?ب?ان(?:ه|ها|هم)?$/u;
const RELATIVE: ReadonlySet<string> = new Set([
  "الذي",
  "التي",
  "الذين",
  "والذي",
  "والتي",
  "والذين",
]);
const AUXILIARY: ReadonlySet<string> = new Set(
  "كان كانت كانوا قد وقد ايضا كذلك بدوره بدورها نفسه نفسها امس اليوم هنا سبق".split(" "),
);
const STARTERS: ReadonlySet<string> = new Set(
  "وكان وكانت كان كانت وكانوا قد وقد لكن ولكن كما فيما بينما حيث الا اما واما غير وسبق سبق".split(
    " ",
  ),
);
const BREAK = /[،,؛:.؟!\n]/u;
/** Words between a subject and its verb that may be auxiliaries or adverbs. */
const MOST_BETWEEN = 3;
const LEADING_WAW = /^و(?=...)/u;

/** The speakers of an article so far, the latest last. Mutable. */
export class Speakers {
  private readonly past: Past[] = [];

  add(figure: Figure, agrees: Agreement): void {
    this.past.push({ figure, agrees });
  }

  /** The latest speaker whom a verb form can mean. */
  latest(agrees: Agreement): Figure | null {
    for (let k = this.past.length - 1; k >= 0; k -= 1) {
      const past = this.past[k];
      if (past !== undefined && fits(past.agrees, agrees)) return past.figure;
    }
    return this.past.at(-1)?.figure ?? null;
  }

  latestMedium(): Figure | null {
    return this.past.findLast(({ figure }) => figure.kind === "medium")?.figure ?? null;
  }
}

function fits(past: Agreement, form: Agreement): boolean {
  return past === form || past === "?" || form === "?";
}

/** A subject that stands before its verb: «الوزير قال», «وكان المتحدث قد أعلن». */
export function subjectBefore(prose: Prose, frame: Frame): NounPhrase | null {
  const { at, unit } = frame;
  if (at === unit.from) return null;
  for (const start of startsBefore(prose, frame)) {
    const phrase = phraseAt(prose, start, at);
    if (phrase !== null && onlyAuxiliaries(prose, phrase.to, at)) return phrase;
  }
  return null;
}

function phraseAt(prose: Prose, start: number, at: number): NounPhrase | null {
  const whole = readNounPhrase(prose, start, at);
  if (whole !== null || endsPhrase(wordAt(prose, start))) return whole;
  return LEADING_WAW.test(wordAt(prose, start)) ? readNounPhrase(prose, start, at, 1) : null;
}

/** Where the subject of a verb may begin: at its clause's start, else after the last comma. */
function startsBefore(prose: Prose, { at, unit }: Frame): number[] {
  const starts: number[] = [];
  let clause = unit.from;
  for (let k = at - 1; k > unit.from; k -= 1) {
    if (prose.within[k] !== -1) continue;
    if (CLAUSE_WORD.test(wordAt(prose, k - 1)) || STARTERS.has(wordAt(prose, k - 1))) {
      clause = k;
      break;
    }
    if (BREAK.test(gapBefore(prose, k))) starts.push(k);
  }
  while (clause < at && STARTERS.has(wordAt(prose, clause))) clause += 1;
  return [clause, ...starts];
}

function onlyAuxiliaries(prose: Prose, from: number, at: number): boolean {
  if (from > at || at - from > MOST_BETWEEN) return false;
  for (let k = from; k < at; k += 1) {
    const word = wordAt(prose, k);
    if (!AUXILIARY.has(word) && !interrupts(word)) return false;
  }
  return true;
}

/** «… الوزير الذي قال»: whom the relative pronoun before a verb stands for. */
export function antecedent(prose: Prose, cast: Cast, { at }: Frame): Figure | null | "hidden" {
  let k = at - 1;
  while (AUXILIARY.has(wordAt(prose, k))) k -= 1;
  if (!RELATIVE.has(wordAt(prose, k))) return null;
  return cast.endingAt(k) ?? cast.surnamed(wordAt(prose, k - 1), at) ?? "hidden";
}
