import { isNameFound, nextAttribute, type TagSource, valueFound } from "./attributes.ts";

/** What a tag's attributes call its element: those that tell its part in the page. Empty where they are not given. */
export interface ElementNames {
  readonly className: string;
  readonly id: string;
  readonly itemprop: string;
  readonly rel: string;
  readonly role: string;
  readonly style: string;
  /** `hidden` or `aria-hidden="true"`; a style may hide it as well. */
  readonly isHidden: boolean;
}

type Mutable<Names> = { -readonly [Key in keyof Names]: Names[Key] };

/** An element without attributes. */
export const NO_NAMES: ElementNames = {
  className: "",
  id: "",
  itemprop: "",
  rel: "",
  role: "",
  style: "",
  isHidden: false,
};

const FIELDS = [
  ["class", "className"],
  ["id", "id"],
  ["itemprop", "itemprop"],
  ["rel", "rel"],
  ["role", "role"],
  ["style", "style"],
  ["hidden", "isHidden"],
  ["aria-hidden", "isHidden"],
] as const;
/** Longer than any of them. */
const LONGEST = 16;
/** By the length of a name and its first letter, which is all that most names need to be passed over. */
const FIELD_AT: Int8Array = new Int8Array(LONGEST * 0x80).fill(-1);
for (const [at, [name]] of FIELDS.entries()) FIELD_AT[name.length * 0x80 + name.charCodeAt(0)] = at;

/** Which of the fields the attribute found last is; -1 for none. */
function fieldFound(source: TagSource): number {
  const from = source.place[0] as number;
  const length = (source.place[1] as number) - from;
  const code = (source.codes[from] as number) | 0x20;
  if (length >= LONGEST || code >= 0x80) return -1;
  const field = FIELD_AT[length * 0x80 + code] as number;
  if (field === -1) return -1;
  return isNameFound(source, (FIELDS[field] as (typeof FIELDS)[number])[0]) ? field : -1;
}

/** Reads them from a tag's source. Of a name written twice the first counts. */
export function namesOf(source: TagSource): ElementNames {
  let names: Mutable<ElementNames> | null = null;
  let seen = 0;
  source.passed = 0;
  for (let at = nextAttribute(source, source.from); at !== -1; at = nextAttribute(source, at)) {
    const field = fieldFound(source);
    if (field === -1 || (seen & (1 << field)) !== 0) continue;
    seen |= 1 << field;
    names ??= { ...NO_NAMES };
    setName(names, field, valueFound(source));
  }
  return names ?? NO_NAMES;
}

function setName(names: Mutable<ElementNames>, field: number, value: string): void {
  const [name, key] = FIELDS[field] as (typeof FIELDS)[number];
  if (key !== "isHidden") names[key] = value;
  else if (name === "hidden" || value === "true") names.isHidden = true;
}
