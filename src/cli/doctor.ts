import type { Command } from "commander";
import type { Store } from "../store/index.ts";
import { addHomeOption, type HomeOption, toHome, withStore } from "./home.ts";
import type { Io } from "./io.ts";
import { toJsonLine } from "./json-lines.ts";
import { VERSION } from "./version.ts";

interface Options extends HomeOption {
  readonly json?: boolean;
}

const MEGABYTE = 1_000_000;

/** `tawatur doctor`: what is installed, what the database holds, and whether it is well. */
export function addDoctor(program: Command, io: Io, end: (exitCode: number) => void): void {
  const command = program
    .command("doctor")
    .description("tell version, Node, database size and health")
    .option("--json", "as JSON");
  addHomeOption(command).action(async (options: Options) => {
    const look = async (store: Store) => ({
      version: VERSION,
      node: process.versions.node,
      home: toHome(options, io),
      bytes: await store.bytes(),
      ...(await store.catalog.size()),
      searchable: await store.index.size(),
      faults: await store.faults(),
    });
    const onUnwritable = (reason: string) => io.err(`${reason}\n`);
    const state = await withStore(options, io, look, { mustExist: true, onUnwritable });
    await io.out(options.json === true ? toJsonLine(state) : toText(state));
    if (state.faults.length > 0) end(1);
  });
}

function toText(state: {
  readonly version: string;
  readonly node: string;
  readonly home: string;
  readonly bytes: number;
  readonly articles: number;
  readonly versions: number;
  readonly stories: number;
  readonly outlets: number;
  readonly toIndex: number;
  readonly toGroup: number;
  readonly toAnalyze: number;
  readonly searchable: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly faults: readonly string[];
}): string {
  const rows: readonly (readonly [string, string | number])[] = [
    ["tawatur", state.version],
    ["node", state.node],
    ["home", state.home],
    ["size", `${(state.bytes / MEGABYTE).toFixed(1)} MB`],
    ["articles", `${state.articles} in ${state.versions} versions, ${state.outlets} outlets`],
    ["stories", state.stories],
    ["searchable", state.searchable],
    ["period", `${state.from ?? "unknown"} to ${state.to ?? "unknown"}`],
    [
      "waiting",
      `${state.toIndex} to index, ${state.toGroup} to group, ${state.toAnalyze} to analyze`,
    ],
    ["health", state.faults.length === 0 ? "good" : state.faults.join("; ")],
  ];
  return rows.map(([name, value]) => `${name.padEnd(12)}${value}\n`).join("");
}
