import { factOf, foldWord, type Word } from "../../text/index.ts";
import { isSpokenAbout } from "./agreement.ts";
import { type Complement, findComplement, isNounHere, isQuotedName } from "./complement.ts";
import { type CueForm, cueAt, findCueForm, isHomograph } from "./cue-forms.ts";
import { CLAUSE_HEAD, headsClause, isPreposition, isUnsaid } from "./cue-place.ts";
import { isCommonNoun, isPersonAt } from "./name-signs.ts";
import { type NounPhrase, readNounPhrase } from "./noun-phrase.ts";
import { gapBefore, type Prose, type Run, wordAt } from "./prose.ts";
import { readSubject } from "./read-subject.ts";
import { isHonorific } from "./title-words.ts";
import { headKind, isDefinite } from "./word-kinds.ts";

/** A cue in its sentence with what it governs and who stands near it as its subject. */
export interface Frame {
  readonly unit: Run;
  /** The cue's token. */
  readonly at: number;
  readonly form: CueForm;
  /** «و» or «ف» is on the cue. */
  readonly attached: boolean;
  /** The written subject; null when the verb hides it or it stands before. */
  readonly subject: NounPhrase | null;
  /** The medium that passes on («نقلت … عن»); null when none is named or it is hidden in the verb. */
  readonly relayer: NounPhrase | null;
  readonly relays: boolean;
  readonly complement: Complement | null;
  /** First token after cue and subject. */
  readonly after: number;
}

const RELAY_VERBS: ReadonlySet<string> = new Set(["نقل", "نسب"]);
const FROM: Readonly<Record<string, string>> = { نقل: "عن", نسب: "الي" };
/** How far «عن» may stand from «نقلت»: the medium's name is between. */
const RELAY_REACH = 14;

/** All cues of a sentence outside quotations, those that govern nothing included: their subjects are who speaks next. */
export function findFrames(prose: Prose, unit: Run): Frame[] {
  const frames: Frame[] = [];
  let relayed = unit.from;
  for (let k = unit.from; k < unit.to; k += 1) {
    if (prose.within[k] !== -1 || k < relayed) continue;
    const frame = frameAt(prose, unit, k);
    if (frame === null) continue;
    frames.push(frame);
    // «قوله» belongs to «نقلت … عن».
    if (frame.relays) relayed = frame.after;
  }
  return frames;
}

const STANDS_IN: ReadonlySet<string> = new Set([
  "جاء",
  "وجاء",
  "ورد",
  "وورد",
  "نقرا",
  "ونقرا",
  "جاءت",
  "يقرا",
]);
const standsIn = factOf((folded) => STANDS_IN.has(folded), false);

/** «مشيرة» is a given name, «مشيرة إلى» is none. */
function isGivenName(prose: Prose, k: number, { shape, before }: CueForm): boolean {
  if (!isPersonAt(prose, k, wordAt(prose, k))) return false;
  return shape !== "participle" || !before.has(wordAt(prose, k + 1));
}

function frameAt(prose: Prose, unit: Run, k: number): Frame | null {
  const cue = cueAt(prose, k);
  if (cue === null) return documentFrame(prose, unit, k);
  const { form, attached } = cue;
  if (!attached && isGivenName(prose, k, form)) return null;
  if (isUnsaid(prose, unit, k) || isPreposition(prose, unit, k, cue)) return null;
  if (isHomograph(form) && !attached && !headsClause(prose, unit, k) && !relaysFrom(prose, k, form))
    return speaks(prose, unit, k, form) ? verbFrame(prose, unit, k, form, attached) : null;
  if (form.shape === "noun-with-pronoun" || form.shape === "noun")
    return nominalFrame(prose, unit, k, form, attached);
  if (form.shape === "verb" && RELAY_VERBS.has(form.verb.perfect)) {
    const relay = relayFrame(prose, unit, k, form, attached);
    if (relay !== null) return relay;
  }
  return verbFrame(prose, unit, k, form, attached);
}

