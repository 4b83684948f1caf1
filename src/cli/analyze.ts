import type { Command } from "commander";
import { analyzeAll } from "../analysis/index.ts";
import { parseRecord } from "../archive/index.ts";
import { agencyFullName } from "../extract/index.ts";
import type { Analysis, Article, Credit } from "../model/index.ts";
import type { Io } from "./io.ts";
import { eachLine, type LineTally, type ReadLine, reportBad, toJsonLine } from "./json-lines.ts";

/** `tawatur analyze`: what each article says of where it comes from and what it is about. */
export function addAnalyze(program: Command, io: Io, end: (exitCode: number) => void): void {
  program
    .command("analyze")
    .description(
      "read datelines, credits, language, statements, names, keyphrases, topic, times and figures",
    )
    .argument("[file...]", "JSON Lines of articles; - or nothing for standard input")
    .addHelpText(
      "after",
      `
Prints each article with what was read of it: {id, title, text, …, language, dateline, credits, quotes, names, keyphrases, topic, times, figures}, ready for \`group\`.`,
    )
    .action(async (files: string[]) => {
      const tally = await analyzeLines(files, io);
      if (reportBad(tally, io)) end(1);
    });
}

/** So many are read together, which is faster; on a slow pipe none waits longer for the others. */
const TOGETHER = 100;
const LETTERS_TOGETHER = 1_000_000;
const LONGEST_WAIT_MS = 100;

async function analyzeLines(files: readonly string[], io: Io): Promise<LineTally> {
  let waiting: Article[] = [];
  let letters = 0;
  let timer: NodeJS.Timeout | undefined;
  let printing: Promise<void> = Promise.resolve();
  const print = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const articles = waiting;
    waiting = [];
    letters = 0;
    const analyses = analyzeAll(articles);
    const lines = articles.map((article, at) =>
      toJsonLine(toRow(article, analyses[at] as Analysis)),
    );
    await io.out(lines.join(""));
  };
  try {
    return await eachLine(files, io, readArticle, (article) => {
      waiting.push(article);
      letters += article.text.length;
      timer ??= setTimeout(() => {
        printing = printing.then(print);
        // Whoever awaits it at the end is told of a fault.
        printing.catch(() => {});
      }, LONGEST_WAIT_MS);
      return waiting.length < TOGETHER && letters < LETTERS_TOGETHER ? undefined : print();
    });
  } finally {
    await printing;
    await print();
  }
}

function readArticle(line: string): ReadLine<Article> {
  const read = parseRecord(line);
  return read.ok
    ? { ok: true, row: read.article }
    : { ok: false, detail: `${read.reason}: ${read.detail}` };
}

function toRow(article: Article, analysis: Analysis) {
  const { outlet, source, ...rest } = article;
  const { language, dateline, credits, statements, names, keyphrases, topic, times, figures } =
    analysis;
  return {
    ...rest,
    source: outlet,
    credit: source,
    language,
    dateline: dateline && { place: dateline.place, credit: dateline.credit },
    credits: toNames(credits),
    quotes: statements,
    names,
    keyphrases,
    topic,
    times,
    figures,
  };
}

/** Each credited name once, agencies in full; «وكالات» names nobody and is no source. */
function toNames(credits: readonly Credit[]): string[] {
  const names = credits.map(({ key, name }) =>
    key === null ? null : (agencyFullName(key) ?? name),
  );
  return [...new Set(names.filter((name) => name !== null))];
}
