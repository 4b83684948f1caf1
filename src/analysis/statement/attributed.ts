import { canSpeak, type FoundAttribution } from "./attributions.ts";
import type { Cast } from "./cast.ts";
import { mediumNamed, through } from "./chain.ts";
import { isHomograph } from "./cue-forms.ts";
import { type Draft, freeFrom, kindOf, LEAST_WORDS, toDraft } from "./draft.ts";
import { tidy } from "./figure.ts";
import type { Frame } from "./frames.ts";
import { findTold, isMediaAtLarge } from "./media.ts";
import { endOffset, gapBefore, type Prose, type Run, startOffset, wordAt } from "./prose.ts";
import type { SpeakerFinder, Speaking } from "./speaking.ts";
import { endsPhrase } from "./word-kinds.ts";

const COMMA = /[،,]/u;
/** «وذلك حسب …», «حسب …، فإن»: words between what is said and whose it is. */
const AND_THAT = "وذلك";
const BEFORE_CUE = 2;
const THEN = "فان";
/** What takes the sentence up again behind an attribution and what is added to it: «بحسب المرصد، ومقره الرملاء، فقد …». */
const AGAIN: ReadonlySet<string> = new Set([THEN, "فقد", "فانه", "فانها", "فانهم"]);
/** «ومقره», «واسمها»: with a pronoun written, not the ending of feminines. */
const OF_SPEAKER = /^و\p{L}{2,}(?:ه|ها|هم)$/u;
/** Words of an attribution that its speaker's phrase leaves before the comma, and before its sentence is taken up again. */
const LONGEST_REST = 7;
const LONGEST_ASIDE = 14;
/** An adverbial before an attribution is at most so long. */
const LONGEST_LEAD = 10;
/** An attribution right after one of these is of what follows it. */
const OPENERS: ReadonlySet<string> = new Set(
  "لكن ولكن انه وانه اذ حيث فيما بينما ان وان بان غير الا".split(" "),
);

/** What an attribution is read against: its sentence with the cues and statements found there so far. */
export interface Surroundings {
  readonly unit: Run;
  readonly frames: readonly Frame[];
  readonly drafts: readonly Draft[];
}

/** Gives what stands beside an attribution to its speaker, or adds the outlet it names to the chain of the statements it is of. */
export function attribute(
  prose: Prose,
  cast: Cast,
  finder: SpeakerFinder,
  attribution: FoundAttribution,
  around: Surroundings,
): Draft[] {
  const { speaker, carrier } = attribution;
  const { drafts } = around;
  if (speaker === null) return [...drafts, ...openedBy(prose, finder, attribution, around)];
  const isMedium = cast.isMedium(speaker) || attribution.relays;
  const { unit } = around;
  const mine = (draft: Draft): boolean => isOf(attribution, draft, unit);
  if (drafts.some(mine)) {
    const settle = settlerOf(cast, finder, attribution);
    return drafts.map((draft) => (mine(draft) ? settle(draft) : draft));
  }
  const act = isMedium ? actBeside(cast, finder, attribution, around) : null;
  if (act !== null) {
    const { run } = act;
    const draft = toDraft(prose, act.frame, act.speaking, run, kindOf(prose, run));
    return [...drafts, through(draft, mediumNamed(cast, finder.speakers, speaker))];
  }
  const speaking = finder.described(speaker);
  const isKnown =
    speaking.figure.name !== tidy(speaker.surface) || speaking.figure.kind === "medium";
  const isQuoted = prose.within[speaker.from] !== -1;
  const run =
    isQuoted || canSpeak(prose, speaker, isKnown) ? runOf(prose, attribution, around) : null;
  if (run === null) return [...drafts];
  finder.speakers.add(speaking.figure, "?");
  const draft = toAttributed(prose, attribution, run, speaking);
  const medium = carrier === null ? null : mediumNamed(cast, finder.speakers, carrier);
  const told = isMedium ? [] : findTold(prose, cast, behind(attribution, unit));
  return [...drafts, through({ ...draft, via: told }, medium)];
}

