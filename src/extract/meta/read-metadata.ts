import type { Metadata, MetadataContext } from "./metadata.ts";

/** Reads what a page says of its own article: in its head, its linked data, and beside the body. */
export function readMetadata({ page }: MetadataContext): Metadata {
  const heading = page.elements.find(({ tag, start, end }) => tag === "h1" && end > start);
  const title =
    heading === undefined ? page.head.title : page.text.slice(heading.start, heading.end);
  return {
    title,
    published: null,
    modified: null,
    author: null,
    outlet: null,
    source: null,
    keywords: [],
    language: page.head.language,
    url: null,
    image: null,
    choices: [],
  };
}
