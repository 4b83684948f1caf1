import { attributesAmong, type TagSource } from "./attributes.ts";
import { decodeEntities } from "./entities.ts";
import type { PageLink, PageMeta } from "./page.ts";

/** What a page says out of sight, as it is found. */
export interface Head {
  title: string | null;
  language: string | null;
  direction: string | null;
  base: string | null;
  readonly metas: PageMeta[];
  readonly links: PageLink[];
  readonly jsonLd: string[];
}

/** A head without anything. */
export function createHead(): Head {
  return {
    title: null,
    language: null,
    direction: null,
    base: null,
    metas: [],
    links: [],
    jsonLd: [],
  };
}

const META_ATTRIBUTES = ["charset", "content", "name", "property", "itemprop", "http-equiv"];
const LINK_ATTRIBUTES = ["rel", "href", "type"];
const BASE_ATTRIBUTES = ["href"];
const ROOT_ATTRIBUTES = ["lang", "xml:lang", "dir"];
const JSON_LD = /ld\+json/iu;
const WHITE = /\s+/gu;

/** Takes `<meta>`, `<link>`, `<base>`, which are of the head wherever they stand; false for every other tag. */
export function takeHeadTag(head: Head, tag: string, source: TagSource, at: number): boolean {
  if (tag === "meta") takeMeta(head, source, at);
  else if (tag === "link") takeLink(head, source);
  else if (tag === "base") head.base ??= attributesAmong(source, BASE_ATTRIBUTES)[0] ?? null;
  else {
    if (tag === "html") takeRoot(head, source);
    return false;
  }
  return true;
}

function takeMeta(head: Head, source: TagSource, at: number): void {
  const found = attributesAmong(source, META_ATTRIBUTES);
  const [charset, content] = found;
  if (charset !== undefined) head.metas.push({ name: "charset", content: charset, at });
  if (content === undefined) return;
  for (const name of found.slice(2)) {
    if (name !== undefined) head.metas.push({ name: name.toLowerCase(), content, at });
  }
}

function takeLink(head: Head, source: TagSource): void {
  const [rel, href, type] = attributesAmong(source, LINK_ATTRIBUTES);
  if (rel === undefined || href === undefined) return;
  head.links.push({ rel: rel.toLowerCase(), href, type: type ?? null });
}

function takeRoot(head: Head, source: TagSource): void {
  const [language, xmlLanguage, direction] = attributesAmong(source, ROOT_ATTRIBUTES);
  head.language ??= language ?? xmlLanguage ?? null;
  head.direction ??= direction ?? null;
}

/** Keeps the title and linked data of the elements whose content is passed over. */
export function takeRawText(
  head: Head,
  tag: string,
  { text, from, to }: TagSource,
  content: () => string,
): void {
  if (tag === "title") head.title ??= decodeEntities(content()).replace(WHITE, " ").trim();
  else if (tag === "script" && JSON_LD.test(text.slice(from, to))) head.jsonLd.push(content());
}
