import type { Store } from "../store/index.ts";
import { search } from "./search.ts";
import { ANYWHERE } from "./written.ts";

/** After so many queries the next ones take no longer than later ones do. */
const QUERIES = 24;
/** One in so many is misspelt, since guessing what was meant is a path of its own. */
const MISSPELT_IN = 4;
const FIRST_LETTERS = /^(?<start>\p{L}{2})(?<last>\p{L})/u;

const request = { order: "best", limit: 20, offset: 0 } as const;

/** A title as a hurried hand types it: a letter of its first word twice. */
const misspell = (title: string): string => title.replace(FIRST_LETTERS, "$<start>$<last>$<last>");

/**
 * Searches for the newest titles and forgets what it found: the first queries of a process take several times as long as later ones,
 * and need not be a reader's. `pause` is awaited between two of them, so that who does ask is answered first.
 */
export async function warmSearch(
  store: Pick<Store, "catalog" | "index">,
  pause: () => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  const { numbers } = await store.index.search({ ...ANYWHERE, any: [], limit: QUERIES, offset: 0 });
  const articles = await store.catalog.articlesByNumber(numbers);
  for (const [at, { title }] of articles.entries()) {
    await pause();
    if (signal.aborted) return;
    const text = title ?? "";
    await search(store, { ...request, text: at % MISSPELT_IN === 0 ? misspell(text) : text });
  }
}