/** «التلفزيون نقل عن …»: a verb for sure. */
function relaysFrom(prose: Prose, k: number, { verb }: CueForm): boolean {
  return RELAY_VERBS.has(verb.perfect) && wordAt(prose, k + 1) === FROM[verb.perfect];
}

/** «بين» is the preposition nearly always. */
const NEVER_VERBS: ReadonlySet<string> = new Set(["بين", "رد"].map(foldWord));
const SPEAKERS: ReadonlySet<string> = new Set(["role", "body", "document", "media", "unnamed"]);

/** «وبعد المباراة كتب النادي في حسابه: …»: a verb where a definite speaker stands behind it and then words or a clause. */
function speaks(prose: Prose, unit: Run, k: number, form: CueForm): boolean {
  if (NEVER_VERBS.has(wordAt(prose, k)) || form.shape !== "verb") return false;
  const subject = readSubject(prose, k + 1, unit.to);
  if (subject === null) return false;
  const isSure = isDefinite(subject.head) && SPEAKERS.has(subject.kind);
  const isPerson = subject.name !== null && prose.named.has(subject.name.from);
  if (!isSure && !isPerson) return false;
  const complement = findComplement(
    prose,
    form,
    { from: subject.to, to: unit.to },
    { cue: k + 1, subject: subject.to },
  );
  if (complement === null) return false;
  const isNear = complement.from - subject.to <= 2;
  return complement.as === "colon" ? isSure || isNear : isNear && complement.as === "clause";
}

function verbFrame(
  prose: Prose,
  unit: Run,
  k: number,
  form: CueForm,
  attached: boolean,
): Frame | null {
  const start = skipAdverbs(prose, k + 1, unit.to);
  const startsQuoted = prose.within[start] !== -1 && !isQuotedName(prose, start, start + 1);
  const subject =
    form.shape === "participle" ||
    // A verb in the plural has its subject before it: what follows is its object.
    form.agrees === "p" ||
    startsQuoted ||
    opensSpeech(prose, k + 1) ||
    isHonoured(prose, { from: k + 1, to: start })
      ? null
      : subjectOf(prose, start, unit.to, form);
  const after = subject?.to ?? k + 1;
  const complement = findComplement(
    prose,
    form,
    { from: after, to: unit.to },
    { cue: k + 1, subject: after },
  );
  if (form.shape === "participle" && !goesOn(prose, k, form, complement)) return null;
  if (complement !== null && isImpersonal(prose, unit, k, form, complement)) return null;
  if (isOtherDoing(prose, form, subject, complement)) return null;
  return { unit, at: k, form, attached, subject, relayer: null, relays: false, complement, after };
}

const MORE_OFTEN_OTHERS: ReadonlySet<string> = new Set(["زاد", "مضى", "قدر"]);

/** «زادت التكهنات بأن …»: a verb that is another too, before a common noun that nobody is called by. */
function isOtherDoing(
  prose: Prose,
  { verb }: CueForm,
  subject: NounPhrase | null,
  complement: Complement | null,
): boolean {
  if (!MORE_OFTEN_OTHERS.has(verb.perfect) || complement?.as !== "clause") return false;
  if (subject?.kind !== "name") return false;
  return isDefinite(subject.head) && isCommonNoun(prose, subject);
}

/** «ووصف الاتفاق بأنه …»: a definite word that names nobody is what is spoken of. */
function subjectOf(prose: Prose, at: number, to: number, form: CueForm): NounPhrase | null {
  const subject = readSubject(prose, at, to);
  if (subject !== null && isSpokenAbout(form, subject)) return null;
  const takesObject =
    (form.verb.object === true && form.verb.frame === "act") || form.verb.stance === "denying";
  if (subject?.kind !== "name" || !takesObject) return subject;
  return isDefinite(subject.head) && isCommonNoun(prose, subject) ? null : subject;
}

/** A participle goes on with a speaker after a comma or quoted words, or with its clause right behind it; else it is an adjective. */
function goesOn(prose: Prose, k: number, form: CueForm, complement: Complement | null): boolean {
  if (isNounHere(prose, k)) return false;
  if (form.verb.perfect === "قال") return true;
  if (CLAUSE_HEAD.test(gapBefore(prose, k)) || prose.within[k - 1] !== -1) return true;
  return complement !== null && complement.from - k <= 3;
}

