import { foldWord } from "../../text/index.ts";
import { type Cue, findCueForm } from "./cue-forms.ts";
import { gapBefore, type Prose, quotationFrom, type Run, wordAt } from "./prose.ts";
import { headKind, isChannel } from "./word-kinds.ts";

/** A cue's form, and whether a conjunction is on it. */

const NEGATIONS: ReadonlySet<string> = new Set([
  "لم",
  "لن",
  "لا",
  "ولم",
  "ولن",
  "ولا",
  "فلم",
  "دون",
]);
/** «ولكنني حذرت»: the writer of the piece, who is no speaker in it. */
const FIRST_PERSON: ReadonlySet<string> = new Set(
  "لكني ولكني لكنني ولكنني اني واني انني وانني كنت وكنت قلت".split(" "),
);
/** Words that a clause may open with before its verb. */
const OPENERS: ReadonlySet<string> = new Set(
  "بينما فيما كما حيث لكن ثم جهته جهتها جهتهم جانبه جانبها جانبهم ناحيته ناحيتها بدوره بدورها كان كانت كانوا وكان وكانت وكانوا قد وقد فقد لقد".split(
    " ",
  ),
);
const IN_IT: ReadonlySet<string> = new Set("فيه فيها خلاله خلالها".split(" "));
/** What stands before a clause. */
export const CLAUSE_HEAD: RegExp = /[،,؛:.؟!\n"“”«»()–—-]/u;
const COLON = /:/u;

/** «كل تعهد», «أي رد»: a noun stands behind these. */
const BEFORE_NOUNS: ReadonlySet<string> = new Set(
  "كل وكل أي وأي بعض أول آخر بلا دون".split(" ").map(foldWord),
);

/** «لم يقل», «ولكني قلت», «كل تعهد»: nothing that anybody reported has said. */
export function isUnsaid(prose: Prose, unit: Run, k: number): boolean {
  if (k === unit.from) return false;
  const before = wordAt(prose, k - 1);
  if (FIRST_PERSON.has(before)) return true;
  if (prose.within[k - 1] !== -1) return false;
  return NEGATIONS.has(before) || (BEFORE_NOUNS.has(before) && gapBefore(prose, k).trim() === "");
}

/** «قال سالم، عقب اللقاء، إن», «عبر حسابه»: prepositions, unless the verb's own preposition follows in the clause. */
const PREPOSITIONS_TOO: ReadonlySet<string> = new Set(["عقب", "عبر"].map(foldWord));
/** How far from such a verb its preposition may stand. */
const PREPOSITION_REACH = 10;

/** Whether a word that is a verb of saying too is a preposition where it stands. */
export function isPreposition(
  prose: Prose,
  unit: Run,
  k: number,
  { form, attached }: Cue,
): boolean {
  if (!PREPOSITIONS_TOO.has(attached ? wordAt(prose, k).slice(1) : wordAt(prose, k))) return false;
  if (COLON.test(gapBefore(prose, k + 1))) return false;
  const end = Math.min(unit.to, k + PREPOSITION_REACH);
  for (let at = k + 1; at < end; at += 1) {
    const word = wordAt(prose, at);
    if (form.before.has(word) && prose.within[at] === -1) return false;
    if (findCueForm(word)?.form.shape === "participle") return false;
    if (CLAUSE_HEAD.test(gapBefore(prose, at + 1))) return true;
  }
  return true;
}

/** Whether a word that is a verb only at the head of a clause stands there. */
export function headsClause(prose: Prose, unit: Run, k: number): boolean {
  if (k === unit.from || CLAUSE_HEAD.test(gapBefore(prose, k))) return true;
  // «… كتب أحدهم "…"»
  if (quotationFrom(prose, k + 2) !== null && headKind(wordAt(prose, k + 1)) === "unnamed")
    return true;
  // «تغريدة ذكر خلالها أن …»
  if (IN_IT.has(wordAt(prose, k + 1)) && isChannel(wordAt(prose, k - 1))) return true;
  return OPENERS.has(wordAt(prose, k - 1)) || prose.within[k - 1] !== -1;
}
