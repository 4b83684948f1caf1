import { readFile } from "node:fs/promises";
import {
  ArchiveError,
  findInputs,
  type InputFile,
  isPackageLine,
  type LineFault,
  LONGEST_LINE_BYTES,
  parseJson,
  type ReadRecord,
  readBytes,
  readLines,
  readPackageLine,
  toArticle,
  toPublished,
} from "../archive/index.ts";
import {
  decode,
  type ExtractedArticle,
  extractPage,
  type HeaderKey,
  type PageSource,
  parseHeaderedText,
} from "../extract/index.ts";
import type { Article } from "../model/index.ts";
import { toBeside } from "./beside.ts";
import { type InputItem, type PackagedStory, toDetail } from "./input.ts";
import { createPageMemory, type PageReader, readWarcPages } from "./read-warc.ts";

/** Standard input by name. */
const STANDARD_INPUT = "-";
/** Why a file that was named is not read: it is not there. */
export const NOT_FOUND = "not-found";
/** A page of text is held whole; nothing a newspaper prints comes near this. */
const LARGEST_PAGE_BYTES = 16 * 1024 * 1024;

/** Everything the named files, folders and standard input hold, one by one, in order. */
export async function* readInputs(
  names: readonly string[],
  standardInput: AsyncIterable<Uint8Array>,
  readPages?: PageReader,
): AsyncGenerator<InputItem> {
  for (const name of names) {
    if (name === STANDARD_INPUT) {
      yield* readJsonLines(standardInput, "standard input");
      continue;
    }
    const inputs = await findInputs(name).catch((error: unknown) => {
      // Among others a file that is not there is told, and they are read; alone there is nothing to do.
      if (names.length === 1 || !(error instanceof ArchiveError)) throw error;
      return error;
    });
    if (inputs instanceof ArchiveError) {
      yield { ok: false, where: name, reason: NOT_FOUND, detail: "no such file or folder" };
      continue;
    }
    if (inputs.length === 0)
      yield {
        ok: false,
        where: name,
        reason: "nothing-to-read",
        detail: "no .jsonl, .jsonl.gz, .warc.gz, .wet, .arc, .wacz, .html or .txt file in it",
      };
    for (const input of inputs) yield* readInput(input, readPages);
  }
}

async function* readInput(
  input: InputFile,
  readPages: PageReader | undefined,
): AsyncGenerator<InputItem> {
  if (input.kind === "json-lines") yield* readJsonLines(input.path, input.name);
  else if (input.kind === "warc" || input.kind === "wacz")
    yield* readWarcPages([input.path], createPageMemory(), readPages);
  else yield* readPage(input);
}

async function* readJsonLines(
  source: string | AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<InputItem> {
  const toPackaged = createPackageReader();
  try {
    for await (const line of readLines(readBytes(source, name))) {
      const where = `${name}, line ${line.number}`;
      if (!line.ok) {
        yield { ok: false, where, reason: line.reason, detail: LINE_FAULTS[line.reason] };
        continue;
      }
      const parsed = parseJson(line.text);
      if (parsed.ok && isPackageLine(parsed.value)) yield* toPackaged(parsed.value, where);
      else yield toItem(parsed.ok ? toArticle(parsed.value) : parsed, where);
    }
  } catch (error) {
    // What was read before the damage is kept; the rest of the files go on.
    yield { ok: false, where: name, reason: "unreadable", detail: toDetail(error, name) };
  }
}

const LINE_FAULTS: Readonly<Record<LineFault, string>> = {
  "not-utf8": "the line is not UTF-8 text",
  "too-long": `the line is longer than ${LONGEST_LINE_BYTES / 2 ** 20} MB`,
};

function toItem(read: ReadRecord, where: string): InputItem {
  if (read.ok) return { ok: true, article: read.article, where, warnings: read.warnings };
  return { ok: false, where, reason: read.reason, detail: `${read.reason}: ${read.detail}` };
}

/** Reads lines of packages one after the other: a report is of the story whose line stood before it. */
function createPackageReader() {
  let story: PackagedStory | null = null;
  return function* (value: { readonly tawatur: unknown }, where: string): Generator<InputItem> {
    const line = readPackageLine(value);
    if (line.kind === "story") {
      story = line;
      return;
    }
    const article = line.kind === "report" ? line.report.versions.at(-1)?.article : undefined;
    if (line.kind === "report" && article !== undefined && story !== null) {
      const { report, warnings } = line;
      if (report.placement.story === story.id && story.reports.includes(article.id)) {
        yield { ok: true, article, where, warnings, packaged: { report, story } };
        return;
      }
    }
    const detail =
      line.kind === "fault" ? line.detail : "a report of no story that stands before it";
    yield { ok: false, where, reason: "bad-field", detail: `bad-field: ${detail}` };
  };
}

async function* readPage(input: InputFile): AsyncGenerator<InputItem> {
  const where = input.name;
  if (input.bytes > LARGEST_PAGE_BYTES) {
    yield {
      ok: false,
      where,
      reason: "too-large",
      detail: `a page of ${input.bytes} bytes; the limit is ${LARGEST_PAGE_BYTES}`,
    };
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(input.path);
  } catch (error) {
    yield { ok: false, where, reason: "unreadable", detail: (error as Error).message };
    return;
  }
  // A page of HTML may say its charset itself; of a text page its letters tell it.
  if (input.kind === "html") yield* fromPage({ bytes }, where);
  else yield* readPageText(decode(bytes).text, where);
}

/** The articles of one text page, known by the page's name: the second one as `name#2`, and so on. */
export function* readPageText(page: string, name: string): Generator<InputItem> {
  const headered = parseHeaderedText(page);
  if (headered.ok) {
    yield toItem(toArticle(toRecord(headered.headers, headered.body, name)), name);
    return;
  }
  yield* fromPage({ text: page }, name);
}

function* fromPage(source: PageSource, name: string): Generator<InputItem> {
  const extraction = extractPage(source);
  if (!extraction.ok) {
    yield {
      ok: false,
      where: name,
      reason: extraction.reason,
      detail: `no article: ${extraction.reason}`,
    };
    return;
  }
  for (const [at, article] of extraction.articles.entries()) {
    const id = at === 0 ? name : `${name}#${at + 1}`;
    yield { ok: true, article: fromExtracted(article, id), where: name, warnings: [] };
  }
}

function toRecord(
  headers: Readonly<Partial<Record<HeaderKey, string>>>,
  body: string,
  name: string,
): unknown {
  return { ...headers, id: headers["id"] ?? name, text: body };
}

/** An extracted article as a record. A text page does not say who published it; whom it credits is another field. */
export function fromExtracted(found: ExtractedArticle, id: string): Article {
  const published =
    found.published === null ? null : toPublished(found.published.at, found.published.from);
  return {
    id,
    url: found.url,
    outlet: found.outlet,
    source: found.source,
    author: found.author,
    title: found.title,
    text: found.text,
    summary: null,
    section: null,
    keywords: found.keywords,
    published:
      published === null
        ? null
        : { ...published, precision: found.published?.precision ?? published.precision },
    fetchedAt: null,
    ...toBeside(found),
  };
}
