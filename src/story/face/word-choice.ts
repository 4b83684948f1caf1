import type { WordChoice } from "../../model/index.ts";
import { foldWord, tokenize } from "../../text/index.ts";
import { TERM_CHOICES, type TermChoice } from "./tables/term-choices.ts";
import type { Telling } from "./telling.ts";

const ROW_OF: ReadonlyMap<string, TermChoice> = new Map(
  TERM_CHOICES.flatMap((row) => row.forms.split(" ").map((form) => [foldWord(form), row] as const)),
);
const ATTACHED = /^(?:[وف]?(?:[بكل]?ال|لل)|[وفبكل])(?=.{3})/u;

/** How often each outlet calls one thing by which word; only things that two outlets or more name, with more than one word. */
export function countWordChoices(tellings: readonly Telling[]): WordChoice[] {
  const counts = new Map<TermChoice, Map<string, number>>();
  for (const { article } of tellings) {
    if (article.outlet === null) continue;
    for (const { folded } of tokenize(`${article.title ?? ""}\n${article.text}`)) {
      const row = ROW_OF.get(folded) ?? ROW_OF.get(folded.replace(ATTACHED, ""));
      if (row === undefined) continue;
      const byOutlet = counts.get(row) ?? new Map<string, number>();
      byOutlet.set(article.outlet, (byOutlet.get(article.outlet) ?? 0) + 1);
      counts.set(row, byOutlet);
    }
  }
  const choices = [...counts].map(([{ thing, term }, byOutlet]) => ({
    thing,
    term,
    outlets: [...byOutlet]
      .map(([outlet, count]) => ({ outlet, count }))
      .sort((a, b) => b.count - a.count || (a.outlet < b.outlet ? -1 : 1)),
  }));
  return choices.filter(({ thing }) => {
    const same = choices.filter((other) => other.thing === thing);
    const naming = new Set(same.flatMap(({ outlets }) => outlets.map(({ outlet }) => outlet)));
    return same.length > 1 && naming.size > 1;
  });
}
