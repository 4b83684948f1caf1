import { type CueForm, cueAt, isHomograph } from "./cue-forms.ts";
import { afterQuotation, gapBefore, type Prose, quotationFrom, type Run, wordAt } from "./prose.ts";
import type { Quotation } from "./quotations.ts";
import { headKind, isChannel, isNaming } from "./word-kinds.ts";

/** What a cue governs. `from` is the first token of what is said; a clause ends where its sentence or the next cue ends it. */
export type Complement =
  | { readonly as: "clause"; readonly from: number }
  | { readonly as: "quoted"; readonly from: number; readonly quotation: Quotation }
  | { readonly as: "colon"; readonly from: number };

/** The furthest a clause may stand from its cue, in words outside quotations. */
const FURTHEST = 45;
/** The same for forms that are other words as well: «تظهر», «يزيد». */
const NEAR = 12;
const COLON = /[:：]/u;
/** «جاي-ان», «إن.تي.في»: a part of a name. */
const GLUED = /^[-.]$/u;
const COMMA = /[،,]/u;
const LEAST_SPEECH_WORDS = 3;
/** A quotation this long is speech wherever it stands after a cue. */
const LONG_QUOTATION = 4;
const LONG_SPEECH = 7;
/** A name in quotation marks has at most so many words. */
const LONGEST_NAME = 6;
/** «"إف 16"», «"حماة الوطن 2"»: a short quotation that ends in a figure is a model or the number of a series. */
const MODEL_WORDS = 3;
const PROCLITIC = /^[وف]?[بكل]\u0640?$/u;
const HAMZA_ABOVE = /^(?:و|ف)?أ/u;
/** «أن» and «إن» with and without pronouns, folded; «بأن» too. */
const CLAUSE = /^[ب]?ان(?:ه|ها|هم|هما|هن|ني|نا|ك|كم|نى)?$/u;
const BARE_CLAUSE = /^ب?ان$/u;
/** Words whose «أن» is their own: «بعد أن», «يجب أن». */
const OWN_CLAUSE: ReadonlySet<string> = new Set(
  "بعد قبل دون الي علي من عن في اجل يمكن يجب ينبغي يريد غير الا كما رغم مع بما شرط حتي منذ سوي بيد يحتمل يتوقع تستطيع نريد اريد امل عليه عليها يستحيل ممكن ضروري الضروري المهم المحتمل المتوقع المقرر المرجح لابد بد لولا مجرد بمجرد وبعد وقبل وبما يعني يبدو لكن ولكن افهم احب".split(
    " ",
  ),
);

/** Where a cue's own words end, and where its written subject does. */
export interface CueEnds {
  readonly cue: number;
  readonly subject: number;
}

/** Finds what a cue governs, looking from a token to the end of its sentence. */
export function findComplement(
  prose: Prose,
  form: CueForm,
  after: Run,
  ends: CueEnds,
): Complement | null {
  const furthest = form.verb.homograph === true && form.tense === "imperfect" ? NEAR : FURTHEST;
  let looked = 0;
  for (let k = after.from; k < after.to && looked < furthest; k += 1) {
    const quotation = quotationFrom(prose, k);
    if (quotation !== null) {
      if (isSpeech(prose, form, k, after, ends)) return { as: "quoted", from: k, quotation };
      k = Math.max(k, afterQuotation(prose, k) - 1);
      continue;
    }
    looked += 1;
    const found = complementAt(prose, form, k, after, ends);
    if (found !== "none") return found;
  }
  return null;
}

/** What begins at a token: words after a colon, a clause; null where another cue takes over. */
function complementAt(
  prose: Prose,
  form: CueForm,
  k: number,
  { to }: Run,
  { subject }: CueEnds,
): Complement | null | "none" {
  const word = wordAt(prose, k);
  if (COLON.test(gapBefore(prose, k)) && isSpoken(prose, form, k, to))
    // «قال: إن …» is a clause.
    return CLAUSE.test(word) ? toClause(k, to, word) : { as: "colon", from: k };
  const isInName = GLUED.test(gapBefore(prose, k)) || GLUED.test(gapBefore(prose, k + 1));
  if (!CLAUSE.test(word) || isInName) return k >= subject && stopsLooking(prose, k) ? null : "none";
  return opensClause(prose, form, k, subject) ? toClause(k, to, word) : "none";
}

