import type { Cast } from "./cast.ts";
import { type Agreement, isHomograph } from "./cue-forms.ts";
import type { Figure } from "./figure.ts";
import type { Frame } from "./frames.ts";
import { type NounPhrase, readNounPhrase } from "./noun-phrase.ts";
import { gapBefore, type Prose, wordAt } from "./prose.ts";
import { readSubject } from "./read-subject.ts";
import { endsPhrase, headKind, interrupts, isChannel } from "./word-kinds.ts";

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
/** A relative clause between a subject and its verb has a verb and a word of its own at least. */
const SHORTEST_RELATIVE = 3;
const LONGEST_RELATIVE = 12;
const FULL_BREAK = /[؛:.؟!\n]/u;
const BREAK = /[،,؛:.؟!\n]/u;
/** Words between a subject and its verb that may be auxiliaries or adverbs. */
const MOST_BETWEEN = 3;
const NEAR_NOUN = 3;
const NEAR_BODY = 5;
const NEAR_KINDS: ReadonlySet<string> = new Set(["unnamed", "document", "media"]);
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

  has({ name }: Figure): boolean {
    return this.past.some(({ figure }) => figure.name === name);
  }

  /** The latest speaker that is of another kind. */
  latestAside(kind: Figure["kind"]): Figure | null {
    return this.past.findLast(({ figure }) => figure.kind !== kind)?.figure ?? null;
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
  const pluperfect = hadBefore(prose, frame);
  if (pluperfect !== null) return pluperfect;
  for (const start of startsBefore(prose, frame)) {
    const phrase = phraseAt(prose, start, at);
    if (phrase === null) continue;
    if (onlyAuxiliaries(prose, phrase.to, at) || spansRelative(prose, phrase, frame)) return phrase;
  }
  return null;
}

const HAD: ReadonlySet<string> = new Set("كان كانت وكان وكانت كانوا وكانوا".split(" "));
/** How far «كان» may stand from «قد» and its verb. */
const LONGEST_HAD = 22;

/** «وكان التحالف الذي …، قد أعلن»: what stands behind «كان» is the subject, however far its verb. */
function hadBefore(prose: Prose, { at, unit }: Frame): NounPhrase | null {
  if (wordAt(prose, at - 1) !== "قد") return null;
  for (let k = at - 2; k >= Math.max(unit.from, at - LONGEST_HAD); k -= 1)
    if (prose.within[k] === -1 && HAD.has(wordAt(prose, k))) return readSubject(prose, k + 1, at);
  return null;
}

/** «بياناً لوزارة النقل قالت فيه …» */
function isForBody(word: string): boolean {
  return word.startsWith("ل") && headKind(word) === null && headKind(word.slice(1)) === "body";
}

const AS_FOR: ReadonlySet<string> = new Set(["اما", "واما"]);
/** How far behind «أما» its verb may stand, in words. */
const LONGEST_TOPIC = 16;

/** «أما فلان فقال»: whom the sentence sets apart and then has speak. */
export function asFor(prose: Prose, frame: Frame): NounPhrase | null {
  const { at, attached, unit, subject, relays } = frame;
  // «أما داخلياً فيقول سالم الحربي», «أما الوكالة فنقلت عن مسؤول …»
  if (relays || (subject !== null && subject.name !== null)) return null;
  const isAuxiliary = AUXILIARY.has(wordAt(prose, at - 1)) || wordAt(prose, at - 1) === "فقد";
  if (!isAuxiliary && !(attached && wordAt(prose, at).startsWith("ف"))) return null;
  const first = Math.max(unit.from, at - LONGEST_TOPIC);
  for (let k = at - 2; k >= first; k -= 1) {
    if (AS_FOR.has(wordAt(prose, k))) return readNounPhrase(prose, k + 1, at);
    if (FULL_BREAK.test(gapBefore(prose, k))) return null;
  }
  return null;
}

