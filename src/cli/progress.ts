import { Presets, SingleBar } from "cli-progress";
import type { Progress } from "../pipeline/index.ts";
import type { Io } from "./io.ts";

const LABELS: Readonly<Record<Progress["stage"], string>> = {
  read: "reading",
  group: "grouping",
  analyze: "analyzing",
};

export interface ProgressBar {
  readonly show: (progress: Progress) => void;
  readonly stop: () => void;
}

/** A progress bar on a terminal, and nothing anywhere else. `expected` stands in for an end that is not known. */
export function createProgressBar(io: Io, expected: number | null): ProgressBar {
  if (!io.terminal) return { show: () => {}, stop: () => {} };
  const bar = new SingleBar(
    {
      format: "{stage} [{bar}] {value}/{total} articles · {duration_formatted}",
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  let stage: Progress["stage"] | null = null;
  return {
    show: ({ stage: now, done, of }) => {
      const total = Math.max(done, of ?? expected ?? done);
      if (stage !== now) {
        if (stage !== null) bar.stop();
        bar.start(total, done, { stage: LABELS[now] });
        stage = now;
        return;
      }
      bar.setTotal(total);
      bar.update(done, { stage: LABELS[now] });
    },
    stop: () => bar.stop(),
  };
}
