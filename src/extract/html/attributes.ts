import { decodeEntities } from "./entities.ts";

/** Names and values as HTML writes them: quoted, unquoted or without a value. */
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s"'>]+)))?/gu;

/** The attributes of a tag's source: names in lower case, references resolved; of a name written twice the first counts, as in browsers. */
export function attributesOf(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  if (source === "") return attributes;
  for (const [, name = "", double, single, bare] of source.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    const value = double ?? single ?? bare ?? "";
    if (!attributes.has(key)) attributes.set(key, decodeEntities(value).trim());
  }
  return attributes;
}

/** One attribute of a tag's source; null when the tag does not have it. */
export function attributeOf(source: string, name: string): string | null {
  if (!source.includes(name) && !source.toLowerCase().includes(name)) return null;
  return attributesOf(source).get(name) ?? null;
}
