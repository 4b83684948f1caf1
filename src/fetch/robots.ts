import robotsParser from "robots-parser";
import type { FetchRefusal } from "./outcome.ts";
import { toPlainPath, toPlainRobots } from "./robots-text.ts";

/** What the library gives. Its own types do not say that the module itself is the function. */
interface Robot {
  isAllowed(url: string, name: string): boolean | undefined;
  getCrawlDelay(name: string): number | undefined;
  getSitemaps(): string[];
}
const parseRobots = robotsParser as unknown as (url: string, text: string) => Robot;

/** What a host allows, as long as it may be relied on. */
export interface RobotsRules {
  /** "unknown" when robots.txt could not be had: nothing may be fetched then. */
  isAllowed(url: string): boolean | "unknown";
  readonly crawlDelayMs: number | null;
  readonly sitemaps: readonly string[];
  /** Why nothing is known, when nothing is. */
  readonly fault: RobotsFault | null;
  /** Until when, in milliseconds since 1970. */
  readonly validTo: number;
}

/** The name that robots.txt files know us by. */
export const ROBOTS_NAME = "Tawatur";

/** Never forbidden: where the rules are. */
const ROBOTS_PATH = "/robots.txt";
const DAY_MS = 24 * 60 * 60 * 1000;
const RETRY_MS = 10 * 60 * 1000;
/** RFC 9309 asks for at least 500 kibibytes. */
export const MOST_ROBOTS_BYTES: number = 512 * 1024;
const LONGEST_DELAY_MS = 60 * 1000;
const MOST_SITEMAPS = 100;

/** How robots.txt was answered: by a text, by there being none (4xx), or not at all (5xx, no connection). */
export type RobotsAnswer =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "none" }
  | { readonly kind: "unreachable"; readonly fault: RobotsFault };

/** Why robots.txt could not be had. */
export interface RobotsFault {
  readonly reason: FetchRefusal;
  readonly detail: string;
}

/** The rules of a host by RFC 9309: none is leave for everything, an unreachable one for nothing until it is asked again. */
export function toRobotsRules(url: string, answer: RobotsAnswer, now: number): RobotsRules {
  if (answer.kind === "unreachable") {
    return { ...FREE, isAllowed: () => "unknown", fault: answer.fault, validTo: now + RETRY_MS };
  }
  if (answer.kind === "none") return { ...FREE, validTo: now + DAY_MS };
  const robot = parse(url, answer.text);
  if (robot === null) return { ...FREE, validTo: now + DAY_MS };
  const delay = robot.getCrawlDelay(ROBOTS_NAME);
  return {
    isAllowed: (asked) =>
      new URL(asked).pathname === ROBOTS_PATH ||
      (robot.isAllowed(toPlainPath(asked), ROBOTS_NAME) ?? true),
    crawlDelayMs:
      delay === undefined || !(delay > 0) ? null : Math.min(delay * 1000, LONGEST_DELAY_MS),
    sitemaps: robot
      .getSitemaps()
      .slice(0, MOST_SITEMAPS)
      .flatMap((sitemap) => (URL.canParse(sitemap, url) ? [new URL(sitemap, url).href] : [])),
    fault: null,
    validTo: now + DAY_MS,
  };
}

const FREE: Omit<RobotsRules, "validTo"> = {
  isAllowed: () => true,
  crawlDelayMs: null,
  sitemaps: [],
  fault: null,
};

function parse(url: string, text: string): Robot | null {
  try {
    return parseRobots(url, toPlainRobots(text));
  } catch {
    // A file that nobody can read forbids nothing.
    return null;
  }
}
