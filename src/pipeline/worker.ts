import { parentPort } from "node:worker_threads";
import { doWork, type WorkerAnswer, type WorkerTask } from "./worker-pool.ts";

// What `createWorkerPool` starts: pages or articles in, what was read of each out.
parentPort?.on("message", ({ task, work }: WorkerTask) => {
  parentPort?.postMessage({ task, done: doWork(work) } satisfies WorkerAnswer);
});
