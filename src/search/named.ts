import type { Store, StoredArticle } from "../store/index.ts";

const SPACE = /\s/u;
const ADDRESS = /^https?:\/\//iu;
/** A shorter run of letters and digits may be a word, such as 2026 or F16. */
const ID = /^(?=.*\d).{8,}$/u;
const LAST_SLASH = /\/$/u;

/** The article whose address or id was typed, which means nothing else; null for any other query. */
export async function findNamed(
  catalog: Pick<Store["catalog"], "reposts" | "article">,
  text: string,
): Promise<StoredArticle | null> {
  const asked = text.trim();
  if (SPACE.test(asked)) return null;
  if (!ADDRESS.test(asked)) return ID.test(asked) ? catalog.article(asked) : null;
  for (const address of [asked, asked.replace(LAST_SLASH, ""), `${asked}/`]) {
    const [id] = await catalog.reposts(address, "");
    if (id !== undefined) return catalog.article(id);
  }
  return null;
}
