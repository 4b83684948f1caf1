import { agreesWith, isOtherGender } from "./agreement.ts";
import type { FoundAttribution } from "./attributions.ts";
import type { Cast } from "./cast.ts";
import { edgeOf, isWithinClause } from "./clause.ts";
import { type Agreement, type CueForm, isHomograph } from "./cue-forms.ts";
import { type Figure, feminineOff, tidy } from "./figure.ts";
import type { Frame } from "./frames.ts";
import { isOwnWord, paperSaidIn, publisherOf, readIssuer } from "./issued.ts";
import { clauseStart, isSure, mainPhrase, tellsOfFate } from "./main-subject.ts";
import { isPersonNamedAt } from "./name-signs.ts";
import { type NounPhrase, readNounPhrase } from "./noun-phrase.ts";
import { bodyByAnotherNoun, byAnotherWord } from "./other-word.ts";
import { ownedBy } from "./owned.ts";
import { bareWords, gapBefore, type Prose, type Run, wordAt } from "./prose.ts";
import { canSay, speakerIn } from "./said-in.ts";
import { antecedent, asFor, Speakers, subjectBefore } from "./subject.ts";
import { bare, hasPronoun, headKind, isDefinite, isManyDocuments, isStudy } from "./word-kinds.ts";

/** Who speaks at a cue, and the words that say so ("" where the verb hides its subject). */
export interface Speaking {
  readonly figure: Figure;
  readonly surface: string;
  /** The outlet in whose report the speaker stands: «ذكرت الصحيفة أن الوزير … قائلاً». */
  readonly within?: Figure;
}

const COMMA = /[،,]/u;
/** «مسؤولون», «ناشطون»: a description of several people. */
function isMany({ kind, head }: Figure): boolean {
  return kind === "other" && headKind(head) === "unnamed";
}

/** A verb before several people is singular; those that go on about them are not. */
function agreementOf(figure: Figure, { agrees }: CueForm): Agreement {
  return agrees === "m" && isMany(figure) && !ONE_UNNAMED.has(figure.head) ? "p" : agrees;
}

/** Verbs that go on with what somebody was saying. */
export const CONTINUING: ReadonlySet<string> = new Set(
  "أضاف تابع أردف واصل أكمل استطرد اختتم ختم زاد مضى".split(" "),
);

/** How far before a cue whoever it hides is looked for where nobody has spoken yet, in words. */
const FAR_BACK = 80;

/** How many sentences before a cue whom they are about is looked for. */
const TOPIC_REACH = 3;

const IN = "في";
const IN_IT: ReadonlySet<string> = new Set(["فيه", "فيها", "خلاله", "خلالها"]);
/** «مصدر», «أحد المستخدمين»: one who is not named. */
const ONE_UNNAMED: ReadonlySet<string> = new Set(
  "مصدر شاهد شاهده احد احدهم احدي احداهن اخر واحد".split(" "),
);
/** «المصدر»: who spoke last, by whatever word. */
const SOURCES: ReadonlySet<string> = new Set(["المصدر", "المصادر"]);

const FEMININE = /ه$/u;
/** A verb opens a sentence behind so few words: «كما قال», «وقد قال». */
const NEAR_START = 1;
/** Whether two verbs of a sentence can have one subject: «تزعم … ووصفها» cannot. */
function mayBeOne(one: CueForm, other: CueForm): boolean {
  return one.shape !== "verb" || one.agrees === other.agrees;
}

/** Finds who speaks at each cue of an article, cue after cue. */
export class SpeakerFinder {
  readonly speakers: Speakers = new Speakers();
  private readonly prose: Prose;
  private readonly cast: Cast;
  private readonly spoken = new Map<Frame, Speaking>();
  /** By their sentence, the cues at which somebody spoke. */
  private readonly spokenIn = new Map<Run, Frame[]>();
  private readonly placeOf: ReadonlyMap<Run, number>;
  /** By a paper's noun, whose the latest was. */
  private readonly papers = new Map<string, Figure>();

  constructor(prose: Prose, cast: Cast) {
    this.prose = prose;
    this.cast = cast;
    this.placeOf = new Map(prose.units.map((unit, k) => [unit, k]));
  }

