import { parentPort } from "node:worker_threads";
import { analyze } from "../analysis/index.ts";
import { readPageSafely } from "./page-article.ts";
import type { WorkerAnswer, WorkerTask } from "./worker-pool.ts";

// What `createWorkerPool` starts: pages or articles in, what was read of each out.
parentPort?.on("message", (asked: WorkerTask) => {
  const { task } = asked;
  const done = "pages" in asked ? asked.pages.map(readPageSafely) : asked.articles.map(analyze);
  parentPort?.postMessage({ task, done } satisfies WorkerAnswer);
});
