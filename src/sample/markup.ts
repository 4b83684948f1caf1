const MARK = /[&<>"]/gu;
const NAMES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text as XML and HTML write it. */
export function toEscaped(text: string): string {
  return text.replace(MARK, (mark) => NAMES[mark] ?? mark);
}

/** Paragraphs of a body. */
export function toParagraphs(paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => `<p>${toEscaped(paragraph)}</p>`).join("\n");
}
