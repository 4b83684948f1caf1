import { fold, foldText } from "../../text/index.ts";
import { AFTER_NAME, BYLINE_OPENERS, NO_AUTHORS } from "../tables/byline-words.ts";
import { findWrittenDates } from "../written-date.ts";
import { squeeze } from "./outlet.ts";

const foldAll = (words: readonly string[]): string[] => words.map(foldText);
const byLength = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length).join("|");

/** A byline's opening needs its colon or a space, and stands at the start. */
const OPENER = new RegExp(
  `^[\\s|•·—–-]*(?:${byLength(foldAll(BYLINE_OPENERS))})(?:\\s*[:：/]\\s*|\\s+[-–—]\\s+|\\s+)`,
  "u",
);
const AFTER = new RegExp(`(?<![\\p{L}])(?:${byLength(foldAll(AFTER_NAME))})(?![\\p{L}]).*$`, "su");
const ADDRESS = /https?:\/\/\S*|www\.\S+|\S+@\S+\.\S+|(?<!\S)@\w+/giu;
const CUT = /\s*(?:[|•·\n\t]|\s[–—-]\s|\s(?:في|at)\s+(?=\p{Nd})).*$/su;
/** «byNora Hall»: the word and the name were elements of their own. */
const GLUED_BY = /^by(?=\p{Lu})/iu;
/** What stands on lines below a name is said of it; after a comma or before one the names go on. */
const BELOW = /(?<![,،;؛&])\s*\n(?!\s*[,،;؛&]).*$/su;
const EDGES = /^[\s,;:،؛|/\\•·–—.…*-]+|[\s,;:،؛|/\\•·–—…*-]+$/gu;
const SEPARATOR = /\s*[;؛|]\s*/u;
const COMMA = /\s*[,،]\s*/u;
/** Degrees and the like after a comma belong to the name before it. */
const DEGREE =
  /^(?:\p{Lu}{2,}|(?:\p{L}{1,4}\.)+(?:\s?\p{L}{1,4}\.?)?|Ph\.?\s?D\.?|MD|Jr\.?|Sr\.?|I{2,3}|Esq\.?|CPA|CFP®?|E-RYT.*)$/u;
const LETTERS = /\p{L}/u;
const LONGEST_NAME = 60;
const MOST_WORDS = 8;
const NOBODY: ReadonlySet<string> = new Set(NO_AUTHORS.map(squeeze));

const CAPITAL = /^[^\p{Ll}]/u;

/** Whether a name looks like a person's: of two words or more, each end with a capital where the script has them. */
export function looksPersonal(name: string): boolean {
  const words = name.split(" ");
  return words.length > 1 && CAPITAL.test(words[0] ?? "") && CAPITAL.test(words.at(-1) ?? "");
}

/** Whether a text opens as a byline does. */
export function opensByline(text: string): boolean {
  return OPENER.test(foldText(text));
}

/** The names in a byline or an author field, as written; roles, dates, addresses and what stands for no one left out. */
export function toNames(field: string): string[] {
  const bare = withoutDates(field.replace(ADDRESS, " ").replace(GLUED_BY, ""));
  const opened = withoutTail(withoutOpener(bare)).trim().replace(BELOW, "");
  return opened
    .split(SEPARATOR)
    .flatMap(splitAtCommas)
    .map((name) => name.replace(CUT, "").replace(EDGES, ""))
    .filter(isName);
}

function withoutDates(text: string): string {
  const [first] = findWrittenDates(text);
  if (first === undefined) return text;
  // What stands before the date is the byline; a date at the start leaves what is after it.
  const before = text.slice(0, first.start);
  return LETTERS.test(before) ? before : text.slice(first.end);
}

function withoutOpener(text: string): string {
  const { text: folded, offsets } = fold(text);
  const length = OPENER.exec(folded)?.[0].length ?? 0;
  return length === 0 ? text : text.slice(offsets[length] ?? text.length);
}

function withoutTail(text: string): string {
  const { text: folded, offsets } = fold(text);
  const found = AFTER.exec(folded);
  return found === null ? text : text.slice(0, offsets[found.index] ?? 0);
}

/** «A, B, C» are three; in «A, Ph.D.» the degree stays with its name; «A, Staff Writer» is one and a role. */
function splitAtCommas(text: string): string[] {
  const names: string[] = [];
  for (const part of text.split(COMMA)) {
    const last = names.at(-1);
    if (last !== undefined && DEGREE.test(part)) names[names.length - 1] = `${last}, ${part}`;
    else names.push(part);
  }
  return names;
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME || !LETTERS.test(name)) return false;
  return name.split(" ").length <= MOST_WORDS && !NOBODY.has(squeeze(name));
}
