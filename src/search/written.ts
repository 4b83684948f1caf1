import type { Store } from "../store/index.ts";
import { foldWord } from "../text/index.ts";
import { siftWords, toSieve } from "./sift.ts";
import { toTerm } from "./words.ts";

/** The articles that are asked how they write a word. */
const LOOKED_AT = 16;

export const ANYWHERE = { all: [], none: [], facets: [], from: null, to: null } as const;

/** Words as articles write them. */
export interface Written {
  readonly text: string;
  /** Whether some article has each of the very words, not only others of their stems. */
  readonly exact: boolean;
}

/** A word that is looked for: folded forms of one stem, any of which may be it. */
export type Forms = readonly string[];

/** The stem that forms have in common. */
export const toTermOf = ([form = ""]: Forms): string => toTerm(form);

/** How the newest articles that have words side by side write them: each in one of its forms if some do, or else the commonest way. */
export async function findWritten(
  { catalog, index }: Pick<Store, "catalog" | "index">,
  words: readonly Forms[],
): Promise<Written> {
  const terms = words.map(toTermOf);
  const plan = { ...ANYWHERE, any: [terms], limit: LOOKED_AT, offset: 0 };
  const articles = await catalog.articlesByNumber((await index.search(plan)).numbers);
  const text = articles.map(({ title, text }) => `${title ?? ""}\n${text}`).join("\n");
  const found = siftWords(text, toSieve(terms)).flatMap(({ start, end, term }) =>
    terms.includes(term) ? [{ term, written: text.slice(start, end) }] : [],
  );
  const ways = words.map((forms) => {
    const ofTerm = found
      .filter(({ term }) => term === toTermOf(forms))
      .map(({ written }) => written);
    const exact = commonest(ofTerm.filter((written) => forms.includes(foldWord(written))));
    return { text: exact ?? commonest(ofTerm) ?? forms[0] ?? "", exact: exact !== null };
  });
  return { text: ways.map((way) => way.text).join(" "), exact: ways.every((way) => way.exact) };
}

function commonest(written: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const form of written) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
