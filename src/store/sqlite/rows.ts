import { transcode } from "node:buffer";
import type { Article, Attribution, Placement } from "../../model/index.ts";
import type { ArticleVersion, StoredArticle } from "../catalog.ts";

/** What a SELECT must name to make a StoredArticle of its rows; `a` is `articles`, `v` is `versions`. */
export const ARTICLE_COLUMNS =
  "a.number, a.version, CAST(v.record AS BLOB) AS record, v.attribution";

/** Joins an article's current version to it. CROSS keeps the order of the joins as written. */
export const JOIN_VERSION = "CROSS JOIN versions v ON v.article = a.key AND v.version = a.version";

export interface ArticleColumns {
  readonly number: number;
  readonly version: number;
  readonly record: ArrayBuffer;
  readonly attribution: string;
}

/** By way of UTF-16 it takes half the time that the driver takes for a text: most of what reading an article costs. */
const toText = (bytes: ArrayBuffer): string =>
  transcode(new Uint8Array(bytes), "utf8", "utf16le").toString("utf16le");

export function toStoredArticle(row: ArticleColumns): StoredArticle {
  const record = JSON.parse(toText(row.record)) as Article;
  const attribution = JSON.parse(row.attribution) as Attribution;
  return { ...record, number: row.number, version: row.version, attribution };
}

/** The published record alone, whatever else the object carries. JSON keeps NULs and lone surrogates, which SQLite text does not. */
export function toRecord(article: Article): string {
  const record: Article = {
    id: article.id,
    url: article.url,
    outlet: article.outlet,
    source: article.source,
    author: article.author,
    title: article.title,
    text: article.text,
    summary: article.summary,
    section: article.section,
    keywords: article.keywords,
    published: article.published,
    fetchedAt: article.fetchedAt,
    ...(article.beside && { beside: article.beside }),
  };
  return JSON.stringify(record);
}

export interface VersionColumns {
  readonly version: number;
  readonly record: string;
  readonly seenAt: string;
}

export function toVersion(row: VersionColumns): ArticleVersion {
  return { version: row.version, article: JSON.parse(row.record) as Article, seenAt: row.seenAt };
}

/** What a SELECT must name to make a Placement; `p` is `placements`, `a` is `articles`. */
export const PLACEMENT_COLUMNS =
  "a.id AS articleId, p.story, p.account, p.copy, p.origin, p.joined";

export interface PlacementColumns {
  readonly articleId: string;
  readonly story: string;
  readonly account: string;
  readonly copy: string | null;
  readonly origin: string | null;
  readonly joined: string | null;
}

const parseOrNull = <Part>(written: string | null): Part | null =>
  written === null ? null : (JSON.parse(written) as Part);

export function toPlacement(row: PlacementColumns): Placement {
  return {
    articleId: row.articleId,
    story: row.story,
    account: row.account,
    copy: parseOrNull(row.copy),
    origin: parseOrNull(row.origin),
    joined: parseOrNull(row.joined),
  };
}

/** The JSON of a part that may be absent. */
export function toJsonOrNull(part: object | null): string | null {
  return part === null ? null : JSON.stringify(part);
}

export function toIso(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
