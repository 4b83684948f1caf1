import { toAddress } from "./addresses.ts";
import type { FeedEntry, FeedKind } from "./feed.ts";
import { type FeedDate, parseFeedDate } from "./feed-date.ts";
import { toLine, toPlainText, withoutControls } from "./plain-text.ts";
import type { RawField, RawRecord } from "./raw-record.ts";

/** Which elements say what, the better voice first. */
const TITLES = ["title", "news:news/news:title", "media:title", "dc:title", "itunes:title"];
const SUMMARIES = [
  "description",
  "summary",
  "dc:description",
  "itunes:summary",
  "tagline",
  "abstract",
];
const CONTENTS = ["content:encoded", "content", "xhtml:body", "body", "fullitem"];
const AUTHORS = ["author/name", "dc:creator", "author", "itunes:author", "contributor/name"];
const PUBLISHED = [
  "published",
  "pubdate",
  "issued",
  "dc:date",
  "dcterms:created",
  "dcterms:issued",
  "created",
  "news:news/news:publication_date",
  "date",
];
const MODIFIED = ["updated", "modified", "dcterms:modified", "lastmod", "lastbuilddate"];
const IDS = ["guid", "id", "dc:identifier"];
const KEYWORDS = ["category", "dc:subject", "news:news/news:keywords", "media:keywords"];
const LANGUAGES = ["dc:language", "language", "news:news/news:publication/news:language"];
/** Services that count readers put their own address in `link`, and the page's beside it. */
const ADDRESSES = ["feedburner:origlink", "pheedo:origlink", "link", "loc", "url"];
/** Where a picture's address is an attribute. */
const PICTURE_ATTRIBUTES: readonly (readonly [name: string, attribute: string])[] = [
  ["media:content", "url"],
  ["media:group/media:content", "url"],
  ["media:thumbnail", "url"],
  ["media:group/media:thumbnail", "url"],
  ["media:content/media:thumbnail", "url"],
  ["enclosure", "url"],
  ["itunes:image", "href"],
];
const PICTURE_TEXTS = ["image:image/image:loc", "image/url", "image"];
const KEYWORD_MARKS = /[,،;؛|]/u;
const NOT_A_PAGE = /^(?:video|audio|image|application\/(?!xhtml))/iu;
const NOT_A_PICTURE = /^(?:video|audio|application|text)\b/iu;
const SOURCE_TITLE = /<title[^<>]{0,200}>([^<]{0,500})/u;
const NAME_WITH_MAIL = /^([^<>()@]{1,200}?)\s*[(<]\s*[\w.+-]{1,100}@[\w.-]{1,100}\s*[)>]$/u;
const MAIL_WITH_NAME = /^[\w.+-]{1,100}@[\w.-]{1,100}\s*\((.{1,200})\)$/u;
const MOST_KEYWORDS = 50;
const MOST_AUTHORS = 20;

/** An entry out of what was read of it. `feedBases` are the addresses that links are relative to, the document's first. */
export function toEntry(
  record: RawRecord,
  kind: FeedKind,
  feedBases: readonly string[],
): FeedEntry {
  const fields = new Map<string, RawField[]>();
  for (const field of record.fields) {
    const list = fields.get(field.name);
    if (list === undefined) fields.set(field.name, [field]);
    else list.push(field);
  }
  const isAtom = kind === "atom";
  return {
    id: toLine(first(fields, IDS)?.value ?? null),
    url: findUrl(record, fields, feedBases),
    title: titleOf(first(fields, TITLES), isAtom),
    summary: markupOf(first(fields, SUMMARIES), isAtom),
    content: markupOf(unpacked(first(fields, CONTENTS), isAtom), isAtom),
    author: authorsOf(fields),
    source: sourceOf(fields.get("source")?.[0]),
    published: firstDate(fields, PUBLISHED),
    modified: firstDate(fields, MODIFIED) ?? parseFeedDate(record.attributes["lastmod"] ?? null),
    keywords: keywordsOf(fields),
    image: findPicture(fields, feedBases),
    language: toLine(first(fields, LANGUAGES)?.value ?? record.attributes["xml:lang"] ?? null),
  };
}

type Fields = ReadonlyMap<string, readonly RawField[]>;

