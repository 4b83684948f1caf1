import type { FeedEntry } from "./feed.ts";

/** Parts of an address that name a campaign or a click and never a page. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|yclid|mc_[ce]id|ref_src|cmpid|_ga|igshid)$/iu;

/** The same for all addresses of one page that differ only in fragment, tracking, case of the host or default port. */
export function toPageKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = "";
  for (const name of [...url.searchParams.keys()]) {
    if (TRACKING.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}

/**
 * A key for each entry, in order: the same when the same entry comes again, also with another id. The address is the key;
 * where entries share one address, the id sets them apart; where there is neither, the title. Entries with no key at all are null.
 */
export function toEntryKeys(entries: readonly FeedEntry[]): (string | null)[] {
  const pages = entries.map(({ url }) => (url === null ? null : toPageKey(url)));
  const titlesOf = new Map<string, Set<string>>();
  for (const [at, page] of pages.entries()) {
    if (page === null) continue;
    const titles = titlesOf.get(page) ?? new Set();
    titlesOf.set(page, titles.add(entries[at]?.title ?? ""));
  }
  return entries.map(({ id, title }, at) => {
    const page = pages[at] ?? null;
    // One page under several titles is a front page that every entry links to, or a page that was retitled within the feed.
    if (page !== null && (titlesOf.get(page)?.size ?? 0) <= 1) return page;
    const own = id !== null && id !== page ? id : title;
    if (own === null) return page;
    return page === null ? own : `${page}#${own}`;
  });
}
