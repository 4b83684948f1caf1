import { findDateline } from "./dateline.ts";
import type { Removal, TextExtraction } from "./extraction.ts";
import { readLine } from "./lines.ts";
import { LEAST_PARAGRAPH, readRecord, SENTENCE_END } from "./records.ts";
import { hasLetters, refuseSource } from "./refuse.ts";

const LINE_END = /\r\n|\r|\n/u;

/** Finds the articles of a page given as plain text. Never throws: a page without one gives the reason. */
export function extractText(page: string): TextExtraction {
  const refusal = refuseSource(page);
  if (refusal !== null) return { ok: false, reason: refusal, removed: [] };
  const lines = page
    .split(LINE_END)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const removed: Removal[] = [];
  const articles = splitRecords(lines, removed)
    .map((record, at) => readRecord(record, { title: null, lead: at === 0 }, removed))
    .filter(({ text }) => hasLetters(text));
  if (articles.length === 0) return { ok: false, reason: "too-short", removed };
  return { ok: true, articles, removed };
}

/** Cuts a page at read-also labels that a whole article follows; other such labels are dropped with their links. */
function splitRecords(lines: readonly string[], removed: Removal[]): string[][] {
  let current: string[] = [];
  const records = [current];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const label = readLine(line);
    if (label.kind !== "read-also") {
      current.push(line);
      continue;
    }
    removed.push({ step: "split", reason: "read-also label", text: line });
    if (label.value !== "") continue;
    const links = countLinks(lines, at + 1);
    if (opensArticle(lines, at + 1, links) && current.length > 0) {
      current = [];
      records.push(current);
      continue;
    }
    for (let link = at + 1; link <= at + links; link += 1) {
      removed.push({ step: "split", reason: "read-also link", text: lines[link] ?? "" });
    }
    at += links;
  }
  return records;
}

/** How many short lines, as headlines are, stand from here on before a paragraph or another label. */
function countLinks(lines: readonly string[], from: number): number {
  let count = 0;
  while (isLink(lines[from + count])) count += 1;
  return count;
}

/** A headline is short and is no sentence with its stop. */
function isLink(line: string | undefined): boolean {
  if (line === undefined || line.length >= LEAST_PARAGRAPH || SENTENCE_END.test(line)) return false;
  return readLine(line).kind === "text" && findDateline(line) === null;
}

/** After a headline, how many lines a promotion, a byline and a dateline may take before the first paragraph. */
const MOST_LINES_BEFORE_BODY = 4;

/** One headline and soon a paragraph: another article. Several headlines: a list, and what follows is the same article going on. */
function opensArticle(lines: readonly string[], from: number, links: number): boolean {
  if (links !== 1) return false;
  const next = lines.slice(from + 1, from + 1 + MOST_LINES_BEFORE_BODY);
  return next.some((line) => line.length >= LEAST_PARAGRAPH);
}
