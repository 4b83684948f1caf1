import { foldWord } from "../../text/index.ts";
import type { Cast } from "./cast.ts";
import type { Figure } from "./figure.ts";
import { type NounPhrase, readNounPhrase } from "./noun-phrase.ts";
import { gapBefore, type NamedWord, type Prose, type Run, wordAt } from "./prose.ts";
import { BODY_NOUNS_FOR_NAMES } from "./tables/speaker-words.ts";
import { bare, headKind, isDefinite, isNetwork } from "./word-kinds.ts";

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
  const mayBe = ({ kind, head }: Figure): boolean =>
    kind === "person" && (head === "" || FEMININE.test(head) === isWoman);
  return [near, latest].find(mayBe) ?? null;
}

/** «المسؤولة السدرية، التي …»: what is told of her is nothing she is called by. */
const RELATIVE: ReadonlySet<string> = new Set(["الذي", "التي", "الذين"]);

function saysMore(prose: Prose, { from, to }: NounPhrase): boolean {
  if (to - from > MOST_WORDS) return true;
  for (let k = from; k < to; k += 1) {
    // «الشيخ الحجري»: a name, not what he is called.
    if (prose.named.get(k)?.type === "person" || !isDefinite(wordAt(prose, k))) return true;
  }
  const next = wordAt(prose, to);
  if (LINKS.has(next)) return true;
  return COMMA.test(gapBefore(prose, to)) && isDefinite(next) && !RELATIVE.has(next);
}

function unitOf({ units }: Prose, at: number): Run {
  return units.find(({ from, to }) => at >= from && at < to) ?? { from: 0, to: 0 };
}

/** Nouns that stand for a body named by a bare name before: «الشركة» after «نوران». */
const BODIES_BY_NAME: ReadonlySet<string> = new Set(BODY_NOUNS_FOR_NAMES.map(foldWord));

/** «الشركة السدرية», «النادي»: the body that the article named most before, by a name that does not say what it is; null where none was. */
export function bodyByAnotherNoun(prose: Prose, cast: Cast, phrase: NounPhrase): Figure | null {
  if (!isDefinite(phrase.head) || !BODIES_BY_NAME.has(bare(phrase.head))) return null;
  if (phrase.name !== null || saysMore(prose, phrase)) return null;
  const counts = new Map<string, { count: number; figure: Figure }>();
  for (const [at, word] of prose.named) {
    if (at >= phrase.from) break;
    const figure = bareBody(prose, cast, at, word);
    if (figure === null) continue;
    const count = (counts.get(figure.name)?.count ?? 0) + 1;
    counts.set(figure.name, { count, figure });
  }
  // Of two named as often the first is what the article is about.
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most?.figure ?? null;
}

/** A body named by a bare name at a token. */
function bareBody(
  prose: Prose,
  cast: Cast,
  at: number,
  { type, isFirst }: NamedWord,
): Figure | null {
  if (type !== "organisation" || !isFirst || prose.within[at] !== -1) return null;
  const first = wordAt(prose, at);
  if (headKind(first) !== null || headKind(wordAt(prose, at - 1)) !== null) return null;
  if (isNetwork(bare(first))) return null;
  const phrase = readNounPhrase(prose, at, prose.tokens.length);
  if (phrase === null || phrase.kind !== "name") return null;
  const figure = cast.resolve(phrase);
  return figure.kind === "medium" ? null : figure;
}
