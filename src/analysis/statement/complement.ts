import { type CueForm, findCueForm } from "./cue-forms.ts";
import {
  afterQuotation,
  gapBefore,
  type Prose,
  quotationFrom,
  type Run,
  wordAt,
} from "./prose.ts";
import type { Quotation } from "./quotations.ts";
import { headKind } from "./word-kinds.ts";

/** What a cue governs. `from` is the first token of what is said; a clause ends where its sentence or the next cue ends it. */
export type Complement =
  | { readonly as: "clause"; readonly from: number }
  | { readonly as: "quoted"; readonly from: number; readonly quotation: Quotation }
  | { readonly as: "colon"; readonly from: number };

/** The furthest a clause may stand from its cue, in words outside quotations. */
const FURTHEST = 45;
const COLON = /[:：]/u;
const COMMA = /[،,]/u;
const LEAST_SPEECH_WORDS = 3;
/** A quotation this long is speech wherever it stands after a cue. */
const LONG_QUOTATION = 4;
/** A name in quotation marks has at most so many words. */
const LONGEST_NAME = 6;
const PROCLITIC = /^[وف]?[بكل]\u0640?$/u;
const HAMZA_ABOVE = /^(?:و|ف)?أ/u;
/** «أن» and «إن» with and without pronouns, folded; «بأن» too. */
const CLAUSE = /^[ب]?ان(?:ه|ها|هم|هما|هن|ني|نا|ك|كم|نى)?$/u;
const BARE_CLAUSE = /^ب?ان$/u;
/** Words whose «أن» is their own: «بعد أن», «يجب أن». */
const OWN_CLAUSE: ReadonlySet<string> = new Set(
  "بعد قبل دون الي علي من عن في اجل يمكن يجب ينبغي يريد غير الا كما رغم مع بما شرط حتي منذ سوي بيد يحتمل يتوقع تستطيع نريد اريد امل عليه عليها يستحيل ممكن ضروري الضروري المهم المحتمل المتوقع المقرر المرجح لابد بد لولا مجرد بمجرد وبعد وقبل وبما يعني يبدو".split(
    " ",
  ),
);

/** Finds what a cue governs, looking from a token to the end of its sentence. */
export function findComplement(
  prose: Prose,
  form: CueForm,
  after: Run,
  subjectEnd: number,
  cueEnd = -1,
): Complement | null {
  let looked = 0;
  for (let k = after.from; k < after.to && looked < FURTHEST; k += 1) {
    const gap = gapBefore(prose, k);
    const quotation = quotationFrom(prose, k);
    if (quotation !== null) {
      if (isSpeech(prose, k, quotation, after, gap, cueEnd)) return { as: "quoted", from: k, quotation };
      k = Math.max(k, afterQuotation(prose, k) - 1);
      continue;
    }
    looked += 1;
    if (COLON.test(gap) && isSpoken(prose, form, k, after.to)) return { as: "colon", from: k };
    const word = wordAt(prose, k);
    if (CLAUSE.test(word)) {
      if (opensClause(prose, form, k, subjectEnd)) return toClause(k, after.to, word);
      continue;
    }
    if (k > subjectEnd - 1 && stopsLooking(prose, k)) return null;
  }
  return null;
}

function toClause(k: number, to: number, word: string): Complement | null {
  const next = k + 1;
  if (!BARE_CLAUSE.test(word)) return k + 1 < to ? { as: "clause", from: k } : null;
  return next < to ? { as: "clause", from: next } : null;
}

/** Whether «أن» at a place belongs to the cue and not to a word before it. */
function opensClause(prose: Prose, form: CueForm, k: number, subjectEnd: number): boolean {
  const before = wordAt(prose, k - 1);
  if (k === subjectEnd) return true;
  if (form.before.has(before)) return true;
  if (OWN_CLAUSE.has(before)) return false;
  // «قال» takes «إن»; further on, an «أن» belongs to some word between.
  const token = prose.tokens[k];
  const written = token === undefined ? "" : prose.text.slice(token.start, token.end);
  return (
    form.verb.perfect !== "قال" || COMMA.test(gapBefore(prose, k)) || !HAMZA_ABOVE.test(written)
  );
}

/** Another verb of saying takes over what follows, unless it describes the speaker. */
function stopsLooking(prose: Prose, k: number): boolean {
  const cue = findCueForm(wordAt(prose, k));
  if (cue === null) return false;
  const { shape, verb } = cue.form;
  if (shape === "noun-with-pronoun" || shape === "noun") return false;
  if (shape === "participle") return true;
  return verb.homograph !== true || cue.attached;
}

function isSpoken(prose: Prose, form: CueForm, k: number, to: number): boolean {
  if (prose.tokens[k]?.kind === "number" && prose.tokens[k - 1]?.kind === "number") return false;
  return form.verb.frame !== "act" && to - k >= LEAST_SPEECH_WORDS;
}

/** Whether quoted words after a cue are what was said, and not a name or a word held at a distance. */
function isSpeech(
  prose: Prose,
  k: number,
  quotation: Quotation,
  after: Run,
  gap: string,
  cueEnd: number,
): boolean {
  const before = wordAt(prose, k - 1);
  const words = afterQuotation(prose, k) - k;
  if (COLON.test(gap)) return true;
  if (PROCLITIC.test(attached(prose, quotation))) return false;
  if (CLAUSE.test(before)) return false;
  if (words <= LONGEST_NAME) {
    const kind = headKind(wordAt(prose, k));
    if (kind === "body" || kind === "media") return false;
    if (headKind(before) !== null && k - 1 >= after.from) return false;
  }
  if (words >= LONG_QUOTATION) return true;
  return k === after.from && (k === cueEnd || endsSaying(prose, quotation));
}

const WRITTEN_BEFORE = /[\p{L}\u0640]*$/u;

/** Letters glued to an opening mark: «بـ"…"». */
export function attached(prose: Prose, quotation: Quotation): string {
  return (
    WRITTEN_BEFORE.exec(prose.text.slice(Math.max(0, quotation.open - 6), quotation.open))?.[0] ?? ""
  );
}

const SAYING_ENDS = /^\s*(?:[.،,؛؟!]|$|\n)/u;

function endsSaying(prose: Prose, { close }: Quotation): boolean {
  return SAYING_ENDS.test(prose.text.slice(close, close + 3));
}
