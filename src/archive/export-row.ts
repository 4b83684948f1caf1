import type { Article, Beside, Placement } from "../model/index.ts";

/** An article as it is given out. */
export interface ArticleFields {
  readonly id: string;
  readonly url: string | null;
  readonly source: string | null;
  readonly credit: string | null;
  readonly author: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly summary: string | null;
  readonly section: string | null;
  readonly keywords: readonly string[];
  readonly published: Article["published"];
  readonly fetched: string | null;
  /** Of articles that were read from pages, where there is something: these three are not in tables. */
  readonly image?: Beside["image"];
  readonly captions?: Beside["captions"];
  readonly links?: Beside["links"];
}

/** The same with where the engine placed it; `import` reads the record back the same. */
export interface ExportRow extends ArticleFields {
  readonly story: string | null;
  readonly account: string | null;
  readonly copyOf: string | null;
  readonly origin: string | null;
  readonly originInferred: boolean | null;
}

/** The row of an article; what is not known of it is null. */
export function toExportRow(article: Article, placement: Placement | null): ExportRow {
  return {
    ...toArticleFields(article),
    story: placement?.story ?? null,
    account: placement?.account ?? null,
    copyOf: placement?.copy?.of ?? null,
    origin: placement?.origin?.name ?? null,
    originInferred: placement?.origin?.inferred ?? null,
  };
}

/** An article under the names by which records are read. */
export function toArticleFields(article: Article): ArticleFields {
  return {
    id: article.id,
    url: article.url,
    source: article.outlet,
    credit: article.source,
    author: article.author,
    title: article.title,
    text: article.text,
    summary: article.summary,
    section: article.section,
    keywords: article.keywords,
    published: article.published,
    fetched: article.fetchedAt,
    ...article.beside,
  };
}

/** The article that a row was made of. */
export function fromExportRow(row: ArticleFields): Article {
  return {
    id: row.id,
    url: row.url,
    outlet: row.source,
    source: row.credit,
    author: row.author,
    title: row.title,
    text: row.text,
    summary: row.summary,
    section: row.section,
    keywords: row.keywords,
    published: row.published,
    fetchedAt: row.fetched,
    ...toBeside(row),
  };
}

/** What a record tells beside its text, as a field to be spread into the article; none when it tells nothing. */
export function toBeside({ image, captions, links }: Partial<Beside>): { beside?: Beside } {
  if (image === undefined && captions === undefined && links === undefined) return {};
  return { beside: { image: image ?? null, captions: captions ?? [], links: links ?? [] } };
}

/** A row without nesting, for tables: the same names, keywords joined by «، » and the time apart from its precision. */
export type FlatRow = Readonly<Record<(typeof FLAT_COLUMNS)[number], string | null>>;

/** The columns of a table, in order. */
export const FLAT_COLUMNS = [
  "id",
  "url",
  "source",
  "credit",
  "author",
  "title",
  "text",
  "summary",
  "section",
  "keywords",
  "published",
  "published_precision",
  "published_from",
  "fetched",
  "story",
  "account",
  "copy_of",
  "origin",
  "origin_inferred",
] as const;

/** The same without nesting. */
export function toFlatRow(row: ExportRow): FlatRow {
  const { keywords, published, copyOf, originInferred, image, captions, links, ...flat } = row;
  return {
    ...flat,
    keywords: keywords.length === 0 ? null : keywords.join("، "),
    published: published?.at ?? null,
    published_precision: published?.precision ?? null,
    published_from: published?.from ?? null,
    copy_of: copyOf,
    origin_inferred: originInferred === null ? null : String(originInferred),
  };
}
