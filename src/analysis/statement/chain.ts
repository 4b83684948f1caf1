import type { Cast } from "./cast.ts";
import type { Draft } from "./draft.ts";
import type { Frame } from "./frames.ts";
import { findMedia, isMediaAtLarge, nameMedium } from "./media.ts";
import type { NounPhrase } from "./noun-phrase.ts";
import type { Prose, Run } from "./prose.ts";
import type { Speaking } from "./speaking.ts";
import { type Speakers, subjectBefore } from "./subject.ts";
import { toldTo } from "./told-to.ts";

/** Whoever passes words on is a medium where a bare name stands: «نقلت … عن»; an official who does so is none. */
const NAMED: ReadonlySet<NounPhrase["kind"]> = new Set(["name", "whole"]);
/** How far behind a statement may be named whom it was made to, in words. */
const BEHIND = 12;

/** The outlets between a cue and what it governs: those that pass on («نقلت … عن») and those spoken to («لوكالة …»). */
export function chainOf(prose: Prose, cast: Cast, speakers: Speakers, frame: Frame): string[] {
  if (!frame.relays) return toldTo(prose, cast, frame);
  const relayer = frame.relayer ?? mediumBefore(prose, cast, frame);
  if (relayer !== null && !passes(cast, relayer)) return [];
  const name = relayer === null ? speakers.latestMedium()?.name : nameMedium(cast, relayer);
  const further = furtherOf(prose, cast, frame);
  return name === undefined || name === null ? further : [name, ...further];
}

function passes(cast: Cast, relayer: NounPhrase): boolean {
  return cast.isMedium(relayer) || NAMED.has(relayer.kind) || isMediaAtLarge(relayer);
}

/** «نقلت رويترز عن صحيفة الميناء عن مصدر …»: the outlets between who passes on first and who said it. */
function furtherOf(prose: Prose, cast: Cast, { relayer, subject }: Frame): string[] {
  if (relayer === null || subject === null) return [];
  return findMedia(prose, cast, { from: relayer.to, to: subject.from });
}

const CARRYING: ReadonlySet<string> = new Set(["نقل", "أورد"]);

/** «نقلت الصحيفة بياناً للوزارة قالت فيه: …»: the outlet that carried the paper. */
export function carrierOf(
  cast: Cast,
  { at, attached }: Frame,
  frames: readonly Frame[],
  speaking: Speaking | null,
): string[] {
  const before = frames.findLast((frame) => frame.at < at);
  const medium = before?.subject ?? null;
  if (before === undefined || medium === null || attached || before.complement !== null) return [];
  if (!CARRYING.has(before.form.verb.perfect) || !cast.isMedium(medium)) return [];
  const name = nameMedium(cast, medium);
  return name === null || name === speaking?.figure.name ? [] : [name];
}

/** «كان التلفزيون قد نقل عن …»: the medium before the verb. */
function mediumBefore(prose: Prose, cast: Cast, frame: Frame): NounPhrase | null {
  const phrase = frame.attached ? null : subjectBefore(prose, frame);
  return phrase !== null && cast.isMedium(phrase) ? phrase : null;
}

/** A statement with an outlet set before its chain: the outlet passes on all of it. */
export function through(draft: Draft, name: string | null): Draft {
  const known = name === null || name === draft.speaking?.figure.name || draft.via.includes(name);
  return known || name === null ? draft : { ...draft, via: [name, ...draft.via] };
}

/** The name of the outlet an attribution names, or that it points back to. */
export function mediumNamed(cast: Cast, speakers: Speakers, phrase: NounPhrase): string | null {
  return nameMedium(cast, phrase) ?? speakers.latestMedium()?.name ?? null;
}

/** Chains as the words behind statements settle them: whom it was told to, and participles that share their sentence's chain. */
export function settleChains(
  prose: Prose,
  cast: Cast,
  drafts: readonly Draft[],
  unit: Run,
  edges: readonly number[],
): Draft[] {
  const settled: Draft[] = [];
  for (const draft of drafts) {
    const edge = edges.find((at) => at >= draft.run.to) ?? unit.to;
    const behind = { from: draft.run.to, to: Math.min(edge, draft.run.to + BEHIND) };
    const told = draft.frame === null ? [] : findMedia(prose, cast, behind);
    const speaker = draft.speaking?.figure.name;
    const more = told.filter((name) => name !== speaker && !draft.via.includes(name));
    const before = settled.at(-1);
    const shares =
      draft.frame?.form.shape === "participle" &&
      draft.via.length + more.length === 0 &&
      before?.speaking?.figure === draft.speaking?.figure;
    const via = shares ? (before?.via ?? []) : [...draft.via, ...more];
    settled.push({ ...draft, via });
  }
  return withoutRelayed(settled);
}

/** What an outlet reports that somebody said is that one's statement, through the outlet. */
function withoutRelayed(drafts: readonly Draft[]): Draft[] {
  const dropped = new Set<Draft>();
  const passed = drafts.map((inner) => {
    const outer = drafts.find((other) => passesOn(other, inner));
    const medium = outer?.speaking?.figure;
    if (outer === undefined || medium === undefined) return inner;
    if (outer.kind !== "direct") dropped.add(outer);
    return through(inner, medium.name);
  });
  return passed.filter((_, index) => {
    const draft = drafts[index];
    return draft !== undefined && !dropped.has(draft);
  });
}

function passesOn(outer: Draft, inner: Draft): boolean {
  const medium = outer.speaking?.figure;
  if (outer === inner || medium?.kind !== "medium" || inner.speaking?.figure === medium)
    return false;
  if (inner.speaking?.within === medium) return outer.run.to <= inner.run.from;
  return inner.start >= outer.start && inner.end <= outer.end;
}