/** How far behind an attribution may stand whom its speaker told: «وفقاً لما صرح به سالم، مالك المركز، لصحيفة …». */
const TOLD_REACH = 8;

function behind({ to }: FoundAttribution, unit: Run): Run {
  return { from: to, to: Math.min(unit.to, to + TOLD_REACH) };
}

/** «وبرأيه، …», «ومن وجهة نظره فإن …»: a statement of its own, of whoever spoke last, where it opens a sentence without another cue before. */
function openedBy(
  prose: Prose,
  finder: SpeakerFinder,
  attribution: FoundAttribution,
  around: Surroundings,
): Draft[] {
  const { unit, drafts } = around;
  const figure = finder.speakers.latest("?");
  const opens = attribution.from === unit.from && prose.tokens[attribution.to] !== undefined;
  if (!opens || figure === null || drafts.length > 0) return [];
  const isSetOff =
    COMMA.test(gapBefore(prose, attribution.to)) || wordAt(prose, attribution.to) === THEN;
  const run = isSetOff ? runOf(prose, attribution, around) : null;
  return run === null ? [] : [toAttributed(prose, attribution, run, { figure, surface: "" })];
}

/** What an attribution makes of a statement it is of. */
function settlerOf(
  cast: Cast,
  finder: SpeakerFinder,
  { speaker, carrier, relays, cites }: FoundAttribution,
): (draft: Draft) => Draft {
  if (speaker !== null && relays && (cites || !cast.isMedium(speaker))) {
    const source = finder.described(speaker);
    finder.speakers.add(source.figure, "?");
    return (draft) => sourced(draft, source);
  }
  const isThrough =
    speaker !== null && (relays || cast.isMedium(speaker) || isMediaAtLarge(speaker));
  const medium = isThrough ? speaker : carrier;
  const name = medium === null ? null : mediumNamed(cast, finder.speakers, medium);
  return (draft) => through(draft, name);
}

/** «ذكرت الوكالة نقلاً عن مصدر أمني أن …»: the source says it, through the outlet; said by anybody else, it came through the source. */
function sourced(draft: Draft, source: Speaking): Draft {
  const figure = draft.speaking?.figure;
  if (figure?.kind !== "medium") return through(draft, source.figure.name);
  return through({ ...draft, speaking: source }, figure.name);
}

/** Whether an attribution stands behind a statement in its sentence, between its cue and its words, or opens the sentence right before its cue. */
function isOf(attribution: FoundAttribution, { run, frame }: Draft, unit: Run): boolean {
  if (run.to <= attribution.from) return true;
  if (frame === null) return false;
  const opens = attribution.from === unit.from && frame.at >= attribution.to;
  if (opens && frame.at - attribution.to <= BEFORE_CUE) return true;
  return attribution.from > frame.at && attribution.to <= (frame.complement?.from ?? 0);
}

interface Act {
  readonly frame: Frame;
  readonly speaking: Speaking;
  readonly run: Run;
}

/** «هدد بكذا، وفق ما ذكرت وكالة …», «وبحسب وكالة …، أكد الوزير على كذا»: who did so, as the outlet has it. */
function actBeside(
  cast: Cast,
  finder: SpeakerFinder,
  attribution: FoundAttribution,
  { unit, frames, drafts }: Surroundings,
): Act | null {
  const { from, to } = attribution;
  const before = frames.findLast(({ at }) => at < from);
  const after = frames.find(({ at }) => at >= to);
  const opens = from === unit.from && after !== undefined && after.at - to <= BEFORE_CUE;
  const frame = opens && after.subject !== null ? after : before;
  if (frame === undefined || frame.complement !== null || frame.form.shape !== "verb") return null;
  const next = drafts.find((draft) => (draft.frame?.at ?? -1) > frame.at);
  const end = frame === before ? from : (next?.frame?.at ?? unit.to);
  if (isHomograph(frame.form) || end - frame.after < 2) return null;
  const speaking = actorOf(cast, finder, frame);
  const run = { from: frame.after, to: end };
  return speaking === null ? null : { frame, speaking, run };
}

