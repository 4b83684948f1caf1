import type { Cast } from "./cast.ts";
import type { Figure } from "./figure.ts";
import type { NounPhrase } from "./noun-phrase.ts";
import { gapBefore, type Prose, type Run, wordAt } from "./prose.ts";
import { bare, isDefinite } from "./word-kinds.ts";

/** Offices that one person in a country has: whoever has it may be named nowhere. */
const SOLE_OFFICES: ReadonlySet<string> = new Set(
  "رييس رييسه وزير وزيره ملك امير سفير سفيره سلطان عاهل نايب متحدث متحدثه ناطق".split(" "),
);
const MOST_WORDS = 3;
const FEMININE = /ه$/u;
const COMMA = /[،,]/u;
/** What says more of somebody new: «المبعوث الأممي إلى …». */
const LINKS: ReadonlySet<string> = new Set(["الي", "لدي", "عن", "في", "من"]);

/** «المدير الفني», «النجم السدري»: a person named right before, by another word; null where it may be somebody new. */
export function byAnotherWord(
  prose: Prose,
  cast: Cast,
  phrase: NounPhrase,
  latest: Figure,
): Figure | null {
  if (SOLE_OFFICES.has(bare(phrase.head)) || saysMore(prose, phrase)) return null;
  const near =
    cast.firstPersonWithin({ from: unitOf(prose, phrase.from).from, to: phrase.from }) ??
    cast.firstPersonWithin(unitOf(prose, unitOf(prose, phrase.from).from - 1)) ??
    latest;
  const isWoman = FEMININE.test(phrase.head);
  return near.head !== "" && FEMININE.test(near.head) !== isWoman ? null : near;
}

function saysMore(prose: Prose, { from, to }: NounPhrase): boolean {
  if (to - from > MOST_WORDS) return true;
  for (let k = from; k < to; k += 1) {
    // «الشيخ الحجري»: a name, not what he is called.
    if (prose.named.get(k)?.type === "person" || !isDefinite(wordAt(prose, k))) return true;
  }
  const next = wordAt(prose, to);
  return LINKS.has(next) || (COMMA.test(gapBefore(prose, to)) && isDefinite(next));
}

function unitOf({ units }: Prose, at: number): Run {
  return units.find(({ from, to }) => at >= from && at < to) ?? { from: 0, to: 0 };
}
