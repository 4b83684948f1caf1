import { readFile, stat } from "node:fs/promises";
import type { Command } from "commander";
import { findInputs } from "../archive/index.ts";
import { decode, type Extraction, extractText } from "../extract/index.ts";
import { guessLanguage } from "../text/index.ts";
import type { Io } from "./io.ts";
import { eachLine, type ReadLine, reportBad, toJsonLine } from "./json-lines.ts";

interface Options {
  readonly explain?: boolean;
}

interface Page {
  readonly id: string;
  readonly url?: string;
  readonly text: string;
  /** The charset its bytes were read in, when it came as bytes. */
  readonly charset?: string;
}

/** `tawatur extract`: pages to articles, or to the reason why there is none. */
export function addExtract(program: Command, io: Io, end: (exitCode: number) => void): void {
  program
    .command("extract")
    .description("find the articles of pages")
    .argument(
      "[file...]",
      "JSON Lines {id, text or bytes (base64), url?}, text pages (.txt) and folders of them; - or nothing for standard input",
    )
    .option("--explain", "add what was removed, and why")
    .addHelpText(
      "after",
      "\nPrints {id, articles: […], reason?} for each page. This version reads plain text; HTML is refused with a reason.",
    )
    .action(async (files: string[], { explain = false }: Options) => {
      const print = (page: Page) => io.out(toJsonLine(toRow(page, explain)));
      const lines: string[] = [];
      for (const file of files) {
        if (await isPages(file)) await eachPage(file, print);
        else lines.push(file);
      }
      if (lines.length === 0 && files.length > 0) return;
      const tally = await eachLine(lines, io, readPageLine, print);
      reportBad(tally, io);
      if (tally.read === 0 && tally.bad > 0) end(1);
    });
}

async function isPages(file: string): Promise<boolean> {
  if (file === "-") return false;
  const info = await stat(file).catch(() => null);
  return info !== null && (info.isDirectory() || file.endsWith(".txt"));
}

async function eachPage(file: string, print: (page: Page) => void | Promise<void>): Promise<void> {
  for (const input of await findInputs(file)) {
    if (input.kind === "text")
      await print({ id: input.name, text: await readFile(input.path, "utf8") });
  }
}

function readPageLine(line: string): ReadLine<Page> {
  try {
    const { id, url, text, html, bytes }: Readonly<Record<string, unknown>> =
      JSON.parse(line) ?? {};
    const decoded = typeof bytes === "string" ? decode(Buffer.from(bytes, "base64")) : null;
    const page = text ?? html ?? decoded?.text;
    if (typeof id !== "string" || typeof page !== "string") {
      return { ok: false, detail: "a page is {id, text} or {id, bytes}, all strings" };
    }
    return {
      ok: true,
      row: {
        id,
        text: page,
        ...(decoded === null ? {} : { charset: decoded.charset }),
        ...(typeof url === "string" ? { url } : {}),
      },
    };
  } catch (error) {
    return { ok: false, detail: `not JSON: ${(error as Error).message}` };
  }
}

function toRow({ id, url, text, charset }: Page, explain: boolean) {
  const found: Extraction = extractText(text);
  const removed = explain ? { removed: found.removed } : {};
  const about = charset === undefined ? { id } : { id, charset };
  if (!found.ok) return { ...about, articles: [], reason: found.reason, ...removed };
  const articles = found.articles.map((article) => ({
    ...article,
    language: guessLanguage(article.text),
    url: url ?? null,
  }));
  return { ...about, articles, ...removed };
}
