import { foldWord } from "../fold.ts";
import type { Context } from "./context.ts";

const INDEFINITE: ReadonlyMap<string, number> = new Map(
  ["أحد", "اثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت", "ثلاثا", "أربعا"].map((name, i) => [
    foldWord(name),
    i < 7 ? i : i - 5,
  ]),
);

/** A weekday without the article, which is a weekday only after «أول», «ثاني», «آخر»; null for none. */
export function indefiniteWeekdayAt({ tokens }: Context, at: number): number | null {
  return INDEFINITE.get(tokens[at]?.folded ?? "") ?? null;
}
