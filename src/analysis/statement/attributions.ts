import { factOf, foldWord, type Word } from "../../text/index.ts";
import { findCueForm } from "./cue-forms.ts";
import { type NounPhrase, readNounPhrase } from "./noun-phrase.ts";
import { gapBefore, type Prose, type Run, wordAt } from "./prose.ts";
import { ATTRIBUTIONS, type Attribution } from "./tables/attributions.ts";
import { headKind, isMeasure } from "./word-kinds.ts";

/** «بحسب الوزارة», «وفق ما نقلت صحيفة …»: who stands behind the words beside it. */
export interface FoundAttribution extends Run {
  /** Null when a pronoun points back: «على حد قوله». */
  readonly speaker: NounPhrase | null;
  /** A verb of passing on («نقلت», «أوردت», «نشرت»): the speaker relays what somebody else says. */
  readonly relays: boolean;
  /** The outlet that passed it on: «وفق ما نقلت الوكالة عن المتحدث»; null where none is said. */
  readonly carrier: NounPhrase | null;
  /** «نقلاً عن»: who is named is whom it was had from, be it an outlet too. */
  readonly cites: boolean;
}

interface Wording {
  readonly words: readonly string[];
  readonly follows: Attribution["follows"];
  /** The last word is a preposition glued to the next. */
  readonly glued: boolean;
}

const BY_FIRST = new Map<string, Wording[]>();
for (const { words, follows } of ATTRIBUTIONS) {
  const folded = words.split(" ").map(foldWord);
  const glued = folded.at(-1) === "ل";
  const wording = { words: glued ? folded.slice(0, -1) : folded, follows, glued };
  const first = folded[0] ?? "";
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), wording]);
}

const CONJUNCTION = /^و(?=..)/u;
const PASSING_ON: ReadonlySet<string> = new Set(["نقل", "أورد", "نشر", "بث", "نسب"]);
const WITH_OBJECT = /(?:ه|ها)$/u;
const FROM = "عن";
const LAM = /^ل/u;
const ABOUT: ReadonlySet<string> = new Set(["عنه", "عنها", "عنهم", "به", "بها", "له", "لها"]);
const OTHER_RELAYS: ReadonlySet<string> = new Set(
  "بثت بثته نشرته نشره نقلته نقله اوردته اورده تداولته تناقلته رصدته اوردتها نقلتها".split(" "),
);
/** After «كما» and «على ما» only a bare verb of saying with its speaker counts. */
const LOOSE: ReadonlySet<string> = new Set(["كما", "علي"]);

/** The attributions of a sentence outside its quotations, in order. */
export function findAttributions(prose: Prose, unit: Run): FoundAttribution[] {
  const found: FoundAttribution[] = [];
  for (let k = unit.from; k < unit.to; k += 1) {
    if (prose.within[k] !== -1) continue;
    const first = attributionAt(prose, unit, k);
    if (first === null) continue;
    const attribution = citing(prose, unit, first);
    found.push(attribution);
    k = Math.max(k, attribution.to - 1);
  }
  return found;
}

const RELATIVE: ReadonlySet<string> = new Set(["التي", "الذي"]);
const HAD_IT: ReadonlySet<string> = new Set(["نقلت", "نقل"]);
const CITING = "نقلا";

/** «بحسب ما نشرته صحيفة … نقلاً عن …», «وفقاً لصحيفة … التي نقلت عن …»: whom the outlet had it from is who says it. */
function citing(prose: Prose, unit: Run, outer: FoundAttribution): FoundAttribution {
  const { speaker, to } = outer;
  if (speaker === null || outer.cites || outer.carrier !== null) return outer;
  const isCiting = wordAt(prose, to) === CITING;
  const isClause = RELATIVE.has(wordAt(prose, to)) && HAD_IT.has(wordAt(prose, to + 1));
  const link = isCiting ? to + 1 : to + 2;
  if (!(isCiting || isClause) || wordAt(prose, link) !== FROM) return outer;
  const source = readNounPhrase(prose, link + 1, unit.to);
  if (source === null) return outer;
  return { ...outer, to: source.to, speaker: source, relays: false, carrier: speaker };
}

