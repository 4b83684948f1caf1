import { foldWord } from "../../text/index.ts";
import type { NounPhrase } from "./phrase.ts";
import { OF_TASKS, PEER_NOUNS } from "./tables/speaker-words.ts";
import { headKind, isDefinite, isSameAgain } from "./word-kinds.ts";

/** Somebody or something that an article has speak, with the fullest name it gives. */
export interface Figure {
  readonly kind: "person" | "medium" | "other";
  readonly name: string;
  readonly role: string | null;
  /** Folded words of the name, articles off. */
  readonly words: ReadonlySet<string>;
  readonly roleWords: ReadonlySet<string>;
  /** The noun that says what it is, article off; "" for a bare name. */
  readonly head: string;
}

const HASHTAG = /[#_]/gu;
const LEADING_MARKS = /^\p{M}+/u;
const SPACES = /\s+/gu;
const WRAPPED = /^["“”«»'‘’\s]+|["“”«»'‘’\s،,]+$/gu;
const FEMININE = /ه$/u;
const TASKS: ReadonlySet<string> = new Set(OF_TASKS.map(foldWord));
const PEERS: ReadonlySet<string> = new Set(PEER_NOUNS.map(foldWord));
/** Adjectives that tell nothing apart: «المنظمة الحقوقية» is the organisation named before. */
export const VAGUE: ReadonlySet<string> = new Set(
  "حقوقيه حكومي حكوميه دوليه دولي اممي امميه رسميه رسمي مذكوره مذكور امني عسكري طبي اعلامي اعلاميه محليه محلي اخر اخري نفسه نفسها ذاته ذاتها ذاتهم نفسهم".split(
    " ",
  ),
);

/** «للجهات»: without its preposition the word has its article again. */
export function withArticle(written: string, { clitic, head }: NounPhrase): string {
  const isNoun = clitic > 0 && isDefinite(head) && headKind(head) !== null;
  return isNoun && written.startsWith("ل") ? `ا${written}` : written;
}

/** The words of a description that say which one it means: «الجهاز المكلف بحماية …» says what a body named before does. */
export function tellingWords({ words }: Figure): string[] {
  const [head = "", next = ""] = words;
  if (TASKS.has(next)) return [head];
  return [...words].filter((word) => !VAGUE.has(word) && !isSameAgain(word));
}

/** «نظيره»: who has the office of whom he meets. */
export function isPeerOf(word: string): boolean {
  return PEERS.has(word);
}

const G = /[جغق]/u;
const EVERY_G = /[جغق]/gu;

/** Whether a word is a person's surname by another letter for G: «مارجالو» and «مارغالو». */
export function isSpelledAlike({ kind, words }: Figure, word: string): boolean {
  const surname = [...words].at(-1) ?? "";
  if (kind !== "person" || words.size < 2 || !G.test(word)) return false;
  return surname.replace(EVERY_G, "غ") === word.replace(EVERY_G, "غ");
}

/** Whether a description says which one it means. */
export function tells(words: ReadonlySet<string>): boolean {
  let telling = 0;
  for (const word of words) if (!VAGUE.has(word) && !isSameAgain(word)) telling += 1;
  return telling > 1;
}

/** A word without the ending of feminines, for comparing offices. */
export function feminineOff(word: string): string {
  return word.replace(FEMININE, "");
}

/** «المسؤول السدري» after «مسؤول في الحكومة السدرية»: adjectives of either gender. */
export function hasAll(words: ReadonlySet<string>, list: readonly string[]): boolean {
  const known = new Set([...words].map(feminineOff));
  return list.every((word) => known.has(feminineOff(word)));
}

/** One figure of two mentions: the longer name, every word of the office. */
export function fuller(one: Figure, other: Figure): Figure {
  if (one.kind !== other.kind) return one;
  if (saysAll(one, other)) return one;
  const longer = other.words.size > one.words.size ? other : one;
  return {
    kind: longer.kind,
    name: longer.name,
    role: one.role ?? other.role,
    words: longer.words,
    roleWords:
      one.roleWords.size > 0 ? new Set([...one.roleWords, ...other.roleWords]) : other.roleWords,
    head: one.head === "" ? other.head : one.head,
  };
}

/** Nearly every name: letters and single spaces, of which nothing is taken. */
const TIDY = /^[\u0621-\u064A]+(?: [\u0621-\u064A]+)*$/u;

/** Whether a mention adds nothing to the fullest before it. */
function saysAll(one: Figure, other: Figure): boolean {
  if (other.words.size > one.words.size) return false;
  if ((one.role === null && other.role !== null) || (one.head === "" && other.head !== ""))
    return false;
  for (const word of other.roleWords) if (!one.roleWords.has(word)) return false;
  return true;
}

/** A name as it is shown: no hashtag signs, no marks around it. */
export function tidy(written: string): string {
  if (TIDY.test(written)) return written;
  const plain = written
    .replace(HASHTAG, " ")
    .replace(SPACES, " ")
    .replace(WRAPPED, "")
    .replace(LEADING_MARKS, "");
  const opens = plain.includes("(") && !plain.includes(")");
  if (plain.split('"').length % 2 === 0) return `${plain}"`;
  return opens ? `${plain})` : plain.trim();
}
