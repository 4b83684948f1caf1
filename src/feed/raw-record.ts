import type { FeedLimits } from "./feed.ts";
import { createFieldCapture, type FieldCapture } from "./field-capture.ts";

/** One element of an entry or of the document's head, with what it holds. */
export interface RawField {
  /** Its name, after the names of the groups it stands in: `author/name`, `link`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its text with entities decoded; or its markup as written, when it has elements within. */
  readonly value: string;
  readonly isMarkup: boolean;
  /** Whether its end was written, rather than taken for granted. */
  readonly closed: boolean;
  /** The `xml:base` addresses around it, outermost first. */
  readonly bases: readonly string[];
}

export interface RawRecord {
  readonly element: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly fields: readonly RawField[];
  /** Whether its end was written. */
  readonly closed: boolean;
}

/** What a document has come to so far. */
export interface RecordBuilder {
  /** What an element that begins is to the records. */
  open(name: string, attributes: Readonly<Record<string, string>>, place: Place): Mode;
  close(mode: Mode, name: string, isImplied: boolean): void;
  addText(text: string, isCdata: boolean): void;
  isFull(): boolean;
  finish(): {
    readonly head: RawRecord;
    readonly records: readonly RawRecord[];
    readonly fieldCut: boolean;
  };
}

/** Where in the document an element begins. */
export interface Place {
  readonly root: string | null;
  readonly bases: readonly string[];
}

export type Mode = "outside" | "record" | "group" | "field" | "inner";

/** Roots and wrappers: what stands in them belongs to the document's head until a record begins. */
export const CONTAINERS: ReadonlySet<string> = new Set([
  "rss",
  "rdf:rdf",
  "channel",
  "feed",
  "urlset",
  "sitemapindex",
]);
/** Which element begins a record under which root; null: under any. */
const RECORD_ROOTS: ReadonlyMap<string, string | null> = new Map([
  ["item", null],
  ["entry", null],
  ["url", "urlset"],
  ["sitemap", "sitemapindex"],
]);
/** Elements whose own elements are fields. */
const GROUPS: ReadonlySet<string> = new Set([
  "author",
  "contributor",
  "image",
  "textinput",
  "skiphours",
  "skipdays",
  "media:group",
  "media:content",
  "news:news",
  "news:publication",
  "image:image",
]);

interface OpenRecord {
  readonly element: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly fields: RawField[];
}

function beginsRecord(name: string, root: string | null): boolean {
  const under = RECORD_ROOTS.get(name);
  return under !== undefined && (under === null || under === root);
}

/** Makes records of elements as they begin and end. */
export function createRecordBuilder(
  decode: (raw: string) => string,
  limits: FeedLimits,
): RecordBuilder {
  const head: OpenRecord = { element: "", attributes: {}, fields: [] };
  /** Of the root and the channel: the first word counts. */
  let headAttributes: Readonly<Record<string, string>> = {};
  const records: RawRecord[] = [];
  const groups: string[] = [];
  let record: OpenRecord | null = null;
  let capture: FieldCapture | null = null;
  let fieldCut = false;

  const endCapture = (closed: boolean): void => {
    if (capture === null) return;
    const { fields } = record ?? head;
    if (fields.length < limits.maxFieldsPerEntry) fields.push(capture.toField(decode, closed));
    fieldCut ||= capture.isCut();
    capture = null;
  };
  const endRecord = (closed: boolean): void => {
    endCapture(closed);
    if (record !== null) records.push({ ...record, closed });
    record = null;
    groups.length = 0;
  };
  return {
    open: (name, attributes, { root, bases }) => {
      if (beginsRecord(name, root)) {
        // The entry before it was never closed, but the next one's beginning says that it is whole.
        endRecord(true);
        record = { element: name, attributes, fields: [] };
        return "record";
      }
      if (capture?.holds(name, groups) === true) {
        capture.openInner(name, attributes);
        return "inner";
      }
      endCapture(true);
      if (record === null && CONTAINERS.has(name)) {
        headAttributes = { ...attributes, ...headAttributes };
        return "outside";
      }
      if (root === null) return "outside";
      capture = createFieldCapture([...groups, name].join("/"), attributes, bases, limits);
      if (!GROUPS.has(name)) return "field";
      // A group is a field too: its attributes (`media:content url=…`) or its bare text (`author`) may be all it has.
      groups.push(name);
      return "group";
    },
    close: (mode, name, isImplied) => {
      if (mode === "inner") capture?.closeInner(name);
      else if (mode === "record") endRecord(!isImplied);
      else if (mode !== "outside") endCapture(!isImplied);
      if (mode === "group" && groups.at(-1) === name) groups.pop();
    },
    addText: (text, isCdata) => capture?.addText(text, isCdata),
    isFull: () => records.length > limits.maxEntries,
    finish: () => {
      endRecord(false);
      return { head: { ...head, attributes: headAttributes, closed: true }, records, fieldCut };
    },
  };
}
