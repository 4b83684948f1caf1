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

function noNames(): Mutable<ElementNames> {
  return { className: "", id: "", itemprop: "", rel: "", role: "", style: "", isHidden: false };
}

/** An element without attributes. */
export const NO_NAMES: ElementNames = noNames();

const CLASS = 0;
const ID = 1;
const ITEMPROP = 2;
const REL = 3;
const ROLE = 4;
const STYLE = 5;
const HIDDEN = 6;
/** The attributes in the order of these numbers. */
const FIELDS: readonly string[] = [
  "class",
  "id",
  "itemprop",
  "rel",
  "role",
  "style",
  "hidden",
  "aria-hidden",
];
/** Longer than any of them. */
const LONGEST = 16;
/** By the length of a name and its first letter, which is all that most names need to be passed over. */
const FIELD_AT: Int8Array = new Int8Array(LONGEST * 0x80).fill(-1);
for (const [at, name] of FIELDS.entries()) FIELD_AT[name.length * 0x80 + name.charCodeAt(0)] = at;

/** Which of the fields the attribute found last is; -1 for none. */
function fieldFound(source: TagSource): number {
  const from = source.place[0] as number;
  const length = (source.place[1] as number) - from;
  const code = (source.codes[from] as number) | 0x20;
  if (length >= LONGEST || code >= 0x80) return -1;
  const field = FIELD_AT[length * 0x80 + code] as number;
  if (field === -1) return -1;
  return isNameFound(source, FIELDS[field] as string) ? field : -1;
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
    names ??= noNames();
    setName(names, field, valueFound(source));
  }
  return names ?? NO_NAMES;
}

/** Each in a line of its own: a field told by a name would be looked for in the object each time. */
function setName(names: Mutable<ElementNames>, field: number, value: string): void {
  if (field === CLASS) names.className = value;
  else if (field === ID) names.id = value;
  else if (field === ITEMPROP) names.itemprop = value;
  else if (field === REL) names.rel = value;
  else if (field === ROLE) names.role = value;
  else if (field === STYLE) names.style = value;
  else if (field === HIDDEN || value === "true") names.isHidden = true;
}
