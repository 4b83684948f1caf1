import { setTimeout as sleep } from "node:timers/promises";

/** Lets requests to one host pass one after the other, with a pause between them. Hosts do not wait for one another. */
export interface HostGate {
  /** Runs the work when its host's turn has come. The pause is kept from the end of one request to the beginning of the next. */
  pass<Result>(host: string, work: () => Promise<Result>, signal: AbortSignal): Promise<Result>;
  /** Sets the pause of one host, as its robots.txt asks. */
  setPause(host: string, pauseMs: number): void;
}

interface Turn {
  readonly last: Promise<void>;
  readonly waiting: number;
}

/** A gate for one process. `clock` is a monotonic number of milliseconds. */
export function createHostGate(pauseMs: number, clock: () => number): HostGate {
  const turns = new Map<string, Turn>();
  const pauses = new Map<string, number>();
  const freeAt = new Map<string, number>();

  const wait = async (host: string, signal: AbortSignal): Promise<void> => {
    const left = (freeAt.get(host) ?? 0) - clock();
    if (left > 0) await sleep(left, undefined, { signal });
  };
  const forget = (host: string): void => {
    const turn = turns.get(host);
    if (turn === undefined) return;
    if (turn.waiting > 1) turns.set(host, { ...turn, waiting: turn.waiting - 1 });
    else turns.delete(host);
    if (freeAt.size > MOST_HOSTS) dropPast(freeAt, clock());
  };
  return {
    setPause: (host, asked) => pauses.set(host, asked),
    pass: async (host, work, signal) => {
      const before = turns.get(host);
      let finish = () => {};
      const last = new Promise<void>((resolve) => {
        finish = resolve;
      });
      turns.set(host, { last, waiting: (before?.waiting ?? 0) + 1 });
      try {
        await before?.last;
        await wait(host, signal);
        return await work();
      } finally {
        freeAt.set(host, clock() + (pauses.get(host) ?? pauseMs));
        forget(host);
        finish();
      }
    },
  };
}

const MOST_HOSTS = 10_000;

/** Hosts whose pause is over are as hosts never met. */
function dropPast(freeAt: Map<string, number>, now: number): void {
  for (const [host, free] of freeAt) if (free <= now) freeAt.delete(host);
}
