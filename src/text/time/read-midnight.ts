import type { Edge } from "../tables/time-words.ts";
import { type Context, jointAt, near, wordAt } from "./context.ts";
import { type Part, toPart } from "./part.ts";
import type { Clock, Draft } from "./time.ts";

const MIDDAY = "النهار";
const HOUR = { grain: "hour", half: "said" } as const satisfies Partial<Clock>;

/** «منتصف الليل», «منتصف النهار»; «منتصف ليل الجمعة السبت» is where the second day begins. */
export function readMiddleOfDay(context: Context, at: number, edge: Edge): Part | null {
  if (edge !== "middle") return null;
  if (context.tokens[at + 1]?.folded === MIDDAY)
    return toPart(context, { clock: { ...HOUR, seconds: 43_200 } }, at + 2);
  const after = near(context, at + 1);
  if (after?.is !== "part" || after.part !== "night") return null;
  const clock = { ...HOUR, seconds: 0 };
  const second = secondOfNight(context, at + 2);
  return second === null
    ? toPart(context, { clock }, at + 2)
    : toPart(context, { clock, weekday: second }, at + 4, { scope: "weekday" });
}

/** The later of two weekdays that name one night; null where there are no two that follow each other. */
function secondOfNight(context: Context, at: number): number | null {
  const [first, second] = [near(context, at), wordAt(context, at + 1)];
  if (first?.is !== "weekday" || second?.is !== "weekday") return null;
  if (jointAt(context, at + 1) === "break") return null;
  return second.weekday === (first.weekday + 1) % 7 ? second.weekday : null;
}

/** «الواحدة بعد منتصف الليل», «الحادية عشرة قبل منتصف الليل». */
export function readHalfOfNight(context: Context, at: number, { clock }: Draft): Part | null {
  const [edge, night] = [wordAt(context, at + 1), near(context, at + 2)];
  const isMidnight =
    edge?.is === "edge" && edge.edge === "middle" && night?.is === "part" && night.part === "night";
  if (!isMidnight || clock === undefined) return null;
  const half = wordAt(context, at)?.is === "after" ? "am" : "pm";
  return toPart(context, { clock: { ...clock, half } }, at + 3, { replaces: true });
}
