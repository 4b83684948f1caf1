import { foldWord } from "../fold.ts";
import { HOLIDAYS } from "../tables/holidays.ts";
import { type Context, jointAt } from "./context.ts";
import { type Part, toPart } from "./part.ts";

interface Name {
  readonly words: readonly string[];
  readonly holiday: number;
}

const BY_FIRST = new Map<string, Name[]>();
for (const [holiday, [names]] of HOLIDAYS.entries()) {
  for (const name of names) {
    const words = name.split(" ").map(foldWord);
    const first = words[0] ?? "";
    BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), { words, holiday }]);
    for (const particle of ["ب", "ل", "و"])
      BY_FIRST.set(particle + first, [
        ...(BY_FIRST.get(particle + first) ?? []),
        { words, holiday },
      ]);
  }
}
for (const names of BY_FIRST.values()) names.sort((a, b) => b.words.length - a.words.length);

/** The holiday named at a token; the longest name wins. */
export function readHoliday(context: Context, at: number): Part | null {
  const { tokens } = context;
  const names = BY_FIRST.get(tokens[at]?.folded ?? "");
  if (names === undefined) return null;
  const found = names.find(({ words }) =>
    words.every(
      (word, i) =>
        i === 0 || (tokens[at + i]?.folded === word && jointAt(context, at + i) === "space"),
    ),
  );
  if (found === undefined) return null;
  return toPart(context, { holiday: found.holiday }, at + found.words.length, { scope: "holiday" });
}

/** The words that holidays' names begin with. */
export function holidayForms(): Iterable<string> {
  return BY_FIRST.keys();
}
