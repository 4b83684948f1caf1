import { decodeEntities } from "../html/entities.ts";

/** An object of a page's JSON-LD. */
export type LinkedNode = Readonly<Record<string, unknown>>;

export interface LinkedData {
  /** Every object with a type, in order; what they list or mention is not among them. */
  readonly nodes: readonly LinkedNode[];
  /** Objects by their `@id`, to resolve references. */
  readonly byId: ReadonlyMap<string, LinkedNode>;
}

/** It begins and ends as JSON: nothing is wrapped around it. */
const IS_BARE = /^(?:\{\}|\[\])$/u;
const COMMENT =
  /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: raw controls within strings are what breaks such JSON
const RAW_CONTROL = /[\u0000-\u001F]+/gu;
const TRAILING_COMMA = /,(?=\s*[}\]])/gu;
const TRAILING_MARKS: ReadonlySet<string> = new Set([";", ","]);
const BETWEEN_OBJECTS = /\}\s*(?:,\s*)?\{/gu;
const BAD_ESCAPE = /\\(?!["\\/bfnrt]|u[\dA-Fa-f]{4})/gu;
const DEEPEST = 12;
const MOST_NODES = 500;
/** What hangs on these is of other pages, or part of something else. */
const OTHER_MATTER: ReadonlySet<string> = new Set([
  "itemListElement",
  "mentions",
  "citation",
  "comment",
  "review",
  "liveBlogUpdate",
  "isRelatedTo",
  "relatedLink",
  "hasPart",
  "breadcrumb",
  "potentialAction",
  "knowsAbout",
  "worksFor",
]);

/** Reads the JSON-LD of a page. What cannot be repaired is passed over; never throws. */
export function readLinkedData(sources: readonly string[]): LinkedData {
  const nodes: LinkedNode[] = [];
  const byId = new Map<string, LinkedNode>();
  for (const source of sources) collect(parseLoosely(source), { nodes, byId }, 0, true);
  return { nodes, byId };
}

function parseLoosely(source: string): unknown {
  const whole = source.trim();
  const bare = IS_BARE.test(whole.charAt(0) + whole.slice(-1))
    ? whole
    : source.replace(COMMENT, "").trim();
  const attempts = [
    () => bare,
    () => repair(bare),
    () => repair(decodeEntities(bare)),
    () => `[${repair(bare).replace(BETWEEN_OBJECTS, "},{")}]`,
  ];
  for (const attempt of attempts) {
    const found = parseJson(attempt());
    if (found !== undefined) return found;
  }
  return pickFields(bare);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Without the marks and white space at its end; walked by hand, for a pattern would try every run of spaces from each of its places. */
function withoutEnd(text: string): string {
  let trimmed = text.trimEnd();
  while (TRAILING_MARKS.has(trimmed.slice(-1))) trimmed = trimmed.slice(0, -1).trimEnd();
  return trimmed;
}

function repair(text: string): string {
  return withoutEnd(text.replace(RAW_CONTROL, " "))
    .replace(TRAILING_COMMA, "")
    .replace(BAD_ESCAPE, "");
}

const FIELD =
  /"(?<key>headline|datePublished|dateModified|inLanguage|keywords)"\s*:\s*"(?<value>(?:[^"\\]|\\.)*)"/gu;
const ARTICLE_FIELD = /"(?:headline|datePublished)"\s*:/u;
const AUTHOR_NAME =
  /"author"\s*:[^"]*(?:"@type"\s*:\s*"[^"]*"\s*,\s*)?"name"\s*:\s*"(?<value>(?:[^"\\]|\\.)*)"/u;

/** From JSON that is beyond repair: the fields that can be told by their names, the first of each. */
function pickFields(text: string): LinkedNode {
  const fields: Record<string, unknown> = {};
  if (ARTICLE_FIELD.test(text)) fields["@type"] = "Article";
  for (const { groups } of text.matchAll(FIELD)) {
    const { key = "", value = "" } = groups ?? {};
    fields[key] ??= parseJson(`"${value}"`) ?? value;
  }
  const author = AUTHOR_NAME.exec(text)?.groups?.["value"];
  if (author !== undefined) fields["author"] = parseJson(`"${author}"`) ?? author;
  return fields;
}

interface Collected {
  readonly nodes: LinkedNode[];
  readonly byId: Map<string, LinkedNode>;
}

function collect(value: unknown, into: Collected, depth: number, listed: boolean): void {
  if (depth > DEEPEST || into.nodes.length >= MOST_NODES) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, into, depth + 1, listed);
    return;
  }
  if (!isNode(value)) return;
  if (typesOf(value).length > 0 && listed) into.nodes.push(value);
  const id = value["@id"];
  if (typeof id === "string" && Object.keys(value).length > 1) into.byId.set(id, value);
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === "object" && inner !== null) {
      collect(inner, into, depth + 1, listed && !OTHER_MATTER.has(key));
    }
  }
}

/** Whether a value is an object of JSON, not a list. */
export function isNode(value: unknown): value is LinkedNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The types of a node, without the address of their vocabulary. */
export function typesOf(node: LinkedNode): readonly string[] {
  return toList(node["@type"])
    .filter((type) => typeof type === "string")
    .map((type) => type.slice(Math.max(type.lastIndexOf("/"), type.lastIndexOf("#")) + 1));
}

/** A value that may be one or several, as several. */
export function toList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.flat(2) : [value];
}

/** The text of a field: entities resolved, white space collapsed; null when it has none. */
export function textOf(value: unknown): string | null {
  const [first] = toList(value);
  if (typeof first === "number") return String(first);
  if (isNode(first)) return textOf(first["@value"] ?? first["name"]);
  if (typeof first !== "string") return null;
  return toPlainText(first);
}

const TAG = /<\/?[a-z][^<>]{0,200}>/giu;
const WHITE = /\s+/gu;

/** A text that may hold markup and references, also written twice over, as plain text; null when nothing is left. */
export function toPlainText(text: string): string | null {
  const plain = decodeEntities(decodeEntities(text)).replace(TAG, " ").replace(WHITE, " ").trim();
  return plain === "" ? null : plain;
}

/** The node that a field refers to by `@id`, or holds itself. */
export function resolve(value: unknown, { byId }: LinkedData): unknown {
  if (!isNode(value)) return value;
  const id = value["@id"];
  return typeof id === "string" && value["name"] === undefined ? (byId.get(id) ?? value) : value;
}
