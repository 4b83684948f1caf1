import { fold } from "../../text/index.ts";
import { DAY_HALVES, ZONES } from "../tables/date-words.ts";

const HALVES = new Map(
  DAY_HALVES.flatMap(([half, names]) => names.map((name) => [fold(name).text, half] as const)),
);
const alternatives = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(".", "\\."))
    .join("|");
const OFFSETS = new Map(ZONES.map(([name, offset]) => [fold(name).text, offset]));

const CLOCK = new RegExp(
  `(?<!\\d)(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::\\d{2})?\\s*(?<half>(?:${alternatives(HALVES.keys())})(?![\\p{L}]))?`,
  "gu",
);
const ZONE = new RegExp(
  `(?<![\\p{L}])(?<name>${alternatives(OFFSETS.keys())})(?![\\p{L}])\\s*(?<offset>[+-]\\d{1,2}:?\\d{2}|[+-]\\d{1,2})?|(?<![\\d])(?<bare>[+-]\\d{2}:?\\d{2})(?![\\d-])`,
  "gu",
);

/**
 * The time of day that a folded text writes together with its zone, as ISO 8601 has it after the day («T16:05:00+03:00»); null
 * when either is not written: without a zone the local day is all that is certain.
 */
export function findClock(folded: string): string | null {
  for (const zone of folded.matchAll(ZONE)) {
    const clock = [...folded.matchAll(CLOCK)].filter(({ index }) => index < zone.index).at(-1);
    const { hour, minute, half } = (clock ?? CLOCK_FIRST.exec(folded))?.groups ?? {};
    const { name = "", offset, bare } = zone.groups ?? {};
    if (hour === undefined || minute === undefined) continue;
    const hours = toHours(Number(hour), HALVES.get(half ?? ""));
    if (hours > 23 || Number(minute) > 59) continue;
    const written = offset ?? bare;
    const shift = written === undefined ? (OFFSETS.get(name) ?? "Z") : toOffset(written);
    return `T${String(hours).padStart(2, "0")}:${minute}:00${shift}`;
  }
  return null;
}

const CLOCK_FIRST = new RegExp(CLOCK.source, "u");

function toHours(hour: number, half: "am" | "pm" | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}

function toOffset(written: string): string {
  const digits = written.slice(1).replace(":", "");
  const hours = digits.length <= 2 ? digits : digits.slice(0, -2);
  const minutes = digits.length <= 2 ? "00" : digits.slice(-2);
  return `${written[0]}${hours.padStart(2, "0")}:${minutes}`;
}
