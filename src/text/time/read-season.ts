import { type Context, isDefinite, jointAt, near, wholeAt, wordAt } from "./context.ts";
import { type Part, type State, toPart } from "./part.ts";

/** Words after a season that make it something else. */
const NOT_A_SEASON: ReadonlySet<string> = new Set(["العربي", "العربيه"]);

/** «صيف 2019», «خريف العام الماضي», «هذا الشتاء»: a season where the words show that it is one. */
export function readSeason(context: Context, at: number, { scope, draft }: State): Part | null {
  const word = wordAt(context, at);
  if (word?.is !== "season" || draft.month !== undefined) return null;
  const next = at + 1;
  if (NOT_A_SEASON.has(context.tokens[next]?.folded ?? "")) return null;
  const part = toPart(context, { season: word.season }, next, { scope: "season" });
  const after = near(context, next);
  const year = jointAt(context, next) === "space" ? wholeAt(context, next) : null;
  const dated = year?.plain && year.value >= 1000 && year.value < 2200;
  const unit = after?.is === "unit" && (after.unit === "year" || after.unit === "century");
  const licensed = dated || unit || after?.is === "shift" || scope === "season" || word.adverb;
  if (licensed || draft.edge !== undefined) return part;
  // Bare, only the two that are no other word: «الربيع» and «الخريف» name much.
  return isDefinite(context, at) && (word.season === 2 || word.season === 4) ? part : null;
}

/** «الثمانينات», «سبعينيات القرن الماضي». */
export function readDecadeWord(context: Context, at: number, _state: State): Part | null {
  const word = wordAt(context, at);
  if (word?.is !== "decade") return null;
  const next = at + 1;
  const after = near(context, next);
  const ofCentury = after?.is === "unit" && after.unit === "century";
  if (!isDefinite(context, at) && !ofCentury) return null;
  return toPart(context, { decade: word.decade }, next);
}
