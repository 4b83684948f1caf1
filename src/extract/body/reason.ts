import type { HtmlPage } from "../html/page.ts";
import type { Features } from "./features.ts";
import { FIGCAPTION_SLOT, type Outline, STRIDE } from "./outline.ts";
import { PARTS } from "./parts.ts";
import type { PartOfPage } from "./tables/class-words.ts";

/** Parts whose text is never of the body, nearer ones first when a block stands in several. */
const FURNITURE: ReadonlySet<PartOfPage> = new Set<PartOfPage>([
  "meta",
  "author",
  "caption",
  "tags",
  "share",
  "comments",
  "reactions",
  "related",
  "navigation",
  "aside",
  "advertisement",
  "sign-up",
  "consent",
  "hidden",
]);
const FURNITURE_SLOTS: readonly number[] = [...PARTS.keys()].filter((slot) =>
  FURNITURE.has(PARTS[slot] as PartOfPage),
);
const FARTHEST = 6;
const MOST_LINKS = 0.5;

/** Why a block is not of the body, in the words of the page where its names tell, else by what it looks like. */
export function reasonOf(page: HtmlPage, { outline }: Features, at: number): string {
  const block = page.blocks[at];
  if (block === undefined) return "outside the body";
  if (isFigcaption(outline, block.element)) return "caption";
  let nearest = FARTHEST;
  let reason = -1;
  for (const slot of block.element < 0 ? [] : FURNITURE_SLOTS) {
    const distance = outline.distances[block.element * STRIDE + slot] ?? FARTHEST;
    if (distance >= nearest) continue;
    nearest = distance;
    reason = slot;
  }
  if (reason !== -1) return PARTS[reason] as PartOfPage;
  if (block.linkLength > (block.end - block.start) * MOST_LINKS) return "links";
  return "outside the body";
}

const IN_FIGCAPTION = 3;

function isFigcaption({ distances }: Outline, element: number): boolean {
  return (
    element >= 0 && (distances[element * STRIDE + FIGCAPTION_SLOT] ?? FARTHEST) < IN_FIGCAPTION
  );
}
