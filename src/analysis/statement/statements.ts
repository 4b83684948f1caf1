import type { Name, Statement } from "../../model/index.ts";
import { type Sentence, type Token, tokensFrom } from "../../text/index.ts";
import { attribute } from "./attributed.ts";
import { findAttributions } from "./attributions.ts";
import { Cast } from "./cast.ts";
import { carrierOf, chainOf, settleChains } from "./chain.ts";
import { edgeOf, isPredicate } from "./clause.ts";
import { type Bounds, type Draft, draftsOf, postposedDraft, toStatement } from "./draft.ts";
import { type Frame, findFrames } from "./frames.ts";
import { areMediaAtLarge } from "./media.ts";
import type { NounPhrase } from "./phrase.ts";
import { type Prose, type Run, readProse } from "./prose.ts";
import { CONTINUING, SpeakerFinder } from "./speaking.ts";

/** An agency or outlet that statements rest on, and the words that say so. */
export interface CitedMedium {
  readonly name: string;
  readonly evidence: string;
}

/** What reading for statements finds: who says what, and the media that say it or pass it on. */
export interface StatementReading {
  readonly statements: readonly Statement[];
  readonly media: readonly CitedMedium[];
}

/** What is known of a text beside its words. */
export interface ReadingOptions {
  /** Where its dateline ends. */
  readonly from?: number;
  /** The names found in it; null where none were looked for, and then any word may name a speaker. */
  readonly names?: readonly Name[] | null;
}

/** The statements of an article in order of their words. `tokens` and `sentences` are of the same text. */
export function readStatements(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  { from = 0, names = null }: ReadingOptions = {},
): StatementReading {
  const prose = readProse(text, tokensFrom(tokens, from), sentences, names);
  const frames = prose.units.map((unit) => findFrames(prose, unit));
  const cast = castOf(prose, frames.flat());
  const finder = new SpeakerFinder(prose, cast);
  const drafts = prose.units.flatMap((unit, k) =>
    readSentence(prose, cast, finder, unit, frames[k] ?? []),
  );
  const statements = drafts
    .map((draft) => toStatement(text, draft))
    .filter((statement) => statement !== null)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return { statements, media: drafts.flatMap(mediaOf) };
}

/** The media of a statement: whom it came through, and the speaker where that is one. */
function mediaOf({ via, speaking, cue }: Draft): CitedMedium[] {
  const cited = via
    // They pass on, but are no source that could be named.
    .filter((name) => !areMediaAtLarge(name))
    .map((name) => ({ name, evidence: `${cue} … ${name}` }));
  if (speaking?.figure.kind !== "medium") return cited;
  const { surface, figure } = speaking;
  return [...cited, { name: figure.name, evidence: `${cue} ${surface}`.trim() }];
}

/** Whoever the article names with an office, and whoever it has speak by name alone. */
function castOf(prose: Prose, frames: readonly Frame[]): Cast {
  const cast = new Cast(prose);
  const saying = frames.filter(({ complement }) => complement !== null);
  for (const { subject, complement } of frames) {
    if (subject?.kind !== "name" || subject.name === null) continue;
    if (complement !== null || subject.role !== null) cast.note(subject);
  }
  saying.forEach((frame, k) => {
    const office = saying[k - 1]?.subject ?? null;
    if (office !== null && goesOnByName(frame, office)) cast.holds(office, frame.subject);
  });
  return cast;
}

/** «قال رئيس الشركة إن …» and then «وأضاف سالم الحربي»: who goes on by name is who began by an office. */
function goesOnByName({ subject, form }: Frame, office: NounPhrase): boolean {
  if (office.kind !== "role" || office.name !== null || subject?.kind !== "name") return false;
  return CONTINUING.has(form.verb.perfect) && subject.to - subject.from > 1;
}

function readSentence(
  prose: Prose,
  cast: Cast,
  finder: SpeakerFinder,
  unit: Run,
  all: readonly Frame[],
): Draft[] {
  const attributions = findAttributions(prose, unit).filter(
    ({ from }) => !all.some(({ at, after }) => from > at && from < after),
  );
  const frames = all.filter(
    ({ at }) => !attributions.some(({ from, to }) => at >= from && at < to),
  );
  const bounds: Bounds = { edges: edgesOf(prose, frames), attributions };
  let drafts: Draft[] = [];
  for (const frame of frames) {
    if (isInSpeech(frame, drafts.at(-1))) continue;
    const speaking = finder.at(frame, frames, attributions);
    const via = [
      ...carrierOf(cast, frame, frames, speaking),
      ...chainOf(prose, cast, finder.speakers, frame),
    ];
    const isHidden =
      frame.complement === null || (speaking?.surface === "" && isWithin(prose, frame));
    for (const draft of draftsOf(prose, frame, speaking, bounds)) {
      const isNested = isHidden && drafts.some((other) => holds(other, draft));
      if (!isNested) drafts = withDraft(drafts, { ...draft, via });
    }
    const postposed = postposedDraft(prose, frame, speaking, drafts);
    if (postposed !== null) drafts.push(postposed);
  }
  for (const attribution of attributions)
    drafts = attribute(prose, cast, finder, attribution, { unit, frames, drafts });
  return settleChains(prose, cast, drafts, unit, bounds.edges);
}

/** Words after a colon are somebody's own: cues in them are the speaker's. */
function isInSpeech({ at }: Frame, last: Draft | undefined): boolean {
  return last?.frame?.complement?.as === "colon" && at < last.run.to;
}

/** A cue that no comma, «و» or beginning sets apart: part of what another says. */
function isWithin(prose: Prose, frame: Frame): boolean {
  return frame.form.shape === "verb" && edgeOf(prose, frame) === null;
}

function holds(outer: Draft, inner: Draft): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

/** «نقلت الصحيفة قوله: "…"»: of two cues before the same words the nearest has them, unless it is a bare noun or another word too. */
function withDraft(drafts: readonly Draft[], draft: Draft): Draft[] {
  const isSame = (other: Draft): boolean => other.start === draft.start && other.end === draft.end;
  const form = draft.frame?.form;
  const isWeak = form?.shape === "noun" || form?.verb.homograph === true;
  if (isWeak && drafts.some(isSame)) return [...drafts];
  return [...drafts.filter((other) => !isSame(other)), draft];
}

function edgesOf(prose: Prose, frames: readonly Frame[]): number[] {
  return frames
    .filter((frame) => frame.complement !== null || endsOthers(frame))
    .filter((frame) => !isPredicate(prose, frames, frame))
    .map((frame) => edgeOf(prose, frame))
    .filter((edge) => edge !== null);
}

/** A verb of saying that ends what was said before it even where it governs no clause itself. */
function endsOthers({ form, attached }: Frame): boolean {
  if (form.shape === "participle") return true;
  return attached && form.tense === "perfect" && form.verb.homograph !== true;
}
