import {
  type ExportRow,
  type KeptRecord,
  parseHttpMessage,
  toExportRow,
  toGoneNote,
  type WarcExport,
  type WarcNote,
} from "../archive/index.ts";
import type { Original, PageTask } from "../model/index.ts";
import type { Store } from "../store/index.ts";
import { type ExportFilter, exportRows } from "./export.ts";

/** What of a WARC export was taken over as it was received, and what was not kept. */
export interface WarcExportReport {
  readonly originals: number;
  readonly records: number;
}

const HTML = /^(?:text\/html|application\/xhtml\+xml)\b/iu;
/** A record has to bear a time; of a record that was never fetched nor dated none is known. */
const UNKNOWN_TIME = "1970-01-01T00:00:00Z";

/**
 * Articles as WARC: of each the page as it was received, preceded by a `metadata` record with what is known of it; where no page was
 * kept (it came from a feed's text, or from a file), a `resource` record that is the article itself. Both are the row of any export,
 * as JSON. A page of several articles is there once. Behind a page that its outlet deleted stands a `metadata` record that says when.
 */
export async function exportWarc(
  store: Store,
  filter: ExportFilter,
  readKept: (place: Original) => Promise<KeptRecord | null>,
  out: WarcExport,
): Promise<WarcExportReport> {
  const written = new Set<string>();
  const tally = { originals: 0, records: 0 };
  for await (const rows of exportRows(store, filter)) {
    for (const row of rows) {
      const page = await store.collection.pageOf(row.id);
      if (page !== null && written.has(page.id)) continue;
      const kept = await readPage(page, readKept);
      if (page === null || kept === null) {
        await out.note(toNote(row, "resource", row.url ?? toUrn(row.id)));
        tally.records += 1;
      } else {
        written.add(page.id);
        const lead = await toLead(store, page, row);
        await out.note(toNote(lead, "metadata", kept.record.url ?? page.url));
        await out.copy(kept.member);
        tally.originals += 1;
      }
      await noteGone(page, row.url, out);
    }
  }
  return tally;
}

async function noteGone(page: PageTask | null, url: string | null, out: WarcExport): Promise<void> {
  const goneAt = page?.goneAt ?? null;
  if (url !== null && goneAt !== null) await out.note(toGoneNote({ url, goneAt }));
}

/** The page as it was received. What a feed gave whole has the feed as its original, which holds other articles too. */
async function readPage(
  page: PageTask | null,
  readKept: (place: Original) => Promise<KeptRecord | null>,
): Promise<KeptRecord | null> {
  const original = page?.original ?? null;
  const kept = original === null ? null : await readKept(original);
  const message = kept === null ? null : parseHttpMessage(kept.record.block);
  return HTML.test(message?.headers.get("content-type") ?? "") ? kept : null;
}

/** What is known of a page is said of its own article, not of one that it appends. */
async function toLead(
  { catalog }: Store,
  { articles }: PageTask,
  row: ExportRow,
): Promise<ExportRow> {
  const [id = row.id] = articles;
  const lead = id === row.id ? null : await catalog.article(id);
  return lead === null ? row : toExportRow(lead, null);
}

/** What is known of an address, as a record of its own. */
export function toNote(row: ExportRow, type: WarcNote["type"], url: string): WarcNote {
  return {
    type,
    url,
    at: row.fetched ?? row.published?.at ?? UNKNOWN_TIME,
    contentType: "application/json",
    block: Buffer.from(JSON.stringify(row)),
  };
}

const toUrn = (id: string): string => `urn:x-tawatur:${encodeURIComponent(id)}`;
