import { ordinalAt } from "../time/context.ts";
import { type Bounds, boundBefore, toBounds } from "./bound.ts";
import { nounAt } from "./counted.ts";
import type { Figure } from "./figure.ts";
import type { Source } from "./read-number.ts";

const OF = "من";
const LIFE: ReadonlySet<string> = new Set("عمره عمرها عمرهم عمرهما عمري العمر".split(" "));
const OWN_YEAR: ReadonlySet<string> = new Set("عامه عامها سنته سنتها".split(" "));
const DECADE: ReadonlySet<string> = new Set("العقد عقده عقدها بالعقد".split(" "));
const FEMININE = /ه$/u;
const LEAST_TENS = 20;
const AGE: ReadonlySet<string> = new Set("سن السن عمر".split(" "));
/** The unit of ages. */
export const YEARS = "سنة";

/** «دون الخمسين», «تحت سن الخامسة»: what stands before an age bounds it. */
const BOUND_OF: Readonly<Record<string, "low" | "high">> = {
  دون: "high",
  تحت: "high",
  فوق: "low",
};

/** How «دون» and its like bound a number of years that stands after them; undefined where none does. */
export function ageBound({ tokens }: Source, at: number): "low" | "high" | undefined {
  return BOUND_OF[tokens[at - 1]?.folded ?? ""];
}

/** An age and the first token after its words. */
export interface FoundAge {
  readonly figure: Figure;
  readonly next: number;
}

/** An age said by an ordinal, or by tens with the article: «في السادسة من عمره», «دون الخمسين», «في عامه الخامس والثلاثين». */
export function readAge(source: Source, at: number): FoundAge | null {
  const { text, tokens } = source;
  const ordinal = ordinalAt(source, at);
  if (ordinal?.definite !== true) return null;
  const before = tokens[at - 1]?.folded ?? "";
  const isAge = AGE.has(before);
  const { value, next } = ordinal;
  const bound = BOUND_OF[isAge ? (tokens[at - 2]?.folded ?? "") : before];
  // «العقد الرابع من عمره» is thirty and more.
  const isOfLife =
    tokens[next]?.folded === OF && LIFE.has(tokens[next + 1]?.folded ?? "") && !DECADE.has(before);
  const isAlone = bound !== undefined && value >= 20 && nounAt(source, next) === undefined;
  if (!((isAge && isOfYear(source, at, value)) || isOfLife || OWN_YEAR.has(before) || isAlone))
    return null;
  const [first, last] = [tokens[at], tokens[next - 1]];
  if (first === undefined || last === undefined) return null;
  const bounds: Bounds = toBounds(bound ?? boundBefore(source, at), value);
  const span = { start: first.start, end: last.end };
  return {
    figure: { text: text.slice(span.start, span.end), ...span, value, ...bounds, unit: YEARS },
    next,
  };
}

/** «سن الخامسة» is of a year, which is feminine; «عمر الثاني» is of somebody. */
function isOfYear({ tokens }: Source, at: number, value: number): boolean {
  return value >= LEAST_TENS || FEMININE.test(tokens[at]?.folded ?? "");
}
