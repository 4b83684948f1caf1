import type { Figure, Time } from "../text/index.ts";
import type { Article } from "./article.ts";
import type { Statement } from "./statement.ts";

/** Where an article opens from, and whom it credits there: «موسكو (وكالات)». */
export interface Dateline {
  readonly place: string | null;
  readonly credit: readonly string[];
  /** Where in the text its first sentence begins after the dateline, in UTF-16 units; 0 when the dateline is not in the text. */
  readonly end: number;
}

/** Where in an article a credit was read. "text" is a mention in passing: it does not make the article the other's. */
export type CreditPlace = "byline" | "dateline" | "source-line" | "tail" | "text";

/** An agency or outlet that an article names as where its text comes from. */
export interface Credit {
  /** The name as normalised by the agency table, else as written. */
  readonly name: string;
  /** The same for all spellings of one agency; null for «وكالات», which names nobody. */
  readonly key: string | null;
  readonly place: CreditPlace;
  /** The words of the article that say so. */
  readonly evidence: string;
}

/** Whose an article's words are, by its own words: what grouping needs to know of it. */
export interface Sourcing {
  readonly dateline: Dateline | null;
  readonly credits: readonly Credit[];
}

/** Where an article comes from by its own words. Cheap, and read before anything else. */
export interface Attribution extends Sourcing {
  /** The version of the code that made it, so that it can be made again. */
  readonly analyzer: string;
  /** ISO 639-1 code, or "und" when the text does not tell. */
  readonly language: string;
}

/** What an article is about. */
export type Topic =
  | "politics"
  | "conflict"
  | "economy"
  | "sport"
  | "technology"
  | "health"
  | "culture"
  | "accidents"
  | "crime"
  | "weather";

/** A person, organisation or place an article names. `start` and `end` are UTF-16 offsets into the article's text. */
export interface Name {
  readonly type: "person" | "organisation" | "place";
  /** As written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The same for all spellings of one name. */
  readonly key: string;
}

/** What reading an article whole adds to it; derived, never stored over it, and made after the article can be found and grouped. */
export interface Analysis extends Attribution {
  readonly statements: readonly Statement[];
  readonly names: readonly Name[];
  readonly keyphrases: readonly string[];
  /** Null where no topic stands out. */
  readonly topic: Topic | null;
  /** The times the text speaks of, in order, resolved against the publication. */
  readonly times: readonly Time[];
  /** The numbers the text states, in order, with what they measure or count. */
  readonly figures: readonly Figure[];
}

/** An article of which is known whose words it has. Only these can be grouped. */
export interface SourcedArticle extends Article {
  readonly attribution: Sourcing;
}

/** An article whose attribution has been read. */
export interface AnalyzedArticle extends SourcedArticle {
  readonly attribution: Attribution;
}
