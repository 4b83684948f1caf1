import { agreesWith } from "./agreement.ts";
import type { Cast } from "./cast.ts";
import type { Figure } from "./figure.ts";
import type { Frame } from "./frames.ts";
import { findTold } from "./media.ts";
import { isOnesOwn } from "./phrase-start.ts";
import { type Prose, type Run, wordAt } from "./prose.ts";
import { endsPhrase, headKind, isChannel, isWhole } from "./word-kinds.ts";

/** What the pronoun behind a verb points back to: «قال فيه» to a masculine noun, «قال فيها» to a feminine or a plural. */
const IN_FEMININE: Readonly<Record<string, boolean>> = {
  فيه: false,
  خلاله: false,
  فيها: true,
  خلالها: true,
};
const BY_DESCRIPTION: ReadonlySet<string> = new Set(["role", "unnamed"]);
const FEMININE_NOUN = /(?:ه|ات)$/u;
const CLITIC = /^[بل](?=...)/u;
const ACCUSATIVE = /(?<=...)ا$/u;

/** «مقابلة مع سالم قال فيها», «بياناً للوزارة قالت فيه»: who speaks in what was named before the verb; null where nothing was. */
export function speakerIn(prose: Prose, cast: Cast, frame: Frame): Figure | null {
  const { unit, at, form } = frame;
  const paper = paperBefore(prose, frame);
  if (paper === -1) return null;
  const fits = (figure: Figure): boolean =>
    figure.kind !== "medium" && agreesWith(form, figure) && canSay(figure);
  const named = cast.mentionedIn({ from: paper + 1, to: at });
  // «رسالة لأحد المشجعين»: somebody by description, whom the nearest rules know better.
  if (named.some(isByDescription)) return null;
  const behind = named.filter(fits);
  const person = behind.findLast(({ kind }) => kind === "person");
  const before = cast.mentionedIn({ from: unit.from, to: paper }).find(fits) ?? null;
  // «كلمته أمام المجلس»: whose it is stands before.
  if (isOnesOwn(wordAt(prose, paper)) && before !== null) return before;
  const of = cast.startingAt(paper + 1);
  return (
    (of !== null && fits(of) ? of : null) ??
    person ??
    surnamedIn(prose, cast, { from: paper + 1, to: at }, fits) ??
    before ??
    surnamedIn(prose, cast, { from: unit.from, to: paper }, fits)
  );
}

/** «تصريحات أدلى بها الحربي»: a surname that was found as no name. */
function surnamedIn(
  prose: Prose,
  cast: Cast,
  { from, to }: Run,
  fits: (figure: Figure) => boolean,
): Figure | null {
  for (let k = to - 1; k >= from; k -= 1) {
    const figure = prose.within[k] === -1 ? cast.surnamed(wordAt(prose, k), k) : null;
    if (figure !== null && fits(figure)) return figure;
  }
  return null;
}

/** «أمام» reads like «إمام». */
function isByDescription({ kind, head }: Figure): boolean {
  return kind === "other" && BY_DESCRIPTION.has(headKind(head) ?? "") && !endsPhrase(head);
}

/** Whether a figure is a person or a body. */
export function canSay({ kind, head }: Figure): boolean {
  return kind === "person" || headKind(head) === "body" || isWhole(head);
}

/** «تصريحات لموقع … قال فيها»: the outlets spoken to in it. */
export function toldIn(prose: Prose, cast: Cast, frame: Frame): string[] {
  const paper = paperBefore(prose, frame);
  return paper === -1 ? [] : findTold(prose, cast, { from: paper + 1, to: frame.at });
}

/** The noun of what was said in that the pronoun behind a verb stands for; -1 where none is before it. */
function paperBefore(prose: Prose, { unit, at }: Frame): number {
  const feminine = IN_FEMININE[wordAt(prose, at + 1)];
  if (feminine === undefined) return -1;
  for (let k = at - 1; k >= unit.from; k -= 1) {
    if (prose.within[k] !== -1) continue;
    const noun = nounOf(wordAt(prose, k));
    if (noun !== null && FEMININE_NOUN.test(noun) === feminine) return k;
  }
  return -1;
}

/** «بيانا», «لمقابلة»: the noun without its ending or preposition; null for what nothing is said in. */
function nounOf(word: string): string | null {
  const forms = [word, word.replace(ACCUSATIVE, ""), word.replace(CLITIC, "")];
  return forms.find(isChannel) ?? null;
}
