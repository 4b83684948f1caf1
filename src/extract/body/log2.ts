const KNOWN = 4096;
const LOG2: Float64Array = Float64Array.from({ length: KNOWN }, (_, whole) => Math.log2(whole));

/** The binary logarithm; most that are asked for are of small whole numbers, and looked up. */
export function log2(value: number): number {
  const whole = value | 0;
  return whole === value && whole >= 0 && whole < KNOWN
    ? (LOG2[whole] as number)
    : Math.log2(value);
}
