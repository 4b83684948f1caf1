import type { Choice } from "../extraction.ts";
import { locate } from "./around.ts";
import { findAuthors } from "./authors.ts";
import { findDates, toExtractedDate } from "./dates.ts";
import { gather } from "./evidence.ts";
import type { Metadata, MetadataContext } from "./metadata.ts";
import { findOutlets } from "./outlet.ts";
import { findTitles } from "./title.ts";

/** Reads what a page says of its own article: in its head, its linked data, and beside the body. */
export function readMetadata(context: MetadataContext): Metadata {
  const evidence = gather(context);
  const outlets = findOutlets(evidence);
  const titles = findTitles(
    evidence,
    outlets.map(({ value }) => value),
  );
  const around = locate(evidence, titles);
  const dates = findDates(around);
  const authors = findAuthors(
    around,
    outlets.map(({ value }) => value),
  );
  const choices: Choice[] = [
    ...titles.map(({ from, value }) => ({ field: "title", from, value })),
    ...dates.published.map(({ from, date }) => ({ field: "published", from, value: date.at })),
    ...dates.modified.map(({ from, date }) => ({ field: "modified", from, value: date.at })),
    ...authors.map(({ from, names }) => ({ field: "author", from, value: names.join(", ") })),
    ...outlets.map(({ from, value }) => ({ field: "outlet", from, value })),
  ];
  return {
    title: titles[0]?.value ?? null,
    published: toExtractedDate(dates.published[0]),
    modified: toExtractedDate(dates.modified[0]),
    author: authors[0]?.names.join(", ") ?? null,
    outlet: outlets[0]?.value ?? null,
    source: null,
    keywords: [],
    language: context.page.head.language,
    url: null,
    image: null,
    choices,
  };
}