  /** The written subject, the one before the verb, the sentence's, else the latest speaker. */
  at(
    frame: Frame,
    frames: readonly Frame[],
    attributions: readonly FoundAttribution[] = [],
  ): Speaking | null {
    const speaking =
      this.attributed(frame, frames, attributions) ?? this.find(frame, frames, attributions);
    this.remember(frame, speaking);
    return speaking;
  }

  /** «وبحسب سالم فإن …، مضيفاً»: a participle with no cue before it goes on with whom the sentence is according to. */
  private attributed(
    { form, at }: Frame,
    frames: readonly Frame[],
    attributions: readonly FoundAttribution[],
  ): Speaking | null {
    if (form.shape !== "participle" || frames.some((other) => other.at < at)) return null;
    const speaker = attributions.findLast(({ from }) => from < at)?.speaker ?? null;
    return speaker === null || this.cast.isMedium(speaker)
      ? null
      : { ...this.described(speaker), surface: "" };
  }

  private find(
    frame: Frame,
    frames: readonly Frame[],
    attributions: readonly FoundAttribution[],
  ): Speaking | null {
    const { form } = frame;
    const subject = this.isSpokenAbout(frame) ? null : frame.subject;
    const topic = asFor(this.prose, frame);
    if (topic !== null) return this.described(topic);
    const isVerb = form.shape === "verb" && !frame.attached;
    const before = isVerb ? this.beforeVerb(frame, subject) : null;
    if (before !== null) return before;
    const own = subject === null ? null : this.inOwnWords(subject, frame, attributions);
    if (own !== null) return own;
    if (subject !== null) return this.continued(frame, this.described(subject), subject);
    const same = this.sameSentence(frame, frames);
    if (same !== null) return same;
    const turned = this.turnedTo(frame);
    if (turned !== null) return { figure: turned, surface: "" };
    const latest = this.speakers.latest(form.agrees);
    if (latest !== null) return { figure: latest, surface: "" };
    const { unit, at } = frame;
    const within = { from: unit.from, to: at };
    const figure =
      (isVerb ? this.mainSubject(frame)?.figure : this.topicOf(within, form)) ??
      (isVerb ? this.cast.nearestIn(within) : null) ??
      this.topicBefore(frame) ??
      this.cast.nearestIn({ from: Math.max(0, at - FAR_BACK), to: at });
    return figure === null ? null : { figure, surface: "" };
  }

  /** «ويتفاوض الوزير سالم مع الأحزاب. وقد قال للصحافيين إن …»: who is named in the sentence right before, in which nobody speaks. */
  private turnedTo({ unit, form, at }: Frame): Figure | null {
    if (CONTINUING.has(form.verb.perfect) || form.shape !== "verb") return null;
    const before = this.prose.units[(this.placeOf.get(unit) ?? 0) - 1];
    if (before === undefined || at - unit.from > NEAR_START) return null;
    if (this.spokenIn.has(before) || tellsOfFate(this.prose, before)) return null;
    const figure = this.topicOf(before, form);
    if (figure?.kind !== "person" || figure.words.size < 2) return null;
    return [...figure.words].some((word) => this.prose.nameWords?.has(word)) ? figure : null;
  }

  /** Whom the nearest sentence before is about that opens with what somebody does: «هنأ الأمير الوزير. وقال سموه: …». */
  private topicBefore({ unit, form }: Frame): Figure | null {
    const { units } = this.prose;
    const at = this.placeOf.get(unit) ?? 0;
    for (let k = at - 1; k >= Math.max(0, at - TOPIC_REACH); k -= 1) {
      const figure = this.topicOf(units[k] ?? unit, form);
      if (figure !== null) return figure;
    }
    return null;
  }

  /** Somebody that a sentence opens with and whom a verb's form can mean; null where nothing says that it is one. */
  private topicOf(run: Run, form: CueForm): Figure | null {
    const from = clauseStart(this.prose, run);
    const phrase = from === null ? null : mainPhrase(this.prose, this.cast, { from, to: run.to });
    if (phrase === null) return null;
    if (phrase.kind === "name" && !isPersonNamedAt(this.prose, phrase.from)) return null;
    const { figure } = this.described(phrase);
    return canSay(figure) && agreesWith(form, figure) ? figure : null;
  }

