import { foldWord } from "../fold.ts";
import { NOW_PHRASES } from "../tables/now-phrases.ts";
import { type Context, jointAt, wordAt } from "./context.ts";
import type { Found } from "./found.ts";
import { toStart } from "./read-draft.ts";

const PHRASES = NOW_PHRASES.map(([phrase, means]) => ({
  words: phrase.split(" ").map(foldWord),
  means,
}));
const BY_FIRST = new Map<string, typeof PHRASES>();
for (const phrase of PHRASES) {
  const first = phrase.words[0] ?? "";
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), phrase]);
}

/** The words that the phrases of the table begin with. */
export function phraseForms(): Iterable<string> {
  return BY_FIRST.keys();
}

/** «الآن», «حاليا», «في الوقت الراهن»; «آنذاك» and its like speak of a time told elsewhere. */
export function readNow(context: Context, at: number): Found | null {
  const { tokens, reference } = context;
  const token = tokens[at];
  if (token === undefined) return null;
  const word = wordAt(context, at);
  const start = toStart(context, at, token);
  if (word?.is === "then")
    return { start, end: token.end, next: at + 1, interval: null, grain: "day" };
  const phrase = word?.is === "now" ? null : phraseAt(context, at);
  if (word?.is !== "now" && phrase === null) return null;
  const next = at + (phrase?.words.length ?? 1);
  const end = tokens[next - 1]?.end ?? token.end;
  const isNow = phrase === null || phrase.means === "now";
  if (reference === null || !isNow) return { start, end, next, interval: null, grain: "second" };
  const from = reference.seconds;
  const interval = { from, to: from + 1, grain: "second" as const, confidence: 0.8 };
  return { start, end, next, interval, grain: "second", approximate: true };
}

function phraseAt(context: Context, at: number) {
  const phrases = BY_FIRST.get(context.tokens[at]?.folded ?? "");
  return (
    phrases?.find(({ words }) =>
      words.every(
        (word, i) =>
          i === 0 ||
          (context.tokens[at + i]?.folded === word && jointAt(context, at + i) === "space"),
      ),
    ) ?? null
  );
}
