import { type ElementNames, NO_NAMES } from "../html/names.ts";
import { CLASS_WORDS, type PartOfPage } from "./tables/class-words.ts";

/** The parts in the order of their bits. */
export const PARTS: readonly PartOfPage[] = CLASS_WORDS.map(([part]) => part);

/** A tree of the words by their letters: where a letter leads to from each node, 0 for nowhere; and the parts of the words that end there. */
interface WordTree {
  readonly next: Int16Array;
  readonly mask: Int32Array;
}

const LETTERS = 26;
const FIRST_LETTER = 0x61;
/** The node that no word leads to, and the one they begin at. */
const NOWHERE = 0;
const ROOT = 1;
const WORDS: WordTree = toTree();

function toTree(): WordTree {
  const words = CLASS_WORDS.flatMap(([, own], bit) => own.map((word) => [word, 1 << bit] as const));
  const most = 2 + words.reduce((sum, [word]) => sum + word.length, 0);
  const tree = { next: new Int16Array(most * LETTERS), mask: new Int32Array(most) };
  let nodes = ROOT + 1;
  for (const [word, bit] of words) {
    let node = ROOT;
    for (let at = 0; at < word.length; at += 1) {
      const step = node * LETTERS + word.charCodeAt(at) - FIRST_LETTER;
      if (tree.next[step] === NOWHERE) {
        tree.next[step] = nodes;
        nodes += 1;
      }
      node = tree.next[step] as number;
    }
    tree.mask[node] = (tree.mask[node] as number) | bit;
  }
  return tree;
}

const NO_LETTER = 0xff;
/** The letters of ASCII by their codes, capitals as small ones. */
const LETTER_OF_CODE: Uint8Array = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const letter = (code | 0x20) - FIRST_LETTER;
  return code >= 0x41 && letter >= 0 && letter < LETTERS ? letter : NO_LETTER;
});

function letterOf(code: number): number {
  return code < 0x80 ? (LETTER_OF_CODE[code] as number) : NO_LETTER;
}

const LONGEST_NAMES = 400;
const MOST_WORDS = 40;

/** Which parts of a page a class or id names, as bits in the order of `PARTS`. A word counts by itself and with the one or two before it. */
export function partsOfNames(names: string): number {
  const { next, mask } = WORDS;
  const length = Math.min(names.length, LONGEST_NAMES);
  let parts = 0;
  let words = 0;
  // Where the letters lead to from the word's beginning, and from those of the two words before it.
  let [own, withOne, withTwo] = [ROOT, NOWHERE, NOWHERE];
  let [inWord, afterLower] = [false, false];
  for (let at = 0; at <= length; at += 1) {
    const code = at === length ? 0 : names.charCodeAt(at);
    const letter = letterOf(code);
    const isLetter = letter !== NO_LETTER;
    const isLower = code >= FIRST_LETTER;
    // A word ends before what is no letter, and before a capital after a small letter.
    if (inWord && (!isLetter || (afterLower && !isLower))) {
      parts |= (mask[own] as number) | (mask[withOne] as number) | (mask[withTwo] as number);
      words += 1;
      if (words >= MOST_WORDS) break;
      [withTwo, withOne, own] = [withOne, own, ROOT];
    }
    inWord = isLetter;
    afterLower = isLetter && isLower;
    // Most words are none of the tree's from their first letters on.
    if (!isLetter || (own | withOne | withTwo) === NOWHERE) continue;
    own = next[own * LETTERS + letter] as number;
    withOne = next[withOne * LETTERS + letter] as number;
    withTwo = next[withTwo * LETTERS + letter] as number;
  }
  return parts;
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

/** What an element is by its own names: a mask of parts. `known` has what classes name that were met before on the page. */
export function partsOf(names: ElementNames, known: Map<string, number>): number {
  if (names === NO_NAMES) return 0;
  const { className, id, itemprop, role } = names;
  let parts = known.get(className);
  if (parts === undefined) {
    parts = partsOfNames(className);
    known.set(className, parts);
  }
  if (id !== "") parts = className === "" ? partsOfNames(id) : partsOfNames(`${className} ${id}`);
  if (itemprop !== "") parts |= MASK_OF_ITEMPROP.get(itemprop.toLowerCase()) ?? 0;
  if (role !== "") parts |= MASK_OF_ROLE.get(role) ?? 0;
  return isHidden(names) ? parts | HIDDEN : parts;
}

function isHidden({ isHidden: hidden, style }: ElementNames): boolean {
  return hidden || (style !== "" && NOT_SHOWN.test(style));
}
