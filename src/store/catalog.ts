import type { Analysis, Article, Attribution, Name, Placement, Story } from "../model/index.ts";
import type { NumberRange } from "./article-number.ts";

/** An article as the catalog keeps it. `number` grows with publication time and names it in the search index. */
export interface StoredArticle extends Article {
  readonly number: number;
  readonly version: number;
  readonly attribution: Attribution;
}

/** One state an article has had, whole. Version 1 is the first seen. */
export interface ArticleVersion {
  readonly version: number;
  readonly article: Article;
  /** When this text was stored, ISO 8601 UTC. */
  readonly seenAt: string;
}

/** What makes two texts of one article the same text. */
export interface Fingerprint {
  readonly id: string;
  /** Hash of everything published in the record; see `toFingerprint`. */
  readonly hash: string;
}

/** What the catalog already knows of a record: nothing, this very text (now or in an earlier version), or another text. */
export type Standing = "new" | "unchanged" | "changed";

export interface ArticleRow {
  readonly article: Article;
  readonly attribution: Attribution;
  readonly hash: string;
}

/** What a text is about, as far as it is compared with others. */
export type Subject = Pick<Analysis, "names" | "topic">;

/** What an article is known by, without what was published. */
export type ArticleHead = Pick<StoredArticle, "id" | "number" | "outlet">;

/** What was read of one version of an article. */
export interface AnalysisRow {
  readonly id: string;
  readonly version: number;
  readonly analysis: Analysis;
}

/** A grouped article with where it was placed, for rebuilding the grouper's window. */
export interface GroupedArticle {
  readonly article: StoredArticle;
  readonly placement: Placement;
}

/** A range of instants in milliseconds since 1970, half open. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

export interface GroupBatch {
  readonly placements: readonly Placement[];
  /** Stories made or changed by the placements, whole. */
  readonly stories: readonly Story[];
  /** Stories that have no report left. */
  readonly emptied: readonly string[];
}

export interface CatalogSize {
  readonly articles: number;
  readonly versions: number;
  readonly stories: number;
  readonly outlets: number;
  readonly toIndex: number;
  readonly toGroup: number;
  readonly toAnalyze: number;
  /** First and last known instant, ISO 8601 UTC. */
  readonly from: string | null;
  readonly to: string | null;
}

/** An outlet with how much of it the catalog holds. */
export interface OutletCount {
  readonly outlet: string;
  readonly reports: number;
  /** Reports that carry an earlier report's text. */
  readonly copies: number;
}

/** What the catalog holds of one outlet. Shares of its latest 500 stories tell how often it was first. */
export interface OutletRecord extends OutletCount {
  /** Stories that others tell too, in which its report is first, or first together with others. */
  readonly first: number;
  /** Such stories in which only other outlets' are. */
  readonly followed: number;
  /** Its latest reports, newest first. */
  readonly latest: readonly string[];
}

/** A person, organisation or place with the reports that name it. */
export interface NameRecord {
  readonly type: Name["type"];
  readonly key: string;
  readonly reports: number;
  /** As reports first write it, most used first. */
  readonly spellings: readonly { readonly spelling: string; readonly reports: number }[];
  /** The latest reports that name it, newest first. */
  readonly latest: readonly string[];
}

/** A name looked for among reports, with what it counts for there. */
export interface WeighedName extends Pick<Name, "type" | "key"> {
  readonly weight: number;
}

/** An article by its number, with the summed weights of the asked names it mentions. */
export interface MentioningArticle {
  readonly number: number;
  readonly weight: number;
}

export interface StoryQuery {
  /** Stories with a report in this range; null for all, those without a known time last. */
  readonly range: TimeRange | null;
  readonly limit: number;
  readonly offset: number;
}

/**
 * The record of what was read and what was made of it. Every save is all or nothing, and saving the same again changes nothing.
 * Articles saved are pending for three later stages, "index", "group" and "analyze", until the stage says they are done.
 */
export interface Catalog {
  /** An id asked about with several hashes is "unchanged" only when every one of them is known. */
  classify(prints: readonly Fingerprint[]): Promise<ReadonlyMap<string, Standing>>;
  /** Saves new articles and new versions, and gives them back as stored; both become pending for every stage. A changed article leaves its placement until it is grouped again. */
  saveArticles(rows: readonly ArticleRow[], seenAt: string): Promise<readonly StoredArticle[]>;

