import type { Sentence, Token } from "../../text/index.ts";
import type { Statement } from "../../model/index.ts";
import { type FoundAttribution, canSpeak, findAttributions } from "./attributions.ts";
import { Cast, type Figure, tidy } from "./cast.ts";
import { clauseEnd, edgeOf } from "./clause.ts";
import { findFrames, type Frame } from "./frames.ts";
import { findMedia, nameMedium } from "./media.ts";
import { type NounPhrase, readNounPhrase } from "./noun-phrase.ts";
import { afterQuotation, endOffset, gapBefore, type Prose, readProse, type Run, wordAt } from "./prose.ts";
import { antecedent, Speakers, type Speaking, subjectBefore } from "./subject.ts";

/** A statement on the way: what is still to be settled is whose it is and through whom it came. */
interface Draft {
  kind: Statement["kind"];
  start: number;
  end: number;
  readonly run: Run;
  readonly frame: Frame | null;
  readonly cue: string;
  readonly stance: Statement["stance"];
  speaking: Speaking | null;
  via: string[];
}

/** The statements of an article in order of their words. `tokens` and `sentences` are of the same text. */
export function findStatements(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
): Statement[] {
  const prose = readProse(text, tokens, sentences);
  const reader = new Reader(prose);
  for (const unit of prose.units) reader.read(unit);
  return reader.statements();
}

const LEADING = /^[\s،,:؛.]+/u;
const TRAILING = /[\s،,؛:–—-]+$/u;
const FULL_STOP = /\s*[.؟!…]+$/u;