/** «وحث سموه الموظفين على …»: whoever is honoured is the subject; what stands behind is whom it is said to. */
function isHonoured(prose: Prose, { from, to }: Run): boolean {
  for (let k = from; k < to; k += 1) if (isHonorific(wordAt(prose, k))) return true;
  return false;
}

const COLON = /:/u;
const COMMA = /[،,]/u;

function opensSpeech(prose: Prose, k: number): boolean {
  return COLON.test(gapBefore(prose, k));
}

const WHO: ReadonlySet<string> = new Set(
  "من ما مما كما حيث الذي التي الذين اللذين والذي والتي والذين".split(" "),
);
/** «يذكر أن», «يعتقد أن» without a subject open background or say what people think. */
const IMPERSONAL: ReadonlySet<string> = new Set(
  ["يذكر", "يعتقد", "يتوقع", "يرجح", "يفترض", "يظن", "يلاحظ", "يقدر", "يزعم"].map(foldWord),
);

/** «انتخابات», «مباريات»: plurals of things. */
const PLURAL = /..ات$/u;
/** «يفترض أن يكون» says what ought to be. */
const PRESUMED = foldWord("يفترض");

function isImpersonal(
  prose: Prose,
  unit: Run,
  k: number,
  form: CueForm,
  complement: Complement,
): boolean {
  if (form.tense !== "imperfect" || form.agrees !== "m") return false;
  const word = wordAt(prose, k);
  if (!IMPERSONAL.has(word) && !IMPERSONAL.has(word.slice(1))) return false;
  const isBare = complement.from - skipAdverbs(prose, k + 1, complement.from) <= 1;
  if (isBare && word === PRESUMED) return true;
  return (
    isBare && (headsClause(prose, unit, k) || WHO.has(wordAt(prose, k - 1)) || isOfThing(prose, k))
  );
}

/** «بصفقات يتوقع أن يبرمها …»: behind an indefinite noun of a thing the verb says what is thought of it. */
function isOfThing(prose: Prose, k: number): boolean {
  const speaks = (at: number): boolean =>
    prose.named.has(at) || isDefinite(wordAt(prose, at)) || headKind(wordAt(prose, at)) !== null;
  return k > 0 && !speaks(k - 1) && !speaks(k - 2) && PLURAL.test(wordAt(prose, k - 1));
}

const ADVERBS: ReadonlySet<string> = new Set([
  "ايضا",
  "كذلك",
  "امس",
  "اليوم",
  "بدوره",
  "بدورها",
  "مساء",
  "صباح",
  "لاحقا",
  "صراحه",
  "بدورهم",
  "مجددا",
  "فيه",
  "فيها",
  "خلاله",
  "خلالها",
  "له",
  "لها",
  "لهم",
  "عنه",
  "عنها",
  "عليه",
  "عليها",
  "به",
  "بها",
  "اليه",
  "اليها",
  "معه",
  "معها",
  "هنا",
]);

/** Adverbs, and «سموه»: who spoke last. */
function isAside(word: string): boolean {
  return ADVERBS.has(word) || isHonorific(word);
}

const BLESSINGS: ReadonlySet<string> = new Set(["الصلاه", "السلام", "افضل"]);
const THESE: ReadonlySet<string> = new Set(["هذا", "هذه", "تلك", "هولاء", "ذلك"]);

function skipAdverbs(prose: Prose, from: number, to: number): number {
  let k = from;
  while (k < to && isAside(wordAt(prose, k)) && prose.within[k] === -1) k += 1;
  // «قال عليه الصلاة والسلام»: a blessing, and nobody who speaks.
  if (BLESSINGS.has(wordAt(prose, k)) && k > from) return from;
  // «قالت تلك التقارير»
  return k + 1 < to && THESE.has(wordAt(prose, k)) && isDefinite(wordAt(prose, k + 1)) ? k + 1 : k;
}

