import { foldWord } from "../../text/index.ts";
import { isName, isNameLike, isOfPeople } from "./name-signs.ts";
import { gapBefore, type Prose, type Run, wordAt } from "./prose.ts";
import {
  HONORIFIC_NOUNS,
  HONORIFICS,
  TITLE_ADJECTIVES,
  TITLE_ENDS,
  TITLE_LETTERS,
  TITLES_ONLY,
} from "./tables/title-words.ts";
import { bare, headKind, isAct, isConstruct, isDefinite, isTwoWordRank } from "./word-kinds.ts";

const ENDS: ReadonlySet<string> = new Set(TITLE_ENDS.map(foldWord));
const ADJECTIVES: ReadonlySet<string> = new Set(TITLE_ADJECTIVES.map(foldWord));
const HONORIFIC: ReadonlySet<string> = new Set(HONORIFICS.map(foldWord));
const LETTERS: ReadonlySet<string> = new Set(TITLE_LETTERS.map(foldWord));
const TITLES: ReadonlySet<string> = new Set(TITLES_ONLY.map(foldWord));
const TEH = /ة$/u;
const OWNED: ReadonlySet<string> = new Set(
  [...HONORIFICS, ...HONORIFIC_NOUNS].flatMap((noun) =>
    ["ه", "ها"].map((pronoun) => foldWord(noun.replace(TEH, "ت") + pronoun)),
  ),
);
const DOCTOR = "د";
const DOT_OR_STROKE = /^\s?[./]\s?$/u;
const OF_SOMEBODY = /[\p{L}]{3}(?:ه|ها|هم)$/u;
const CONJUNCTION = /^[وف](?=...)/u;
const LAM = /^ل(?=...)/u;
const GLUED_ENDS = /(?:ه|ات|ين|ون)$/u;
/** A verb in the imperfect: names on these letters have a long vowel behind them («يوهان», «تامر»). */
const IMPERFECT = /^(?:ل?[يت][^ايو][^ا].+|س[يتن].{3,})$/u;

type TitleWord = "ends" | "goes-on" | "names";

/** What a word behind an office is: the office is over, goes on with it, or it surely begins the name; null where its letters do not say. */
export function titleWord(prose: Prose, at: number, word: string): TitleWord | null {
  const before = wordAt(prose, at - 1);
  if (isTwoWordRank(before, word)) return "goes-on";
  if (isTwoWordRank(wordAt(prose, at - 2), before) && !isDefinite(word)) return "names";
  if (prose.named.has(at) || isName(word)) return null;
  if (ENDS.has(word)) return "ends";
  if (ADJECTIVES.has(word)) return "goes-on";
  if (headKind(word) !== null || isDefinite(word)) return null;
  if (isOfSomebody(prose, at)) return "ends";
  const joined = CONJUNCTION.test(word) ? joinedWord(word.slice(1)) : null;
  if (joined !== null) return joined;
  if (LAM.test(word) && isForSomething(prose, at, word.slice(1))) return "goes-on";
  return isVerb(prose, at, word) ? "ends" : null;
}

/** Whether a phrase behind an office and a comma is a name. */
export function isNamedAt(prose: Prose, run: Run): boolean {
  const known = titleWord(prose, run.from, wordAt(prose, run.from));
  return isNameLike(prose, run) && (known === null || known === "names");
}

/** «مسؤول قال ليصبح», «ممثل يقدم»; «تنسيق» and «يمني» are none. */
function isVerb(prose: Prose, at: number, word: string): boolean {
  if (!IMPERFECT.test(word) || isAct(word) || isOfPeople(word)) return false;
  const next = wordAt(prose, at + 1);
  return !prose.named.has(at + 1) && (isDefinite(next) || !isName(next));
}

/** «قراره», «رغبته»: with a pronoun written, not the ending of feminines. */
function isOfSomebody({ text, tokens }: Prose, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && OF_SOMEBODY.test(text.slice(token.start, token.end));
}

/** «الأمين العام للمجلس ورئيس اللجنة», «ووجه»: a second office, or what comes next. */
function joinedWord(rest: string): "ends" | "goes-on" | null {
  if (isDefinite(rest) || headKind(rest) !== null || isConstruct(rest)) return "goes-on";
  if (isAct(rest)) return "goes-on";
  return GLUED_ENDS.test(rest) ? "ends" : null;
}

function isForSomething(prose: Prose, at: number, rest: string): boolean {
  if (headKind(rest) !== null || isConstruct(rest) || isAct(rest)) return true;
  return GLUED_ENDS.test(rest) || isDefinite(wordAt(prose, at + 1));
}

/** «سموه», «معاليها»: who spoke last, with honour. */
export function isHonorific(folded: string): boolean {
  return OWNED.has(folded);
}

/** Whether a noun before a name says no office: «الدكتور», «السيد». */
export function isTitleOnly(folded: string): boolean {
  return TITLES.has(bare(folded));
}

/** How many words of address stand before an office or a name: «د. سالم», «أ.د. سالم», «معالي الوزير». */
export function addressBefore(prose: Prose, at: number, limit: number): number {
  let k = at;
  while (k < limit - 1 && isAddress(prose, k)) k += 1;
  return k - at;
}

function isAddress(prose: Prose, k: number): boolean {
  const word = wordAt(prose, k);
  const next = wordAt(prose, k + 1);
  const gap = gapBefore(prose, k + 1);
  if (LETTERS.has(word)) {
    const isMarked = DOT_OR_STROKE.test(gap) || (word === DOCTOR && gap === " ");
    return isMarked && (next.length > 2 || next === DOCTOR);
  }
  return HONORIFIC.has(word) && gap === " " && (headKind(next) === "role" || isName(next));
}
