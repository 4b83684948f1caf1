import type { Cast } from "./cast.ts";
import { findCueForm } from "./cue-forms.ts";
import type { NounPhrase } from "./phrase.ts";
import { type Prose, type Run, wordAt } from "./prose.ts";
import { readSubject } from "./read-subject.ts";
import { isChannel, isDefinite, isFate, opensAsVerb } from "./word-kinds.ts";

/** Words before the verb that opens a sentence: «كما أصدرت الوكالة …». */
const BEFORE_VERB: ReadonlySet<string> = new Set("كما فيما بينما ثم حيث".split(" "));
/** «يعتبر دور فلان أول تجاربه»: what stands behind is called something, and does nothing. */
const LINKING: ReadonlySet<string> = new Set(
  "يعتبر تعتبر ويعتبر وتعتبر يعد تعد ويعد وتعد".split(" "),
);

/** «جاء ذلك في مقابلة …»: the sentence is about what was said before, not about anybody. */
const CAME: ReadonlySet<string> = new Set(["جاء", "وجاء", "ياتي", "وياتي"]);
const THAT: ReadonlySet<string> = new Set(["ذلك", "هذا"]);

/** Where a sentence begins behind «كما» and the like; null for one about what was said before. */
export function clauseStart(prose: Prose, run: Run): number | null {
  let { from } = run;
  if (CAME.has(wordAt(prose, from)) && THAT.has(wordAt(prose, from + 1))) return null;
  while (from < run.to - 1 && BEFORE_VERB.has(wordAt(prose, from))) from += 1;
  return from;
}

const ALREADY = "قد";

/** «وقتل القائد …», «ويغيب المهاجم …», «وكان القائد … قد قتل»: whether a sentence tells what befell somebody, who then is not who speaks next. */
export function tellsOfFate(prose: Prose, run: Run): boolean {
  const from = clauseStart(prose, run);
  if (from === null) return false;
  if (isFate(wordAt(prose, from))) return true;
  const phrase = readSubject(prose, from, run.to) ?? readSubject(prose, from + 1, run.to);
  if (phrase === null) return false;
  const verb = wordAt(prose, phrase.to) === ALREADY ? phrase.to + 1 : phrase.to;
  return isFate(wordAt(prose, verb));
}

/** The subject of the verb that a sentence opens with: «أعاد الكاتب نشر …»; null where nothing says that it is one. */
export function mainPhrase(prose: Prose, cast: Cast, { from, to }: Run): NounPhrase | null {
  const first = wordAt(prose, from);
  const isVerb = opensAsVerb(first) || findCueForm(first)?.form.shape === "verb";
  const phrase =
    isVerb || readSubject(prose, from, to) === null ? readSubject(prose, from + 1, to) : null;
  if (phrase === null) {
    // «ودافع فلان عن …، قائلاً»: a verb that no table lists, before somebody known.
    const known = readSubject(prose, from + 1, to);
    const isSomebody = known?.kind === "name" && !isChannel(known.head);
    return isSomebody && !isDefinite(first) && cast.knows(known) ? known : null;
  }
  const isNoun = phrase.kind === "name" && LINKING.has(first) && !isSure(cast, phrase);
  return !isNoun && (isVerb || isSure(cast, phrase)) ? phrase : null;
}

/** Whether a phrase surely is of somebody: by what it says, or because the article names them elsewhere. */
export function isSure(cast: Cast, phrase: NounPhrase): boolean {
  return phrase.kind !== "name" || cast.knows(phrase);
}
