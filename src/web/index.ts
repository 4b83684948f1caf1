/**
 * The reader: Arabic first, right to left, rendered on the server; works without script and asks no other host for anything.
 * Invariants: a page only reads the store; every text is escaped; each item keeps its own direction; words of the interface
 * are in `strings/` and nowhere else.
 */
export { createWeb, type WebOptions } from "./app.tsx";
export type { Retrier } from "./sources-show.tsx";
export type { Corrector } from "./story-corrections.tsx";
