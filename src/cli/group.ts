import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { findSourcing } from "../analysis/index.ts";
import { parseRecord } from "../archive/index.ts";
import { type Placement, type SourcedArticle, type Story, toInstant } from "../model/index.ts";
import { createGrouper, toStory, WINDOW_MS } from "../story/index.ts";
import { CliError, type Io } from "./io.ts";
import { eachLine, type ReadLine, reportBad, toJsonLine } from "./json-lines.ts";

interface Options {
  readonly stories?: string;
}

/** `tawatur group`: articles in time order to accounts and stories, without a database. */
export function addGroup(program: Command, io: Io, end: (exitCode: number) => void): void {
  program
    .command("group")
    .description("say which articles carry one text and which are of one event")
    .argument("[file...]", "JSON Lines of articles in time order; - or nothing for standard input")
    .option("--stories <file>", "also write a line a story to this file")
    .addHelpText(
      "after",
      `
Prints {id, story, account, copyOf, overlap, origin} for each article, in the order read, at the end of the input: a later
report may join two accounts. \`overlap\` is the share of the article's text that stands in \`copyOf\`.`,
    )
    .action(async (files: string[], options: Options) => {
      const articles = new Map<string, SourcedArticle>();
      const placements = new Map<string, Placement>();
      // Without stories to write, nobody asks for an article once it is placed.
      const keep = (article: SourcedArticle) => {
        if (options.stories !== undefined) articles.set(article.id, article);
      };
      const tally = await groupAll(files, io, placements, keep);
      const failed = reportBad(tally, io);
      for (const placement of placements.values())
        await io.out(toJsonLine(toPlacementRow(placement)));
      if (options.stories !== undefined) {
        await writeFile(
          options.stories,
          toStories(articles, placements).map(toStoryRow).map(toJsonLine).join(""),
        ).catch((cause: Error) => {
          throw new CliError(`group: stories cannot be written: ${cause.message}`, 1, cause);
        });
      }
      if (failed) end(1);
    });
}

async function groupAll(
  files: readonly string[],
  io: Io,
  placements: Map<string, Placement>,
  keep: (article: SourcedArticle) => void,
) {
  const grouper = createGrouper();
  let latest = 0;
  return eachLine(files, io, readNewArticle(placements), (article) => {
    const instant = toInstant(article) ?? latest;
    latest = Math.max(latest, instant);
    grouper.forget(latest - WINDOW_MS);
    keep(article);
    for (const placement of grouper.place(article, instant))
      placements.set(placement.articleId, placement);
  });
}

function readNewArticle(
  known: ReadonlyMap<string, unknown>,
): (line: string) => ReadLine<SourcedArticle> {
  return (line) => {
    const read = parseRecord(line);
    if (!read.ok) return { ok: false, detail: `${read.reason}: ${read.detail}` };
    if (known.has(read.article.id))
      return { ok: false, detail: `${read.article.id}: this id was read before` };
    return { ok: true, row: { ...read.article, attribution: findSourcing(read.article) } };
  };
}

function toPlacementRow({ articleId, story, account, copy, origin }: Placement) {
  return {
    id: articleId,
    story,
    account,
    copyOf: copy?.of ?? null,
    overlap: copy?.share ?? null,
    origin: origin === null ? null : { name: origin.name, inferred: origin.inferred },
  };
}

function toStories(
  articles: ReadonlyMap<string, SourcedArticle>,
  placements: ReadonlyMap<string, Placement>,
): Story[] {
  const members = new Map<string, { article: SourcedArticle; placement: Placement }[]>();
  for (const placement of placements.values()) {
    const article = articles.get(placement.articleId);
    if (article === undefined) continue;
    const list = members.get(placement.story) ?? [];
    list.push({ article, placement });
    members.set(placement.story, list);
  }
  return [...members].map(([id, list]) => toStory(id, list));
}

function toStoryRow({ id, title, accounts, independent }: Story) {
  return {
    story: id,
    title,
    reports: accounts.flatMap(({ reports }) => reports),
    accounts: accounts.map((account) => ({
      account: account.id,
      origin: account.origin?.name ?? null,
      inferred: account.origin?.inferred ?? false,
    })),
    independent,
  };
}
