import { Worker } from "node:worker_threads";
import { analyze } from "../analysis/index.ts";
import type { Analysis, Article } from "../model/index.ts";
import { type PageJob, type PageReading, readPageSafely } from "./page-article.ts";

/** What a worker is asked, with the number its answer bears. */
export type WorkerTask =
  | { readonly task: number; readonly articles: readonly Article[] }
  | { readonly task: number; readonly pages: readonly PageJob[] };

/** What it answers, in the order asked. */
export interface WorkerAnswer {
  readonly task: number;
  readonly done: readonly (Analysis | PageReading)[];
}

/** Reads pages and articles beside the main thread, and in it when that is free. */
export interface WorkerPool {
  readonly analyzeAll: (articles: readonly Article[]) => Promise<readonly Analysis[]>;
  readonly readPages: (pages: readonly PageJob[]) => Promise<readonly PageReading[]>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (done: WorkerAnswer["done"]) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/** Starting a thread costs as much as reading some hundred articles; fewer are read where we are. */
const WORTH_A_THREAD = 150;
/** A thread that has these many tasks is busy enough; one more is done where we are. */
const MOST_WAITING = 4;
/** From source, as tests run it, there is no compiled worker to start. */
const HAS_WORKER = import.meta.url.endsWith(".js");

/** Threads beside this one, started when there is enough to do. Storing and grouping go on meanwhile. With none, all is done here. */
export function createWorkerPool(most = 1): WorkerPool {
  const threads: Thread[] = [];
  let tasks = 0;
  let seen = 0;
  const start = (): Thread => {
    const thread = {
      worker: new Worker(new URL("./worker.js", import.meta.url)),
      waiting: new Map(),
    };
    const fail = (error: Error) => {
      for (const { reject } of thread.waiting.values()) reject(error);
      thread.waiting.clear();
      const at = threads.indexOf(thread);
      if (at !== -1) threads.splice(at, 1);
    };
    thread.worker.on("message", ({ task, done }: WorkerAnswer) => {
      thread.waiting.get(task)?.resolve(done);
      thread.waiting.delete(task);
    });
    thread.worker.on("error", fail);
    thread.worker.on("exit", () => fail(new Error("a working thread has ended")));
    threads.push(thread);
    return thread;
  };
  /** The thread with least to do; null when this one is better placed. */
  const choose = (): Thread | null => {
    if (!HAS_WORKER || (threads.length === 0 && seen < WORTH_A_THREAD)) return null;
    const [free] = [...threads].sort((a, b) => a.waiting.size - b.waiting.size);
    if (free !== undefined && free.waiting.size === 0) return free;
    if (threads.length < most) return start();
    return free !== undefined && free.waiting.size < MOST_WAITING ? free : null;
  };
  const ask = (thread: Thread, work: Omit<WorkerTask, "task">): Promise<WorkerAnswer["done"]> => {
    tasks += 1;
    const task = tasks;
    return new Promise((resolve, reject) => {
      thread.waiting.set(task, { resolve, reject });
      thread.worker.postMessage({ task, ...work });
    });
  };
  return {
    analyzeAll: async (articles) => {
      seen += articles.length;
      const thread = choose();
      if (thread === null) return articles.map(analyze);
      return (await ask(thread, { articles })) as readonly Analysis[];
    },
    readPages: async (pages) => {
      seen += pages.length;
      const thread = choose();
      if (thread === null) return pages.map(readPageSafely);
      return (await ask(thread, { pages: pages.map(toSent) })) as readonly PageReading[];
    },
    close: async () => {
      await Promise.all(threads.splice(0).map(({ worker }) => worker.terminate()));
    },
  };
}

/** A page's bytes lie in those of many pages, and all of these would be sent along. */
function toSent({ task, content }: PageJob): PageJob {
  return { task, content: { ...content, body: new Uint8Array(content.body) } };
}