  /** «حسب ما أعلن القصر، وجاء في بيان: "…"»: a paper that nothing says whose it is has the sentence's speaker, else the latest. */
  private inOwnWords(
    subject: NounPhrase,
    frame: Frame,
    attributions: readonly FoundAttribution[],
  ): Speaking | null {
    const isBare = subject.to - subject.from === 1 && isOwnWord(bare(subject.head));
    if (!isBare || wordAt(this.prose, subject.from - 1) !== IN) return null;
    if (isDefinite(subject.head) && this.papers.has(bare(subject.head))) return null;
    if (publisherOf(this.prose, this.cast, subject) !== null) return null;
    const speaker = attributions.findLast(({ from }) => from < frame.at)?.speaker ?? null;
    const named = speaker === null ? this.speakers.latest("?") : this.cast.resolve(speaker);
    const figure = named ?? this.mainSubject(frame)?.figure ?? null;
    if (figure === null) return null;
    this.papers.set(bare(subject.head), figure);
    return { figure, surface: subject.surface };
  }

  /** Whoever stands before a verb that has no sure subject behind it. */
  private beforeVerb(frame: Frame, subject: NounPhrase | null): Speaking | null {
    if (subject !== null && subject.kind !== "name") return null;
    const inside = subject === null ? speakerIn(this.prose, this.cast, frame) : null;
    return inside === null ? this.before(frame, subject !== null) : { figure: inside, surface: "" };
  }

  /** «وصفت ترامب بأنه …»: a name behind the verb that is of a man. */
  private isSpokenAbout({ subject, form }: Frame): boolean {
    return subject?.kind === "name" && isOtherGender(form, this.cast.resolve(subject));
  }

  /** «وأضاف لاعب الفريق السابق»: a verb of going on has whoever spoke last, when a description fits nobody named. */
  private continued({ form }: Frame, speaking: Speaking, phrase: NounPhrase): Speaking {
    const latest = this.speakers.latest(form.agrees);
    const isUnknown = speaking.figure.kind === "other" && phrase.kind === "role";
    if (!isUnknown || latest?.kind !== "person" || !CONTINUING.has(form.verb.perfect))
      return speaking;
    return { figure: latest, surface: phrase.surface };
  }

  /** Whoever the sentence is about: for a participle, and for «وقال» where no other cue stands before it. */
  private sameSentence(frame: Frame, frames: readonly Frame[]): Speaking | null {
    const isInside = !frame.attached && IN_IT.has(wordAt(this.prose, frame.at + 1));
    const goesOn = isInside && frames.some(({ at }) => at < frame.at);
    if (frame.form.shape !== "verb" || goesOn) return this.goingOn(frame, frames);
    const doer = this.doer(frame, frames);
    if (doer !== null) return doer;
    const isFirst =
      frame.attached && !frames.some(({ at, form }) => at < frame.at && mayBeOne(form, frame.form));
    if (!isFirst || frame.at === frame.unit.from) return null;
    const main = this.mainSubject(frame);
    return main === null ? null : { ...main, surface: "" };
  }

  /** «نددت تايوان بكذا، وقالت إن»: who did something with words just before, named and of the verb's gender. */
  private doer(frame: Frame, frames: readonly Frame[]): Speaking | null {
    const act = frames.findLast(({ at }) => at < frame.at);
    const subject = act?.complement === null && frame.attached ? act.subject : null;
    const name = subject === null || subject === undefined ? null : subject.name;
    if (subject === null || subject === undefined || name === null) return null;
    const isNamed = this.prose.named.get(name.from)?.isFirst === true;
    if (!isNamed || act?.form.agrees !== frame.form.agrees) return null;
    return { ...this.described(subject), surface: "" };
  }

