import { foldWord } from "../../text/index.ts";
import {
  BODY_HEADS,
  CHANNEL_NOUNS,
  CONSTRUCT_NOUNS,
  DOCUMENT_HEADS,
  INTERRUPTERS,
  MEDIA_HEADS,
  METONYMS,
  NO_SPEAKERS,
  PHRASE_ENDS,
  ROLE_HEADS,
  SAME_AGAIN,
  UNNAMED_HEADS,
} from "./tables/speaker-words.ts";

/** What kind of speaker a noun phrase is of, by its first word. */
export type HeadKind = "role" | "unnamed" | "body" | "media" | "document";

const setOf = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(foldWord));

const HEAD_KINDS: ReadonlyMap<string, HeadKind> = new Map([
  ...BODY_HEADS.map((word) => [foldWord(word), "body"] as const),
  ...DOCUMENT_HEADS.map((word) => [foldWord(word), "document"] as const),
  ...ROLE_HEADS.map((word) => [foldWord(word), "role"] as const),
  ...UNNAMED_HEADS.map((word) => [foldWord(word), "unnamed"] as const),
  ...MEDIA_HEADS.map((word) => [foldWord(word), "media"] as const),
]);
const CONSTRUCTS = setOf(CONSTRUCT_NOUNS);
const CHANNELS = setOf(CHANNEL_NOUNS);
const ENDS = setOf(PHRASE_ENDS);
const SAME = setOf(SAME_AGAIN);
const INTERRUPTING = setOf(INTERRUPTERS);
const MEASURES = setOf(NO_SPEAKERS);
const WHOLES = setOf(METONYMS);

const ARTICLE = /^ال(?=..)/u;

/** A folded word without the article. */
export const bare = (folded: string): string => folded.replace(ARTICLE, "");
export const isDefinite = (folded: string): boolean => ARTICLE.test(folded);
export const headKind = (folded: string): HeadKind | null =>
  HEAD_KINDS.get(folded) ?? HEAD_KINDS.get(bare(folded)) ?? null;
export const isConstruct = (folded: string): boolean => CONSTRUCTS.has(folded);
export const isChannel = (folded: string): boolean => CHANNELS.has(bare(folded));
export const endsPhrase = (folded: string): boolean =>
  ENDS.has(folded) || (folded.startsWith("و") && folded.length > 3 && ENDS.has(folded.slice(1)));
export const isSameAgain = (folded: string): boolean => SAME.has(folded);
export const interrupts = (folded: string): boolean => INTERRUPTING.has(folded);
export const isMeasure = (folded: string): boolean => MEASURES.has(bare(folded));
export const isWhole = (folded: string): boolean => WHOLES.has(folded);
