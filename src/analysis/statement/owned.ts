import { foldWord } from "../../text/index.ts";
import { genderOf } from "./agreement.ts";
import type { Cast } from "./cast.ts";
import type { Figure } from "./figure.ts";
import type { NounPhrase } from "./phrase.ts";
import type { Prose } from "./prose.ts";
import { OWNED_HEADS } from "./tables/speaker-words.ts";

const HERS = /ها$/u;
const OWNERS_PRONOUN = /(?:ها|ه)$/u;
const TEH = /ت$/u;
const OWNED: ReadonlyMap<string, string> = new Map(
  OWNED_HEADS.map((word) => [foldWord(word), word]),
);

/** A bare name is rather a man's. */
const HIS: ReadonlySet<string> = new Set(["m", "?"]);
const HER: ReadonlySet<string> = new Set(["f"]);

/** «محاميها», «عائلته»: a figure called by whose it is, where one person of that gender was named before; null else. */
export function ownedBy(
  prose: Prose,
  cast: Cast,
  phrase: NounPhrase,
  figure: Figure,
): Figure | null {
  const noun = phrase.to - phrase.from === 1 ? ownedNoun(phrase.head) : null;
  if (noun === null) return null;
  const genders = HERS.test(phrase.head) ? HER : HIS;
  const people = cast
    .mentionedIn({ from: 0, to: phrase.from })
    .filter((other) => other.kind === "person" && genders.has(genderOf(other)));
  const [owner] = people;
  const isOnly = people.every((other) => other === owner);
  const isNamed = [...(owner?.words ?? [])].some((word) => prose.nameWords?.has(word) === true);
  return owner === undefined || !isOnly || !isNamed
    ? null
    : { ...figure, name: `${noun} ${owner.name}` };
}

function ownedNoun(head: string): string | null {
  if (!OWNERS_PRONOUN.test(head)) return null;
  const stem = head.replace(OWNERS_PRONOUN, "");
  return OWNED.get(stem) ?? OWNED.get(stem.replace(TEH, "ه")) ?? null;
}