function phraseAt(prose: Prose, start: number, at: number): NounPhrase | null {
  const whole = readSubject(prose, start, at);
  if (whole !== null || endsPhrase(wordAt(prose, start))) return whole;
  const word = wordAt(prose, start);
  return LEADING_WAW.test(word) || isForBody(word) ? readSubject(prose, start, at, 1) : null;
}

/** Where the subject of a verb may begin: at its clause's start, else after the last comma. */
function startsBefore(prose: Prose, { at, unit }: Frame): number[] {
  const starts: number[] = [];
  let clause = unit.from;
  let verb = at;
  // «الوزير كان قد أعلن»: auxiliaries right before the verb open no clause.
  while (verb - 1 > unit.from && AUXILIARY.has(wordAt(prose, verb - 1))) verb -= 1;
  for (let k = verb - 1; k > unit.from; k -= 1) {
    if (prose.within[k] !== -1) continue;
    if (CLAUSE_WORD.test(wordAt(prose, k - 1)) || STARTERS.has(wordAt(prose, k - 1))) {
      clause = k;
      break;
    }
    if (BREAK.test(gapBefore(prose, k))) starts.push(k);
  }
  while (clause < at && STARTERS.has(wordAt(prose, clause))) clause += 1;
  return [clause, ...starts, ...nearBefore(prose, at, unit.from)];
}

/** «… على تقارير أفادت بأن»: nouns of speakers right before a verb. */
function nearBefore(prose: Prose, at: number, from: number): number[] {
  const found: number[] = [];
  for (let k = at - 1; k >= Math.max(from, at - NEAR_BODY); k -= 1) {
    const word = wordAt(prose, k);
    const isNear = at - k <= NEAR_NOUN && NEAR_KINDS.has(headKind(word) ?? "");
    const isBefore = !BREAK.test(gapBefore(prose, at)) && isForBody(word);
    const isSpeaker = (isNear && !isChannel(word)) || isBefore;
    if (prose.within[k] === -1 && isSpeaker) found.push(k);
  }
  return found;
}

function onlyAuxiliaries(prose: Prose, from: number, at: number): boolean {
  if (from > at || at - from > MOST_BETWEEN) return false;
  for (let k = from; k < at; k += 1) {
    const word = wordAt(prose, k);
    if (!AUXILIARY.has(word) && !interrupts(word)) return false;
  }
  return true;
}

/** «المحطة التي تملكها الشركة قالت»: a relative clause of its own verb stands between. */
function spansRelative(
  prose: Prose,
  { kind, to }: NounPhrase,
  { at, attached, form }: Frame,
): boolean {
  if (kind === "name" || attached || form.shape !== "verb" || !RELATIVE.has(wordAt(prose, to)))
    return false;
  if (at - to < SHORTEST_RELATIVE || at - to > LONGEST_RELATIVE) return false;
  for (let k = to + 1; k <= at; k += 1) if (FULL_BREAK.test(gapBefore(prose, k))) return false;
  return !isHomograph(form) && !CLAUSE_WORD.test(wordAt(prose, at - 1));
}

/** «رفضته السدرية التي قالت»: a name found right before the pronoun. */
function nameBefore(prose: Prose, cast: Cast, k: number): Figure | null {
  if (gapBefore(prose, k).trim() !== "" || prose.within[k - 1] !== -1) return null;
  let from = k - 1;
  while (prose.named.get(from)?.isFirst === false) from -= 1;
  const phrase = prose.named.has(from) ? readNounPhrase(prose, from, k) : null;
  return phrase?.to === k ? cast.resolve(phrase) : null;
}

/** «… الوزير الذي قال»: whom the relative pronoun before a verb stands for. */
export function antecedent(prose: Prose, cast: Cast, { at }: Frame): Figure | null | "hidden" {
  let k = at - 1;
  while (AUXILIARY.has(wordAt(prose, k))) k -= 1;
  if (!RELATIVE.has(wordAt(prose, k))) return null;
  return (
    cast.endingAt(k) ??
    cast.surnamed(wordAt(prose, k - 1), at) ??
    nameBefore(prose, cast, k) ??
    "hidden"
  );
}