const NO_WORDINGS: readonly Wording[] = [];
const wordingsFrom = factOf(
  (first): readonly Wording[] =>
    BY_FIRST.get(first) ?? BY_FIRST.get(first.replace(CONJUNCTION, "")) ?? NO_WORDINGS,
  NO_WORDINGS,
);

function attributionAt(prose: Prose, unit: Run, k: number): FoundAttribution | null {
  for (const wording of wordingsFrom(prose.words[k] as Word)) {
    const next = k + wording.words.length;
    const matches = wording.words.every((word, i) => i === 0 || wordAt(prose, k + i) === word);
    if (!matches) continue;
    const found = readAttribution(prose, { from: k, to: unit.to }, next, wording);
    if (found !== null) return found;
  }
  return null;
}

function readAttribution(
  prose: Prose,
  { from, to }: Run,
  next: number,
  wording: Wording,
): FoundAttribution | null {
  if (wording.follows === "nothing")
    return { from, to: next, speaker: null, relays: false, carrier: null, cites: false };
  if (wording.follows === "verb") return readVerb(prose, { from, to }, next, wording);
  return readSpeaker(prose, { from, to }, next, wording.glued, wording.words[0] === "نقلا");
}

function readSpeaker(
  prose: Prose,
  { from, to }: Run,
  next: number,
  glued: boolean,
  relays: boolean,
): FoundAttribution | null {
  const word = wordAt(prose, next);
  const alone = glued && word === "ل";
  if (glued && !LAM.test(word)) return null;
  const speaker = readNounPhrase(prose, alone ? next + 1 : next, to, glued && !alone ? 1 : 0);
  if (speaker === null || isMeasure(speaker.head)) return null;
  return { from, to: speaker.to, speaker, relays, carrier: null, cites: relays };
}

function readVerb(
  prose: Prose,
  { from, to }: Run,
  next: number,
  wording: Wording,
): FoundAttribution | null {
  const isLoose = LOOSE.has(wording.words[0] ?? "");
  const verb = sayingVerb(wordAt(prose, next), isLoose);
  if (verb === null) return null;
  const start = ABOUT.has(wordAt(prose, next + 1)) ? next + 2 : next + 1;
  const speaker = readNounPhrase(prose, start, to);
  if (speaker === null)
    return isLoose
      ? null
      : { from, to: next + 1, speaker, relays: false, carrier: null, cites: false };
  if (isLoose && followsOn(prose, speaker.to, to)) return null;
  const source =
    verb.relays && wordAt(prose, speaker.to) === FROM
      ? readNounPhrase(prose, speaker.to + 1, to)
      : null;
  if (source !== null)
    return { from, to: source.to, speaker: source, relays: false, carrier: speaker, cites: false };
  return { from, to: speaker.to, speaker, relays: verb.relays, carrier: null, cites: false };
}

/** A verb of saying or of passing on, with or without its object: «نقلته». */
function sayingVerb(word: string, isLoose: boolean): { readonly relays: boolean } | null {
  if (OTHER_RELAYS.has(word)) return { relays: true };
  const cue = findCueForm(word) ?? findCueForm(word.replace(WITH_OBJECT, ""));
  if (cue === null || cue.form.shape !== "verb") return null;
  if (isLoose && cue.form.verb.frame === "act") return null;
  return { relays: PASSING_ON.has(cue.form.verb.perfect) };
}

/** «كما قال إن»: no attribution but the next statement. */
function followsOn(prose: Prose, at: number, to: number): boolean {
  if (at >= to) return false;
  const gap = gapBefore(prose, at).trim();
  return gap === "" || gap.includes(":") || prose.within[at] !== -1;
}

/** Whether an attribution's speaker is somebody who can speak, and not a measure: «بحسب المناطق». */
export function canSpeak(prose: Prose, phrase: NounPhrase, isKnown: boolean): boolean {
  if (prose.named.get(phrase.from)?.type === "person") return true;
  return phrase.kind !== "name" || isKnown || phrase.clitic > 0 || headKind(phrase.head) !== null;
}
