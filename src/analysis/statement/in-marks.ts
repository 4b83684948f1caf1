import { findCueForm } from "./cue-forms.ts";
import { isPersonNamedAt } from "./name-signs.ts";
import { afterShortQuotation, gapBefore, type Prose, wordAt } from "./prose.ts";
import {
  endsPhrase,
  type HeadKind,
  hasOwnName,
  headKind,
  isDefinite,
  isNaming,
} from "./word-kinds.ts";

/** Where a walk along a noun phrase has come to a quotation mark. */
interface Walk {
  readonly from: number;
  readonly at: number;
  readonly isNamed: boolean;
  readonly afterPreposition: boolean;
}

/** Words in marks within a noun phrase: where they end, and whether they are a name or go on with the title. */
interface Marks {
  readonly to: number;
  readonly as: "name" | "title";
}

const OF_NEWS: ReadonlySet<string> = new Set("انباء الانباء للانباء الاخبار الاخباريه".split(" "));
const CLAUSE = /^ب?ان(?:ه|ها|هم)?$/u;
/** One of several says at most so many words in a name. */
const LONGEST_OF_ONE = 3;

/** Words in marks where a noun phrase has come to: part of it, or null where they are what is said. */
export function readMarks(prose: Prose, kind: HeadKind | null, walk: Walk): Marks | null {
  const { from, at, isNamed } = walk;
  const to = afterShortQuotation(prose, at);
  if (to === at || kind === null) return null;
  // «أحدهم "…"»: what one of several says.
  if (kind === "unnamed" && to - at > LONGEST_OF_ONE) return null;
  const before = headKind(wordAt(prose, at - 1));
  if (kind === "role" && !isNamed && isPersonInMarks(prose, at)) return { to, as: "name" };
  const isPart =
    at === from + 1 ||
    OF_NEWS.has(wordAt(prose, at - 1)) ||
    walk.afterPreposition ||
    before !== null ||
    (kind === "role" ? !isNamed && isOfNamed(prose, to) : isOwnName(prose, walk, to));
  if (!isPart) return null;
  return { to, as: kind === "role" ? "title" : "name" };
}

/** «وأوضح عضو الهيئة "سالم الحربي" أن», but «مدير "سالم الحربي"». */
function isPersonInMarks(prose: Prose, at: number): boolean {
  const before = wordAt(prose, at - 1);
  return isPersonNamedAt(prose, at) && isDefinite(before) && !isNaming(before);
}

/** «مدير عام "تعليم سدرة" سالم …», «… الدكتور سالم …»: whose office it is stands right behind. */
function isOfNamed(prose: Prose, to: number): boolean {
  if (isPersonNamedAt(prose, to)) return true;
  return headKind(wordAt(prose, to)) === "role" && isPersonNamedAt(prose, to + 1);
}

/** «وكالة الشرطة الأوروبية "يوروبول" إن»: one word, or a name known as one, between what such a body is and its clause. */
function isOwnName(prose: Prose, { from, at }: Walk, to: number): boolean {
  const word = wordAt(prose, at);
  const isOne = to - at === 1 && !endsPhrase(word) && findCueForm(word) === null;
  return (
    hasOwnName(wordAt(prose, from)) &&
    (isOne || isAllNamed(prose, at, to)) &&
    isDefinite(wordAt(prose, at - 1)) &&
    CLAUSE.test(wordAt(prose, to)) &&
    gapBefore(prose, to).trim().length <= 1
  );
}

function isAllNamed({ named }: Prose, at: number, to: number): boolean {
  for (let k = at; k < to; k += 1) if (!named.has(k)) return false;
  return true;
}

const CLOSING_BRACKET = /\)/u;
const LONGEST_BRACKET = 5;

/** The first token after the bracket that opens at one; the token itself where it is long. */
export function afterBracket(prose: Prose, at: number): number {
  for (let k = at; k < at + LONGEST_BRACKET; k += 1)
    if (CLOSING_BRACKET.test(gapBefore(prose, k + 1))) return k + 1;
  return at;
}
