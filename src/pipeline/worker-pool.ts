import { Worker } from "node:worker_threads";
import { analyzeAll } from "../analysis/index.ts";
import type { Analysis, Article } from "../model/index.ts";
import type { PageJob, PageReading } from "./page-article.ts";
import {
  announce,
  type Claims,
  claim,
  createClaims,
  type Done,
  readPages,
  type Work,
  type WorkerAnswer,
  type WorkerTask,
} from "./work.ts";

/** Reads pages and articles beside the main thread, few of them in it. */
export interface WorkerPool {
  readonly analyzeAll: (articles: readonly Article[]) => Promise<readonly Analysis[]>;
  readonly readPages: (pages: readonly PageJob[]) => Promise<readonly PageReading[]>;
  /** From now on, until what it returns is called, this thread has nothing else to do and reads its part of the articles. */
  readonly joinIn: () => () => void;
  readonly close: () => Promise<void>;
}

/** Does a piece of work in this thread. */
const doHere = (work: Work): Done =>
  "pages" in work ? readPages(work.pages) : analyzeAll(work.articles);

interface Job {
  readonly work: Work;
  readonly resolve: (done: Done) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly claims: Claims;
  readonly waiting: Map<number, Job>;
  /** It has loaded what it needs and answered. */
  isReady: boolean;
}

/** Starting a thread costs as much as reading some hundred articles; fewer are read where we are, once there is time. */
const WORTH_A_THREAD = 150;
/** So many pages at once are of an archive, and more will come. */
const PAGES_OF_MANY = 16;
/** Together they are read faster than one by one; more would keep a thread from anything else for too long. */
const ARTICLES_TOGETHER = 40;
/** What a thread has to go on with while this one, busy storing or grouping, cannot hand out more: of articles, all that are brought beside these. */
const MOST_PAGES_WAITING = 12;
const MOST_ARTICLES_WAITING = 12;
/** Pages are not put behind more than so many. */
const FEW_WAITING = 4;
/** When nothing has come for so long, nothing more may: this thread reads what waits for no other, and takes back pages others have not begun. */
const QUIET_MS = 10;
/** From source, as tests run it, there is no compiled worker to start. */
const HAS_WORKER = import.meta.url.endsWith(".js");

/**
 * Threads beside this one, started when there is enough to do. Pages they have no time for are read here, a piece at a turn, between
 * storings. Articles wait while pages come, so that everything is stored first: what is stored can be read and found. And they are left
 * to the other threads until this one joins in: storing and grouping are its own, and what it read before would leave them idle at the end.
 */
export function createWorkerPool(most = 1): WorkerPool {
  const queue = createQueue();
  const self = createSelf(queue, (what) => threads.takeBack(what));
  let seen = 0;
  const threads = createThreads(HAS_WORKER ? most : 0, queue, self, () => seen >= WORTH_A_THREAD);
  const ask = async (work: Work): Promise<Done> => {
    try {
      return await new Promise((resolve, reject) => {
        queue.put({ work, resolve, reject });
        threads.wake();
        self.hear();
      });
    } finally {
      if (queue.settle(work)) threads.wake();
    }
  };
  return {
    analyzeAll: async (articles) => {
      seen += articles.length;
      const parts = toParts(articles, ARTICLES_TOGETHER).map((part) => ask({ articles: part }));
      return (await Promise.all(parts)).flat() as readonly Analysis[];
    },
    readPages: async (pages) => {
      seen += pages.length;
      if (seen < WORTH_A_THREAD && pages.length < PAGES_OF_MANY) return readPages(pages);
      return (await ask({ pages })) as readonly PageReading[];
    },
    joinIn: self.joinIn,
    close: async () => {
      self.close();
      await threads.close();
    },
  };
}

const arePages = (work: Work): boolean => "pages" in work;

type Queue = ReturnType<typeof createQueue>;

function createQueue() {
  const pages: Job[] = [];
  const articles: Job[] = [];
  let pagesUnderWay = 0;
  const mayTake = (work: Work): boolean => arePages(work) || pagesUnderWay === 0;
  return {
    put: (job: Job) => {
      if (arePages(job.work)) pagesUnderWay += 1;
      (arePages(job.work) ? pages : articles).push(job);
    },
    mayTake,
    /** What is next, left where it is. */
    next: (): Job | undefined => pages[0] ?? (pagesUnderWay > 0 ? undefined : articles[0]),
    take: (): Job | undefined =>
      pages.shift() ?? (pagesUnderWay > 0 ? undefined : articles.shift()),
    /** Whether articles may be taken now that this is done. */
    settle: (work: Work): boolean => {
      if (arePages(work)) pagesUnderWay -= 1;
      return pagesUnderWay === 0;
    },
  };
}

type Self = ReturnType<typeof createSelf>;

/** What this thread takes back of what others have not begun. */
type Takes = "pages" | "all";

