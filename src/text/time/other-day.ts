import { foldWord } from "../fold.ts";
import { NOT_A_DAY } from "../tables/vague-times.ts";
import type { Context } from "./context.ts";

const OTHER_DAYS = Object.entries(NOT_A_DAY).map(
  ([day, others]) => [foldWord(day), new Set(others.split(" ").map(foldWord))] as const,
);

/** «اليوم العالمي» and «غد أفضل» are not days of the calendar. */
export function isOtherDay({ tokens }: Context, at: number): boolean {
  const after = tokens[at + 1]?.folded ?? "";
  return OTHER_DAYS.some(
    ([day, others]) => others.has(after) && (tokens[at]?.folded ?? "").endsWith(day),
  );
}
