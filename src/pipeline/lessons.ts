import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { extractPage, learnOutlet, NO_TEMPLATE, type OutletTemplate } from "../extract/index.ts";
import { type PageContent, toPageSource } from "./page-article.ts";

/**
 * What the pages of each host have taught. It changes only when everything is read again by it (`learnFrom`), so which pages came first, and
 * where a run was ended, makes no difference to what is read.
 */
export interface Lessons {
  /** Of the host of an address. */
  of(url: string): Promise<OutletTemplate>;
  /** Keeps what was learned in place of what was known; a host that is not among it is as it was. */
  save(learned: ReadonlyMap<string, OutletTemplate>): Promise<void>;
}

/** A library without lessons. */
export const NO_LESSONS: Lessons = { of: async () => NO_TEMPLATE, save: async () => {} };

/** Lessons as files of a folder, one a host: plain data that may be read, and thrown away. Read anew each time: another process may have learned. */
export function openLessons(folder: string): Lessons {
  const toPath = (host: string) => `${folder}/${encodeURIComponent(host)}.json`;
  return {
    async of(url) {
      const host = hostOf(url);
      return host === null ? NO_TEMPLATE : readTemplate(toPath(host));
    },
    async save(learned) {
      await mkdir(folder, { recursive: true });
      for (const [host, template] of learned) {
        await writeWhole(toPath(host), JSON.stringify(template));
      }
    },
  };
}

/** What pages teach of their hosts, in the order they come; those without an article, and the same page again, teach nothing. */
export async function learnFrom(
  pages: AsyncIterable<PageContent>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, OutletTemplate>> {
  const learned = new Map<string, OutletTemplate>();
  const seen = new Set<string>();
  for await (const page of pages) {
    if (signal.aborted) break;
    const host = hostOf(page.url);
    if (host === null || seen.has(page.url)) continue;
    seen.add(page.url);
    learned.set(host, learnOne(learned.get(host) ?? NO_TEMPLATE, page));
  }
  return new Map([...learned].filter(([, { pages }]) => pages > 0));
}

/** A page on which our own code breaks teaches nothing. */
function learnOne(template: OutletTemplate, page: PageContent): OutletTemplate {
  const source = toPageSource(page);
  try {
    return extractPage(source).ok ? learnOutlet(template, source) : template;
  } catch {
    return template;
  }
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host || null : null;
}

/** What is not there, or cannot be read, is not known. */
async function readTemplate(path: string): Promise<OutletTemplate> {
  try {
    const read: unknown = JSON.parse(await readFile(path, "utf8"));
    return isTemplate(read) ? read : NO_TEMPLATE;
  } catch {
    return NO_TEMPLATE;
  }
}

function isTemplate(value: unknown): value is OutletTemplate {
  if (typeof value !== "object" || value === null) return false;
  const { pages, texts, paths } = value as Partial<Record<keyof OutletTemplate, unknown>>;
  return typeof pages === "number" && isRecordOf(texts, isNumber) && isRecordOf(paths, isPlace);
}

const isNumber = (value: unknown): boolean => typeof value === "number";
const isPlace = (value: unknown): boolean => Array.isArray(value) && value.every(isNumber);

function isRecordOf(value: unknown, is: (one: unknown) => boolean): boolean {
  return typeof value === "object" && value !== null && Object.values(value).every(is);
}

/** A reader sees the whole file or the one before. */
async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, text);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}
