import { factOf, foldWord, rememberByWord, type Word } from "../../text/index.ts";
import { CUE_VERBS, type CueVerb } from "./tables/cue-verbs.ts";

/** How a cue stands in its sentence: a finite verb, a participle that goes on with its subject, a verbal noun with or without a pronoun. */
export type CueShape = "verb" | "participle" | "noun" | "noun-with-pronoun";

/** Number and gender that a form shows of its speaker. */
export type Agreement = "m" | "f" | "p" | "?";

/** One inflected form of a reporting verb. */
export interface CueForm {
  readonly verb: CueVerb;
  readonly shape: CueShape;
  readonly agrees: Agreement;
  readonly tense: "perfect" | "imperfect" | null;
  /** Folded prepositions that may stand before its clause. */
  readonly before: ReadonlySet<string>;
}

/** Final ALEF MAKSURA or long ALEF of a weak verb, which yields to endings: «نفى» → «نفت», «دعا» → «دعوا». */
const WEAK_YEH = /ى$/u;
const WEAK_ALEF = /(?<=..)ا$/u;
const WEAK_LAST = /[يىو]$/u;
const DUAL = /^(?:أ|قال$)/u;
const FIRST = /^./u;
const SHADDA = /\u0651/gu;

function perfectForms(verb: CueVerb): [string, Agreement][] {
  const { perfect } = verb;
  const short = perfect.replace(WEAK_YEH, "").replace(WEAK_ALEF, "");
  const long = perfect.replace(WEAK_YEH, "ي").replace(WEAK_ALEF, "و");
  const forms: [string, Agreement][] = [
    [perfect, "m"],
    [`${short}ت`, "f"],
    [`${short}وا`, "p"],
    [`${short}تا`, "p"],
  ];
  // «ردا», «نقلا» are adverbs, «عدو» a noun; a frequent misspelling leaves the silent ALEF out.
  if (verb.homograph !== true) forms.push([`${short}و`, "p"]);
  // The dual of other measures reads as a noun in the accusative: «تعهدا».
  if (verb.homograph !== true && DUAL.test(perfect)) forms.push([`${long}ا`, "p"]);
  return forms;
}

function imperfectForms(imperfect: string): [string, Agreement][] {
  if (imperfect === "") return [];
  const short = imperfect.replace(WEAK_LAST, "");
  const feminine = imperfect.replace(FIRST, "ت");
  return [
    [imperfect, "m"],
    [feminine, "f"],
    [`${short}ون`, "p"],
    [`${imperfect}ان`, "p"],
    [`${feminine}ان`, "p"],
  ];
}

function participleForms(participle: string): [string, Agreement][] {
  if (participle === "") return [];
  const base = participle.slice(0, -1);
  const plural = base.replace(WEAK_LAST, "");
  return [
    [participle, "m"],
    [`${base}ة`, "f"],
    [`${plural}ين`, "p"],
  ];
}

const PRONOUNS: readonly [string, Agreement][] = [
  ["ه", "m"],
  ["ها", "f"],
  ["هم", "p"],
  ["هما", "p"],
  ["هن", "p"],
];

function nounForms(noun: string): [string, Agreement][] {
  if (noun === "") return [];
  const joined = noun.endsWith("ة") ? `${noun.slice(0, -1)}ت` : noun;
  return PRONOUNS.map(([ending, agrees]) => [joined + ending, agrees]);
}

const FORMS = new Map<string, CueForm>();
/** Forms that are other words far more often: a memorandum, a prosecutor, «read», «it turned out». */
const NOUNS: ReadonlySet<string> = new Set(["مذكرة", "مدعية", "اقرأ", "تبين"].map(foldWord));

function add(
  forms: readonly (readonly [string, Agreement])[],
  { verb, shape, tense, before }: Omit<CueForm, "agrees">,
): void {
  for (const [form, agrees] of forms) {
    const folded = foldWord(form.replace(SHADDA, ""));
    // The table gives the more frequent verb first.
    if (!FORMS.has(folded) && !NOUNS.has(folded))
      FORMS.set(folded, { verb, shape, agrees, tense, before });
  }
}

for (const verb of CUE_VERBS) {
  const before = new Set(verb.before.split(" ").filter(Boolean).map(foldWord));
  const common = { verb, before };
  add(perfectForms(verb), { ...common, shape: "verb", tense: "perfect" });
  add(imperfectForms(verb.imperfect), { ...common, shape: "verb", tense: "imperfect" });
  add(participleForms(verb.participle), { ...common, shape: "participle", tense: null });
  add(nounForms(verb.noun), { ...common, shape: "noun-with-pronoun", tense: null });
}
// Bare nouns last: «إعلان», «رد» must not hide a verb's form.
for (const verb of CUE_VERBS) {
  const before = new Set(verb.before.split(" ").filter(Boolean).map(foldWord));
  if (verb.noun !== "") add([[verb.noun, "?"]], { verb, before, shape: "noun", tense: null });
}

/** Verbs that have whom they speak to or of as an object: «أجابه», «أبلغتهم», «وصفها». */
const OBJECTS = ["ه", "ها", "هم", "نا"];
for (const verb of CUE_VERBS) {
  if (verb.object !== true) continue;
  const before = new Set(verb.before.split(" ").filter(Boolean).map(foldWord));
  for (const [form, agrees] of perfectForms(verb).slice(0, 2))
    add(
      OBJECTS.map((object) => [form + object, agrees] as const),
      { verb, before, shape: "verb", tense: "perfect" },
    );
}

/** «وتختصر … بقولها: "…"» */
const BY_THEIR_SAYING: readonly (readonly [string, Agreement])[] = [
  ["بقوله", "m"],
  ["بقولها", "f"],
  ["بقولهم", "p"],
];
const BY_THE_SAYING: readonly string[] = ["بالقول", "القول", "للقول", "قولا"];
const say = CUE_VERBS[0];
if (say !== undefined) {
  for (const form of BY_THE_SAYING)
    add([[form, "?"]], { verb: say, before: new Set(), shape: "participle", tense: null });
  add(BY_THEIR_SAYING, { verb: say, before: new Set(), shape: "participle", tense: null });
}

/** Whether a form is a common other word too: the bare perfect of «بين», «كتب», «ذكر». */
export function isHomograph({ verb, shape, tense, agrees }: CueForm): boolean {
  return verb.homograph === true && shape === "verb" && tense === "perfect" && agrees === "m";
}

const CONJUNCTION = /^[وف](?=..)/u;

/** A form as it stands in a text: «و» or «ف» may be on it. */
export interface Cue {
  readonly form: CueForm;
  readonly attached: boolean;
}

function readCue(folded: string): Cue | null {
  const whole = FORMS.get(folded);
  if (whole !== undefined) return { form: whole, attached: false };
  if (!CONJUNCTION.test(folded)) return null;
  const bare = FORMS.get(folded.slice(1));
  return bare === undefined ? null : { form: bare, attached: true };
}

/** The cue a folded word is, «و» and «ف» before it set aside; null when it is none. */
export const findCueForm: (folded: string) => Cue | null = rememberByWord(readCue);

const cueOf = factOf<Cue | null>(readCue, null);

/** The cue that a text's word at a place is; null for none, and past the ends. */
export function cueAt({ words }: { readonly words: readonly Word[] }, k: number): Cue | null {
  const word = words[k];
  return word === undefined ? null : cueOf(word);
}