const COMMA = /[،,]/u;
const SAID_BEFORE = /[،,»”"]|\.\./u;
const DOTS = /\.\.|[؟!]/u;
/** How many words may follow a verb of saying behind what was said. */
const LONGEST_TAIL = 10;
/** A statement has at least so many words where only an attribution marks it. */
const LEAST_WORDS = 3;
/** An attribution right after one of these is of what follows it. */
const OPENERS: ReadonlySet<string> = new Set(
  "لكن ولكن انه وانه اذ حيث فيما بينما ان وان بان غير الا".split(" "),
);

/** Whether an attribution stands within a statement's sentence behind it, or between its cue and its words. */
function isOf(attribution: FoundAttribution, run: Run, frame: Frame | null): boolean {
  if (run.to <= attribution.from) return true;
  if (frame === null) return false;
  return attribution.from > frame.at && attribution.to <= (frame.complement?.from ?? 0);
}

class Reader {
  private readonly prose: Prose;
  private readonly cast: Cast;
  private readonly speakers = new Speakers();
  private readonly drafts: Draft[] = [];
  private readonly spoken = new Map<Frame, Speaking>();

  constructor(prose: Prose) {
    this.prose = prose;
    this.cast = new Cast(prose);
    for (const unit of prose.units) {
      for (const { subject } of findFrames(prose, unit)) {
        if (subject !== null && subject.kind === "name" && subject.name !== null) this.cast.note(subject);
      }
    }
  }

  read(unit: Run): void {
    const { prose } = this;
    const frames = findFrames(prose, unit);
    const attributions = findAttributions(prose, unit).filter(
      ({ from }) => !frames.some(({ at, after }) => from > at && from < after),
    );
    const edges = frames
      .filter((frame) => frame.complement !== null || endsOthers(frame))
      .map((frame) => edgeOf(prose, frame))
      .filter((edge) => edge !== null);
    const drafts: Draft[] = [];
    for (const frame of frames) {
      const last = drafts.at(-1);
      if (last?.frame?.complement?.as === "colon" && frame.at < last.run.to) continue;
      if (attributions.some(({ from, to }) => frame.at >= from && frame.at < to)) continue;
      const speaking = this.speakingAt(frame, frames);
      this.remember(frame, speaking);
      drafts.push(...this.draftsOf(frame, speaking, edges, attributions));
    }
    for (const frame of frames) this.postposed(frame, drafts, attributions);
    for (const attribution of attributions) this.attribute(attribution, drafts, unit, frames);
    this.settleVia(drafts, unit, edges);
    this.drafts.push(...this.withoutRelayed(drafts));
  }

  /** Who speaks at a cue: the written subject, the one before, the sentence's, the latest speaker. */
  private speakingAt(frame: Frame, frames: readonly Frame[]): Speaking | null {
    const { prose, cast, speakers } = this;
    const { subject } = frame;
    const isVerb = frame.form.shape === "verb" && !frame.attached;
    if (subject !== null && subject.kind !== "name") return this.described(subject);
    const ahead = subject !== null && isVerb ? subjectBefore(prose, frame) : null;
    if (ahead !== null && ahead.to === frame.at) return this.described(ahead);
    if (subject !== null) return this.described(subject);
    if (isVerb) {
      const figure = antecedent(prose, cast, frame);
      if (figure !== null && figure !== "hidden") return { figure, surface: "" };
      if (figure === null) {
        const phrase = subjectBefore(prose, frame);
        if (phrase !== null) return { figure: cast.resolve(phrase), surface: phrase.surface };
      }
    }
    if (frame.form.shape !== "verb") {
      const same = this.sameSentence(frame, frames);
      if (same !== null) return same;
    }
    const latest = speakers.latest(frame.form.agrees);
    return latest === null ? null : { figure: latest, surface: "" };
  }

  /** A written subject; «القيادي المعارض» may be whoever spoke last, by another word for the office. */
  private described(phrase: NounPhrase): Speaking {
    const { cast, speakers } = this;
    const figure = cast.resolve(phrase);
    const latest = speakers.latest("?");
    const rest = [...figure.words].slice(1);
    const isOther =
      figure.kind === "other" &&
      phrase.kind === "role" &&
      phrase.head.startsWith("ال") &&
      latest?.kind === "person" &&
      rest.every((word) => latest.roleWords.has(word));
    return { figure: isOther && latest !== null ? latest : figure, surface: phrase.surface };
  }

  /** A participle goes on with the sentence's subject; within an outlet's report with whom the report is about. */
  private sameSentence(frame: Frame, frames: readonly Frame[]): Speaking | null {
    const { prose, cast } = this;
    const before = frames.findLast((other) => other.at < frame.at && this.spoken.has(other));
    const speaking = before === undefined ? undefined : this.spoken.get(before);
    if (before === undefined || speaking === undefined) return this.mainSubject(frame);
    const { complement } = before;
    if (speaking.figure.kind === "medium" && complement?.as === "clause") {
      const phrase = readNounPhrase(prose, complement.from, frame.at);
      if (phrase !== null && phrase.name !== null && phrase.kind === "role")
        return { figure: cast.resolve(phrase), surface: phrase.surface };
    }
    return { figure: speaking.figure, surface: "" };
  }

  /** The subject of a sentence whose verb is none of saying: «أعاد الكاتب نشر …، مؤكداً أن». */
  private mainSubject(frame: Frame): Speaking | null {
    const { prose, cast } = this;
    const { unit, at } = frame;
    const phrase =
      readNounPhrase(prose, unit.from, at) === null
        ? readNounPhrase(prose, unit.from + 1, at)
        : null;
    if (phrase !== null && (phrase.kind !== "name" || cast.resolve(phrase).words.size > 1))
      return { figure: cast.resolve(phrase), surface: phrase.surface };
    const figure = cast.firstWithin({ from: unit.from, to: at });
    return figure === null ? null : { figure, surface: "" };
  }

  private remember(frame: Frame, speaking: Speaking | null): void {
    if (speaking === null) return;
    const { subject } = frame;
    const { figure } = speaking;
    // A verb that governs nothing tells of a speaker only where its subject surely is one.
    const weak = frame.complement === null && subject?.kind === "name" && figure.words.size < 2;
    if (weak || (frame.complement === null && subject === null)) return;
    this.spoken.set(frame, speaking);
    if (frame.relayer !== null) this.speakers.add(this.cast.resolve(frame.relayer), frame.form.agrees);
    const agrees = frame.relays || frame.form.shape === "noun" ? "?" : frame.form.agrees;
    this.speakers.add(speaking.figure, agrees);
  }

  private draftsOf(
    frame: Frame,
    speaking: Speaking | null,
    edges: readonly number[],
    attributions: readonly FoundAttribution[],
  ): Draft[] {
    const { complement, unit } = frame;
    if (complement === null) return this.quotedAct(frame, speaking, edges, attributions);
    const { from } = complement;
    const to =
      complement.as === "colon" ? unit.to : clauseEnd(this.prose, from, unit, edges, attributions);
    if (complement.as === "quoted") {
      const first = this.quoted(frame, speaking, from);
      return [first, ...this.furtherQuoted(frame, speaking, afterQuotation(this.prose, from), edges)];
    }
    const run = { from, to };
    if (complement.as === "colon") return [this.draft(frame, speaking, run, "direct")];
    return this.clauseDrafts(frame, speaking, run, edges);
  }

  private clauseDrafts(frame: Frame, speaking: Speaking | null, run: Run, edges: readonly number[]): Draft[] {
    const { prose } = this;
    const end = afterQuotation(prose, run.from);
    if (prose.within[run.from] !== -1 && (end >= run.to || this.closesSaying(end))) {
      return [
        this.quoted(frame, speaking, run.from),
        ...this.furtherQuoted(frame, speaking, end, edges),
      ];
    }
    return [this.draft(frame, speaking, run, this.kindOf(run))];
  }

  private closesSaying(k: number): boolean {
    const gap = gapBefore(this.prose, k);
    return /[.؟!]/u.test(gap);
  }

  /** «"…" وإن "…"»: the same speaker goes on. */
  private furtherQuoted(frame: Frame, speaking: Speaking | null, from: number, edges: readonly number[]): Draft[] {
    const { prose } = this;
    const word = wordAt(prose, from);
    const next = /^وب?ان$/u.test(word) ? from + 1 : word === "و" ? from + 1 : -1;
    if (next === -1 || next >= frame.unit.to || edges.includes(from)) return [];
    if (prose.within[next] === -1 || prose.within[next] === prose.within[from - 1]) return [];
    return [this.quoted(frame, speaking, next)];
  }

  /** «ندد بـ"…"», «وصفه بأنه "…"»: an act of speech is a statement where words of it are quoted. */
  private quotedAct(
    frame: Frame,
    speaking: Speaking | null,
    edges: readonly number[],
    attributions: readonly FoundAttribution[],
  ): Draft[] {
    const { prose } = this;
    const { unit, after, form } = frame;
    if (form.shape === "noun" || form.shape === "noun-with-pronoun" || frame.relays) return [];
    if (edges.includes(after)) return [];
    const to = clauseEnd(prose, after, unit, edges, attributions);
    for (let k = after; k < to; k += 1) {
      const index = prose.within[k] ?? -1;
      if (index === -1) continue;
      const end = afterQuotation(prose, k);
      if (end - k >= 2) return [this.draft(frame, speaking, { from: after, to }, "mixed")];
      k = end - 1;
    }
    return [];
  }

  private quoted(frame: Frame, speaking: Speaking | null, from: number): Draft {
    const { prose } = this;
    const quotation = prose.quotations[prose.within[from] ?? -1];
    const run = { from, to: afterQuotation(prose, from) };
    const draft = this.draft(frame, speaking, run, "direct");
    if (quotation !== undefined) {
      draft.start = quotation.start;
      draft.end = quotation.end;
    }
    return draft;
  }

  private draft(frame: Frame, speaking: Speaking | null, run: Run, kind: Statement["kind"]): Draft {
    const { prose } = this;
    const cue = prose.tokens[frame.at];
    const written = cue === undefined ? "" : prose.text.slice(cue.start, cue.end);
    return {
      kind,
      start: prose.quotations[prose.within[run.from] ?? -1]?.open ?? prose.tokens[run.from]?.start ?? 0,
      end: endOffset(prose, run.to),
      run,
      frame,
      cue: frame.attached ? written.slice(1) : written,
      stance: frame.form.verb.stance,
      speaking,
      via: this.viaOf(frame),
    };
  }

  /** The media between a cue and what it governs: passed on by, or spoken to. */
  private viaOf(frame: Frame): string[] {
    const { prose, cast } = this;
    const names: string[] = [];
    if (frame.relays) {
      const name =
        frame.relayer === null ? this.speakers.latestMedium()?.name : nameMedium(cast, frame.relayer);
      if (name !== undefined && name !== null) names.push(name);
    }
    if (frame.relays || frame.complement === null) return names;
    const subject = frame.subject;
    if (subject !== null && cast.isMedium(subject)) return names;
    const from = subject?.to ?? frame.at + 1;
    names.push(...findMedia(prose, cast, { from, to: frame.complement.from }));
    return names;
  }

  /** «…، يقول الكاتب»: a verb of saying and its subject behind what was said. */
  private postposed(frame: Frame, drafts: Draft[], attributions: readonly FoundAttribution[]): void {
    const { prose } = this;
    const { at, unit, subject, complement, form, after } = frame;
    if (complement !== null || subject === null || frame.attached) return;
    if (form.shape !== "verb" || form.verb.frame !== "speech" || form.verb.homograph === true) return;
    const follows = SAID_BEFORE.test(gapBefore(prose, at)) || prose.within[at - 1] !== -1;
    if (!follows || unit.to - after > LONGEST_TAIL) return;
    if (attributions.some(({ from, to }) => at >= from && at < to)) return;
    const from = drafts.reduce((far, { run }) => (run.to <= at ? Math.max(far, run.to) : far), unit.from);
    const said = this.beginningOf(from, at);
    if (at - said < LEAST_WORDS) return;
    const run = { from: said, to: at };
    const speaking = { figure: this.cast.resolve(subject), surface: subject.surface };
    const quoted = prose.within[said] !== -1 && afterQuotation(prose, said) >= at;
    drafts.push(
      quoted ? this.quoted(frame, speaking, said) : this.draft(frame, speaking, run, this.kindOf(run)),
    );
  }

  /** Two dots are a full stop in some houses: what was said begins after the last of them. */
  private beginningOf(from: number, to: number): number {
    for (let k = to - 1; k > from; k -= 1) if (DOTS.test(gapBefore(this.prose, k))) return k;
    return from;
  }

  private kindOf({ from, to }: Run): "mixed" | "indirect" {
    for (let k = from; k < to; k += 1) if (this.prose.within[k] !== -1) return "mixed";
    return "indirect";
  }

  /** Gives what stands beside an attribution to its speaker, or adds the medium it names to the chain. */
  private attribute(
    attribution: FoundAttribution,
    drafts: Draft[],
    unit: Run,
    frames: readonly Frame[],
  ): void {
    const { speaker } = attribution;
    if (speaker === null) return;
    const { cast } = this;
    const isMedium = cast.isMedium(speaker) || attribution.relays;
    const hosts = drafts.filter(({ run, frame }) => isOf(attribution, run, frame));
    if (hosts.length > 0) {
      if (isMedium) for (const host of hosts) this.addVia(host, speaker);
      return;
    }
    const act = isMedium ? this.actBefore(attribution, frames) : null;
    if (act !== null) {
      const draft = this.draft(act.frame, act.speaking, { from: act.frame.after, to: attribution.from }, "indirect");
      this.addVia(draft, speaker);
      drafts.push(draft);
      return;
    }
    const figure = cast.resolve(speaker);
    const isKnown = figure.name !== tidy(speaker.surface) || figure.kind === "medium";
    if (!canSpeak(speaker, isKnown)) return;
    const run = this.attributedRun(attribution, drafts, unit);
    if (run === null) return;
    drafts.push(this.attributed(attribution, run, { figure, surface: speaker.surface }));
    this.speakers.add(figure, "?");
  }

  /** «هدد بكذا، وفق ما ذكرت وكالة …»: who did so, as the medium has it. */
  private actBefore(
    attribution: FoundAttribution,
    frames: readonly Frame[],
  ): { frame: Frame; speaking: Speaking } | null {
    const frame = frames.findLast(({ at }) => at < attribution.from);
    if (frame === undefined || frame.complement !== null || frame.form.shape !== "verb") return null;
    if (frame.form.verb.homograph === true || attribution.from - frame.after < 2) return null;
    const figure = frame.subject === null ? this.speakers.latest(frame.form.agrees) : this.cast.resolve(frame.subject);
    if (figure === null) return null;
    return { frame, speaking: { figure, surface: frame.subject?.surface ?? "" } };
  }

  private addVia(draft: Draft, phrase: NounPhrase): void {
    const name = nameMedium(this.cast, phrase) ?? this.speakers.latestMedium()?.name;
    if (name !== undefined && name !== draft.speaking?.figure.name && !draft.via.includes(name))
      draft.via.unshift(name);
  }

  /** The words an attribution is about: before it in its sentence, after it where it opens a clause, around it where no comma sets it off. */
  private attributedRun(
    attribution: FoundAttribution,
    drafts: readonly Draft[],
    unit: Run,
  ): Run | null {
    const { prose } = this;
    const { from: at, to: end } = attribution;
    const from = drafts.reduce((far, { run }) => (run.to <= at ? Math.max(far, run.to) : far), unit.from);
    const next = drafts.find(({ frame }) => (frame?.at ?? -1) >= end);
    const to = next?.frame?.at ?? unit.to;
    const opens = at === unit.from || OPENERS.has(wordAt(prose, at - 1));
    const setOff = COMMA.test(gapBefore(prose, at)) || COMMA.test(gapBefore(prose, end));
    if (!opens && !setOff && to - end >= LEAST_WORDS) return { from, to };
    if (!opens && at - from >= LEAST_WORDS) return { from, to: at };
    return to - end < LEAST_WORDS ? null : { from: end, to };
  }

  private attributed(attribution: FoundAttribution, run: Run, speaking: Speaking): Draft {
    const { prose } = this;
    const cueFrom = prose.tokens[attribution.from];
    const cueTo = prose.tokens[(attribution.speaker?.from ?? attribution.to) - 1] ?? cueFrom;
    return {
      kind: this.kindOf(run),
      start: prose.quotations[prose.within[run.from] ?? -1]?.open ?? prose.tokens[run.from]?.start ?? 0,
      end: endOffset(prose, run.to),
      run,
      frame: null,
      cue: prose.text.slice(cueFrom?.start ?? 0, cueTo?.end ?? 0),
      stance: "neutral",
      speaking,
      via: [],
    };
  }

  /** What follows a statement may still name whom it was told to; a participle keeps its sentence's chain. */
  private settleVia(drafts: Draft[], unit: Run, edges: readonly number[]): void {
    const { prose, cast } = this;
    for (const [index, draft] of drafts.entries()) {
      const { frame } = draft;
      if (frame === null) continue;
      const edge = edges.find((at) => at >= draft.run.to) ?? unit.to;
      for (const name of findMedia(prose, cast, { from: draft.run.to, to: Math.min(edge, draft.run.to + 12) }))
        if (!draft.via.includes(name) && name !== draft.speaking?.figure.name) draft.via.push(name);
      const before = drafts[index - 1];
      if (frame.form.shape === "participle" && draft.via.length === 0 && before?.speaking?.figure === draft.speaking?.figure)
        draft.via = [...(before?.via ?? [])];
    }
  }

  /** What an outlet reports that somebody said is that one's statement, through the outlet. */
  private withoutRelayed(drafts: readonly Draft[]): Draft[] {
    const dropped = new Set<Draft>();
    for (const outer of drafts) {
      const medium = outer.speaking?.figure;
      if (medium?.kind !== "medium") continue;
      for (const inner of drafts) {
        const isWithin = inner !== outer && inner.start >= outer.start && inner.end <= outer.end;
        if (!isWithin || inner.speaking?.figure === medium) continue;
        if (!inner.via.includes(medium.name)) inner.via.unshift(medium.name);
        if (outer.kind !== "direct") dropped.add(outer);
      }
    }
    return drafts.filter((draft) => !dropped.has(draft));
  }

  statements(): Statement[] {
    const { text } = this.prose;
    return this.drafts
      .map((draft) => toStatement(text, draft))
      .filter((statement) => statement !== null)
      .sort((a, b) => a.start - b.start || a.end - b.end);
  }
}

/** A verb of saying that ends what was said before it even where it governs no clause itself. */
function endsOthers({ form, attached }: Frame): boolean {
  if (form.shape === "participle") return true;
  return attached && form.tense === "perfect" && form.verb.homograph !== true;
}

function toStatement(text: string, draft: Draft): Statement | null {
  let { start, end } = draft;
  const head = LEADING.exec(text.slice(start, end))?.[0].length ?? 0;
  start += head;
  if (draft.kind !== "direct") {
    end -= TRAILING.exec(text.slice(start, end))?.[0].length ?? 0;
    end -= FULL_STOP.exec(text.slice(start, end))?.[0].length ?? 0;
  }
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
