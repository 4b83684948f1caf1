import { findAgencies } from "../extract/index.ts";
import type { CreditPlace } from "../model/index.ts";
import { CREDIT_LINES } from "./tables/credit-lines.ts";

/** A line, or the end of one, that says whose words the text has. */
export interface CreditLine {
  readonly written: string;
  readonly place: CreditPlace;
}

/** How much of a text's end may be its credit: «… أوكرانيا.وكالات», a last line «(رويترز)». */
const LONGEST_TAIL = 40;
const LAST_PIECE = /(?:^|[\n.؟!»"”])\s*([^\n.؟!»"”()]{2,40})\s*\.?\s*$/u;
const LAST_BRACKET = /\(([^()\n]{2,40})\)\s*\.?\s*$/u;
/** Notices stand among the last lines, and are short. */
const MOST_NOTICES = 4;
const LONGEST_NOTICE = 80;
const SLASH = /\s*\/\s*/u;
/** «ياوندي - أ.ف.ب: …»: a paragraph of briefs with a dateline of its own. */
const BRIEF = /^[^\n:–—-]{2,30}[-–—]\s*([^\n:–—-]{2,30}):/u;
const NOTICES: readonly RegExp[] = CREDIT_LINES.map((opening) => new RegExp(opening, "u"));

/** Whether a text may have any: most have none, and are not cut into lines. */
const BRIEFS = /\n[^\n:–—-]{2,30}[-–—]\s*[^\n:–—-]{2,30}:/u;

/** The credits that stand in a text's own lines: its end, notices below it, datelines of its paragraphs. */
export function findCreditLines(text: string): CreditLine[] {
  const briefs = BRIEFS.test(text) ? text.split("\n").slice(1) : [];
  return [
    ...tail(text).map((written) => ({ written, place: "tail" as const })),
    ...lastLines(text)
      .flatMap(notice)
      .map((written) => ({ written, place: "tail" as const })),
    ...briefs.flatMap(briefCredit).map((written) => ({ written, place: "dateline" as const })),
  ];
}

/** The last lines that are not blank, in order. */
function lastLines(text: string): string[] {
  const lines: string[] = [];
  for (let end = text.length; end >= 0 && lines.length < MOST_NOTICES; ) {
    const from = end === 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(from, end);
    if (line.trim() !== "") lines.unshift(line);
    end = from - 1;
  }
  return lines;
}

function tail(text: string): string[] {
  const end = text.slice(-LONGEST_TAIL - 2);
  const piece = (LAST_BRACKET.exec(end)?.[1] ?? LAST_PIECE.exec(end)?.[1] ?? "").trim();
  // «فرانس24/ أ ف ب»: the outlet and whose words it has.
  const parts = piece.split(SLASH).filter(isOnlyAgencies);
  return parts.length > 0 ? parts : [piece].filter(isOnlyAgencies);
}

/** The last words of a sentence may name an agency; a credit is nothing but names. */
function isOnlyAgencies(piece: string): boolean {
  const agencies = findAgencies(piece);
  const covered = agencies.reduce((sum, { start, end }) => sum + end - start, 0);
  return agencies.length > 0 && covered >= piece.trim().length - 2 * agencies.length;
}

function notice(line: string): string[] {
  if (line.length > LONGEST_NOTICE) return [];
  for (const pattern of NOTICES) {
    const name = pattern.exec(line.trim())?.[1];
    if (name !== undefined) return [name];
  }
  return [];
}

function briefCredit(line: string): string[] {
  const agency = BRIEF.exec(line)?.[1];
  return agency !== undefined && isOnlyAgencies(agency) ? [agency] : [];
}
