import type { FoundAttribution } from "./attributions.ts";
import { findCueForm } from "./cue-forms.ts";
import type { Frame } from "./frames.ts";
import { readNounPhrase } from "./noun-phrase.ts";
import { gapBefore, type Prose, type Run, wordAt } from "./prose.ts";

const COMMA = /[،,؛]/u;
const EDGE = /[،,؛:.؟!)"“”«»–—]/u;
/** Words that open another clause after a comma. */
const CONNECTIVES: ReadonlySet<string> = new Set(
  "وذلك فيما بينما ردا تعليقا وهو وهي مما كما".split(" "),
);
/** Two-word openings of what no longer is said: «في إشارة إلى», «في حين». */
const AFTER_IN: ReadonlySet<string> = new Set(
  "اشاره حين وقت المقابل تصريح تصريحات مقابله حديث حوار بيان تعليق رد تغريده سياق".split(" "),
);
/** «بيد أن», «غير أن», «إلا أن» */
const BUT: ReadonlySet<string> = new Set(["بيد", "غير", "الا"]);
const STARTERS: ReadonlySet<string> = new Set(
  "فيما بينما كما لكن ولكن حيث وكان وكانت كان كانت قد وقد التي الذي والذي والتي الا ان من في".split(
    " ",
  ),
);
/** How far before its cue a clause may begin. */
const EDGE_REACH = 6;

/** Where the clause of a cue begins, when that ends what was said before it; null for a cue within another's words. */
export function edgeOf(prose: Prose, frame: Frame): number | null {
  const { at, unit } = frame;
  if (at === unit.from || frame.attached) return at;
  if (frame.form.shape === "participle") return at;
  const first = Math.max(unit.from, at - EDGE_REACH);
  for (let k = at; k > first; k -= 1) {
    if (EDGE.test(gapBefore(prose, k)) || prose.within[k - 1] !== -1) return k;
    const before = wordAt(prose, k - 1);
    if (!STARTERS.has(before) && findCueForm(before) !== null) return null;
    if (k - 1 === unit.from && STARTERS.has(before)) return unit.from;
  }
  return null;
}

const RELATIVES: ReadonlySet<string> = new Set("الذي التي الذين اللذين اللتين اللواتي".split(" "));

/** «ذكرت الصحيفة أن الوزير، سالم الحربي، أبلغ …»: a verb behind a clause's mere subject is what the clause says of it, and ends nothing. */
export function isPredicate(prose: Prose, frames: readonly Frame[], frame: Frame): boolean {
  if (frame.form.shape !== "verb" || frame.attached) return false;
  const edge = edgeOf(prose, frame);
  if (edge === null) return false;
  const outer = frames.findLast(({ at, complement }) => at < edge && complement?.as === "clause");
  const from = outer?.complement?.from ?? edge;
  return from < edge && isMereSubject(prose, { from, to: edge });
}

/** Whether a run is who or what a clause is about and no more: a noun phrase with another in apposition or a relative clause. */
function isMereSubject(prose: Prose, { from, to }: Run): boolean {
  const phrase = readNounPhrase(prose, from, to);
  if (phrase === null || phrase.to === to) return phrase !== null;
  if (COMMA.test(gapBefore(prose, phrase.to)))
    return readNounPhrase(prose, phrase.to, to)?.to === to;
  if (!RELATIVES.has(wordAt(prose, phrase.to))) return false;
  for (let k = phrase.to + 1; k < to; k += 1) if (COMMA.test(gapBefore(prose, k))) return false;
  return true;
}

/** Behind «أن» a clause has its verb so near, in words. */
const NEAR_CLAUSE = 6;

/** «أوضحت الوزارة أن التحريات كشفت أن …»: whether a verb is that of the clause which another cue governs. */
export function isWithinClause(
  prose: Prose,
  { form, attached, unit, at }: Frame,
  outer: Frame,
): boolean {
  if (form.shape !== "verb" || attached || outer.unit !== unit) return false;
  if (outer.complement?.as !== "clause") return false;
  const { from } = outer.complement;
  if (from >= at || at - from > NEAR_CLAUSE) return false;
  for (let k = from + 1; k <= at; k += 1) if (EDGE.test(gapBefore(prose, k))) return false;
  return true;
}

/** What ends a clause. */
interface Limits {
  readonly edges: readonly number[];
  readonly attributions: readonly FoundAttribution[];
}

/** Where a clause that begins at a token ends: at the next cue's clause, an attribution, a connective, or with its sentence. */
export function clauseEnd(
  prose: Prose,
  from: number,
  unit: Run,
  { edges, attributions }: Limits,
): number {
  let end = unit.to;
  for (const edge of edges) if (edge > from && edge < end) end = edge;
  for (const { from: at, to, speaker } of attributions) {
    // «وجود الأجنبي على حد تعبيره في بلاده»: words about one word go on.
    const isAside = speaker === null && to < end && !EDGE.test(gapBefore(prose, to));
    if (at > from && at < end && !isAside) end = at;
  }
  for (let k = from + 1; k < end; k += 1) {
    if (prose.within[k] !== -1) continue;
    if (isConnective(prose, k)) return k;
  }
  return end;
}

function isConnective(prose: Prose, k: number): boolean {
  const gap = gapBefore(prose, k);
  const afterQuotation = prose.within[k - 1] !== -1;
  if (!COMMA.test(gap) && !afterQuotation) return false;
  const word = wordAt(prose, k);
  if (BUT.has(word)) return wordAt(prose, k + 1).startsWith("ان");
  if (word === "في" || word === "وفي") return AFTER_IN.has(wordAt(prose, k + 1));
  return COMMA.test(gap) && CONNECTIVES.has(word);
}
