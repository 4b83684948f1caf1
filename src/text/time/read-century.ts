import { type Context, isDefinite, near, ordinalAt, wholeAt } from "./context.ts";
import { type Part, type State, toPart } from "./part.ts";
import { isBeforeChrist } from "./read-calendar.ts";
import { readShifted } from "./read-shifted.ts";

/** «العقد الأول», «العقد الماضي». */
export function readDecade(context: Context, at: number, _state: State): Part | null {
  const ordinal = ordinalAt(context, at + 1);
  if (isDefinite(context, at) && ordinal?.definite === true)
    return toPart(context, { nth: { n: ordinal.value, unit: "decade" } }, ordinal.next, {
      opens: true,
    });
  if (isLastOfCentury(context, at))
    return toPart(context, { nth: { n: -1, unit: "decade" } }, at + 2, { opens: true });
  return readShifted(context, at, "decade");
}

/** «العقد الأخير من القرن الماضي»; alone it is the ten years up to now. */
export function isLastOfCentury(context: Context, at: number): boolean {
  if (near(context, at + 1)?.is !== "last" || near(context, at + 2)?.is !== "from") return false;
  const century = near(context, at + 3);
  return century?.is === "unit" && century.unit === "century";
}

/** «القرن العشرين», «القرن الثالث الهجري», «القرن الماضي». */
export function readCentury(context: Context, at: number): Part | null {
  if (!isDefinite(context, at)) return null;
  const ordinal = ordinalAt(context, at + 1);
  if (ordinal?.definite === true) {
    const { value, next } = ordinal;
    if (isBeforeChrist(context, next)) return toPart(context, { century: 1 - value }, next + 2);
    const era = near(context, next);
    if (era?.is !== "era") return toPart(context, { century: value }, next);
    const set = era.calendar === "hijri" ? { century: value, hijri: true } : { century: value };
    return toPart(context, set, next + 1);
  }
  const number = wholeAt(context, at + 1);
  if (number?.plain === true && number.value <= 30)
    return toPart(context, { century: number.value }, number.next);
  return readShifted(context, at, "century");
}
