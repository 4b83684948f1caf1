import { attributesOf } from "../html/attributes.ts";
import type { HtmlPage } from "../html/page.ts";
import { CLASS_WORDS, type PartOfPage } from "./tables/class-words.ts";

/** The parts in the order of their bits. */
export const PARTS: readonly PartOfPage[] = CLASS_WORDS.map(([part]) => part);

const MASK_OF_WORD = new Map<string, number>();
for (const [bit, [, words]] of CLASS_WORDS.entries()) {
  for (const word of words) MASK_OF_WORD.set(word, (MASK_OF_WORD.get(word) ?? 0) | (1 << bit));
}
const LONGEST_RUN = 3;
const MOST_WORDS = 40;
const CAMEL = /([a-z])([A-Z])/gu;
const NOT_LETTERS = /[^a-z]+/u;

/** Which parts of a page a class or id names, as bits in the order of `PARTS`. */
export function partsOfNames(names: string): number {
  const words = names
    .slice(0, 400)
    .replace(CAMEL, "$1 $2")
    .toLowerCase()
    .split(NOT_LETTERS)
    .slice(0, MOST_WORDS);
  let mask = 0;
  for (let at = 0; at < words.length; at += 1) {
    let run = "";
    for (let length = 0; length < LONGEST_RUN && at + length < words.length; length += 1) {
      run += words[at + length];
      mask |= MASK_OF_WORD.get(run) ?? 0;
    }
  }
  return mask;
}

const bitOf = (part: PartOfPage): number => 1 << PARTS.indexOf(part);
const HIDDEN = bitOf("hidden");
const BODY = bitOf("body");
const NAVIGATION = bitOf("navigation");
const ASIDE = bitOf("aside");
const TITLE = bitOf("title");
const AUTHOR = bitOf("author");

const MASK_OF_ITEMPROP: ReadonlyMap<string, number> = new Map([
  ["articlebody", BODY],
  ["headline", TITLE],
  ["author", AUTHOR],
]);
const MASK_OF_ROLE: ReadonlyMap<string, number> = new Map([
  ["navigation", NAVIGATION],
  ["banner", NAVIGATION],
  ["contentinfo", NAVIGATION],
  ["menu", NAVIGATION],
  ["search", NAVIGATION],
  ["complementary", ASIDE],
  ["dialog", bitOf("consent")],
]);
const NOT_SHOWN = /display\s*:\s*none|visibility\s*:\s*hidden/iu;

/** What each element that holds text is by its own names: a mask of parts, and its class as written. */
export interface Named {
  readonly mask: Int32Array;
  readonly names: readonly string[];
}

/** Reads the names of the elements that blocks stand in. `needed` marks them. */
export function nameElements({ elements }: HtmlPage, needed: Uint8Array): Named {
  const mask = new Int32Array(elements.length);
  const names: string[] = new Array(elements.length).fill("");
  const known = new Map<string, number>();
  for (const [at, { tag, attributes }] of elements.entries()) {
    // What the page as a whole is called says nothing of its parts.
    if (needed[at] !== 1 || attributes === "" || tag === "html" || tag === "body") continue;
    const read = attributesOf(attributes);
    const written = `${read.get("class") ?? ""} ${read.get("id") ?? ""}`;
    const parts = known.get(written) ?? partsOfNames(written);
    known.set(written, parts);
    mask[at] = parts | partsOfOther(read);
    names[at] = read.get("class") ?? "";
  }
  return { mask, names };
}

/** What attributes other than class and id name. */
function partsOfOther(read: ReadonlyMap<string, string>): number {
  const isHidden =
    read.has("hidden") ||
    read.get("aria-hidden") === "true" ||
    NOT_SHOWN.test(read.get("style") ?? "");
  return (
    (MASK_OF_ITEMPROP.get(read.get("itemprop")?.toLowerCase() ?? "") ?? 0) |
    (MASK_OF_ROLE.get(read.get("role") ?? "") ?? 0) |
    (isHidden ? HIDDEN : 0)
  );
}
