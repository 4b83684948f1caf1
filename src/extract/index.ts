/**
 * A page in, its articles out, with a reason for everything taken off. HTML or plain text, as text or as bytes.
 * Invariants: never throws on any input; what an article does not say is null; an article never inherits date, source or
 * keywords of another on the page; every word of the result stands on the page.
 */
export {
  agencyFullName,
  type FoundAgency,
  findAgencies,
  findAgenciesInProse,
  findAgency,
} from "./agencies.ts";
export type { CharsetSource } from "./charset/declared.ts";
export { type DecodedPage, decode } from "./charset/decode.ts";
export { decodeUtf8 } from "./charset/utf8.ts";
export {
  type FoundDateline,
  findDateline,
  isPlace as isDatelinePlace,
} from "./dateline.ts";
export { extractPage, learnOutlet, type PageSource } from "./extract-page.ts";
export { extractText } from "./extract-text.ts";
export type {
  ArticleChange,
  Choice,
  ExtractedArticle,
  ExtractedDate,
  ExtractedDateline,
  Extraction,
  Refusal,
  Removal,
  RemovedLink,
  TextArticle,
  TextExtraction,
} from "./extraction.ts";
export { type HeaderedText, type HeaderKey, parseHeaderedText } from "./headered.ts";
export { type CleanedText, restoreText, type TextChange } from "./hygiene/changes.ts";
export { cleanText } from "./hygiene/clean.ts";
export { AGENCIES, type Agency } from "./tables/agencies.ts";
export { NO_TEMPLATE, type OutletTemplate } from "./template/outlet-template.ts";
export { parseWrittenDate, type WrittenDate } from "./written-date.ts";
