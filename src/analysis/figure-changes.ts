import type { Article } from "../model/index.ts";
import { type Figure, tokenize } from "../text/index.ts";
import { readFigures } from "./figures.ts";
import { readTimes } from "./times.ts";

/** A thing counted or measured that two states of an article give different figures of. */
export interface FigureChange {
  /** What is counted, or measured in. */
  readonly of: string;
  /** The figures that only the earlier state has, as written; none when it says nothing of the thing. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What two states of an article count differently, in the order in which the later one tells it, then what it tells no more. */
export function findFigureChanges(before: Article, after: Article): FigureChange[] {
  const [earlier, later] = [figuresBy(before), figuresBy(after)];
  const things = new Set([...later.keys(), ...earlier.keys()]);
  return [...things].flatMap((of) => {
    const [old, now] = [earlier.get(of) ?? [], later.get(of) ?? []];
    const change = { of, before: without(old, now), after: without(now, old) };
    return change.before.length + change.after.length > 0 ? [change] : [];
  });
}

/** Figures by what they are of; one that does not say what it counts cannot be compared. */
function figuresBy(article: Article): Map<string, Figure[]> {
  const tokens = tokenize(article.text);
  const figures = readFigures(article, tokens, readTimes(article, tokens));
  const found = new Map<string, Figure[]>();
  for (const figure of figures) {
    const of = figure.of ?? figure.unit;
    if (of !== undefined) found.set(of, [...(found.get(of) ?? []), figure]);
  }
  return found;
}

/** As written, each once; what has the same value is the same however it is written. */
function without(figures: readonly Figure[], others: readonly Figure[]): string[] {
  const known = new Set(others.map(toValue));
  const news = figures.filter((figure) => !known.has(toValue(figure)));
  return [...new Set(news.map(({ text }) => text))];
}

const toValue = ({ value, low, high }: Figure): string => `${low ?? value} ${high ?? value}`;
