#!/usr/bin/env node
// npm run eval [-- TASK…] [-- --update]: measures the program on the shared data and prints one table against the floors.
// Floors only rise: --update raises those that were surpassed. Without the shared data it says so and does nothing.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { runTask, TASKS } from "./tasks.js";

const FLOORS = new URL("./floors.json", import.meta.url);
/** Figures are printed with three digits; a floor is not broken by the fourth. */
const NOISE = 0.0005;

const shared = process.env.TAWATUR_SHARED ?? new URL("../../shared", import.meta.url).pathname;
const update = process.argv.includes("--update");
const named = process.argv.slice(2).filter((word) => word !== "--update");

const unknown = named.filter((task) => !Object.hasOwn(TASKS, task));
if (unknown.length > 0) {
  console.error(`no task ${unknown.join(", ")}; there are ${Object.keys(TASKS).join(", ")}`);
  process.exit(2);
}

if (!existsSync(`${shared}/eval`)) {
  console.log(`SKIPPED: no evaluation data at ${shared} (set TAWATUR_SHARED to where it is)`);
  process.exit(0);
}

const floors = JSON.parse(readFileSync(FLOORS, "utf8"));
let broken = 0;
console.log(`${"figure".padEnd(42)} ${"now".padStart(6)}  ${"floor".padStart(6)}`);
for (const task of named.length > 0 ? named : Object.keys(TASKS)) {
  for (const [figure, value] of Object.entries(runTask(task, shared))) {
    const floor = floors[figure] ?? 0;
    const below = value < floor - NOISE;
    if (below) broken += 1;
    if (update && value > floor) floors[figure] = Math.floor(value * 1000) / 1000;
    console.log(
      `${figure.padEnd(42)} ${value.toFixed(3).padStart(6)}  ${floor.toFixed(3).padStart(6)}${below ? "  BELOW" : ""}`,
    );
  }
}
if (update) writeFileSync(FLOORS, `${JSON.stringify(floors, null, 2)}\n`);
process.exitCode = broken > 0 ? 1 : 0;
