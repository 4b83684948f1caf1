// Imports files into a database in a process of its own and prints what it cost. Used by run.js.
import { run } from "../dist/cli/main.js";

const [home, ...files] = process.argv.slice(2);
const started = performance.now();
const code = await run(["import", "--home", home, ...files], {
  input: [],
  out: () => {},
  err: (text) => process.stderr.write(text),
  env: {},
  now: () => new Date(),
  terminal: false,
  signal: new AbortController().signal,
});
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    seconds: (performance.now() - started) / 1000,
    cpu: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1000,
  }),
);
process.exitCode = code;