  /** A subject before its verb; with words behind the verb that may be its subject, only one that stands right before. */
  private before(frame: Frame, strict: boolean): Speaking | null {
    const { prose, cast } = this;
    const figure = strict ? null : antecedent(prose, cast, frame);
    if (figure === "hidden") return null;
    if (figure !== null && (frame.form.agrees !== "p" || isMany(figure)))
      return { figure, surface: "" };
    const phrase = subjectBefore(prose, frame);
    if (phrase === null) return null;
    if (strict && (phrase.to !== frame.at || COMMA.test(gapBefore(prose, frame.at)))) return null;
    // «أصدرت الرابطة بياناً أكدت فيه»: the paper is what was said in, not who said it.
    const inside = phrase.kind === "document" && IN_IT.has(wordAt(prose, frame.at + 1));
    const issuer = inside ? cast.nearestIn({ from: frame.unit.from, to: phrase.from }) : null;
    if (issuer !== null) return { figure: issuer, surface: "" };
    return this.described(phrase);
  }

  /** A written subject by its fullest name; «القيادي المعارض» may be whoever spoke last, by another word for the office. */
  described(phrase: NounPhrase): Speaking {
    const { surface } = phrase;
    const figure = this.cast.resolve(phrase);
    if (figure.kind !== "other") return { figure, surface };
    if (phrase.kind === "document") return { figure: this.ofPaper(phrase, figure), surface };
    const owned = ownedBy(this.prose, this.cast, phrase, figure);
    if (owned !== null) return { figure: owned, surface };
    const named = this.isOwn(figure, phrase)
      ? bodyByAnotherNoun(this.prose, this.cast, phrase)
      : null;
    if (named !== null) return { figure: named, surface };
    const latest = this.speakers.latest("?");
    if (SOURCES.has(phrase.head) && figure.words.size === 1)
      return { figure: this.speakers.latestAside("medium") ?? figure, surface };
    if (phrase.kind !== "role" || !isDefinite(phrase.head) || latest?.kind !== "person")
      return { figure, surface };
    // «المتحدث» after «متحدث باسم …» who spoke; «المطربة» who did not may be another word for who did.
    if (this.speakers.has(figure)) return { figure, surface };
    const rest = bareWords(this.prose, phrase).slice(1);
    const roles = new Set([...latest.roleWords].map(feminineOff));
    if (rest.every((word) => roles.has(feminineOff(word)))) return { figure: latest, surface };
    const agreeing = this.speakers.latest(FEMININE.test(phrase.head) ? "f" : "m") ?? latest;
    return { figure: byAnotherWord(this.prose, this.cast, phrase, agreeing) ?? figure, surface };
  }

  /** Whether nothing before told who a description of a body is. */
  private isOwn(figure: Figure, { surface, kind }: NounPhrase): boolean {
    return (kind === "body" || kind === "media") && figure.name === tidy(surface);
  }

  /** Whom a paper speaks for; it is remembered for «البيان» later on. */
  private ofPaper(phrase: NounPhrase, figure: Figure): Figure {
    const known = isDefinite(phrase.head) ? this.papers.get(bare(phrase.head)) : undefined;
    const isAlone = phrase.to - phrase.from === 1;
    const issuer = isAlone && known !== undefined ? known : this.issuer(phrase, figure);
    if (issuer !== null) this.papers.set(bare(phrase.head), issuer);
    return issuer ?? figure;
  }

  /** «تقرير المنظمة», «التحقيق»: a paper speaks for whoever issued it. */
  private issuer(phrase: NounPhrase, figure: Figure): Figure | null {
    const { prose } = this;
    const next = phrase.from + 1;
    if (next < phrase.to) {
      const inner = readIssuer(prose, next, phrase.to);
      const isOne =
        inner !== null &&
        (isDefinite(inner.head) ||
          hasPronoun(inner.head) ||
          inner.name !== null ||
          inner.kind !== "role") &&
        (inner.to - inner.from > 1 || isDefinite(inner.head) || hasPronoun(inner.head));
      const isIssuer = isOne && inner.kind !== "document" && inner.kind !== "name";
      if (inner !== null && isIssuer) return this.described(inner).figure;
    }
    const published = publisherOf(prose, this.cast, phrase);
    if (published !== null || next < phrase.to) return published;
    // «البيان» is the speaker's; «البيانات» are figures.
    if (!isDefinite(phrase.head) || isManyDocuments(phrase.head)) return null;
    // «الدراسة» after «دراسة طبية»: the study said it, not who told of it.
    const isOld = figure.words.size > 1 && isStudy(phrase.head);
    return isOld ? null : this.speakers.latest("?");
  }

