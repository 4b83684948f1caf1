import type { PageElement } from "../html/page.ts";
import type { Evidence, Heading } from "./evidence.ts";

/** Where the article stands on its page, for judging what a date, or a name, beside it is of. */
export interface Around extends Evidence {
  /** The article's heading; null when none is its title. */
  readonly heading: Pick<Heading, "start" | "end"> | null;
  readonly monthFirst: boolean;
}

const FARTHEST = 2500;
/** Distances from the heading in characters, and how much of a ground they are. */
const NEARNESS: readonly (readonly [within: number, ground: number])[] = [
  [160, 1],
  [400, 0.8],
  [1000, 0.6],
  [FARTHEST, 0.3],
];
const AFTER_BODY = 300;
const AFTER_BODY_GROUND = 0.4;

/** How much speaks for a place being the article's own, 0 to 1: beside its heading most, just below its body some. */
export function nearness({ heading, body }: Around, at: number): number {
  const [start, end] = [heading?.start ?? body.start, heading?.end ?? body.start];
  const distance = at < start ? (start - at) * 2 : Math.max(0, at - end);
  const below = at >= body.end && at - body.end < AFTER_BODY ? AFTER_BODY_GROUND : 0;
  return Math.max(groundOf(distance), below);
}

function groundOf(distance: number): number {
  if (distance > FARTHEST) return 0;
  return NEARNESS.find(([within]) => distance <= within)?.[1] ?? 0;
}

const NOT_OF_THE_ARTICLE =
  /comment|related|sidebar|widget|reply|copyright|popular|latest|recommend|most-?read|trending|teaser|card/iu;
const OTHER_PARTS: ReadonlySet<string> = new Set(["footer", "aside", "nav"]);
const LEVELS = 6;

/** Whether an element stands in a part of the page that is of other articles, or of readers; a part that has the article's heading is not one. */
export function isForeign(around: Around, element: PageElement): boolean {
  const own = around.heading?.start ?? around.body.start;
  let at: PageElement | undefined = element;
  for (let up = 0; up < LEVELS && at !== undefined; up += 1) {
    if (at.start <= own && at.end >= own) return false;
    if (OTHER_PARTS.has(at.tag) || NOT_OF_THE_ARTICLE.test(at.attributes)) return true;
    at = around.page.elements[at.parent];
  }
  return false;
}
