import { guessLanguage } from "../../text/index.ts";
import { IMAGE_METAS } from "../tables/meta-names.ts";
import { type Evidence, findMeta } from "./evidence.ts";
import { isNode, textOf, toList } from "./linked-data.ts";
import { type FoundText, hostOf } from "./outlet.ts";

const WEB = /^https?:$/u;

/** An address made absolute; null when it is none of the web. */
export function toAbsolute(href: string | null | undefined, base: string | null): string | null {
  if (typeof href !== "string" || href.trim() === "") return null;
  try {
    const url = new URL(href.trim(), base ?? undefined);
    return WEB.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function baseOf({ page, url }: Evidence): string | null {
  return toAbsolute(page.head.base, url) ?? url;
}

/** The address a page says is its own. One of another host, or the front page's, is a mistake of its template. */
export function findAddress(evidence: Evidence): FoundText | null {
  const { page, article, url } = evidence;
  const base = baseOf(evidence);
  const link = page.head.links.find(({ rel }) => rel === "canonical")?.href;
  const candidates: readonly (readonly [string, string | null | undefined])[] = [
    ["canonical", link],
    ["og:url", findMeta(evidence, ["og:url"])?.content],
    ["json-ld", textOf(article?.["url"])],
  ];
  for (const [from, href] of candidates) {
    const value = toAbsolute(href, base);
    if (value !== null && isOwn(value, url)) return { value, from };
  }
  return url === null ? null : { value: url, from: "fetched" };
}

function isOwn(value: string, fetched: string | null): boolean {
  if (fetched === null) return true;
  const isFront = new URL(value).pathname === "/" && new URL(value).search === "";
  const wasFront = URL.canParse(fetched) && new URL(fetched).pathname === "/";
  return (!isFront || wasFront) && siteOf(value) === siteOf(fetched);
}

/** The last two labels of a host: «m.example.com» and «www.example.com» are one. */
function siteOf(url: string): string {
  return (hostOf(url) ?? "").split(".").slice(-2).join(".");
}

/** The picture that leads the article. */
export function findImage(evidence: Evidence): FoundText | null {
  const base = baseOf(evidence);
  const meta = findMeta(evidence, IMAGE_METAS);
  const fromMeta = toAbsolute(meta?.content, base);
  if (meta !== null && fromMeta !== null) return { value: fromMeta, from: meta.name };
  const [image] = toList(evidence.article?.["image"]);
  const linked = isNode(image) ? textOf(image["url"] ?? image["@id"]) : textOf(image);
  const value =
    toAbsolute(linked, base) ??
    toAbsolute(evidence.page.head.links.find(({ rel }) => rel === "image_src")?.href, base);
  return value === null ? null : { value, from: "json-ld" };
}

const LANGUAGE = /^(?<primary>[a-z]{2,3})(?:[-_]|$)/iu;
/** Languages that their letters alone tell: what a template declares is then no argument. */
const TOLD_BY_LETTERS: ReadonlySet<string> = new Set(["ar", "fa", "ur", "ckb", "he", "ru", "el"]);

const OTHER_LETTERS = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const LOOKED_AT = 400;

/** The language of the article, as ISO 639: what the page declares, unless the letters of its text say otherwise. */
export function findLanguage(evidence: Evidence): FoundText | null {
  const { page, article, body } = evidence;
  const text = page.text.slice(body.start, body.end);
  const declared: readonly (readonly [string, string | null | undefined])[] = [
    ["html", page.head.language],
    ["json-ld", textOf(article?.["inLanguage"])],
    ["meta", findMeta(evidence, ["content-language", "og:locale"])?.content],
  ];
  for (const [from, value] of declared) {
    const primary = LANGUAGE.exec(value ?? "")?.groups?.["primary"]?.toLowerCase();
    if (primary === undefined) continue;
    if (!OTHER_LETTERS.test(text.slice(0, LOOKED_AT))) return { value: primary, from };
    const guessed = guessLanguage(text);
    if (guessed === primary || !TOLD_BY_LETTERS.has(guessed)) return { value: primary, from };
    return { value: guessed, from: "letters" };
  }
  const guessed = guessLanguage(text);
  return guessed === "und" ? null : { value: guessed, from: "letters" };
}
