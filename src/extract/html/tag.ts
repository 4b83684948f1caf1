import { BLOCK_TAGS, IMPLIED_ENDS, RAW_TEXT_TAGS, UNSEEN_TAGS, VOID_TAGS } from "./tables/tags.ts";

/** What the scanner has to know of an element's name. */
export interface Tag {
  /** Lower case. */
  readonly name: string;
  /** Its own among the tags of a page. */
  readonly number: number;
  readonly isBlock: boolean;
  readonly isVoid: boolean;
  /** Its content is passed over up to its end tag: "always", or only when there is an end tag. */
  readonly skips: "always" | "if-closed" | null;
  /** The numbers of open elements that its start tag ends, and of what they are not looked for beyond. */
  readonly ends: readonly number[];
  readonly scope: readonly number[];
}

/** Other names that pages are full of. */
const INLINE = ["a", "abbr", "b", "cite", "em", "font", "i", "img", "label", "picture", "small"];
const MORE_INLINE = ["span", "strong", "sub", "sup", "time", "u"];

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
    skips: skips === "always" || UNSEEN_TAGS.includes(name) ? skips : null,
    ends: ends.map((tag) => NAMES.indexOf(tag)),
    scope: scope.map((tag) => NAMES.indexOf(tag)),
  };
}

/** The known tags by the first and last letter of their names and their lengths: one or two have the same. */
const BY_SHAPE: readonly (readonly Tag[] | undefined)[] = tagsByShape();

function shapeOf(source: string, from: number, to: number): number {
  const ends = ((source.charCodeAt(from) & 31) << 5) | (source.charCodeAt(to - 1) & 31);
  return ((to - from) << 10) | ends;
}

function tagsByShape(): Tag[][] {
  const tags: Tag[][] = [];
  for (const [name, tag] of KNOWN) {
    const shape = shapeOf(name, 0, name.length);
    tags[shape] = [...(tags[shape] ?? []), tag];
  }
  return tags;
}

/** Whether a name stands in the source, in capital letters or small ones. */
function isNamed(name: string, source: string, from: number): boolean {
  for (let at = 0; at < name.length; at += 1) {
    if ((source.charCodeAt(from + at) | 0x20) !== name.charCodeAt(at)) return false;
  }
  return true;
}

/** The tags of a page that are not known, as they are met. */
export type OtherTags = Map<string, Tag>;

/** The tag whose name stands in the source. Unknown names are inline elements, as in browsers. */
export function tagAt(others: OtherTags, source: string, from: number, to: number): Tag {
  for (const tag of BY_SHAPE[shapeOf(source, from, to)] ?? []) {
    if (isNamed(tag.name, source, from)) return tag;
  }
  const name = source.slice(from, to).toLowerCase();
  const known = KNOWN.get(name) ?? others.get(name);
  if (known !== undefined) return known;
  const tag = toTag(name, KNOWN.size + others.size);
  others.set(name, tag);
  return tag;
}
