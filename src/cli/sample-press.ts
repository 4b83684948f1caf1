import type { Command } from "commander";
import { FEED_PATHS, PRESS_FAULTS, type PressFault } from "../sample/index.ts";
import { CliError, type Io } from "./io.ts";
import { startPress } from "./press-server.ts";

interface Options {
  readonly port: string;
  readonly speed?: string;
  readonly fault?: string;
  readonly share: string;
}

const DEFAULT_PORT = "8090";
/** The first article of the press appears at this time on the air, and the last one before that. */
const FIRST_AT = Date.parse("2026-03-02T00:00:00Z");
const LAST_AT = Date.parse("2026-03-06T00:00:00Z");

/** `tawatur sample-press`: the invented outlets as web sites on this machine. */
export function addSamplePress(program: Command, io: Io): void {
  program
    .command("sample-press")
    .description("serve the invented outlets as web sites on this machine, to collect from")
    .option("--port <n>", "port to listen on; 0 for any", DEFAULT_PORT)
    .option(
      "--speed <n>",
      "articles appear over time, n times as fast as they did; all are there at once without it",
    )
    .option("--fault <kind>", `what is wrong with answers: ${PRESS_FAULTS.join(", ")}, or random`)
    .option("--share <n>", "the share of answers with the fault", "0.2")
    .addHelpText(
      "after",
      `
Prints the address of each site's home page and feed. While it runs, http://SITE/.fault/KIND sets one site's fault.
Collect from it with:  tawatur add http://madar.localhost:${DEFAULT_PORT}/ --allow '*.localhost:${DEFAULT_PORT}'`,
    )
    .action(async (options: Options) => {
      const speed = options.speed === undefined ? null : toNumber("--speed", options.speed, 1e6);
      const share = toNumber("--share", options.share, 1);
      const started = io.now().getTime();
      const press = await startPress({
        port: toNumber("--port", options.port, 65_535),
        toOrigin: ({ slug }, port) => `http://${slug}.localhost:${port}`,
        airTime: () =>
          speed === null ? LAST_AT : FIRST_AT + (io.now().getTime() - started) * speed,
        changes: speed !== null,
        fault: toFaults(options.fault, share),
      });
      try {
        for (const { slug, name, feed } of press.outlets) {
          const origin = `http://${slug}.localhost:${press.port}`;
          await io.out(`${origin}/\t${origin}${FEED_PATHS[feed].path}\t${name}\n`);
        }
        io.err(`sample press on 127.0.0.1:${press.port} · Ctrl-C ends\n`);
        await new Promise<void>((resolve) => {
          if (io.signal.aborted) resolve();
          io.signal.addEventListener("abort", () => resolve(), { once: true });
        });
      } finally {
        await press.close();
      }
    });
}

function toNumber(name: string, written: string, most: number): number {
  const number = Number(written);
  if (written.trim() !== "" && number >= 0 && number <= most) return number;
  throw new CliError(`sample-press: ${name} takes a number from 0 to ${most}, not ${written}`, 2);
}

function toFaults(kind: string | undefined, share: number): () => PressFault {
  if (kind === undefined) return () => "none";
  const kinds = kind === "random" ? PRESS_FAULTS : PRESS_FAULTS.filter((one) => one === kind);
  if (kinds.length === 0) {
    throw new CliError(`sample-press: --fault takes ${PRESS_FAULTS.join(", ")} or random`, 2);
  }
  return () =>
    Math.random() < share ? (kinds[Math.floor(Math.random() * kinds.length)] ?? "none") : "none";
}
