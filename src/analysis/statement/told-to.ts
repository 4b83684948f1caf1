import { foldWord } from "../../text/index.ts";
import type { Cast } from "./cast.ts";
import type { Frame } from "./frames.ts";
import { findMedia, findTold } from "./media.ts";
import { gapBefore, type Prose, wordAt } from "./prose.ts";
import { toldIn } from "./said-in.ts";
import { isChannel } from "./word-kinds.ts";

/** How far from a cue that governs no clause whom it was told to may stand, in words. */
const REACH = 12;
/** How far behind its preposition the noun of a lead stands: «وفي تصريحات», «ورداً على سؤال». */
const LEAD_REACH = 2;

/** The outlets a speaker spoke to: between cue and clause, in what the verb points back to, or where the sentence opens. */
export function toldTo(prose: Prose, cast: Cast, frame: Frame): string[] {
  const { subject, at, unit, form } = frame;
  if (subject !== null && cast.isMedium(subject)) return [];
  const between = toldBehind(prose, cast, frame);
  if (between.length > 0) return between;
  const inside = toldIn(prose, cast, frame);
  if (inside.length > 0) return inside;
  return form.shape === "participle"
    ? findTold(prose, cast, { from: Math.max(unit.from, at - REACH), to: at })
    : leadingMedia(prose, cast, frame);
}

function toldBehind(prose: Prose, cast: Cast, frame: Frame): string[] {
  const { complement, subject, at, unit } = frame;
  const from = subject?.to ?? at + 1;
  return complement === null
    ? findTold(prose, cast, { from, to: firstQuoted(prose, from, unit.to) })
    : findMedia(prose, cast, { from, to: complement.from });
}

/** The first token in quotation marks of a run, within reach. */
function firstQuoted(prose: Prose, from: number, to: number): number {
  const end = Math.min(to, from + REACH);
  let k = from;
  while (k < end && prose.within[k] === -1) k += 1;
  return k;
}

const LEADS: ReadonlySet<string> = new Set("في وفي خلال وخلال ضمن ردا وردا جوابا".split(" "));
const ASKED: ReadonlySet<string> = new Set("سؤال سؤالين أسئلة استفسار".split(" ").map(foldWord));
const COMMA = /[،,]/u;
/** Words between the comma of a lead and its verb: «…، فقد قال». */
const BEFORE_CUE = 2;

/** «وفي مقابلة مع قناة …، قال», «ورداً على سؤال لوكالة …، قال»: what a sentence opens with says whom it was told to. */
function leadingMedia(prose: Prose, cast: Cast, { unit, at, form }: Frame): string[] {
  if (form.shape !== "verb" || !LEADS.has(wordAt(prose, unit.from))) return [];
  let isOn = false;
  for (let k = unit.from + 1; k <= at; k += 1) {
    const word = wordAt(prose, k);
    isOn ||= k <= unit.from + LEAD_REACH && (isChannel(word) || ASKED.has(word));
    if (COMMA.test(gapBefore(prose, k)))
      return isOn && at - k <= BEFORE_CUE ? findMedia(prose, cast, { from: unit.from, to: k }) : [];
  }
  return [];
}
