import { withoutControls } from "./plain-text.ts";

const WEB = /^https?:$/u;
const LONGEST = 8192;

/** An absolute http or https address out of one as written, against the bases around it; null when it is none. */
export function toAddress(
  written: string | null | undefined,
  bases: readonly string[],
): string | null {
  const trimmed = withoutControls((written ?? "").slice(0, LONGEST + 1)).trim();
  if (trimmed === "" || trimmed.length > LONGEST) return null;
  let base: URL | undefined;
  for (const step of bases) {
    if (URL.canParse(step.trim(), base?.href)) base = new URL(step.trim(), base?.href);
  }
  if (!URL.canParse(trimmed, base?.href)) return null;
  const address = new URL(trimmed, base?.href);
  if (!WEB.test(address.protocol) || address.hostname === "") return null;
  address.username = "";
  address.password = "";
  return address.href;
}
