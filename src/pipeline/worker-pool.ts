import { Worker } from "node:worker_threads";
import { analyze } from "../analysis/index.ts";
import type { Analysis, Article } from "../model/index.ts";

/** Articles for a worker, with the number its answer bears. */
export interface AnalysisTask {
  readonly task: number;
  readonly articles: readonly Article[];
}

interface AnalysisAnswer {
  readonly task: number;
  readonly analyses: readonly Analysis[];
}

/** Reads articles beside the main thread. */
export interface AnalysisPool {
  readonly analyzeAll: (articles: readonly Article[]) => Promise<readonly Analysis[]>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (analyses: readonly Analysis[]) => void;
  readonly reject: (error: Error) => void;
}

/** Starting a thread costs as much as reading some hundred articles; fewer are read where we are. */
const WORTH_A_THREAD = 150;
/** A thread that has these many tasks is busy enough; one more is done where we are. */
const MOST_WAITING = 4;
/** From source, as tests run it, there is no compiled worker to start. */
const HAS_WORKER = import.meta.url.endsWith(".js");

/** A thread that analyses, started when there is enough to do. Storing and grouping go on meanwhile. */
export function createAnalysisPool(): AnalysisPool {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let tasks = 0;
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    worker = null;
  };
  const start = (): Worker => {
    const started = new Worker(new URL("./analysis-worker.js", import.meta.url));
    started.on("message", ({ task, analyses }: AnalysisAnswer) => {
      waiting.get(task)?.resolve(analyses);
      waiting.delete(task);
    });
    started.on("error", fail);
    started.on("exit", () => fail(new Error("the analysing thread has ended")));
    return started;
  };
  return {
    analyzeAll: async (articles) => {
      const few = worker === null && articles.length < WORTH_A_THREAD;
      if (!HAS_WORKER || few || waiting.size >= MOST_WAITING) {
        return articles.map(analyze);
      }
      worker ??= start();
      const to = worker;
      tasks += 1;
      const task = tasks;
      return new Promise((resolve, reject) => {
        waiting.set(task, { resolve, reject });
        to.postMessage({ task, articles } satisfies AnalysisTask);
      });
    },
    close: async () => {
      const ending = worker;
      worker = null;
      await ending?.terminate();
    },
  };
}