  /** Articles the search index has not taken yet, and numbers it must forget. */
  pendingIndex(
    limit: number,
  ): Promise<{ readonly articles: readonly StoredArticle[]; readonly forget: readonly number[] }>;
  markIndexed(numbers: readonly number[], forgotten: readonly number[]): Promise<void>;

  /** Articles not grouped yet, in order of instant, then id; those without one come last. */
  pendingGroup(limit: number): Promise<readonly StoredArticle[]>;
  /** Grouped and not pending articles of a time range, or those without an instant; in order of instant, then id. */
  grouped(range: TimeRange | "undated"): Promise<readonly GroupedArticle[]>;
  /** Every report placed in one of the stories, pending ones too, in order of instant, then id. */
  membersOf(stories: readonly string[]): Promise<readonly GroupedArticle[]>;
  /** Saves placements and stories and takes their articles off the pending list. */
  saveGroups(batch: GroupBatch): Promise<void>;

  /** Articles whose current text has not been analysed, oldest saved first; the first `skip` of them are left out. */
  pendingAnalysis(limit: number, skip?: number): Promise<readonly StoredArticle[]>;
  /** Saves analyses and takes their articles off the pending list; one of a text that has changed since is passed over. */
  saveAnalyses(rows: readonly AnalysisRow[]): Promise<void>;
  /** Makes every article pending whose analysis was made by another analyzer. */
  renewAnalyses(analyzer: string): Promise<void>;
  /** What is known of the articles' current texts; those not analysed yet are left out. */
  analyses(ids: readonly string[]): Promise<ReadonlyMap<string, Analysis>>;
  /** The same, only what each text is about: cheaper by far where many texts are compared. */
  subjects(ids: readonly string[]): Promise<ReadonlyMap<string, Subject>>;
  /** The same, only the topic of each. */
  topics(ids: readonly string[]): Promise<ReadonlyMap<string, Subject["topic"]>>;

  article(id: string): Promise<StoredArticle | null>;
  /** Lists come in the order asked; what is not known is left out. */
  articles(ids: readonly string[]): Promise<readonly StoredArticle[]>;
  articlesByNumber(numbers: readonly number[]): Promise<readonly StoredArticle[]>;
  /** The same, cheaper by far where no text is shown. */
  headsByNumber(numbers: readonly number[]): Promise<readonly ArticleHead[]>;
  placements(ids: readonly string[]): Promise<readonly Placement[]>;
  /** Oldest first. */
  versions(id: string): Promise<readonly ArticleVersion[]>;
  /** Ids of articles that bear the same url, the given one left out. */
  reposts(url: string, except: string): Promise<readonly string[]>;
  /** Every article in order of number, from after the given one; no article has number 0. */
  export(after: number, limit: number): Promise<readonly StoredArticle[]>;

  story(id: string): Promise<Story | null>;
  /** Stories by latest report, newest first. */
  stories(query: StoryQuery): Promise<readonly Story[]>;
  storiesOf(articleIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The calendar days (UTC, `YYYY-MM-DD`) on which a grouped article appeared, newest first. */
  days(limit: number): Promise<readonly string[]>;

  /** Outlets with most reports first. Articles without an outlet count for none. */
  outlets(limit: number): Promise<readonly OutletCount[]>;
  /** Null for a name that no analysed article has. */
  name(type: Name["type"], key: string): Promise<NameRecord | null>;
  /** How many reports mention each name, in the order asked. */
  reportsNaming(names: readonly Pick<Name, "type" | "key">[]): Promise<readonly number[]>;
  /** Articles in a range of numbers that mention any of the names, by summed weight, highest first, then newest. */
  mentioning(
    names: readonly WeighedName[],
    range: NumberRange,
    limit: number,
  ): Promise<readonly MentioningArticle[]>;
  /** Null for an outlet that published nothing we have. */
  outlet(name: string): Promise<OutletRecord | null>;
  size(): Promise<CatalogSize>;

  /** Small facts the engine keeps about its own database, such as that it was filled from the sample. */
  note(key: string): Promise<string | null>;
  setNote(key: string, value: string): Promise<void>;
}
