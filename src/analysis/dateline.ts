import { type FoundDateline, findAgency, findDateline, isDatelinePlace } from "../extract/index.ts";
import type { Article, Dateline } from "../model/index.ts";
import { rememberByWord, tokenize } from "../text/index.ts";

/** What stands between the parts of a byline: «واس - طوكيو», «سالم الحربي (جدة)», «سعاد منصور من الدمام». */
export const BETWEEN: RegExp = /\s*(?:--+|[-–—_:/|()،,]|(?<=\s)\u0640(?=\s)|\sمن\s)\s*/u;
const PLACE_IN_BRACKETS = /\(([^()]{2,30})\)\s*:?\s*$/u;
/** «زوريخ : رويترز», «السدر، شمال الميناء - رويترز» */
const BEFORE_AGENCY =
  /^(?<place>[^-–—_:/|()،,]{2,30}?)\s*(?:[،,]\s*[^-–—_:/|()،,]{2,30}?\s*[-–—:]|:)\s*(?<rest>[^:]{2,30})$/u;
/** «الرياض الإلكتروني» is an outlet. */
const ON_THE_WEB = /لكترون|نلاين|[.]نت/u;
const MOST_PLACE_WORDS = 3;
/** A notice may stand on a line of its own above the dateline. */
const LONGEST_NOTICE = 160;

/** The dateline of the text, else of a byline that is one («أبوظبي - سكاي نيوز عربية», «لندن: رنيم حنوش»). */
export function readDateline(article: Article): Dateline | null {
  const found = findInText(article.text);
  if (found !== null) return found;
  const inByline = article.author === null ? null : readByline(article.author);
  return inByline === null ? null : { ...inByline, end: 0 };
}

/** The dateline a text opens with, or opens with below a line of notice. */
function findInText(text: string): FoundDateline | null {
  const found = findDateline(text);
  const lineEnd = text.indexOf("\n");
  if (found !== null || lineEnd === -1 || lineEnd > LONGEST_NOTICE) return found;
  const second = findDateline(text.slice(lineEnd + 1));
  if (second?.place !== undefined && second?.place !== null && findAgency(second.place) !== null)
    return null;
  // A second line that only begins with a place is a sentence; with a credit it is a dateline.
  if (second === null || second.place === null || second.credit.length === 0) return null;
  return { ...second, end: second.end + lineEnd + 1 };
}

/** Many articles have one byline. */
const LONGEST_BYLINE = 60;

const readByline: (author: string) => Omit<Dateline, "end"> | null = rememberByWord((author) => {
  const found = findDateline(`${author}\n`);
  if (found !== null && found.place !== null) return { place: found.place, credit: found.credit };
  const place = placeOf(author);
  const credit = found?.credit ?? [];
  return place === null && credit.length === 0 ? null : { place, credit };
}, LONGEST_BYLINE);

function isOnlyAgency(written: string): boolean {
  const agency = findAgency(written);
  return agency !== null && agency.end - agency.start >= written.trim().length - 2;
}

/** The place among a byline's parts: one that is known, else what stands beside an agency and nothing else. */
function placeOf(author: string): string | null {
  const parts = author
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter(Boolean);
  const known = parts.find(isDatelinePlace);
  if (known !== undefined) return known;
  const before = BEFORE_AGENCY.exec(author)?.groups;
  if (before !== undefined && isOnlyAgency(before["rest"] ?? "")) return before["place"] ?? null;
  const bracketed = PLACE_IN_BRACKETS.exec(author)?.[1]?.trim() ?? parts[1];
  const [first = ""] = parts;
  const beside = parts.length === 2 && findAgency(first) !== null && bracketed !== undefined;
  if (!beside || findAgency(bracketed) !== null || ON_THE_WEB.test(bracketed)) return null;
  return tokenize(bracketed).length <= MOST_PLACE_WORDS ? bracketed : null;
}
