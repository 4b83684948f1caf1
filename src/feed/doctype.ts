/** A document without its type declaration, with the entities that the declaration gave it; or the reason not to read it. */
export type DoctypeReading =
  | { readonly ok: true; readonly text: string; readonly entities: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly detail: string };

const DOCTYPE = /<!doctype/iu;
/** The declaration stands before the root element, so not far from the beginning. */
const SEARCHED = 100_000;
const LONGEST_SUBSET = 200_000;
const MOST_ENTITIES = 500;
const LONGEST_VALUE = 100;
const ENTITY = /<!ENTITY\s+(%\s+)?([\w.:-]{1,80})\s+(?:(SYSTEM|PUBLIC)\b|"([^"]*)"|'([^']*)')/giu;
const SUBSET_END = /\]\s{0,100}>/u;
const NAMED_REFERENCE = /[&%]\s*(?!#)[\w.:-]+;/u;
const NUMBERED_REFERENCE = /&#(x[0-9a-f]{1,6}|\d{1,7});/giu;

/**
 * Takes the type declaration off. Old feeds declare entities for single letters, which are kept; entities made of other entities
 * (which multiply) or of files and addresses (which leak) are a reason to refuse the document.
 */
export function readDoctype(text: string): DoctypeReading {
  const start = text.slice(0, SEARCHED).search(DOCTYPE);
  if (start === -1) return { ok: true, text, entities: new Map() };
  const end = findEnd(text, start);
  if (end === null) return { ok: false, detail: "its type declaration has no end" };
  const entities = new Map<string, string>();
  for (const match of text.slice(start, end).matchAll(ENTITY)) {
    const [, parameter, name = "", external, double, single] = match;
    const value = double ?? single ?? "";
    if (parameter !== undefined || external !== undefined || NAMED_REFERENCE.test(value)) {
      return { ok: false, detail: `it declares the entity "${name}" by another entity or a file` };
    }
    if (value.length > LONGEST_VALUE || entities.size >= MOST_ENTITIES) {
      return { ok: false, detail: `it declares the entity "${name}" beyond any feed's need` };
    }
    entities.set(name, value.replace(NUMBERED_REFERENCE, toLetter));
  }
  return { ok: true, text: text.slice(0, start) + text.slice(end), entities };
}

function toLetter(reference: string, number: string): string {
  const code = number.startsWith("x") ? Number.parseInt(number.slice(1), 16) : Number(number);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
}

/** Where the declaration ends: its ">" outside of the brackets of an internal subset. */
function findEnd(text: string, start: number): number | null {
  const open = text.indexOf("[", start);
  const close = text.indexOf(">", start);
  if (close === -1) return null;
  if (open === -1 || open > close) return close + 1;
  const subsetEnd = text.slice(open, open + LONGEST_SUBSET).search(SUBSET_END);
  return subsetEnd === -1 ? null : text.indexOf(">", open + subsetEnd) + 1;
}