function toClause(k: number, to: number, word: string): Complement | null {
  if (k + 1 >= to) return null;
  return { as: "clause", from: BARE_CLAUSE.test(word) ? k + 1 : k };
}

/** Whether «أن» at a place belongs to the cue and not to a word before it. */
function opensClause(prose: Prose, form: CueForm, k: number, subjectEnd: number): boolean {
  const before = wordAt(prose, k - 1);
  if (k === subjectEnd) return true;
  if (form.before.has(before)) return true;
  // «قال من قبل إن»
  const isEarlier = before === "قبل" && wordAt(prose, k - 2) === "من";
  if (OWN_CLAUSE.has(before) && !isEarlier) return false;
  // «قال» takes «إن»; further on, an «أن» belongs to some word between.
  const token = prose.tokens[k];
  const written = token === undefined ? "" : prose.text.slice(token.start, token.end);
  return (
    form.verb.perfect !== "قال" || COMMA.test(gapBefore(prose, k)) || !HAMZA_ABOVE.test(written)
  );
}

const ATTRIBUTING: ReadonlySet<string> = new Set(["حسبما", "بحسبما", "لما", "كما"]);
/** «حسب ما», «وفق ما» */
const ACCORDING: ReadonlySet<string> = new Set(["حسب", "بحسب", "وفق", "علي"]);

const BEFORE_NOUNS: ReadonlySet<string> = new Set(["علي", "امام", "من", "عن", "ضد", "الي", "مع"]);

/** «على مضيفه»: a participle behind a preposition is a noun. */
export function isNounHere(prose: Prose, k: number): boolean {
  return BEFORE_NOUNS.has(wordAt(prose, k - 1));
}

/** Another verb of saying takes over what follows, unless it describes the speaker. */
function stopsLooking(prose: Prose, k: number): boolean {
  const cue = cueAt(prose, k);
  if (cue === null) return false;
  const { shape } = cue.form;
  // «حسبما نقلت الصحيفة» stands between a cue and its words.
  const before = wordAt(prose, k - 1);
  if (ATTRIBUTING.has(before) || (before === "ما" && ACCORDING.has(wordAt(prose, k - 2))))
    return false;
  if (shape === "noun-with-pronoun" || shape === "noun") return false;
  if (shape === "participle") return !isNounHere(prose, k);
  return cue.attached || !isHomograph(cue.form);
}

function isSpoken(prose: Prose, form: CueForm, k: number, to: number): boolean {
  if (prose.tokens[k]?.kind === "number" && prose.tokens[k - 1]?.kind === "number") return false;
  return form.verb.frame !== "act" && to - k >= LEAST_SPEECH_WORDS;
}

/** Whether quoted words after a cue are what was said, and not a name or a word held at a distance. */
function isSpeech(prose: Prose, form: CueForm, k: number, after: Run, ends: CueEnds): boolean {
  const quotation = quotationFrom(prose, k);
  if (quotation === null) return false;
  const before = wordAt(prose, k - 1);
  const words = afterQuotation(prose, k) - k;
  if (COLON.test(gapBefore(prose, k))) return true;
  if (PROCLITIC.test(attached(prose, quotation))) return false;
  if (CLAUSE.test(before)) return false;
  if (isQuotedName(prose, k, after.from)) return false;
  const isNear = k === after.from;
  // «زاد», «رد» are other verbs too: of saying they have the words right behind them.
  if (form.verb.homograph === true && !isNear && words < LONG_SPEECH) return false;
  if (words >= (form.verb.frame === "speech" ? LEAST_SPEECH_WORDS : LONG_QUOTATION)) return true;
  // «كشفت "الميناء" عن …», «أكد "براءة" المتهم»: two words with more of the clause behind them are a name or a word held at a distance.
  return isNear && (endsSaying(prose, quotation) || (k === ends.cue && form.shape !== "verb"));
}

