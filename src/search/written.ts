import type { Store } from "../store/index.ts";
import { foldWord } from "../text/index.ts";
import { siftWords, toSieve } from "./sift.ts";
import { ARTICLE, toTerm } from "./words.ts";

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
  const found = await findForms({ catalog, index }, words.map(toTermOf));
  const ways = words.map((forms) => {
    const ofTerm = found
      .filter(({ term }) => term === toTermOf(forms))
      .map(({ written }) => written);
    const exact = commonest(ofTerm.filter((written) => forms.includes(foldWord(written))));
    return { text: exact ?? commonest(ofTerm) ?? forms[0] ?? "", exact: exact !== null };
  });
  return { text: ways.map((way) => way.text).join(" "), exact: ways.every((way) => way.exact) };
}

/** How the newest articles mostly write a term of the index; null when none has it any more. A term is no word: its own term may be another. */
export async function findWordOf(
  store: Pick<Store, "catalog" | "index">,
  term: string,
): Promise<string | null> {
  return commonest((await findForms(store, [term])).map(({ written }) => written));
}

/** A word of an article, and the looked-for term that it has. */
interface Form {
  readonly term: string;
  readonly written: string;
}

/** The words of terms that stand side by side, in the newest articles that have them so. */
async function findForms(
  { catalog, index }: Pick<Store, "catalog" | "index">,
  terms: readonly string[],
): Promise<readonly Form[]> {
  const plan = { ...ANYWHERE, any: [terms], limit: LOOKED_AT, offset: 0 };
  const articles = await catalog.articlesByNumber((await index.search(plan)).numbers);
  const text = articles.map(({ title, text }) => `${title ?? ""}\n${text}`).join("\n");
  return siftWords(text, toSieve(terms)).flatMap(({ start, end, term }) =>
    terms.includes(term) ? [{ term, written: text.slice(start, end) }] : [],
  );
}

const ATTACHED = ["", "و", "ف", "ب", "ل", "ك", "وب", "ول"] as const;
/** Of the words with its stem so many are the name itself: what has other forms beside is a word of the language. */
const NAME_SHARE = 0.75;

/**
 * A folded word as articles write it, with the article or without, if they do nearly always in one of the two ways as they do with names
 * («الرياض», «نيمار»), and not now so and now so as with other words («سلاح», «السلاح», «سلاحهم»); else null.
 */
export async function findNameOf(
  store: Pick<Store, "catalog" | "index">,
  name: string,
): Promise<string | null> {
  const found = await findForms(store, [toTerm(name)]);
  // «البغدادي» is no other form of «بغداد»: only names of places have such.
  const forms = found
    .map(({ written }) => ({ written, folded: foldWord(written) }))
    .filter(({ folded }) => !folded.includes(`${name}ي`));
  for (const way of [name, ARTICLE + name]) {
    const attached = new Set(ATTACHED.map((clitic) => clitic + way));
    if (way !== name) attached.add(`لل${name}`);
    const own = forms.filter(({ folded }) => attached.has(folded));
    if (own.length === 0 || own.length < forms.length * NAME_SHARE) continue;
    const bare = own.filter(({ folded }) => folded === way).map(({ written }) => written);
    return commonest(bare);
  }
  return null;
}

function commonest(written: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const form of written) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
