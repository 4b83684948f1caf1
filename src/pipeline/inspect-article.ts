import { type KeptRecord, parseHttpMessage } from "../archive/index.ts";
import { extractPage } from "../extract/index.ts";
import { unpackBody } from "../fetch/index.ts";
import type { Inspection, Original } from "../model/index.ts";
import type { Collection } from "../store/index.ts";
import { type Lessons, NO_LESSONS } from "./lessons.ts";

const HTML = /^(?:text\/html|application\/xhtml\+xml)\b/iu;
const MOST_BYTES = 16 * 1024 * 1024;

/** Reads the kept page of an article again, and tells what of it was kept, what was removed and why. */
export async function inspectArticle(
  collection: Pick<Collection, "pageOf">,
  readKept: (place: Original) => Promise<KeptRecord | null>,
  articleId: string,
  lessons: Lessons = NO_LESSONS,
): Promise<Inspection> {
  const page = await collection.pageOf(articleId);
  const original = page?.original ?? null;
  const kept = original === null ? null : await readKept(original);
  const message = kept === null ? null : parseHttpMessage(kept.record.block);
  const contentType = message?.headers.get("content-type") ?? "";
  // What a feed gave whole has the feed as its original: there is no page to show.
  if (page === null || kept === null || message === null || !HTML.test(contentType)) {
    return { ok: false, reason: "not-kept" };
  }
  const packing = message.headers.get("content-encoding");
  const unpacked = await unpackBody(message.raw, packing, MOST_BYTES);
  if (!unpacked.ok) return { ok: false, reason: "unreadable" };
  const url = kept.record.url ?? page.url;
  const fetchedAt = kept.record.date ?? undefined;
  const source = { bytes: unpacked.body, url, httpContentType: contentType, fetchedAt };
  const found = extractPage({ ...source, template: await lessons.of(url), explain: true });
  return {
    ok: true,
    url,
    charset: found.charset,
    refusal: found.ok ? null : found.reason,
    articles: found.ok ? found.articles : [],
    removed: found.removed,
    choices: found.choices,
  };
}
