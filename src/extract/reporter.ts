import { foldText, foldWord, tokenize } from "../text/index.ts";
import { findAgency } from "./agencies.ts";
import { isPlace } from "./dateline.ts";
import { OUTLET_MARKS } from "./tables/outlet-nouns.ts";

const MARKS: ReadonlySet<string> = new Set(OUTLET_MARKS.map(foldWord));
/** What parts the reporter from the place: a stroke, or a dash with a space beside it. Within a name stands neither. */
const BETWEEN = /\s*\/\s*|\s+[-–—_\u0640]+\s*|[-–—_]+\s+/u;
const END = /[\s:–—_\u0640-]+$/u;
/** A name is of one script; words of another are buttons of the page. */
const LETTERS_ONLY = /^(?:[\p{Script=Arabic}\p{M}\s.]+|[\p{Script=Latin}\p{M}\s.]+)$/u;
const ARTICLE = new RegExp(`^${foldText("ال")}`, "u");
/** One word is oftener the outlet's name. */
const LEAST_WORDS = 2;
const MOST_WORDS = 4;

/** The reporter that a dateline names beside a place («الطائف - منيرة الحارثي:»); null when it names none, or an outlet. */
export function findReporter(dateline: string): string | null {
  const parts = dateline
    .replace(END, "")
    .split(BETWEEN)
    .map((part) => part.trim());
  if (!parts.some(isPlace)) return null;
  const [first, ...others] = parts.filter(isPersonal);
  return first !== undefined && others.length === 0 ? first : null;
}

/** A given name has no article; the names of outlets mostly do. */
function isPersonal(part: string): boolean {
  const words = tokenize(part).map(({ folded }) => folded);
  if (words.length < LEAST_WORDS || words.length > MOST_WORDS || !LETTERS_ONLY.test(part))
    return false;
  if (ARTICLE.test(words[0] ?? "") || words.some((word) => MARKS.has(word))) return false;
  return findAgency(part) === null && !isPlace(part);
}
