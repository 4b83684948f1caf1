/**
 * A story as a file of its own, JSON Lines: a `story` line (the story with its accounts and what readers stated of them), then a `report` line for each of its reports
 * in the order of the accounts. A report line is the row that any export has, so that whoever reads records reads it, and beside it
 *   seen       when this state of the article was stored
 *   earlier    the states it had before, oldest first, each whole, with when it was stored
 *   placement  where it belongs and the evidence: whose text it carries and how much of it, its origin, what drew it into the story
 *   analysis   what was read of it; null when it has not been read
 *   page       where it was read, whether that is deleted, and the page as it was received, now and before its articles changed; null when it
 *              came from no page
 * Reading it back needs no `analysis`: that is made again, by the rules of whoever reads.
 */
import { z } from "zod";
import {
  type Analysis,
  type Article,
  type Correction,
  type Placement,
  parseInstant,
  type Story,
} from "../model/index.ts";
import {
  type ArticleFields,
  type ExportRow,
  fromExportRow,
  toArticleFields,
  toExportRow,
} from "./export-row.ts";
import { fromPageFields, PAGE, type PackagedPage, type PageFields } from "./packaged-page.ts";

/** A state of an article, with when it was stored. */
export interface SeenArticle {
  readonly article: Article;
  readonly seenAt: string;
}

/** Everything that is known of one report of a story. */
export interface PackagedReport {
  /** Oldest first; the last is what it says now. */
  readonly versions: readonly SeenArticle[];
  readonly placement: Placement;
  readonly page: PackagedPage | null;
}

/** What a line of a report is made of. */
export interface ReportParts {
  /** Oldest first; the last is what it says now. */
  readonly versions: readonly SeenArticle[];
  readonly placement: Placement;
  readonly analysis: Analysis | null;
  readonly page: PageFields | null;
}

/** The first line of a package. */
export type StoryLine = { readonly tawatur: "story"; readonly format: typeof FORMAT } & Story;

/** Another line of a package. */
export type ReportLine = { readonly tawatur: "report" } & ExportRow & {
    readonly seen: string;
    readonly earlier: readonly (ArticleFields & { readonly seen: string })[];
    readonly placement: Placement;
    readonly analysis: Analysis | null;
    readonly page: PageFields | null;
  };

const FORMAT = "tawatur-story-1";

/** The line that a package begins with. */
export function toStoryLine(story: Story): StoryLine {
  return { tawatur: "story", format: FORMAT, ...story };
}

/** The line of a report; null for an article without a state, which no store has. */
export function toReportLine(parts: ReportParts): ReportLine | null {
  const { versions, placement, analysis, page } = parts;
  const current = versions.at(-1);
  if (current === undefined) return null;
  return {
    tawatur: "report",
    ...toExportRow(current.article, placement),
    seen: current.seenAt,
    earlier: versions
      .slice(0, -1)
      .map(({ article, seenAt }) => ({ ...toArticleFields(article), seen: seenAt })),
    placement,
    analysis,
    page,
  };
}

/** A line of a package read back, or why it is none. */
export type PackageReading =
  | {
      readonly kind: "story";
      readonly id: string;
      readonly reports: readonly string[];
      readonly corrections: readonly Correction[];
    }
  | {
      readonly kind: "report";
      readonly report: PackagedReport;
      readonly warnings: readonly string[];
    }
  | { readonly kind: "fault"; readonly detail: string };

const text = z.string().nullable();
const time = z.string().refine((written) => parseInstant(written) !== null, "not an ISO 8601 time");
const name = z.string().min(1);

const FIELDS = z.object({
  id: name,
  url: text,
  source: text,
  credit: text,
  author: text,
  title: text,
  text: z.string().min(1),
  summary: text,
  section: text,
  keywords: z.array(z.string()),
  published: z
    .object({ at: time, precision: z.enum(["minute", "day", "month", "year"]), from: z.string() })
    .nullable(),
  fetched: text,
});

const share = z.number().min(0).max(1);

const PLACEMENT = z.object({
  articleId: name,
  story: name,
  account: name,
  copy: z
    .object({
      of: name,
      kind: z.enum(["verbatim", "copy", "cut", "update", "repost"]),
      share,
      shareOfOther: share,
      jaccard: share,
    })
    .nullable(),
  origin: z
    .object({ name, key: z.string(), inferred: z.boolean(), evidence: z.string() })
    .nullable(),
  joined: z.object({ with: name, similarity: z.number(), shared: z.array(z.string()) }).nullable(),
});

const STORY = z.object({
  tawatur: z.literal("story"),
  format: z.literal(FORMAT),
  id: name,
  accounts: z.array(z.object({ reports: z.array(name).min(1) })).min(1),
  corrections: z.array(
    z.object({
      first: name,
      second: name,
      verdict: z.enum(["same", "different", "together", "apart"]),
      at: time,
    }),
  ),
});

const REPORT = FIELDS.extend({
  tawatur: z.literal("report"),
  seen: time,
  earlier: z.array(FIELDS.extend({ seen: time })),
  placement: PLACEMENT,
  // Packages of earlier versions have none.
  page: PAGE.nullish(),
});

/** Whether a parsed line says that it is one of a package. */
export function isPackageLine(value: unknown): value is { readonly tawatur: unknown } {
  return typeof value === "object" && value !== null && "tawatur" in value;
}

/** Reads a line that says it is one of a package. */
export function readPackageLine(value: { readonly tawatur: unknown }): PackageReading {
  const story = STORY.safeParse(value);
  if (story.success) {
    const { id, accounts, corrections } = story.data;
    const reports = accounts.flatMap((account) => account.reports);
    return { kind: "story", id, reports, corrections };
  }
  const report = REPORT.safeParse(value);
  if (report.success) return toReport(report.data);
  const [issue] = (value.tawatur === "story" ? story : report).error.issues;
  return { kind: "fault", detail: `${value.tawatur}: ${issue?.path.join(".")}: ${issue?.message}` };
}

function toReport(row: z.infer<typeof REPORT>): PackageReading {
  const states = [...row.earlier, row];
  const stray = states.find(({ id }) => id !== row.placement.articleId);
  if (stray !== undefined) return { kind: "fault", detail: `report: ${stray.id}: another's id` };
  const versions = states.map((state) => ({ article: fromExportRow(state), seenAt: state.seen }));
  const read = row.page ? fromPageFields(row.page) : null;
  const report = { versions, placement: row.placement, page: read?.page ?? null };
  return { kind: "report", report, warnings: read?.warnings ?? [] };
}
