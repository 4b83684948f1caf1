import { toCodes } from "../html/codes.ts";
import { type CleanedText, replaceLogged } from "./changes.ts";
import { repairMojibake } from "./mojibake.ts";

/** Anything that a step may find: most texts have none of it. Letters alone that it begins with are in many. */
const SUSPECT =
  /[^\S\n ]|(?!\n)[\p{Cc}\p{Cf}]|[طظ].?[طظ]|[\u00C2\u00C3\u00D8-\u00DB\u00E2]|ة\p{L}|\u064B\p{L}|ىال/u;
const PARAGRAPH = /[^\n]+/gu;
/** Letters that misread text is full of. */
const MISREAD = /[طظ\u00C2\u00C3\u00D8-\u00DB\u00E2]/u;
/** Spaces of other widths, and no-break ones; a screen shows them all the same. */
const OTHER_SPACE = /[^\S\n \uFEFF]/gu;
/** Controls, soft hyphens, byte order marks, zero-width spaces and marks of direction: a reader isolates each line by itself. */
const INVISIBLE = /(?!\n)\p{Cc}|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;
const JOINER = /[\u200C\u200D]/u;
/** ZWNJ and ZWJ shape Persian words and pictures; beside a space they shape nothing. */
const IDLE_JOINER = /(?<=^|\s)[\u200C\u200D]+|(?<![\u200C\u200D])[\u200C\u200D]+(?=\s|$)/gmu;
const ENDS_WORD = /[ةى\u064B]/u;

/** The steps that a letter gives reason for, as bits. */
const REPAIR = 1;
const SPACE = 2;
const UNSEEN = 4;
const JOIN = 8;
const UNGLUE = 16;
/** These change a text wherever their letters stand; the others hang on what is beside. */
const CERTAIN: number = SPACE | UNSEEN | JOIN;
const TOLD_CODES = 0x2070;
const REASONS: Uint8Array = reasonsOfCodes();

function reasonsOfCodes(): Uint8Array {
  const reasons = new Uint8Array(TOLD_CODES);
  const steps = [
    [REPAIR, MISREAD],
    [SPACE, OTHER_SPACE],
    [UNSEEN, INVISIBLE],
    [JOIN, JOINER],
    [UNGLUE, ENDS_WORD],
  ] as const;
  const all = String.fromCharCode(...reasons.keys());
  for (const [step, letters] of steps) {
    for (const { index } of all.matchAll(new RegExp(letters, "gu")))
      reasons[index] = (reasons[index] as number) | step;
  }
  return reasons;
}

/** Beyond the table stand an ideographic space and the byte order mark. */
function reasonBeyond(code: number): number {
  if (code === 0x3000) return SPACE;
  return code === 0xfeff ? UNSEEN : 0;
}

/** Which steps the letters of a text give reason for, in one look at each. */
function reasonsIn(text: string): number {
  const codes = toCodes(text);
  let reasons = 0;
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] as number;
    reasons |= code < TOLD_CODES ? (REASONS[code] as number) : reasonBeyond(code);
  }
  return reasons;
}

/**
 * A text for display without what broke on its way: bytes misread, invisible controls, odd spaces, words glued where it is
 * certain. Letters stay as published, presentation forms and Persian letters too. Each change is told, and
 * `restoreText` takes all of them back; cleaning twice is cleaning once.
 */
export function cleanText(written: string): CleanedText {
  let cleaned: CleanedText = { text: written, changes: [] };
  for (let left = cleaned; ; left = cleaned) {
    const reasons = reasonsIn(left.text);
    if ((reasons & CERTAIN) === 0 && (reasons === 0 || !SUSPECT.test(left.text))) return left;
    cleaned = cleanOnce(left, reasons);
    if (cleaned.changes.length === left.changes.length) return cleaned;
  }
}

/** Each step is taken only where letters give reason for it: most texts lack those of most steps. */
function cleanOnce(written: CleanedText, found: number): CleanedText {
  let [cleaned, reasons] = [written, found];
  // First the bytes: in misread text, invisible characters and odd spaces are parts of letters.
  if ((reasons & REPAIR) !== 0) {
    cleaned = replaceLogged(cleaned, "mojibake", PARAGRAPH, (line) => repairMojibake(line) ?? line);
    if (cleaned.text !== written.text) reasons = reasonsIn(cleaned.text);
  }
  if ((reasons & SPACE) !== 0) cleaned = replaceLogged(cleaned, "space", OTHER_SPACE, () => " ");
  if ((reasons & UNSEEN) !== 0) cleaned = replaceLogged(cleaned, "invisible", INVISIBLE, () => "");
  if ((reasons & JOIN) !== 0) cleaned = replaceLogged(cleaned, "invisible", IDLE_JOINER, () => "");
  if ((reasons & UNGLUE) === 0) return cleaned;
  return replaceLogged(cleaned, "glue", GLUE, (end) => `${end} `);
}

/**
 * TEH MARBUTA, and ALEF with tanwin, end a word: a letter right after begins another. Of 335 words with a letter after TEH MARBUTA
 * in 80 million characters nearly all were glued; ALEF MAKSURA, which writers also put for YEH, is certain only before the article.
 */
const GLUE =
  /ة(?<=[\u0621-\u064A]{2}ة)(?=[\u0621-\u063A\u0641-\u064A]{2})|\u0627\u064B(?<=[\u0621-\u064A]\u0627\u064B)(?=[\u0621-\u063A\u0641-\u064A]{2})|\u064B\u0627(?<=[\u0621-\u064A]\u064B\u0627)(?=[\u0621-\u063A\u0641-\u064A]{2})|ى(?<=[\u0621-\u064A]{2}ى)(?=ال[\u0621-\u064A]{3})/gu;
