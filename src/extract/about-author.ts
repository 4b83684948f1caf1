import { isDateAlone } from "./above-text.ts";
import { opensByline, toNames } from "./meta/person-names.ts";

const LONGEST_BYLINE = 80;
/** Below the text stands who wrote it, and a line or two about them. */
const MOST_LINES = 3;
const LONGEST = 500;

/** Whether a line is the author's name, or says no more than who that is and when it was written: «بواسطة مازن الكعبي», «مازن الكعبي - 1 مارس 2026». */
export function isBylineOf(author: string | null, line: string): boolean {
  if (author === null || line.length > LONGEST_BYLINE) return line === author;
  if (isNameOf(author, line)) return true;
  return line.includes(author) && isDateAlone(line.replace(author, " "));
}

/** Who signs below the text, when the next line tells of them: «بقلم: مازن الكعبي», «مازن الكعبي صحفي …»; null without such lines. */
export function signedBelow(paragraphs: readonly string[]): string | null {
  for (let at = Math.max(1, paragraphs.length - MOST_LINES - 1); at < paragraphs.length; at += 1) {
    const line = paragraphs[at] as string;
    if (line.length > LONGEST_BYLINE || !opensByline(line)) continue;
    const [name, ...others] = toNames(line);
    if (name !== undefined && others.length === 0 && paragraphs[at + 1]?.startsWith(name) === true)
      return name;
  }
  return null;
}

/** From which paragraph on stands the author's name below the text and what is said of the author there; their number when there is no such part. */
export function aboutAuthorFrom(paragraphs: readonly string[], author: string | null): number {
  const at = author === null ? -1 : paragraphs.findLastIndex((line) => isNameOf(author, line));
  const about = paragraphs.slice(at + 1);
  const isAbout = at > 0 && about.length <= MOST_LINES && about.join("").length <= LONGEST;
  return isAbout ? at : paragraphs.length;
}

function isNameOf(author: string, line: string): boolean {
  return (
    line === author || (line.length <= LONGEST_BYLINE && line.endsWith(author) && opensByline(line))
  );
}
