import { parentPort } from "node:worker_threads";
import { analyze } from "../analysis/index.ts";
import type { AnalysisTask } from "./analysis-pool.ts";

// What `createAnalysisPool` starts: articles in, what was read of each out.
parentPort?.on("message", ({ task, articles }: AnalysisTask) => {
  parentPort?.postMessage({ task, analyses: articles.map(analyze) });
});