  /** A participle goes on with the sentence's subject; within an outlet's report, with whom the report is about. */
  private goingOn(frame: Frame, frames: readonly Frame[]): Speaking | null {
    // «أجاب سالم قائلاً»
    const answers = frames.find(({ after }) => after === frame.at)?.subject ?? null;
    if (frame.form.shape === "participle" && answers !== null && isSure(this.cast, answers))
      return { ...this.described(answers), surface: "" };
    const spoken = frames.filter((other) => other.at < frame.at && this.spoken.has(other));
    // «… على اعتبار فلان أن …، بالقول»: whose verb it is, not who has the noun.
    const before = spoken.findLast(({ form }) => form.shape !== "noun") ?? spoken.at(-1);
    const speaking = before === undefined ? undefined : this.spoken.get(before);
    if (before === undefined || speaking === undefined) return this.mainSubject(frame);
    const { complement } = before;
    if (speaking.figure.kind !== "medium" || complement?.as !== "clause")
      return { ...speaking, surface: "" };
    const phrase = readNounPhrase(this.prose, complement.from, frame.at);
    if (phrase === null || phrase.name === null || phrase.kind !== "role")
      return { ...speaking, surface: "" };
    return {
      figure: this.cast.resolve(phrase),
      surface: phrase.surface,
      within: speaking.figure,
    };
  }

  /** The subject of a sentence whose verb is none of saying: «أعاد الكاتب نشر …، مؤكداً أن». */
  private mainSubject({ unit, at }: Frame): Speaking | null {
    return this.subjectOf({ from: unit.from, to: at });
  }

  /** Whom a sentence up to a place is about. */
  private subjectOf(run: Run): Speaking | null {
    const from = clauseStart(this.prose, run);
    if (from === null) return null;
    const phrase = mainPhrase(this.prose, this.cast, { from, to: run.to });
    if (phrase !== null) return this.described(phrase);
    const figure = this.cast.firstPersonWithin(run);
    return figure === null ? null : { figure, surface: "" };
  }

  /** Whether a verb is of the clause that another says: an outlet's report is about who goes on, «ذكرت الوكالة أن الوزير قال». */
  private isReported(frame: Frame): boolean {
    const others = this.spokenIn.get(frame.unit) ?? [];
    return others.some(
      (outer) =>
        this.spoken.get(outer)?.figure.kind !== "medium" &&
        isWithinClause(this.prose, frame, outer),
    );
  }

  /** «قالت الوزارة في بيان إن»: whose «البيان» is from then on. */
  private rememberPaper({ after, complement }: Frame, figure: Figure): void {
    const paper = complement === null ? null : paperSaidIn(this.prose, after, complement.from);
    if (paper !== null) this.papers.set(paper, figure);
  }

  private remember(frame: Frame, speaking: Speaking | null): void {
    if (speaking === null) return;
    const { subject, complement } = frame;
    // A verb that governs nothing tells of a speaker only where its subject surely is one.
    const isKnown =
      complement !== null ||
      (subject !== null && isSure(this.cast, subject)) ||
      (subject === null && speaking.surface !== "") ||
      frame.form.before.has(wordAt(this.prose, frame.after));
    // Within another's words a verb that governs nothing has an object behind it, not who speaks next.
    const isMany = subject?.kind === "unnamed" && !isHomograph(frame.form);
    if (!isKnown || (complement === null && !isMany && edgeOf(this.prose, frame) === null)) return;
    this.rememberPaper(frame, speaking.figure);
    this.spoken.set(frame, speaking);
    const others = this.spokenIn.get(frame.unit) ?? [];
    others.push(frame);
    this.spokenIn.set(frame.unit, others);
    if (this.isReported(frame)) return;
    if (complement === null && isHomograph(frame.form)) return;
    if (frame.relayer !== null)
      this.speakers.add(this.cast.resolve(frame.relayer), frame.form.agrees);
    const shows = frame.form.shape === "verb" && !frame.relays;
    this.speakers.add(speaking.figure, shows ? agreementOf(speaking.figure, frame.form) : "?");
  }
}
