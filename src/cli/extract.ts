import { readFile, stat } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import type { Command } from "commander";
import { findInputs } from "../archive/index.ts";
import { decode, extractPage, type PageSource } from "../extract/index.ts";
import type { Io } from "./io.ts";
import { eachLine, type ReadLine, reportBad, toJsonLine } from "./json-lines.ts";

const PAGE_FILE = /\.(?:txt|html?|xhtml)$/iu;

interface Options {
  readonly explain?: boolean;
}

interface Page extends PageSource {
  readonly id: string;
}

/**
 * Nothing of a page is kept after it, but V8 lets garbage grow to nearly three times what is in use before it looks at the old; by two fifths
 * costs a few milliseconds for hundreds of pages, and saves a third of the memory.
 */
const GROW_LITTLE = "--heap-growing-percent=40";

/** `tawatur extract`: pages to articles, or to the reason why there is none. */
export function addExtract(program: Command, io: Io, end: (exitCode: number) => void): void {
  program
    .command("extract")
    .description("find the articles of pages")
    .argument(
      "[file...]",
      "JSON Lines {id, html | text | bytes, url?, fetchedAt?}, pages (.html, .txt) and folders of them; - or nothing for standard input",
    )
    .option("--explain", "add what was removed, and why")
    .addHelpText("after", "\nPrints {id, articles: […], reason?} for each page.")
    .action(async (files: string[], { explain = false }: Options) => {
      setFlagsFromString(GROW_LITTLE);
      const print = (page: Page) => io.out(toJsonLine(toRow(page, explain)));
      const lines: string[] = [];
      for (const file of files) {
        if (!(await isPages(file))) lines.push(file);
        else if ((await eachPage(file, print)) === 0) {
          io.err(`${file}: no .html or .txt file in it\n`);
          end(1);
        }
      }
      if (lines.length === 0 && files.length > 0) return;
      const tally = await eachLine(lines, io, readPageLine, print);
      if (reportBad(tally, io)) end(1);
    });
}

async function isPages(file: string): Promise<boolean> {
  if (file === "-") return false;
  const info = await stat(file).catch(() => null);
  return info !== null && (info.isDirectory() || PAGE_FILE.test(file));
}

/** Prints the pages that a file or folder is, and says how many. */
async function eachPage(
  file: string,
  print: (page: Page) => void | Promise<void>,
): Promise<number> {
  const pages = (await findInputs(file)).filter(({ kind }) => kind === "text" || kind === "html");
  for (const input of pages) {
    if (input.kind === "text")
      await print({ id: input.name, text: decode(await readFile(input.path)).text });
    else await print({ id: input.name, bytes: await readFile(input.path) });
  }
  return pages.length;
}

function readPageLine(line: string): ReadLine<Page> {
  try {
    const row: Readonly<Record<string, unknown>> = JSON.parse(line) ?? {};
    const [id, html, text, bytes] = [row["id"], row["html"], row["text"], row["bytes"]].map(toText);
    if (id === undefined || (html ?? text ?? bytes) === undefined) {
      return {
        ok: false,
        detail: "a page is {id, html} or {id, text} or {id, bytes}, all strings",
      };
    }
    return {
      ok: true,
      row: {
        id,
        html,
        text,
        bytes: bytes === undefined ? undefined : Buffer.from(bytes, "base64"),
        url: toText(row["url"]),
        fetchedAt: toText(row["fetchedAt"]),
        httpContentType: toText(row["httpContentType"]),
      },
    };
  } catch (error) {
    return { ok: false, detail: `not JSON: ${(error as Error).message}` };
  }
}

function toText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function toRow({ id, ...source }: Page, explain: boolean) {
  const found = extractPage({ ...source, explain });
  const charset = found.charset === null ? {} : { charset: found.charset };
  const { removed, choices, changes } = found;
  const reasons = explain ? { removed, choices, changes } : {};
  if (!found.ok) return { id, ...charset, articles: [], reason: found.reason, ...reasons };
  return { id, ...charset, articles: found.articles, ...reasons };
}
