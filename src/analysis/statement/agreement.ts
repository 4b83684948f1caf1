import { foldWord } from "../../text/index.ts";
import type { CueForm } from "./cue-forms.ts";
import type { Figure } from "./figure.ts";
import type { NounPhrase } from "./phrase.ts";
import { FEMININE_HEADS, OBJECT_VERBS } from "./tables/agreement.ts";
import { bare, hasPronoun, headKind, isManyDocuments } from "./word-kinds.ts";

const TAKING: ReadonlySet<string> = new Set(OBJECT_VERBS);
const FEMININES: ReadonlySet<string> = new Set(FEMININE_HEADS.map(foldWord));
const FEMININE_ENDING = /(?:ه|ات)$/u;
const OWNED_FEMININE = /ت(?:ه|ها|هم)$/u;
const OTHER_PLURAL = /(?:اء|ا|ون|ين|ي)$/u;

/** Whether a verb of addressing somebody has before it a noun of the other gender: «وصفت الوزير بأنه», «انتقد الحكومة» have whom it is about. */
export function isSpokenAbout(form: CueForm, { kind, head }: NounPhrase): boolean {
  if (!takesObject(form) || kind === "name" || headKind(head) === null) return false;
  // «وصفت تصريحات الوزير بأنها»
  if (isManyDocuments(head)) return true;
  const noun = bare(head);
  if (form.agrees === "m") return FEMININE_ENDING.test(noun) && kind !== "unnamed";
  if (form.agrees !== "f" || (kind !== "role" && kind !== "body")) return false;
  return !FEMININE_ENDING.test(noun) && !OTHER_PLURAL.test(noun) && !FEMININES.has(noun);
}

/** The same of somebody known by an office: «وصفت ترامب بأنه» after «الرئيس ترامب». */
export function isOtherGender(form: CueForm, { kind, head }: Figure): boolean {
  if (!takesObject(form) || kind !== "person" || headKind(head) !== "role") return false;
  return form.agrees === "f" && !FEMININE_ENDING.test(head);
}

/** Whether a verb's form may be that of a figure; where nothing tells the gender, it may. */
export function agreesWith({ agrees, shape }: CueForm, figure: Figure): boolean {
  const gender = genderOf(figure);
  if (shape !== "verb" || gender === "?" || (agrees !== "m" && agrees !== "f")) return true;
  return gender === agrees;
}

/** The gender that a figure's office or noun shows; "?" for a bare name and for plurals. */
export function genderOf({ kind, head }: Figure): "m" | "f" | "?" {
  if (head === "" || headKind(head) === "unnamed") return "?";
  // «نظيره», «محاميتها»: the ending is somebody else's.
  if (hasPronoun(head)) return OWNED_FEMININE.test(head) ? "f" : "m";
  if (FEMININE_ENDING.test(head) || FEMININES.has(head)) return "f";
  if (kind === "person") return headKind(head) === "role" ? "m" : "?";
  return OTHER_PLURAL.test(head) ? "?" : "m";
}

function takesObject({ verb, shape }: CueForm): boolean {
  return shape === "verb" && TAKING.has(verb.perfect);
}
