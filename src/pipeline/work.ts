import type { Analysis, Article } from "../model/index.ts";
import { type PageJob, type PageReading, readPageSafely } from "./page-article.ts";

/** Something to read. */
export type Work =
  | { readonly articles: readonly Article[] }
  | { readonly pages: readonly PageJob[] };

/** What was read of it, in its order. */
export type Done = readonly (Analysis | PageReading)[];

/** What a worker is asked, with the number its answer bears. */
export interface WorkerTask {
  readonly task: number;
  readonly work: Work;
}

/** What it answers. */
export interface WorkerAnswer {
  readonly task: number;
  readonly done: Done;
}

export const readPages = (pages: readonly PageJob[]): readonly PageReading[] =>
  pages.map(readPageSafely);

/** Which tasks of a worker are begun. Both threads see it: what the worker has not begun, whoever sent it may take back. */
export type Claims = Int32Array;

/** More than a worker ever has waiting. */
const SLOTS = 1024;
const WAITING = 0;
const BEGUN = 1;

export const createClaims = (): Claims => new Int32Array(new SharedArrayBuffer(SLOTS * 4));

/** Before it is sent. */
export function announce(claims: Claims, task: number): void {
  Atomics.store(claims, task % SLOTS, WAITING);
}

/** Whether the task is the asking thread's to do: the first that asks has it. */
export function claim(claims: Claims, task: number): boolean {
  return Atomics.compareExchange(claims, task % SLOTS, WAITING, BEGUN) === WAITING;
}
