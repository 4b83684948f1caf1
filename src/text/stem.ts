import { WAW_LEXEMES } from "./tables/waw-lexemes.ts";

/** Article and clitics with the article, longest first. What remains must be a word of its own. */
const ARTICLE_PREFIXES = ["وبال", "وكال", "ولل", "فال", "وال", "بال", "كال", "لل", "ال"] as const;
/** Endings of number, gender and possession, in the order they come off. */
const SUFFIXES = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"] as const;

const ONLY_ARABIC = /^[ء-ي]+$/u;
const SHORTEST_AFTER_ARTICLE = 2;
const SHORTEST_AFTER_WAW = 3;
const SHORTEST_AFTER_SUFFIX = 2;

function withoutWaw(word: string): string {
  if (!word.startsWith("و") || word.length - 1 < SHORTEST_AFTER_WAW) return word;
  return WAW_LEXEMES.has(word) ? word : word.slice(1);
}

function withoutPrefix(word: string): string {
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
    if (rest.endsWith(suffix) && rest.length - suffix.length >= SHORTEST_AFTER_SUFFIX) {
      rest = rest.slice(0, -suffix.length);
    }
  }
  return rest;
}

/** The light stem of a folded word. */
export function stem(folded: string): string {
  if (!ONLY_ARABIC.test(folded)) return folded;
  return withoutSuffixes(withoutPrefix(folded));
}
