import { setFlagsFromString } from "node:v8";

/**
 * What V8 compiles well it lays together with what that calls, in threads of its own beside ours; with all cores full these take from ours. By a fifth of the
 * usual size they work a third to two fifths less. The code may be a little slower, so that it is for runs that end (`bench/RESULTS.md`).
 */
const LAY_LITTLE_TOGETHER = "--max-inlined-bytecode-size-cumulative=200";

/** Before much is read once, by a process that ends after it. */
export function compileLittle(): void {
  setFlagsFromString(LAY_LITTLE_TOGETHER);
}
