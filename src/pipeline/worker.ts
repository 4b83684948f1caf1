import { parentPort, workerData } from "node:worker_threads";
import { type Claims, claim, readPages, type WorkerAnswer, type WorkerTask } from "./work.ts";

const claims = workerData as Claims;

const answer = (given: WorkerAnswer): void => parentPort?.postMessage(given);

// What `createWorkerPool` starts: pages or articles in, what was read of each out.
parentPort?.on("message", async ({ task, work }: WorkerTask) => {
  if ("pages" in work) {
    if (claim(claims, task)) answer({ task, done: readPages(work.pages) });
    return;
  }
  // Half of what there is to load is for articles, and while an archive is read only pages come.
  const { analyzeAll } = await import("../analysis/index.ts");
  if (claim(claims, task)) answer({ task, done: analyzeAll(work.articles) });
});