/** «نقلت وكالة … عن فلان قوله إن», «نسبت … إلى فلان القول». */
function relayFrame(
  prose: Prose,
  unit: Run,
  k: number,
  form: CueForm,
  attached: boolean,
): Frame | null {
  const link = FROM[form.verb.perfect] ?? "";
  const links = new Set([link, `${link}ه`, `${link}ها`]);
  const end = Math.min(unit.to, k + RELAY_REACH);
  const isLink = (at: number): boolean =>
    prose.within[at] === -1 && (links.has(wordAt(prose, at)) || wordAt(prose, at + 1) === "لسان");
  let from = k + 1;
  while (from < end && !isLink(from)) from += 1;
  if (from >= end) return null;
  const relayer = from === k + 1 ? null : readNounPhrase(prose, k + 1, from);
  if (from > k + 1 && relayer === null) return null;
  const next = wordAt(prose, from + 1) === "لسان" ? from + 2 : from + 1;
  const source = readNounPhrase(prose, next, unit.to);
  const subject = sourceOf(prose, source, unit.to, isLink);
  const after = subject?.to ?? next;
  const said = sayingAfter(prose, { from: after, to: unit.to });
  const complement = findComplement(
    prose,
    form,
    { from: said, to: unit.to },
    { cue: -1, subject: said },
  );
  if (complement === null && subject === null) return null;
  return { unit, at: k, form, attached, subject, relayer, relays: true, complement, after: said };
}

/** «عن صحيفة … عن مصدر …»: whom an outlet that is passed on had it from. */
function sourceOf(
  prose: Prose,
  source: NounPhrase | null,
  to: number,
  isLink: (at: number) => boolean,
): NounPhrase | null {
  if (source?.kind !== "media" || !isLink(source.to)) return source;
  return readNounPhrase(prose, source.to + 1, to) ?? source;
}

/** «… قوله», «… القول»: the place after it, where it stands near; else where one began to look. */
function sayingAfter(prose: Prose, { from, to }: Run): number {
  for (let k = from; k < Math.min(to, from + 16); k += 1) {
    if (prose.within[k] !== -1) return from;
    const cue = cueAt(prose, k);
    if (cue?.form.shape === "noun-with-pronoun" || wordAt(prose, k) === "القول") return k + 1;
    if (cue?.attached === true && cue.form.shape === "verb") return from;
  }
  return from;
}

/** «قول الجنرال إن», «تأكيده أن»: a verbal noun counts only where a clause or words follow. */
function nominalFrame(
  prose: Prose,
  unit: Run,
  k: number,
  form: CueForm,
  attached: boolean,
): Frame | null {
  const start = k + 1;
  const subject = form.shape === "noun" ? readSubject(prose, start, unit.to) : null;
  if (form.shape === "noun" && subject === null) return null;
  const after = subject?.to ?? start;
  const complement = findComplement(
    prose,
    form,
    { from: after, to: Math.min(unit.to, after + nominalReach(prose, after)) },
    { cue: -1, subject: after },
  );
  if (complement === null || complement.as === "colon") return null;
  return { unit, at: k, form, attached, subject, relayer: null, relays: false, complement, after };
}

/** How far its clause may stand from a verbal noun: further where a comma sets off when or where it was said. */
function nominalReach(prose: Prose, after: number): number {
  return COMMA.test(gapBefore(prose, after)) ? 8 : 3;
}

const IN = "في";

/** «جاء في بيان الوزارة أن», «ورد في التقرير: "…"». */
function documentFrame(prose: Prose, unit: Run, k: number): Frame | null {
  if (!standsIn(prose.words[k] as Word) || wordAt(prose, k + 1) !== IN) return null;
  const cue = findCueForm("افاد");
  const subject = readNounPhrase(prose, k + 2, unit.to);
  if (cue === null || subject === null) return null;
  if (subject.kind !== "document" && subject.kind !== "media") return null;
  const complement = findComplement(
    prose,
    cue.form,
    { from: subject.to, to: unit.to },
    { cue: -1, subject: subject.to },
  );
  if (complement === null) return null;
  return {
    unit,
    at: k,
    form: cue.form,
    attached: false,
    subject,
    relayer: null,
    relays: false,
    complement,
    after: subject.to,
  };
}
