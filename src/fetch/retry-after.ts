const SECONDS = /^\d{1,9}$/u;

/** How long a Retry-After header asks to wait, in milliseconds; null when it asks for nothing that can be read. */
export function parseRetryAfter(written: string | undefined, now: Date): number | null {
  const text = (written ?? "").trim();
  if (text === "") return null;
  if (SECONDS.test(text)) return Number(text) * 1000;
  const until = Date.parse(text);
  return Number.isNaN(until) ? null : Math.max(0, until - now.getTime());
}
