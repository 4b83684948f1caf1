import { isDateAlone } from "./above-text.ts";
import { opensByline } from "./meta/person-names.ts";

const LONGEST_BYLINE = 80;
/** Below the text stands who wrote it, and a line or two about them. */
const MOST_LINES = 3;
const LONGEST = 500;

/** Whether a line is the author's name, or says no more than who that is and when it was written: «بواسطة مازن الكعبي», «مازن الكعبي - 1 مارس 2026». */
export function isBylineOf(author: string | null, line: string): boolean {
  if (author === null || line === author) return line === author;
  if (line.length > LONGEST_BYLINE) return false;
  if (line.endsWith(author) && opensByline(line)) return true;
  return line.includes(author) && isDateAlone(line.replace(author, " "));
}

/** From which paragraph on stands the author's name below the text and what is said of the author there; their number when there is no such part. */
export function aboutAuthorFrom(paragraphs: readonly string[], author: string | null): number {
  const at = author === null ? -1 : paragraphs.lastIndexOf(author);
  const about = paragraphs.slice(at + 1);
  const isAbout = at > 0 && about.length <= MOST_LINES && about.join("").length <= LONGEST;
  return isAbout ? at : paragraphs.length;
}
