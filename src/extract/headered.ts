/** The header lines a text file may begin with. `source` is the publishing outlet. */
export const HEADER_KEYS = [
  "id",
  "url",
  "source",
  "title",
  "author",
  "published",
  "fetched",
  "keywords",
  "section",
  "credit",
] as const;

export type HeaderKey = (typeof HEADER_KEYS)[number];

export type HeaderedText =
  | {
      readonly ok: true;
      readonly headers: Readonly<Partial<Record<HeaderKey, string>>>;
      readonly body: string;
    }
  | { readonly ok: false };

const HEADER = /^(?<key>[a-z]+):[ \t]*(?<value>.*)$/iu;
const LINE_END = /\r?\n/u;

/** Reads a file that opens with `key: value` lines of known keys and an empty line. Anything else is no headered text. */
export function parseHeaderedText(text: string): HeaderedText {
  const lines = text.split(LINE_END);
  const headers: Partial<Record<HeaderKey, string>> = {};
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") {
      return at === 0
        ? { ok: false }
        : {
            ok: true,
            headers,
            body: lines
              .slice(at + 1)
              .join("\n")
              .trim(),
          };
    }
    const { key = "", value = "" } = HEADER.exec(line)?.groups ?? {};
    const known = HEADER_KEYS.find((name) => name === key.toLowerCase());
    if (known === undefined) return { ok: false };
    headers[known] = value.trim();
  }
  return { ok: false };
}
