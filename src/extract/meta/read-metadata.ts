import type { Choice } from "../extraction.ts";
import { findAddress, findImage, findLanguage } from "./address.ts";
import { locate } from "./around.ts";
import { findAuthors } from "./authors.ts";
import { findDates, toExtractedDate } from "./dates.ts";
import { gather } from "./evidence.ts";
import type { Metadata, MetadataContext } from "./metadata.ts";
import { type FoundText, findOutlets } from "./outlet.ts";
import { findKeywords, findSource } from "./tags.ts";
import { findTitles } from "./title.ts";

/** Reads what a page says of its own article: in its head, its linked data, and beside the body. */
export function readMetadata(context: MetadataContext): Metadata {
  const evidence = gather(context);
  const outlets = findOutlets(evidence);
  const names = outlets.map(({ value }) => value);
  const titles = findTitles(evidence, names);
  const around = locate(evidence, titles);
  const dates = findDates(around);
  const authors = findAuthors(around, names).map(({ from, names }) => ({
    from,
    value: names.join(SEPARATOR),
  }));
  const keywords = findKeywords(evidence);
  const single = {
    source: findSource(evidence),
    language: findLanguage(evidence),
    url: findAddress(evidence),
    image: findImage(evidence),
  };
  return {
    title: titles[0]?.value ?? null,
    published: toExtractedDate(dates.published[0]),
    modified: toExtractedDate(dates.modified[0]),
    author: authors[0]?.value ?? null,
    outlet: outlets[0]?.value ?? null,
    source: single.source?.value ?? null,
    keywords: keywords?.values ?? [],
    language: single.language?.value ?? null,
    url: single.url?.value ?? null,
    image: single.image?.value ?? null,
    choices: [
      ...toChoices("title", titles),
      ...toChoices("published", dates.published.map(withValue)),
      ...toChoices("modified", dates.modified.map(withValue)),
      ...toChoices("author", authors),
      ...toChoices("outlet", outlets),
      ...toChoices(
        "keywords",
        keywords === null ? [] : [{ from: keywords.from, value: keywords.values.join(SEPARATOR) }],
      ),
      ...Object.entries(single).flatMap(([field, found]) =>
        found === null ? [] : toChoices(field, [found]),
      ),
    ],
  };
}

const SEPARATOR = ", ";

function withValue({
  from,
  date,
}: {
  readonly from: string;
  readonly date: { readonly at: string };
}) {
  return { from, value: date.at };
}

/** The candidates of a field in their rank: the first is the chosen one. The same value from the same place is told once. */
function toChoices(field: string, candidates: readonly FoundText[]): Choice[] {
  const seen = new Set<string>();
  return candidates.flatMap(({ from, value }) => {
    const key = `${from}\n${value}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ field, from, value }];
  });
}
