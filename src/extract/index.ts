/**
 * A page in, its articles out, with a reason for everything taken off. This version reads plain text; HTML is refused.
 * Invariants: never throws on any input; what an article does not say is null; an article never inherits date, source or
 * keywords of another on the page; every word of the result stands on the page.
 */
export { type FoundAgency, findAgencies, findAgenciesInProse, findAgency } from "./agencies.ts";
export type { CharsetSource } from "./charset/declared.ts";
export { type DecodedPage, decode } from "./charset/decode.ts";
export { type FoundDateline, findDateline } from "./dateline.ts";
export {
  type ExtractedArticle,
  type ExtractedDate,
  type Extraction,
  extractText,
  type Refusal,
  type Removal,
} from "./extract-text.ts";
export { type HeaderedText, type HeaderKey, parseHeaderedText } from "./headered.ts";
export { parseWrittenDate, type WrittenDate } from "./written-date.ts";