/** A short quotation that names a body, or that a noun of bodies, media or works stands before, is a name. */
export function isQuotedName(prose: Prose, k: number, from: number): boolean {
  const end = afterQuotation(prose, k);
  if (end - k > LONGEST_NAME) return false;
  if (end - k <= MODEL_WORDS && prose.tokens[end - 1]?.kind === "number") return true;
  // «وذكرت "…" أن»: who says so is in the marks.
  if (CLAUSE.test(wordAt(prose, end)) && gapBefore(prose, end).trim().length <= 1) return true;
  if (isPredicate(prose, k)) return false;
  if (k <= from && (speaksLater(prose, end) || isInChannel(prose, k, end) || isDoer(prose, k, end)))
    return true;
  const kind = headKind(wordAt(prose, k));
  if (kind === "body" || kind === "media") return true;
  if (k - 1 < from) return false;
  return isNamedBy(prose, k);
}

/** «شركة "…"», «تحت عنوان "…"»: the noun before the marks says that they hold a name. */
function isNamedBy(prose: Prose, k: number): boolean {
  const before = wordAt(prose, k - 1);
  // «قال في بيان "…"»
  if (isChannel(before) && IN.has(wordAt(prose, k - 2))) return false;
  // «في تصريح صحفي "…"»: a calling there is an adjective.
  const ofBefore = isChannel(wordAt(prose, k - 2)) ? null : headKind(before);
  // «لصحيفة "…"»: whom it was said to.
  const isTold = headKind(before) === null && headKind(before.replace(LAM_NOUN, "")) === "media";
  return ofBefore !== null || isTold || isNaming(before);
}

const LAM_NOUN = /^ل(?=...)/u;
const IN: ReadonlySet<string> = new Set(["في", "عبر", "خلال", "علي"]);
const AS: ReadonlySet<string> = new Set(["بانه", "بانها", "بانهم"]);
const BEH = /^ب\u0640?$/u;

/** «وصفها بأنها "شركة …"», «بـ"هيئة …"»: what is said of somebody is no name, though it begins like one. */
function isPredicate(prose: Prose, k: number): boolean {
  const quotation = quotationFrom(prose, k);
  if (quotation === null || afterQuotation(prose, k) - k < LEAST_SPEECH_WORDS) return false;
  return AS.has(wordAt(prose, k - 1)) || BEH.test(attached(prose, quotation));
}

/** How far behind a name its words may begin: «قالت "…" في بيان لها: "…"». */
const SPEECH_REACH = 8;

/** «قالت "…" في تقرير …، إن»: so few words before where they were said are who said it. */
function isInChannel(prose: Prose, k: number, end: number): boolean {
  return (
    end - k <= LEAST_SPEECH_WORDS && IN.has(wordAt(prose, end)) && isChannel(wordAt(prose, end + 1))
  );
}

const AFTER_DOER: ReadonlySet<string> = new Set(["عن", "الي", "نقلا", "علي"]);

/** «لفتت "…" إلى أن», «كشفت "…" عن»: so few words between a verb and its preposition are who does it. */
function isDoer(prose: Prose, k: number, end: number): boolean {
  const isJoined = gapBefore(prose, end).trim().length <= 1;
  return end - k < LEAST_SPEECH_WORDS && isJoined && AFTER_DOER.has(wordAt(prose, end));
}

function speaksLater(prose: Prose, end: number): boolean {
  for (let k = end; k <= end + SPEECH_REACH; k += 1)
    if (quotationFrom(prose, k) !== null) return COLON.test(gapBefore(prose, k));
  return false;
}

const WRITTEN_BEFORE = /[\p{L}\u0640]*$/u;

/** Letters glued to an opening mark: «بـ"…"». */
export function attached(prose: Prose, quotation: Quotation): string {
  return (
    WRITTEN_BEFORE.exec(prose.text.slice(Math.max(0, quotation.open - 6), quotation.open))?.[0] ??
    ""
  );
}

const SAYING_ENDS = /^\s*(?:[.،,؛؟!]|$|\n)/u;

function endsSaying(prose: Prose, { close }: Quotation): boolean {
  return SAYING_ENDS.test(prose.text.slice(close, close + 3));
}
