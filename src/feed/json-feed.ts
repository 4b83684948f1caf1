import { toAddress } from "./addresses.ts";
import { joinNames, toMarkup } from "./entry.ts";
import type { Feed, FeedEntry, FeedLimits } from "./feed.ts";
import { parseFeedDate } from "./feed-date.ts";
import { toLine, toPlainText } from "./plain-text.ts";

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | null =>
  typeof value === "string" || typeof value === "number" ? String(value) : null;

/** Reads a JSON Feed (1.0 or 1.1); null when the text is not one. Fields of a wrong type count as absent. */
export function parseJsonFeed(text: string, url: string | null, limits: FeedLimits): Feed | null {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(document) || !Array.isArray(document["items"])) return null;
  const items = document["items"].filter(isObject);
  const bases = url === null ? [] : [url];
  const hubs = Array.isArray(document["hubs"]) ? document["hubs"].filter(isObject) : [];
  return {
    kind: "json-feed",
    title: toLine(textOf(document["title"])),
    home: toAddress(textOf(document["home_page_url"]), bases),
    language: toLine(textOf(document["language"])),
    hubs: hubs
      .filter((hub) => hub["type"] === "WebSub")
      .flatMap((hub) => toAddress(textOf(hub["url"]), bases) ?? []),
    self: toAddress(textOf(document["feed_url"]), bases),
    waitMs: null,
    next: toAddress(textOf(document["next_url"]), bases),
    entries: items.slice(0, limits.maxEntries).map((item) => toJsonEntry(item, bases)),
    sitemaps: [],
    faults: items.length > limits.maxEntries ? ["too-many-entries"] : [],
  };
}

function toJsonEntry(item: Json, bases: readonly string[]): FeedEntry {
  const plain = textOf(item["content_text"]);
  const authors = Array.isArray(item["authors"]) ? item["authors"].filter(isObject) : [];
  const id = toLine(textOf(item["id"]));
  return {
    id,
    url:
      toAddress(textOf(item["url"]), bases) ??
      toAddress(id, []) ??
      toAddress(textOf(item["external_url"]), bases),
    title: toLine(textOf(item["title"])),
    summary: toSummary(item["summary"]),
    content: textOf(item["content_html"]) ?? (plain === null ? null : toMarkup(plain)),
    author: joinNames(
      (authors.length > 0 ? authors : [item["author"]])
        .filter(isObject)
        .map(({ name }) => toPlainText(textOf(name))),
    ),
    source: null,
    published: parseFeedDate(textOf(item["date_published"])),
    modified: parseFeedDate(textOf(item["date_modified"])),
    keywords: Array.isArray(item["tags"])
      ? item["tags"].flatMap((tag) => toLine(textOf(tag)) ?? [])
      : [],
    image: toAddress(textOf(item["image"]) ?? textOf(item["banner_image"]), bases),
    language: toLine(textOf(item["language"])),
  };
}

function toSummary(value: unknown): string | null {
  const text = textOf(value);
  return text === null || text.trim() === "" ? null : toMarkup(text.trim());
}