function actorOf(cast: Cast, finder: SpeakerFinder, frame: Frame): Speaking | null {
  const { subject } = frame;
  const figure =
    subject === null ? finder.speakers.latest(frame.form.agrees) : cast.resolve(subject);
  return figure === null ? null : { figure, surface: subject?.surface ?? "" };
}

/** The words an attribution is about: before it in its sentence, after it where it opens a clause, around it where no comma sets it off. */
function runOf(
  prose: Prose,
  { from: at, to: end }: FoundAttribution,
  { unit, drafts }: Surroundings,
): Run | null {
  const from = freeFrom(drafts, unit.from, at);
  const next = drafts.find(({ frame }) => (frame?.at ?? -1) >= end);
  const to = next?.frame?.at ?? unit.to;
  const opens = at === unit.from || OPENERS.has(wordAt(prose, at - 1));
  const isSetOff = COMMA.test(gapBefore(prose, at)) || COMMA.test(gapBefore(prose, end));
  // «وبعد …، وفقاً للأوراق، هدد فلان»: what stands before is no clause of its own.
  const isLead = !opens && endsPhrase(wordAt(prose, from)) && at - from <= LONGEST_LEAD;
  if ((isLead || (!opens && !isSetOff)) && to - end >= LEAST_WORDS) return { from, to };
  if (!opens && at - from >= LEAST_WORDS)
    return { from, to: wordAt(prose, at - 1) === AND_THAT ? at - 1 : at };
  const start = afterComma(prose, end, to);
  return to - start < LEAST_WORDS ? null : { from: start, to };
}

/** Behind an attribution that opens a sentence what is said begins after its comma: «وبحسب مصادر قريبة من الحزب، فإن …». */
function afterComma(prose: Prose, end: number, to: number): number {
  const again = firstFrom(end, Math.min(to, end + LONGEST_ASIDE), (k) =>
    AGAIN.has(wordAt(prose, k)),
  );
  const comma = firstFrom(end, Math.min(to, end + LONGEST_REST), (k) =>
    COMMA.test(gapBefore(prose, k)),
  );
  const isAgain = again !== undefined && (comma === undefined || goesOnAt(prose, comma, again));
  const start = (isAgain ? again : comma) ?? end;
  return wordAt(prose, start) === THEN ? start + 1 : start;
}

/** Whether a sentence is taken up again behind what a comma adds to its attribution; «لم يصب أحد فقد كان …» is what is said. */
function goesOnAt(prose: Prose, comma: number, again: number): boolean {
  const { start = 0, end = 0 } = prose.tokens[comma] ?? {};
  const isAside = OF_SPEAKER.test(prose.text.slice(start, end));
  return again <= comma || (isAside && COMMA.test(gapBefore(prose, again)));
}

function firstFrom(from: number, to: number, holds: (k: number) => boolean): number | undefined {
  for (let k = from; k < to; k += 1) if (holds(k)) return k;
  return undefined;
}

function toAttributed(
  prose: Prose,
  attribution: FoundAttribution,
  run: Run,
  speaking: Speaking,
): Draft {
  const from = prose.tokens[attribution.from];
  const to = prose.tokens[(attribution.speaker?.from ?? attribution.to) - 1] ?? from;
  return {
    kind: kindOf(prose, run),
    run,
    start: startOffset(prose, run.from),
    end: endOffset(prose, run.to),
    frame: null,
    cue: prose.text.slice(from?.start ?? 0, to?.end ?? 0),
    stance: "neutral",
    speaking,
    via: [],
  };
}
