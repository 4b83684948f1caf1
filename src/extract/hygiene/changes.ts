/** One change made to a text, as data that is enough to take it back. */
export interface TextChange {
  readonly step: "mojibake" | "invisible" | "space" | "glue";
  /** Where `after` stands in the text as it was when this step was done. */
  readonly start: number;
  readonly before: string;
  readonly after: string;
}

/** A text with what was done to it, in order. */
export interface CleanedText {
  readonly text: string;
  readonly changes: readonly TextChange[];
}

/** Replaces what a pattern finds and writes it down; `replace` gives what it found back where it leaves it. */
export function replaceLogged(
  { text, changes }: CleanedText,
  step: TextChange["step"],
  pattern: RegExp,
  replace: (found: string, at: number) => string,
): CleanedText {
  const made: TextChange[] = [];
  let out = "";
  let copied = 0;
  for (const { 0: before, index } of text.matchAll(pattern)) {
    const after = replace(before, index);
    if (after === before) continue;
    out += text.slice(copied, index);
    made.push({ step, start: out.length, before, after });
    out += after;
    copied = index + before.length;
  }
  if (made.length === 0) return { text, changes };
  return { text: out + text.slice(copied), changes: [...changes, ...made] };
}

/** The text as it was before the changes, which must be those of this text. */
export function restoreText(text: string, changes: readonly TextChange[]): string {
  let restored = text;
  for (const { start, before, after } of changes.toReversed()) {
    restored = restored.slice(0, start) + before + restored.slice(start + after.length);
  }
  return restored;
}
