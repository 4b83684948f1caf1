import { BLOCK_TAGS, IMPLIED_ENDS, RAW_TEXT_TAGS, UNSEEN_TAGS, VOID_TAGS } from "./tables/tags.ts";

/** What the scanner has to know of an element's name. */
export interface Tag {
  /** Lower case. */
  readonly name: string;
  readonly isBlock: boolean;
  readonly isVoid: boolean;
  /** Its content is passed over up to its end tag: "always", or only when there is an end tag. */
  readonly skips: "always" | "if-closed" | null;
  /** Open elements that its start tag ends, and what they are not looked for beyond. */
  readonly ends: readonly string[];
  readonly scope: readonly string[];
}

const KNOWN = new Map<string, Tag>();
for (const name of new Set([
  ...BLOCK_TAGS,
  ...VOID_TAGS,
  ...RAW_TEXT_TAGS,
  ...UNSEEN_TAGS,
  ...IMPLIED_ENDS.map(([tag]) => tag),
])) {
  const tag = toTag(name);
  KNOWN.set(name, tag);
  KNOWN.set(name.toUpperCase(), tag);
}

function toTag(name: string): Tag {
  const [, ends = [], scope = []] = IMPLIED_ENDS.find(([tag]) => tag === name) ?? [];
  const skips = RAW_TEXT_TAGS.includes(name) ? "always" : "if-closed";
  return {
    name,
    isBlock: BLOCK_TAGS.includes(name),
    isVoid: VOID_TAGS.includes(name),
    skips: skips === "always" || UNSEEN_TAGS.includes(name) ? skips : null,
    ends,
    scope,
  };
}

/** The tag of a name as written. Unknown names are inline elements, as in browsers. */
export function tagOf(written: string): Tag {
  const known = KNOWN.get(written);
  if (known !== undefined) return known;
  const name = written.toLowerCase();
  return KNOWN.get(name) ?? toTag(name);
}
