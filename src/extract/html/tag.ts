import type { Codes } from "./codes.ts";
import { BLOCK_TAGS, IMPLIED_ENDS, RAW_TEXT_TAGS, UNSEEN_TAGS, VOID_TAGS } from "./tables/tags.ts";

/** What the scanner has to know of an element's name. */
export interface Tag {
  /** Lower case. */
  readonly name: string;
  /** Its own among the tags of a page. */
  readonly number: number;
  readonly isBlock: boolean;
  readonly isVoid: boolean;
  readonly isBold: boolean;
  readonly isBreak: boolean;
  /** `<html>` and `<body>`, of which a page has one. */
  readonly isRoot: boolean;
  /** Its start tag ends an open paragraph. */
  readonly endsParagraph: boolean;
  /** An end tag does not reach beyond its cell, but for those of its table: old pages leave theirs open inside of tables. */
  readonly isCell: boolean;
  readonly isOfTable: boolean;
  /** Its content is passed over up to its end tag: "always", or only when there is an end tag. */
  readonly skips: "always" | "if-closed" | null;
  /** The numbers of open elements that its start tag ends, and of what they are not looked for beyond. */
  readonly ends: readonly number[];
  readonly scope: readonly number[];
}

/** Other names that pages are full of. */
const INLINE = ["a", "abbr", "b", "cite", "em", "font", "i", "img", "label", "picture", "small"];
const MORE_INLINE = ["span", "strong", "sub", "sup", "time", "u"];

const BOLD = ["b", "strong"];
const ROOTS = ["html", "body"];
const KEEP_PARAGRAPH = ["button", "option", "head", "html", "body"];
const CELLS = ["td", "th"];
const OF_TABLE = ["table", "tbody", "thead", "tfoot", "tr", "td", "th"];

const NAMES: readonly string[] = [
  ...new Set([
    ...BLOCK_TAGS,
    ...VOID_TAGS,
    ...RAW_TEXT_TAGS,
    ...UNSEEN_TAGS,
    ...IMPLIED_ENDS.map(([tag]) => tag),
    ...INLINE,
    ...MORE_INLINE,
  ]),
];
const KNOWN: ReadonlyMap<string, Tag> = new Map(
  NAMES.map((name, number) => [name, toTag(name, number)]),
);

function toTag(name: string, number: number): Tag {
  const [, ends = [], scope = []] = IMPLIED_ENDS.find(([tag]) => tag === name) ?? [];
  const skips = RAW_TEXT_TAGS.includes(name) ? "always" : "if-closed";
  return {
    name,
    number,
    isBlock: BLOCK_TAGS.includes(name),
    isVoid: VOID_TAGS.includes(name),
    isBold: BOLD.includes(name),
    isBreak: name === "br",
    isRoot: ROOTS.includes(name),
    endsParagraph: BLOCK_TAGS.includes(name) && !KEEP_PARAGRAPH.includes(name),
    isCell: CELLS.includes(name),
    isOfTable: OF_TABLE.includes(name),
    skips: skips === "always" || UNSEEN_TAGS.includes(name) ? skips : null,
    ends: ends.map((tag) => NAMES.indexOf(tag)),
    scope: scope.map((tag) => NAMES.indexOf(tag)),
  };
}

const SHAPES = 1 << 10;
/** The known tags by the first and last letter of their names: few have the same. */
const BY_SHAPE: readonly (readonly Tag[])[] = tagsByShape();

function toShape(first: number, last: number): number {
  return ((first & 31) << 5) | (last & 31);
}

function tagsByShape(): Tag[][] {
  const tags: Tag[][] = Array.from({ length: SHAPES }, () => []);
  for (const [name, tag] of KNOWN) {
    tags[toShape(name.charCodeAt(0), name.charCodeAt(name.length - 1))]?.push(tag);
  }
  return tags;
}

/** Whether a name stands in the source, in capital letters or small ones. */
export function isNamed(name: string, codes: Codes, from: number): boolean {
  for (let at = 0; at < name.length; at += 1) {
    if (((codes[from + at] as number) | 0x20) !== name.charCodeAt(at)) return false;
  }
  return true;
}

/** The tags of a page that are not known, as they are met. */
export type OtherTags = Map<string, Tag>;

/** The tag whose name stands in the source. Unknown names are inline elements, as in browsers. */
export function tagAt(
  others: OtherTags,
  { text, codes }: { readonly text: string; readonly codes: Codes },
  from: number,
  to: number,
): Tag {
  const alike = BY_SHAPE[toShape(codes[from] as number, codes[to - 1] as number)] as Tag[];
  for (let at = 0; at < alike.length; at += 1) {
    const tag = alike[at] as Tag;
    if (tag.name.length === to - from && isNamed(tag.name, codes, from)) return tag;
  }
  const name = text.slice(from, to).toLowerCase();
  const known = KNOWN.get(name) ?? others.get(name);
  if (known !== undefined) return known;
  const tag = toTag(name, KNOWN.size + others.size);
  others.set(name, tag);
  return tag;
}
