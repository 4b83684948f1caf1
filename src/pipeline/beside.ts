import type { ExtractedArticle } from "../extract/index.ts";
import type { Beside } from "../model/index.ts";

/** More of a page's captions and links are those of a gallery or a list, not of an article. */
const MOST_CAPTIONS = 20;
const MOST_LINKS = 40;

/** What a page has beside the text of its article, as a field to be spread into it; none when there is nothing. */
export function toBeside({ image, captions, links }: ExtractedArticle): { beside?: Beside } {
  if (image === null && captions.length === 0 && links.length === 0) return {};
  return {
    beside: {
      image,
      captions: captions.slice(0, MOST_CAPTIONS),
      links: links.slice(0, MOST_LINKS),
    },
  };
}
