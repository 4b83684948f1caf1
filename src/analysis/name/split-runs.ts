import type { Token } from "../../text/index.ts";
import { GAP, gapOf } from "./features.ts";
import type { Span } from "./spans.ts";

const SHORTEST_RUN = 3;

/**
 * Cuts in two what the model took for one name: at a comma or colon, and where the text itself names two people apart: «عيّن سالم الراوي نادر الحلبي»
 * beside «سالم الراوي» and «نادر الحلبي», or «الراوي نادر الحلبي» beside «سالم الراوي».
 */
export function splitRuns(text: string, tokens: readonly Token[], spans: readonly Span[]): Span[] {
  const unbroken = spans.flatMap((span) => cutAtMark(text, tokens, span));
  const isRun = ({ type, from, to }: Span) => type === "person" && to - from >= SHORTEST_RUN;
  const runs = unbroken.filter(isRun);
  if (runs.length === 0) return unbroken;
  const starts = new Set(unbroken.filter(hasSurname).map(({ from }) => tokens[from]?.folded));
  if (!runs.some((run) => holdsStart(tokens, run, starts))) return unbroken;
  const people = unbroken.filter(({ type }) => type === "person");
  const alone = new Set(people.map(({ from, to }) => written(tokens, from, to)));
  const surnames = new Set(people.filter(hasSurname).map(({ to }) => written(tokens, to - 1, to)));
  return unbroken.flatMap((span) =>
    isRun(span) ? splitRun(tokens, span, alone, surnames) : [span],
  );
}

/** One word after a comma is more often none of the name's type: «سالم الراوي، الأحد». */
function cutAtMark(text: string, tokens: readonly Token[], { type, from, to }: Span): Span[] {
  for (let at = from + 1; at < to; at += 1) {
    const gap = gapOf(text, (tokens[at - 1] as Token).end, (tokens[at] as Token).start);
    if (gap !== GAP.comma && gap !== GAP.colon) continue;
    const rest = to - at < 2 ? [] : cutAtMark(text, tokens, { type, from: at, to });
    return [{ type, from, to: at }, ...rest];
  }
  return [{ type, from, to }];
}

/** Whether a name of more than one word begins like what stands within a run: of most runs none does, and no more is asked. */
function holdsStart(
  tokens: readonly Token[],
  { from, to }: Span,
  starts: ReadonlySet<string | undefined>,
): boolean {
  for (let at = from + 1; at <= to - 2; at += 1) if (starts.has(tokens[at]?.folded)) return true;
  return false;
}

function splitRun(
  tokens: readonly Token[],
  { type, from, to }: Span,
  alone: ReadonlySet<string>,
  surnames: ReadonlySet<string>,
): Span[] {
  for (let at = from + 1; at <= to - 2; at += 1) {
    const first = at === from + 1 ? surnames : alone;
    if (first.has(written(tokens, from, at)) && alone.has(written(tokens, at, to)))
      return [
        { type, from, to: at },
        { type, from: at, to },
      ];
  }
  return [{ type, from, to }];
}

function hasSurname({ from, to }: Span): boolean {
  return to - from >= 2;
}

function written(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ folded }) => folded)
    .join(" ");
}
