import { describe, expect, test } from "vitest";
import { inventNews } from "../bench/invented.js";
import { run } from "../src/cli/main.ts";
import { COPY_CASES, type CopyReport } from "./copy-cases.ts";

const FIRST_DAY = Date.parse("2026-03-02T00:00:00Z");
const HOUR_MS = 3_600_000;

const toLine = ({ hour, ...report }: CopyReport, id: number) =>
  `${JSON.stringify({ ...report, id: `r${id}`, published: new Date(FIRST_DAY + hour * HOUR_MS).toISOString() })}\n`;

/** A newsroom's other news, much or hardly any: with none no word is rarer than another, and what is telling cannot be told. */
const toOtherNews = (count: number): string =>
  inventNews(count)
    .map(
      (article) =>
        `${JSON.stringify({ ...article, published: new Date(FIRST_DAY).toISOString() })}\n`,
    )
    .join("");

interface Row {
  readonly id: string;
  readonly account: string;
  readonly origin: { readonly name: string } | null;
}

/** What `tawatur group` says of reports, in their order. */
async function group(reports: readonly CopyReport[], otherNews: number): Promise<Row[]> {
  let out = "";
  await run(["group"], {
    input: (async function* () {
      yield Buffer.from(toOtherNews(otherNews) + reports.map(toLine).join(""));
    })(),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      throw new Error(text);
    },
    env: {},
    now: () => new Date(FIRST_DAY),
    terminal: false,
    signal: new AbortController().signal,
  });
  return out
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
    .filter(({ id }) => id.startsWith("r"));
}

describe.each([2, 30])("beside %i other articles", (otherNews) => {
  test.each(COPY_CASES)("$name", async ({ reports, accounts, origins }) => {
    const rows = await group(reports, otherNews);
    const names = [...new Set(rows.map(({ account }) => account))];
    expect(rows.map(({ account }) => names.indexOf(account))).toEqual(accounts);
    if (origins !== undefined)
      expect(rows.map(({ origin }) => origin?.name ?? null)).toEqual(origins);
  });
});
