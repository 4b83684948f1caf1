import { type Context, isDefinite, jointAt, monthAt, near, ordinalAt } from "./context.ts";
import { isEmpty, type Part, type State, toPart } from "./part.ts";

/** «النصف الأول من 2018», «نصف شهر مارس». */
export function readHalf(context: Context, at: number, { draft }: State): Part | null {
  if (!isEmpty(draft)) return null;
  const ordinal = jointAt(context, at + 1) === "space" ? ordinalAt(context, at + 1) : null;
  if (isDefinite(context, at) && ordinal !== null && ordinal.value <= 2)
    return toPart(context, { nth: { n: ordinal.value, unit: "half" } }, ordinal.next, {
      opens: true,
    });
  const word = near(context, at + 1);
  const calendar =
    monthAt(context, at + 1) !== null || (word?.is === "unit" && word.unit === "month");
  return calendar && !isDefinite(context, at)
    ? toPart(context, { edge: "middle" }, at + 1, { opens: true })
    : null;
}

/** «الربع الثالث من 2016». */
export function readQuarter(context: Context, at: number, { draft }: State): Part | null {
  const ordinal = jointAt(context, at + 1) === "space" ? ordinalAt(context, at + 1) : null;
  if (isEmpty(draft) && near(context, at + 1)?.is === "last")
    return toPart(context, { nth: { n: -1, unit: "quarter" } }, at + 2, { opens: true });
  if (!isEmpty(draft) || ordinal === null || ordinal.value > 4 || !ordinal.definite) return null;
  return toPart(context, { nth: { n: ordinal.value, unit: "quarter" } }, ordinal.next, {
    opens: true,
  });
}
