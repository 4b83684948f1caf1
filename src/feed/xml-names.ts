import { NAMESPACES, PLAIN_PREFIXES } from "./tables/namespaces.ts";

const PREFIX_OF: ReadonlyMap<string, string> = new Map(NAMESPACES);

/** Gives elements the names they are known by here, whatever prefixes a document chose. */
export interface XmlNames {
  /** Takes note of the prefixes that an element declares. They are kept to the end: broken documents declare them in odd places. */
  declare(attributes: Readonly<Record<string, string>>): void;
  /** `dc:date`, `pubdate`: lower case, the prefix as in the table of namespaces. */
  name(written: string): string;
}

/** Names for one document. A prefix that nothing declares means what it means by custom. */
export function createXmlNames(): XmlNames {
  const prefixes = new Map<string, string>();
  return {
    declare: (attributes) => {
      for (const key of Object.keys(attributes)) {
        if (!key.startsWith("xmlns:")) continue;
        const known = PREFIX_OF.get((attributes[key] ?? "").trim().toLowerCase());
        if (known !== undefined) prefixes.set(key.slice("xmlns:".length).toLowerCase(), known);
      }
    },
    name: (written) => {
      const lower = written.toLowerCase();
      const colon = lower.indexOf(":");
      if (colon === -1) return lower;
      const prefix = lower.slice(0, colon);
      const known = prefixes.get(prefix) ?? (PLAIN_PREFIXES.has(prefix) ? "" : prefix);
      return known === "" ? lower.slice(colon + 1) : `${known}:${lower.slice(colon + 1)}`;
    },
  };
}
