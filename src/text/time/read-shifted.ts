import { type Context, isDefinite, near } from "./context.ts";
import { type Part, toPart } from "./part.ts";
import type { ShiftUnit } from "./time.ts";

/** «قبل الماضي» and «بعد المقبل»: two back, or two on; null for neither. */
export function beyondAt(context: Context, at: number): number | null {
  const [side, shift] = [near(context, at), near(context, at + 1)];
  if (shift?.is !== "shift" || !isDefinite(context, at + 1)) return null;
  if (side?.is === "after" && shift.by > 0) return 2;
  return side?.is === "before" && shift.by < 0 ? -2 : null;
}

/** «الشهر الماضي»; the word for the unit says nothing without one. */
export function readShifted(context: Context, at: number, unit: ShiftUnit): Part | null {
  const word = near(context, at + 1);
  if (!isDefinite(context, at) || word === undefined) return null;
  const beyond = beyondAt(context, at + 1);
  if (beyond !== null)
    return toPart(context, { shift: { [unit]: beyond } }, at + 3, { scope: unit });
  if (word.is === "shift")
    return toPart(context, { shift: { [unit]: word.by } }, at + 2, { scope: unit });
  if (word.is === "last")
    return toPart(context, { shift: { [unit]: -1 } }, at + 2, { scope: unit });
  return null;
}
