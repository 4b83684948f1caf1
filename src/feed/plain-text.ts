import { decodeHTMLStrict } from "entities";

const TAG = /<\/?[a-z][^<>]{0,2000}>|<!--[^<>]{0,2000}-->/giu;
const REFERENCE = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/iu;
const SPACE = /\s+/gu;
// C0 controls except tab and line ends, and the noncharacters; XML forbids them and they mean nothing in a title.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the controls are what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/gu;

/** Text without control characters. */
export function withoutControls(text: string): string {
  return text.replace(CONTROL, "");
}

/** HTML of a short field as one line of text; null when nothing is left. Escaped twice, it is unescaped twice. */
export function toPlainText(markup: string | null): string | null {
  if (markup === null) return null;
  const bare = decodeHTMLStrict(markup.replace(TAG, " "));
  const once = REFERENCE.test(bare) ? decodeHTMLStrict(bare).replace(TAG, " ") : bare;
  return toLine(once);
}

/** One line of text; null when nothing is left. */
export function toLine(text: string | null): string | null {
  const line = withoutControls(text ?? "")
    .replace(SPACE, " ")
    .trim();
  return line === "" ? null : line;
}
