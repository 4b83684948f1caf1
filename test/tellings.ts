import { analyze } from "../src/analysis/index.ts";
import type { Analysis, Statement } from "../src/model/index.ts";
import type { Telling } from "../src/story/face/telling.ts";

interface Told {
  readonly id: string;
  readonly account?: string;
  readonly outlet?: string;
  readonly at?: string | null;
  readonly title?: string | null;
  readonly text: string;
  readonly datelineEnd?: number;
  readonly analysis?: Partial<Analysis>;
}

/** A telling for tests: its article is really analysed, but for the dateline and the statements, which are as given. */
export function toTelling(told: Told): Telling {
  const { id, account = id, outlet = `ناشر ${id}`, at = "2026-03-02T10:00:00Z", text } = told;
  const attribution = {
    analyzer: "test",
    language: "ar",
    dateline:
      told.datelineEnd === undefined ? null : { place: null, credit: [], end: told.datelineEnd },
    credits: [],
  };
  const article = {
    id,
    url: null,
    outlet,
    source: null,
    author: null,
    title: told.title ?? null,
    text,
    summary: null,
    section: null,
    keywords: [],
    published: at === null ? null : ({ at, precision: "minute", from: "test" } as const),
    fetchedAt: null,
  };
  return {
    account,
    article: { ...article, attribution },
    analysis: { ...analyze(article), statements: [], ...told.analysis },
  };
}

/** A statement for tests. */
export function toStatement(
  speaker: string | null,
  text: string,
  more: Partial<Statement> = {},
): Statement {
  return {
    kind: "indirect",
    text,
    speaker,
    speakerSurface: speaker ?? "",
    role: null,
    cue: "قال",
    stance: "neutral",
    via: [],
    start: 0,
    end: text.length,
    ...more,
  };
}
