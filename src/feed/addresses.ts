import { withoutControls } from "./plain-text.ts";

const WEB = /^https?:$/u;
/** `feed:https://host/` and `feed://host/`: how addresses were once handed to feed readers. */
const FOR_READERS_BEFORE = /^feed:(?:\/\/)?(?=https?:)/iu;
const FOR_READERS_INSTEAD = /^feed:\/\//iu;
const LONGEST = 8192;

/** An absolute http or https address out of one as written, against the bases around it; null when it is none. */
export function toAddress(
  written: string | null | undefined,
  bases: readonly string[],
): string | null {
  const trimmed = withoutControls((written ?? "").slice(0, LONGEST + 1))
    .trim()
    .replace(FOR_READERS_BEFORE, "")
    .replace(FOR_READERS_INSTEAD, "http://");
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
