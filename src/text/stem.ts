import { foldWord } from "./fold.ts";
import { wordOf } from "./known-words.ts";
import { AN_LEXEMES } from "./tables/an-lexemes.ts";
import { PLACES } from "./tables/places.ts";
import { WAW_LEXEMES } from "./tables/waw-lexemes.ts";
import { factOf } from "./word.ts";

/**
 * A light stemmer for matching, after light10 (Larkey, Ballesteros and Connell 2007): clitics with the article and endings
 * come off, nothing inside a word is touched. Beyond light10, a WAW that belongs to the word stays («وزير» and «الوزير» agree),
 * and a preposition comes off a place name («بغزة» and «غزة» agree).
 */
const ARTICLE_PREFIXES = ["وبال", "وكال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال"] as const;
/** Endings of number, gender and possession, in the order they come off. */
const SUFFIXES = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"] as const;
/** What may follow a lexeme for it to be that word with an ending. */
const ENDINGS: ReadonlySet<string> = new Set(
  [
    "",
    "ه",
    "ها",
    "هم",
    "هما",
    "هن",
    "ي",
    "يه",
    "نا",
    "ا",
    "ان",
    "ين",
    "ون",
    "ات",
    "ت",
    "تها",
    "ته",
    "تهم",
    "يات",
    "يين",
    "اتها",
  ].map(foldWord),
);

const ONLY_ARABIC = /^[ء-ي]+$/u;
const SHORTEST_AFTER_ARTICLE = 2;
const SHORTEST_AFTER_WAW = 3;
const SHORTEST_AFTER_SUFFIX = 2;
const LONGEST_LEXEME_ENDING = 4;
const PREPOSITIONS = ["ب", "ل", "ك", "وب", "ول", "فب", "فل"] as const;

const WAW_STEMS: ReadonlySet<string> = new Set(WAW_LEXEMES.map(foldWord));
const PLACE_NAMES: ReadonlySet<string> = new Set(PLACES.map(foldWord));

/** Words whose ان is theirs. */
const AN_STEMS: ReadonlySet<string> = new Set(
  [...AN_LEXEMES, ...PLACES].map(foldWord).filter((word) => word.endsWith("ان")),
);

/** Whether WAW is the word's own first letter: some lexeme and an ending make the whole word. */
function ownsWaw(word: string): boolean {
  for (let cut = 0; cut <= Math.min(LONGEST_LEXEME_ENDING, word.length - 2); cut += 1) {
    const at = word.length - cut;
    if (WAW_STEMS.has(word.slice(0, at)) && ENDINGS.has(word.slice(at))) return true;
  }
  return false;
}

function withoutWaw(word: string): string {
  if (!word.startsWith("و") || word.length - 1 < SHORTEST_AFTER_WAW) return word;
  return ownsWaw(word) ? word : word.slice(1);
}

function withoutPrefix(word: string): string {
  for (const preposition of PREPOSITIONS) {
    if (!word.startsWith(preposition)) continue;
    const place = word.slice(preposition.length);
    if (PLACE_NAMES.has(place)) return place;
  }
  const bare = withoutWaw(word);
  for (const prefix of ARTICLE_PREFIXES) {
    if (bare.startsWith(prefix) && bare.length - prefix.length >= SHORTEST_AFTER_ARTICLE) {
      return bare.slice(prefix.length);
    }
  }
  return bare;
}

function withoutSuffixes(word: string): string {
  let rest = word;
  for (const suffix of SUFFIXES) {
    if (suffix === "ان" && AN_STEMS.has(rest)) continue;
    if (rest.endsWith(suffix) && rest.length - suffix.length >= SHORTEST_AFTER_SUFFIX) {
      rest = rest.slice(0, -suffix.length);
    }
  }
  return rest;
}

const stemOf = factOf((folded) =>
  ONLY_ARABIC.test(folded) ? withoutSuffixes(withoutPrefix(folded)) : folded,
);

/** The light stem of a folded word; a word that is not Arabic is its own stem. */
export function stem(folded: string): string {
  return stemOf(wordOf(folded));
}