/** The first field of the names that holds anything. */
function first(fields: Fields, names: readonly string[]): RawField | undefined {
  for (const name of names) {
    const found = fields.get(name)?.find(({ value }) => value.trim() !== "");
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstDate(fields: Fields, names: readonly string[]): FeedDate | null {
  for (const name of names) {
    for (const { value } of fields.get(name) ?? []) {
      const date = parseFeedDate(value);
      if (date !== null) return date;
    }
  }
  return null;
}

/** In Atom a title says whether it is text or HTML; in RSS it is text in which HTML is met. */
export function titleOf(field: RawField | undefined, isAtom: boolean): string | null {
  if (field === undefined) return null;
  const type = field.attributes["type"] ?? "text";
  const isText = isAtom && !field.isMarkup && !type.includes("html");
  return isText ? toLine(field.value) : toPlainText(field.value);
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const TO_ESCAPE = /[&<>]/gu;
const LINE_END = /\r?\n/gu;

/** Plain text as the HTML that shows it. */
export function toMarkup(text: string): string {
  return text.replace(TO_ESCAPE, (mark) => ESCAPES[mark] ?? mark).replace(LINE_END, "<br>\n");
}

function markupOf(field: RawField | undefined, isAtom: boolean): string | null {
  if (field === undefined) return null;
  const value = withoutControls(field.value).trim();
  if (value === "") return null;
  const type = field.attributes["type"] ?? (isAtom ? "text" : "html");
  const isText = !field.isMarkup && (type === "text" || type === "text/plain");
  return isText ? toMarkup(value) : value;
}

const SHOWN_TYPE = /^(?:text|html|xhtml|text\/.+|.+[/+]xml)$/u;

/** Atom packs what is no text in base 64: with 0.3 it says so, in 1.0 the type does. Packed text is unpacked, anything else is none. */
function unpacked(field: RawField | undefined, isAtom: boolean): RawField | undefined {
  if (field === undefined || !isAtom) return field;
  const { mode, type } = field.attributes;
  const isText = SHOWN_TYPE.test((type ?? "text").trim().toLowerCase());
  if (!isText) return undefined;
  if (mode?.toLowerCase() !== "base64") return field;
  return { ...field, value: Buffer.from(field.value, "base64").toString("utf8"), isMarkup: false };
}

/** All that the first element with a name gives, one after another. */
function authorsOf(fields: Fields): string | null {
  const name = AUTHORS.find((each) => first(fields, [each]) !== undefined);
  return joinNames((fields.get(name ?? "") ?? []).slice(0, MOST_AUTHORS).map(authorOf));
}

/** Several names as one line; null of none. */
export function joinNames(names: readonly (string | null)[]): string | null {
  const given = new Set(names.filter((name) => name !== null && name !== ""));
  return given.size === 0 ? null : [...given].join(", ");
}

function authorOf(field: RawField): string | null {
  const written = toPlainText(field.value);
  const named = MAIL_WITH_NAME.exec(written ?? "") ?? NAME_WITH_MAIL.exec(written ?? "");
  return named?.[1]?.trim() ?? written;
}

function sourceOf(field: RawField | undefined): string | null {
  if (field === undefined) return null;
  return toPlainText(field.isMarkup ? (SOURCE_TITLE.exec(field.value)?.[1] ?? null) : field.value);
}

function keywordsOf(fields: Fields): string[] {
  const written = KEYWORDS.flatMap((name) => (fields.get(name) ?? []).map(toWrittenKeyword));
  const keywords = written
    .flatMap((keyword) => keyword.split(KEYWORD_MARKS, MOST_KEYWORDS))
    .flatMap((keyword) => toPlainText(keyword) ?? []);
  return [...new Set(keywords)].slice(0, MOST_KEYWORDS);
}

function toWrittenKeyword({ value, attributes }: RawField): string {
  const label = attributes["label"];
  if (label !== undefined) return label;
  return value.trim() === "" ? (attributes["term"] ?? "") : value;
}

/** The address of the page: a link said to be it, else the first link, else an id that is one. */
function findUrl(record: RawRecord, fields: Fields, feedBases: readonly string[]): string | null {
  const resolve = (written: string | undefined, field: RawField): string | null =>
    toAddress(written, [...feedBases, ...field.bases]);
  for (const name of ADDRESSES) {
    const links = (fields.get(name) ?? []).filter(isWhole);
    const pages = [...links.filter(isAlternate), ...links.filter(isUntyped)];
    for (const field of pages) {
      const found = resolve(field.attributes["href"] ?? field.value, field);
      if (found !== null) return found;
    }
  }
  const id = first(fields, IDS);
  const mayLead = id?.closed && id.attributes["ispermalink"]?.trim().toLowerCase() !== "false";
  const isSaid = id?.attributes["ispermalink"]?.trim().toLowerCase() === "true";
  // RDF names what an item is about; the channels of CDF have the address on the item.
  const about = record.attributes["rdf:about"] ?? record.attributes["href"];
  return (
    (mayLead ? toAddress(id.value, isSaid ? feedBases : []) : null) ??
    toAddress(about, feedBases) ??
    findContentElsewhere(fields, resolve)
  );
}

/** Atom may leave the text where it is and give its address. */
function findContentElsewhere(
  fields: Fields,
  resolve: (written: string | undefined, field: RawField) => string | null,
): string | null {
  const field = fields.get("content")?.find(({ attributes }) => attributes["src"] !== undefined);
  if (field === undefined || NOT_A_PAGE.test(field.attributes["type"] ?? "")) return null;
  return resolve(field.attributes["src"], field);
}

/** A link as text that was cut by the end of the document is no address. */
const isWhole = (field: RawField): boolean =>
  field.closed || field.attributes["href"] !== undefined;

const RELATIONS = "http://www.iana.org/assignments/relation/";

function isAlternate({ attributes }: RawField): boolean {
  const type = attributes["type"];
  const rel = attributes["rel"]?.trim().toLowerCase().replace(RELATIONS, "");
  return rel === "alternate" && (type === undefined || type.includes("html"));
}

const isUntyped = ({ attributes }: RawField): boolean => attributes["rel"] === undefined;

function findPicture(fields: Fields, feedBases: readonly string[]): string | null {
  for (const [name, attribute] of PICTURE_ATTRIBUTES) {
    for (const field of fields.get(name) ?? []) {
      const type = field.attributes["type"] ?? field.attributes["medium"] ?? "";
      if (NOT_A_PICTURE.test(type)) continue;
      const found = toAddress(field.attributes[attribute], [...feedBases, ...field.bases]);
      if (found !== null) return found;
    }
  }
  const text = first(fields, PICTURE_TEXTS);
  return text === undefined ? null : toAddress(text.value, [...feedBases, ...text.bases]);
}
