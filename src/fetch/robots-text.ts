import { MISSPELLED_FIELDS } from "./tables/robots-fields.ts";

const LINE_END = /\r\n|\r|\n/u;
const MEANT: ReadonlyMap<string, string> = new Map(MISSPELLED_FIELDS);
const NAMES = ["user-agent", "disallow", "allow", "sitemap", ...MEANT.keys()];
/** The colon is sometimes forgotten. */
const FIELD = new RegExp(`^\\s*(${NAMES.join("|")})\\s*(?::|(?<=\\s))\\s*(.*)$`, "iu");
/** RFC 9309 has letters, "_" and "-" in the name of a robot; what follows (a version, other words) is not of it. */
const PRODUCT = /^(?:\*|[A-Za-z_-]+)/u;
const ESCAPE = /%([0-9a-f]{2})/giu;
const UNRESERVED = /[A-Za-z0-9._~-]/u;

/** The text of a robots.txt in the plainest spelling of what it says: fields by their names, robots by theirs, letters unescaped. */
export function toPlainRobots(text: string): string {
  return text.split(LINE_END).map(toPlainLine).join("\n");
}

function toPlainLine(line: string): string {
  const [, name = "", value = ""] = FIELD.exec(line) ?? [];
  if (name === "") return line;
  const lower = name.toLowerCase();
  const meant = MEANT.get(lower) ?? lower;
  if (meant === "sitemap") return `${meant}: ${value}`;
  if (meant === "user-agent") return `${meant}: ${PRODUCT.exec(value)?.[0] ?? value}`;
  return `${meant}: ${toPlainPath(value)}`;
}

/** A path or address whose letters, digits and marks that need no escape have none: two spellings of one path compare as one. */
export function toPlainPath(written: string): string {
  return written.replace(ESCAPE, (escaped, code: string) => {
    const letter = String.fromCharCode(Number.parseInt(code, 16));
    return UNRESERVED.test(letter) ? letter : escaped;
  });
}