/** This thread does at its turns what waits in the queue when it is woken, and takes back from the others when it has joined in or no more pages come. */
function createSelf(queue: Queue, takeBack: (what: Takes) => Job | undefined) {
  let isAwake = false;
  let isQuiet = false;
  let joined = 0;
  let quiet: NodeJS.Timeout | undefined;
  const next = (): Job | undefined => {
    const job = queue.take();
    if (job !== undefined) return job;
    if (joined > 0) return takeBack("all");
    return isQuiet ? takeBack("pages") : undefined;
  };
  const work = () => {
    const job = next();
    isAwake = job !== undefined;
    if (job === undefined) return;
    try {
      job.resolve(doHere(job.work));
    } catch (error) {
      job.reject(error);
    }
    setImmediate(work);
  };
  const wake = () => {
    if (!isAwake) setImmediate(work);
    isAwake = true;
  };
  return {
    wake,
    /** There are articles that no other thread takes now; when there is time for them, they are begun. */
    offer: () => {
      if (joined > 0 || isQuiet) wake();
    },
    /** Something has come; when nothing more comes for a while, it is quiet. */
    hear: () => {
      isQuiet = false;
      clearTimeout(quiet);
      if (joined > 0) wake();
      quiet = setTimeout(() => {
        isQuiet = true;
        wake();
      }, QUIET_MS);
    },
    joinIn: () => {
      joined += 1;
      wake();
      return () => {
        joined -= 1;
      };
    },
    close: () => clearTimeout(quiet),
  };
}

/** Threads that do what waits in the queue; what they have no place for is left to this one, which may take back what is not begun. */
function createThreads(most: number, queue: Queue, self: Self, isWorthIt: () => boolean) {
  const threads: Thread[] = [];
  let tasks = 0;
  let isClosed = false;

  const start = (): Thread => {
    const claims = createClaims();
    const thread: Thread = {
      worker: new Worker(new URL("./worker.js", import.meta.url), { workerData: claims }),
      claims,
      waiting: new Map(),
      isReady: false,
    };
    const fail = (error: Error) => {
      for (const { reject } of thread.waiting.values()) reject(error);
      thread.waiting.clear();
      const at = threads.indexOf(thread);
      if (at !== -1) threads.splice(at, 1);
      handOut();
    };
    thread.worker.on("message", ({ task, done }: WorkerAnswer) => {
      thread.isReady = true;
      thread.waiting.get(task)?.resolve(done);
      thread.waiting.delete(task);
      handOut();
    });
    thread.worker.on("error", fail);
    thread.worker.on("exit", () => fail(new Error("a working thread has ended")));
    threads.push(thread);
    return thread;
  };
  /** The thread with least to do, a new one before any has to wait; null when all have enough. */
  const choose = (work: Work): Thread | null => {
    const [free] = [...threads].sort((a, b) => a.waiting.size - b.waiting.size);
    if (free !== undefined && free.waiting.size === 0) return free;
    if (threads.length < most && (arePages(work) || isWorthIt())) return start();
    return free !== undefined && hasPlace(free, work) ? free : null;
  };
  const handOut = () => {
    for (let job = queue.next(); job !== undefined && !isClosed; job = queue.next()) {
      const thread = choose(job.work);
      if (thread === null) {
        if (most === 0 || arePages(job.work)) self.wake();
        else self.offer();
        return;
      }
      queue.take();
      tasks += 1;
      thread.waiting.set(tasks, job);
      announce(thread.claims, tasks);
      send(thread.worker, { task: tasks, work: job.work });
    }
  };
  /** The last that the thread with most to do has not begun. */
  const takeBack = (what: Takes): Job | undefined => {
    const [busy] = [...threads].sort((a, b) => b.waiting.size - a.waiting.size);
    const last = [...(busy?.waiting ?? [])].findLast(
      ([, { work }]) => queue.mayTake(work) && (what === "all" || arePages(work)),
    );
    if (busy === undefined || last === undefined || !claim(busy.claims, last[0])) return undefined;
    busy.waiting.delete(last[0]);
    return last[1];
  };
  return {
    /** Something was put there. */
    wake: handOut,
    takeBack,
    close: async (): Promise<void> => {
      isClosed = true;
      await Promise.all(threads.splice(0).map(({ worker }) => worker.terminate()));
    },
  };
}

function hasPlace({ waiting, isReady }: Thread, work: Work): boolean {
  if (!arePages(work)) return waiting.size < MOST_ARTICLES_WAITING;
  if (!isReady) return false;
  const articles = [...waiting.values()].filter((job) => !arePages(job.work)).length;
  return waiting.size < MOST_PAGES_WAITING && articles <= FEW_WAITING;
}

/** A page's bytes lie in those of many pages, and all of these would go along: they are copied out once, and handed over. */
function send(worker: Worker, { task, work }: WorkerTask): void {
  if (!("pages" in work)) {
    worker.postMessage({ task, work } satisfies WorkerTask);
    return;
  }
  const pages = work.pages.map((page) => ({
    ...page,
    content: { ...page.content, body: new Uint8Array(page.content.body) },
  }));
  const buffers = pages.map(({ content }) => content.body.buffer);
  worker.postMessage({ task, work: { pages } } satisfies WorkerTask, buffers);
}

function toParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
