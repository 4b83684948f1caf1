import { expect, test } from "vitest";
import { tokenize } from "../../text/index.ts";
import type { Span } from "./spans.ts";
import { splitRuns } from "./split-runs.ts";

/** The people marked with brackets in a text, as the model would give them, and what is made of them. */
function split(marked: string): string[] {
  const names = [...marked.matchAll(/\[([^\]]+)\]/gu)].map((match) => match[1] ?? "");
  const text = marked.replace(/[[\]]/gu, "");
  const tokens = tokenize(text);
  let from = 0;
  const spans = names.map((name): Span => {
    const length = tokenize(name).length;
    const start = text.indexOf(name, tokens[from]?.start ?? 0);
    const first = tokens.findIndex((token) => token.start >= start);
    from = first + length;
    return { type: "person", from: first, to: from };
  });
  return splitRuns(text, tokens, spans).map((span) =>
    text.slice(tokens[span.from]?.start, tokens[span.to - 1]?.end),
  );
}

test("two people whom the text names apart elsewhere are two where they stand side by side", () => {
  expect(
    split("عين [سالم الراوي نادر الحلبي] مديرا. وقال [سالم الراوي] إن [نادر الحلبي] كفء"),
  ).toEqual(["سالم الراوي", "نادر الحلبي", "سالم الراوي", "نادر الحلبي"]);
});

test("a surname before another full name is a person of its own", () => {
  expect(split("عين [الراوي نادر الحلبي] مديرا. وقال [سالم الراوي] إن [نادر الحلبي] كفء")).toEqual([
    "الراوي",
    "نادر الحلبي",
    "سالم الراوي",
    "نادر الحلبي",
  ]);
});

test.each([
  "وصل [سالم بن نادر]، وقال [سالم] إن [نادر] بخير",
  "وصل [سالم عبد الله الراوي]، وقال [سالم] إن [الراوي] بخير",
  "وصل [سالم نادر الحلبي]، وقال [سالم] إن [نادر الحلبي] بخير",
])("«%s»: given names and short forms cut nothing", (text) => {
  expect(split(text)[0]).toBe(/\[([^\]]+)\]/u.exec(text)?.[1]);
});

test.each([
  ["قال [سالم الراوي، نادر الحلبي] إن العمل تم", ["سالم الراوي", "نادر الحلبي"]],
  ["قال [الراوي: نادر الحلبي] كفء", ["الراوي", "نادر الحلبي"]],
  ["قال [سالم الراوي، الأحد] إن العمل تم", ["سالم الراوي"]],
])("«%s» is cut at its mark", (text, names) => {
  expect(split(text)).toEqual(names);
});
