import { toSimilarity, toWords } from "./similarity.ts";

/** What parts a title from the name of its site. A dash parts only between spaces. */
const SEPARATOR = /\s+[-–—|:•·»«›>\\/~]+\s+|\s*[|»›•·]\s*|\s*::\s*|\s+:\s+|\s+-{2,}\s+/u;

/** Marks that open and close a quotation part nothing, though each alone is a separator. */
const QUOTED = /«([^«»]+)»/gu;
/** Stand for them meanwhile; no title has them. */
const [OPENING, CLOSING] = ["\uE000", "\uE001"];
const STAND_INS = /[\uE000\uE001]/gu;

/** The segments of a title as sites join them. */
export function toSegments(title: string): string[] {
  return title
    .replace(QUOTED, `${OPENING}$1${CLOSING}`)
    .split(SEPARATOR)
    .map((part) => part.replace(STAND_INS, (mark) => (mark === OPENING ? "«" : "»")).trim())
    .filter((part) => part !== "");
}

const SAME = 0.75;

/** Takes off what stands at the ends of a title and is a name of the site; what is left, never nothing. */
export function withoutSiteName(title: string, isSite: (segment: string) => boolean): string {
  let [start, end] = [0, title.length];
  const segments = toSegments(title);
  while (segments.length > 1 && isSite(segments.at(-1) ?? "")) {
    const name = segments.pop() ?? "";
    end = title.lastIndexOf(name, end);
  }
  while (segments.length > 1 && isSite(segments[0] ?? "")) {
    const name = segments.shift() ?? "";
    start = title.indexOf(name, start) + name.length;
  }
  const [first = "", last = ""] = [segments[0], segments.at(-1)];
  const from = title.indexOf(first, start);
  const to = title.lastIndexOf(last, end) + last.length;
  return from < 0 || to <= from ? title : title.slice(from, Math.min(to, end)).trim();
}

/** Whether two titles say the same in nearly the same words. */
export function isSameTitle(left: string, right: string): boolean {
  return toSimilarity(toWords(left), toWords(right)) >= SAME;
}
