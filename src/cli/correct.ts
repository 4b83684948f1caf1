import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { type Correction, parseInstant, type Verdict } from "../model/index.ts";
import {
  type Refusal,
  readCorrections,
  stateCorrection,
  undoCorrection,
} from "../pipeline/index.ts";
import { toCorrection } from "../story/index.ts";
import { addHomeOption, type HomeOption, withStore } from "./home.ts";
import { CliError, type Io } from "./io.ts";
import { toJsonLine } from "./json-lines.ts";

const REFUSALS: Readonly<Record<Refusal, string>> = {
  "one-report": "these are one report, not two",
  "no-such-report": "both have to be ids of grouped articles",
  "two-stories": "the two are of two stories; accounts are of one story",
  "out-of-reach": "the two are too far apart in time for one story",
};

const VERDICTS: readonly Verdict[] = ["same", "different", "together", "apart"];

/** `tawatur correct`: what a reader knows better than the engine, kept and respected whenever stories are made again. */
export function addCorrect(program: Command, io: Io): void {
  const correct = program
    .command("correct")
    .description(
      "state of two reports whether they are one account or of one story; list and undo it",
    );
  addStatement(correct, io, "same", "the two reports carry one account");
  addStatement(correct, io, "different", "the two reports are two accounts");
  addStatement(correct, io, "together", "the first report belongs to the story of the second");
  addStatement(correct, io, "apart", "the first report does not belong to the story of the second");
  addUndo(correct, io);
  addList(correct, io);
  addRead(correct, io);
}

function addStatement(correct: Command, io: Io, verdict: Verdict, description: string): void {
  const command = correct
    .command(verdict)
    .description(description)
    .argument("<report>", "id of an article")
    .argument("<report>", "id of another article");
  addHomeOption(command).action(async (one: string, other: string, options: HomeOption) => {
    await withStore(options, io, async (store) => {
      const outcome = await stateCorrection(store, one, other, verdict, io.now());
      if (!outcome.ok) {
        throw new CliError(`correct: ${one}, ${other}: ${REFUSALS[outcome.reason]}`);
      }
      const story = await store.catalog.story(outcome.story);
      io.err(`story ${outcome.story}: at most ${story?.independent} independent accounts\n`);
    });
  });
}

function addUndo(correct: Command, io: Io): void {
  const command = correct
    .command("undo")
    .description("take back what was stated of two reports")
    .argument("<report>")
    .argument("<report>");
  addHomeOption(command).action(async (one: string, other: string, options: HomeOption) => {
    await withStore(options, io, async (store) => {
      if (await undoCorrection(store, one, other)) return;
      throw new CliError(`correct: nothing was stated of ${one} and ${other}`);
    });
  });
}

function addList(correct: Command, io: Io): void {
  const command = correct
    .command("list")
    .description("what was stated, as JSON Lines that `correct read` takes up again");
  addHomeOption(command).action(async (options: HomeOption) => {
    const stated = await withStore(options, io, (store) => store.corrections.list(), {
      readOnly: true,
    });
    for (const correction of stated) await io.out(toJsonLine(correction));
  });
}

function addRead(correct: Command, io: Io): void {
  const command = correct
    .command("read")
    .description("take up what `correct list` wrote, as for a database that was made anew")
    .argument("<file>", "JSON Lines");
  addHomeOption(command).action(async (path: string, options: HomeOption) => {
    const text = await readFile(path, "utf8").catch((error: Error) => {
      throw new CliError(`correct: ${path} cannot be read: ${error.message}`, 1, error);
    });
    const corrections = text
      .split("\n")
      .flatMap((line, at) => (line.trim() === "" ? [] : [toStated(line, `${path}:${at + 1}`)]));
    await withStore(options, io, (store) => readCorrections(store, corrections));
    io.err(`${corrections.length} corrections\n`);
  });
}

function toStated(line: string, where: string): Correction {
  const row = parseObject(line, where);
  const { first, second, verdict, at } = row;
  if (typeof first !== "string" || typeof second !== "string" || first === second) {
    throw new CliError(`correct: ${where}: \`first\` and \`second\` have to be two ids`);
  }
  if (!isVerdict(verdict)) {
    throw new CliError(`correct: ${where}: \`verdict\` is one of ${VERDICTS.join(", ")}`);
  }
  const instant = typeof at === "string" ? parseInstant(at) : null;
  if (instant === null) {
    throw new CliError(`correct: ${where}: \`at\` has to be a time in ISO 8601`);
  }
  return toCorrection(first, second, verdict, new Date(instant).toISOString());
}

function isVerdict(value: unknown): value is Verdict {
  return VERDICTS.some((verdict) => verdict === value);
}

function parseObject(line: string, where: string): Readonly<Record<string, unknown>> {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row === "object" && row !== null) return { ...row };
  } catch {
    // Told below, with where it stands.
  }
  throw new CliError(`correct: ${where}: not a JSON object`);
}
