import type { Statement } from "../../model/index.ts";
import type { FoundAttribution } from "./attributions.ts";
import { clauseEnd } from "./clause.ts";
import { attached, isQuotedName } from "./complement.ts";
import { type Cue, cueAt, isHomograph } from "./cue-forms.ts";
import type { Figure } from "./figure.ts";
import type { Frame } from "./frames.ts";
import {
  afterQuotation,
  endOffset,
  gapBefore,
  type Prose,
  type Run,
  startOffset,
  wordAt,
} from "./prose.ts";
import type { Speaking } from "./speaking.ts";

/** A statement on the way: its chain and bounds are still to be settled. */
export interface Draft {
  readonly kind: Statement["kind"];
  /** The tokens of what is said. */
  readonly run: Run;
  readonly start: number;
  readonly end: number;
  /** Null where only an attribution marks the statement. */
  readonly frame: Frame | null;
  readonly cue: string;
  readonly stance: Statement["stance"];
  readonly speaking: Speaking | null;
  readonly via: readonly string[];
}

/** What bounds statements in a sentence: where other cues' clauses begin, and attributions. */
export interface Bounds {
  readonly edges: readonly number[];
  readonly attributions: readonly FoundAttribution[];
}

const VEIL = "النقاب";
const SAYING_STOP = /[.؟!،,]/u;
const PRONOUN_CLAUSE = /^ب?ان(?:ه|ها|هم)$/u;
const SAID_BEFORE = /[،,»”"]|\.\./u;
const DOTS = /\.\.|[؟!]/u;
const GOES_ON = /^وب?ان$/u;
/** How many words may follow a verb of saying that stands behind what was said. */
const LONGEST_TAIL = 10;
/** A statement has at least so many words where no quotation marks it. */
export const LEAST_WORDS = 3;
/** An act of speech is a statement where at least so many words of it are quoted. */
const LEAST_QUOTED = 2;

/** The statements that a cue governs; none where it governs nothing. */
export function draftsOf(
  prose: Prose,
  frame: Frame,
  speaking: Speaking | null,
  bounds: Bounds,
): Draft[] {
  const { complement, unit } = frame;
  if (complement === null) return quotedAct(prose, frame, speaking, bounds);
  const { from } = complement;
  if (complement.as === "quoted") return quotedRun(prose, frame, speaking, from, bounds);
  if (complement.as === "colon")
    return [toDraft(prose, frame, speaking, { from, to: unit.to }, "direct")];
  const run = { from, to: clauseEnd(prose, from, unit, bounds) };
  // «بأنه "…"»: the pronoun is no part of the words.
  const said =
    PRONOUN_CLAUSE.test(wordAt(prose, from)) && prose.within[from + 1] !== -1 ? from + 1 : from;
  const end = afterQuotation(prose, said);
  const isWhole = end >= run.to || SAYING_STOP.test(gapBefore(prose, end));
  if (prose.within[said] !== -1 && isWhole) return quotedRun(prose, frame, speaking, said, bounds);
  return [toDraft(prose, frame, speaking, run, kindOf(prose, run))];
}

/** Quoted words, and those that the same cue goes on with: «"…" وإن "…"». */
function quotedRun(
  prose: Prose,
  frame: Frame,
  speaking: Speaking | null,
  from: number,
  { edges }: Bounds,
): Draft[] {
  const first = quoted(prose, frame, speaking, from);
  const end = afterQuotation(prose, from);
  const word = wordAt(prose, end);
  const next = GOES_ON.test(word) || word === "و" ? end + 1 : -1;
  const goesOn =
    next !== -1 &&
    next < frame.unit.to &&
    !edges.includes(end) &&
    prose.within[next] !== -1 &&
    prose.within[next] !== prose.within[end - 1];
  return goesOn ? [first, quoted(prose, frame, speaking, next)] : [first];
}

/** «ندد بـ"…"», «وصفه بأنه "…"»: an act of speech is a statement where words of it are quoted. */
function quotedAct(prose: Prose, frame: Frame, speaking: Speaking | null, bounds: Bounds): Draft[] {
  const { unit, after, form } = frame;
  if (form.shape === "noun" || form.shape === "noun-with-pronoun" || frame.relays) return [];
  // «كشفت الشركة النقاب عن …»
  if (bounds.edges.includes(after) || wordAt(prose, after) === VEIL) return [];
  // «عبر» is «via» too: as a verb its preposition follows.
  if (isHomograph(form) && form.before.size > 0 && !form.before.has(wordAt(prose, after)))
    return [];
  const to = clauseEnd(prose, after, unit, bounds);
  for (let k = after; k < to; k += 1) {
    if (prose.within[k] === -1) {
      // «انتقد من قال إن "…"»: the words are that one's.
      if (isSaying(cueAt(prose, k))) return [];
      continue;
    }
    const end = afterQuotation(prose, k);
    if (end - k >= LEAST_QUOTED && !isQuotedName(prose, k, after) && !isSpokenTo(prose, k))
      return [toDraft(prose, frame, speaking, { from: after, to }, "mixed")];
    k = end - 1;
  }
  return [];
}

function isSaying(cue: Cue | null): boolean {
  const form = cue?.form;
  return form?.shape === "verb" && form.verb.frame === "speech" && form.verb.homograph !== true;
}

const LAM = /^ل\u0640?$/u;

/** «لـ«الصحيفة»»: who it was said to. */
function isSpokenTo(prose: Prose, k: number): boolean {
  const quotation = prose.quotations[prose.within[k] ?? -1];
  return quotation !== undefined && LAM.test(attached(prose, quotation));
}

/** «…، يقول الكاتب»: a verb of saying and its subject behind what was said. */
export function postposedDraft(
  prose: Prose,
  frame: Frame,
  speaking: Speaking | null,
  drafts: readonly Draft[],
): Draft | null {
  const { at, unit, subject, complement, form, after } = frame;
  if (complement !== null || subject === null || frame.attached) return null;
  if (form.shape !== "verb" || form.verb.frame !== "speech" || isHomograph(form)) return null;
  const follows = SAID_BEFORE.test(gapBefore(prose, at)) || prose.within[at - 1] !== -1;
  if (!follows || unit.to - after > LONGEST_TAIL) return null;
  const from = beginningOf(prose, { from: freeFrom(drafts, unit.from, at), to: at });
  if (at - from < LEAST_WORDS) return null;
  if (prose.within[from] !== -1 && afterQuotation(prose, from) >= at)
    return quoted(prose, frame, speaking, from);
  const run = { from, to: at };
  return toDraft(prose, frame, speaking, run, kindOf(prose, run));
}

/** The first token at or after `from` that no statement before a place takes. */
export function freeFrom(drafts: readonly Draft[], from: number, before: number): number {
  return drafts.reduce((far, { run }) => (run.to <= before ? Math.max(far, run.to) : far), from);
}

/** Two dots are a full stop in some houses: what was said begins after the last of them. */
function beginningOf(prose: Prose, { from, to }: Run): number {
  for (let k = to - 1; k > from; k -= 1) if (DOTS.test(gapBefore(prose, k))) return k;
  return from;
}

/** A clause with quoted words in it is mixed. */
export function kindOf(prose: Prose, { from, to }: Run): "mixed" | "indirect" {
  for (let k = from; k < to; k += 1) if (prose.within[k] !== -1) return "mixed";
  return "indirect";
}

function quoted(prose: Prose, frame: Frame, speaking: Speaking | null, from: number): Draft {
  const quotation = prose.quotations[prose.within[from] ?? -1];
  const run = { from, to: afterQuotation(prose, from) };
  const draft = toDraft(prose, frame, speaking, run, "direct");
  return quotation === undefined ? draft : { ...draft, start: quotation.start, end: quotation.end };
}

/** A run of words as what a cue reports. */
export function toDraft(
  prose: Prose,
  frame: Frame,
  speaking: Speaking | null,
  run: Run,
  kind: Statement["kind"],
): Draft {
  const cue = prose.tokens[frame.at];
  const written = cue === undefined ? "" : prose.text.slice(cue.start, cue.end);
  return {
    kind,
    run,
    start: startOffset(prose, run.from),
    end: endOffset(prose, run.to),
    frame,
    cue: frame.attached ? written.slice(1) : written,
    stance: frame.form.verb.stance,
    speaking,
    via: [],
  };
}

const LEADING = /^[\s،,:؛.]+/u;
const TRAILING = /[\s،,؛:–—-]+$/u;
const FIGURE_SIGN = /^[%٪]/u;
const FIGURE_OR_BRACKET = /^[%٪]?\s?\)|^[%٪]/u;
const FULL_STOP = /\s*[.؟!…]+$/u;

