import type { HtmlPage } from "../html/page.ts";

/** A block that is not of the article, and why. */
export interface RemovedBlock {
  readonly block: number;
  readonly reason: string;
}

/** Which blocks of a page are its article's. */
export interface Body {
  /** Indexes into the page's blocks, in order. */
  readonly blocks: readonly number[];
  readonly removed: readonly RemovedBlock[];
}

const MOST_LINK_SHARE = 0.33;
const LEAST_LENGTH = 80;

/** Finds the blocks of a page's article. */
export function findBody(page: HtmlPage): Body {
  const blocks: number[] = [];
  const removed: RemovedBlock[] = [];
  for (const [at, { start, end, linkLength }] of page.blocks.entries()) {
    if (linkLength > (end - start) * MOST_LINK_SHARE) removed.push({ block: at, reason: "links" });
    else if (end - start < LEAST_LENGTH) removed.push({ block: at, reason: "short" });
    else blocks.push(at);
  }
  return { blocks, removed };
}
