import type { FeedLimits } from "./feed.ts";
import type { RawField } from "./raw-record.ts";

/** A field while it is being read. */
export interface FieldCapture {
  /** Whether an element that begins within the field is a part of it, rather than the sign that its end was forgotten. */
  holds(name: string, groups: readonly string[]): boolean;
  openInner(name: string, attributes: Readonly<Record<string, string>>): void;
  closeInner(name: string): void;
  addText(text: string, isCdata: boolean): void;
  isCut(): boolean;
  toField(decode: (raw: string) => string, closed: boolean): RawField;
}

/** Fields that hold markup, by specification or by bad habit. */
const MARKUP: ReadonlySet<string> = new Set([
  "description",
  "content",
  "content:encoded",
  "summary",
  "title",
  "body",
  "xhtml:body",
  "fullitem",
  "tagline",
  "subtitle",
  "rights",
  "info",
]);
/** Elements of Atom that hold elements of its own names. */
const COMPOUND: ReadonlySet<string> = new Set(["source"]);
/** Elements of entries that are no elements of HTML: where one begins, the field before it has ended. */
const NEVER_MARKUP: ReadonlySet<string> = new Set([
  "pubdate",
  "guid",
  "category",
  "enclosure",
  "comments",
  "description",
  "published",
  "updated",
  "issued",
  "modified",
  "content:encoded",
  "dc:creator",
  "dc:date",
  "dc:subject",
  "media:content",
  "media:thumbnail",
]);
/** Where one of these begins in a title, the title has ended. */
const ENDS_TITLE: ReadonlySet<string> = new Set([
  "link",
  "title",
  "author",
  "id",
  "summary",
  "content",
]);
const VOID: ReadonlySet<string> = new Set(["br", "img", "hr", "input", "wbr", "source", "embed"]);
const QUOTE = /"/gu;

interface Part {
  readonly text: string;
  readonly isCdata: boolean;
}

/** Begins a field. `bases` is copied: it changes as the reader goes on. */
export function createFieldCapture(
  path: string,
  attributes: Readonly<Record<string, string>>,
  bases: readonly string[],
  limits: FeedLimits,
): FieldCapture {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const parts: Part[] = [];
  const own = [...bases];
  let length = 0;
  let isMarkup = false;
  const add = (text: string, isCdata: boolean): void => {
    const room = limits.maxFieldLength - length;
    length += text.length;
    if (room > 0) parts.push({ text: text.length > room ? text.slice(0, room) : text, isCdata });
  };
  return {
    holds: (inner, groups) => {
      if (groups.at(-1) === name) return false;
      if (COMPOUND.has(name)) return true;
      if (!MARKUP.has(name) || NEVER_MARKUP.has(inner)) return false;
      return name !== "title" || !ENDS_TITLE.has(inner);
    },
    openInner: (inner, given) => {
      isMarkup = true;
      const written = Object.entries(given)
        .filter(([key]) => !key.startsWith("xmlns"))
        .map(([key, value]) => ` ${key}="${value.replace(QUOTE, "&quot;")}"`);
      add(`<${toTag(inner)}${written.join("")}>`, false);
    },
    closeInner: (inner) => {
      if (!VOID.has(toTag(inner))) add(`</${toTag(inner)}>`, false);
    },
    addText: add,
    isCut: () => length > limits.maxFieldLength,
    toField: (decode, closed) => ({
      name: path,
      attributes,
      value: isMarkup ? parts.map(({ text }) => text).join("") : joinText(parts, decode),
      isMarkup,
      closed,
      bases: own,
    }),
  };
}

const toTag = (name: string): string => (name.startsWith("xhtml:") ? name.slice(6) : name);

/** Neighboring text is joined before it is decoded: a reference may lie across two parts. CDATA is text as it stands. */
function joinText(parts: readonly Part[], decode: (raw: string) => string): string {
  let joined = "";
  let raw = "";
  for (const { text, isCdata } of parts) {
    if (!isCdata) {
      raw += text;
      continue;
    }
    joined += decode(raw) + text;
    raw = "";
  }
  return joined + decode(raw);
}