/** A draft as the article's record has it: exact words, without the commas and stops around a clause. */
export function toStatement(text: string, draft: Draft): Statement | null {
  const start = draft.start + (LEADING.exec(text.slice(draft.start, draft.end))?.[0].length ?? 0);
  const end = draft.kind === "direct" ? draft.end : wholeEnd(text, start, draft.end);
  if (end <= start) return null;
  const figure: Figure | null = draft.speaking?.figure ?? null;
  return {
    kind: draft.kind,
    text: text.slice(start, end),
    speaker: figure?.name ?? null,
    speakerSurface: draft.speaking?.surface ?? "",
    role: figure?.role ?? null,
    cue: draft.cue,
    stance: draft.stance,
    via: draft.via,
    start,
    end,
  };
}

/** The end of a clause without its full stop, with the percent sign of its last figure and the bracket that closes in it. */
function wholeEnd(text: string, start: number, end: number): number {
  const bare = withoutStop(text, start, end);
  const said = text.slice(start, bare);
  const isOpen = said.lastIndexOf("(") > said.lastIndexOf(")");
  const behind = (isOpen ? FIGURE_OR_BRACKET : FIGURE_SIGN).exec(text.slice(bare, bare + 3));
  return bare + (behind?.[0].length ?? 0);
}

function withoutStop(text: string, start: number, end: number): number {
  const trimmed = end - (TRAILING.exec(text.slice(start, end))?.[0].length ?? 0);
  return trimmed - (FULL_STOP.exec(text.slice(start, trimmed))?.[0].length ?? 0);
}
