import { FLAT_COLUMNS, type FlatRow } from "./export-row.ts";

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/u;
const QUOTE = /"/gu;
const LINE_END = "\r\n";

/** The first line of a table as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. */
export function toCsvHeader(): string {
  return `\uFEFF${FLAT_COLUMNS.join(",")}${LINE_END}`;
}

/** One row as CSV (RFC 4180). What is unknown is empty. */
export function toCsvLine(row: FlatRow): string {
  return `${FLAT_COLUMNS.map((column) => toCell(row[column])).join(",")}${LINE_END}`;
}

function toCell(value: string | null): string {
  if (value === null) return "";
  return NEEDS_QUOTES.test(value) ? `"${value.replace(QUOTE, '""')}"` : value;
}
