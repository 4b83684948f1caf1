import { type CleanedText, replaceLogged } from "./changes.ts";
import { repairMojibake } from "./mojibake.ts";

/** Anything that a step may find: most texts have none of it. */
const SUSPECT =
  /[^\S\n ]|(?!\n)[\p{Cc}\p{Cf}]|[طظ].?[طظ]|[\u00C2\u00C3\u00D8-\u00DB\u00E2]|ة\p{L}|\u064B\p{L}|ىال/u;
/** Most texts in Latin, Greek and Cyrillic letters are of nothing but these, with none of which anything suspect begins. */
const PLAIN =
  /[\n -~\u00A1-\u00AC\u00AE-\u00C1\u00C4-\u00D7\u00DC-\u00E1\u00E3-\u05FF\u2010-\u2027\u2030-\u205E]/u;
const AFTER_PLAIN = 0x205f;
/** The same by their codes: one look at each letter. */
const IS_PLAIN: Uint8Array = Uint8Array.from({ length: AFTER_PLAIN }, (_, code) =>
  Number(PLAIN.test(String.fromCharCode(code))),
);
const PARAGRAPH = /[^\n]+/gu;
/** Letters that misread text is full of. */
const MISREAD = /[طظ\u00C2\u00C3\u00D8-\u00DB\u00E2]/u;
/** Spaces of other widths, and no-break ones; a screen shows them all the same. */
const OTHER_SPACE = /[^\S\n \uFEFF]/gu;
/** Controls, soft hyphens, byte order marks, zero-width spaces and marks of direction: a reader isolates each line by itself. */
const INVISIBLE = /(?!\n)\p{Cc}|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;
const JOINER = /[\u200C\u200D]/u;
/** ZWNJ and ZWJ shape Persian words and pictures; beside a space they shape nothing. */
const IDLE_JOINER = /(?<=^|\s)[\u200C\u200D]+|[\u200C\u200D]+(?=\s|$)/gmu;
const ENDS_WORD = /[ةى\u064B]/u;

/**
 * A text for display without what broke on its way: bytes misread, invisible controls, odd spaces, words glued where it is
 * certain. Letters stay as published, presentation forms and Persian letters too. Each change is told, and
 * `restoreText` takes all of them back; cleaning twice is cleaning once.
 */
export function cleanText(written: string): CleanedText {
  if (!isSuspect(written)) return { text: written, changes: [] };
  let cleaned: CleanedText = { text: written, changes: [] };
  for (let left = cleaned; ; left = cleaned) {
    cleaned = cleanOnce(left);
    if (cleaned.changes.length === left.changes.length || !isSuspect(cleaned.text)) return cleaned;
  }
}

function isSuspect(text: string): boolean {
  let from = 0;
  while (from < text.length && IS_PLAIN[text.charCodeAt(from)] === 1) from += 1;
  return from < text.length && SUSPECT.test(text.slice(from));
}

/** Each step looks for letters that it needs first: most texts lack those of most steps. */
function cleanOnce(written: CleanedText): CleanedText {
  let cleaned = written;
  // First the bytes: in misread text, invisible characters and odd spaces are parts of letters.
  if (MISREAD.test(cleaned.text)) {
    cleaned = replaceLogged(cleaned, "mojibake", PARAGRAPH, (line) => repairMojibake(line) ?? line);
  }
  cleaned = replaceLogged(cleaned, "space", OTHER_SPACE, () => " ");
  cleaned = replaceLogged(cleaned, "invisible", INVISIBLE, () => "");
  if (JOINER.test(cleaned.text)) {
    cleaned = replaceLogged(cleaned, "invisible", IDLE_JOINER, () => "");
  }
  if (!ENDS_WORD.test(cleaned.text)) return cleaned;
  return replaceLogged(cleaned, "glue", GLUE, (found) => `${found} `);
}

/**
 * TEH MARBUTA, and ALEF with tanwin, end a word: a letter right after begins another. Of 335 words with a letter after TEH MARBUTA
 * in 80 million characters nearly all were glued; ALEF MAKSURA, which writers also put for YEH, is certain only before the article.
 */
const GLUE =
  /ة(?<=[\u0621-\u064A]{2}ة)(?=[\u0621-\u063A\u0641-\u064A]{2})|\u0627\u064B(?<=[\u0621-\u064A]\u0627\u064B)(?=[\u0621-\u063A\u0641-\u064A]{2})|\u064B\u0627(?<=[\u0621-\u064A]\u064B\u0627)(?=[\u0621-\u063A\u0641-\u064A]{2})|ى(?<=[\u0621-\u064A]{2}ى)(?=ال[\u0621-\u064A]{3})/gu;
