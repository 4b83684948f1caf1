import { singleWordHits } from "./gazetteer.ts";
import { hashPart, hashText, mix } from "./hash.ts";

/** The distributional classes of a word, 0 where it was never counted. */
export interface WordClass {
  readonly fine: number;
  readonly coarse: number;
}

/** Gives the classes of a folded word. */
export type ClassesOf = (folded: string) => WordClass;

/** What the model sees of one word wherever it stands: a list of feature numbers, and what joint features are made of. */
export interface WordView {
  /** The word itself. */
  readonly word: number;
  /** Its distributional classes, fine and coarse; 0 for a word never seen. */
  readonly fine: number;
  readonly coarse: number;
  /** The gazetteers that list it, as bits. */
  readonly lists: number;
  /** Features in order of how far from the word they still tell: those within 2 words, within 1, the word's own. */
  readonly features: Uint32Array;
  readonly reach2: number;
  readonly reach1: number;
}

const T = {
  word: 1,
  fine: 2,
  coarse: 3,
  list: 4,
  stem: 5,
  stemFine: 6,
  stemList: 7,
  prefix: 8,
  suffix: 9,
  shape: 10,
  listSet: 11,
  inner: 12,
  stemCoarse: 13,
} as const;

const LATIN = /^[a-z]/u;
const DIGITS = /^\d/u;
const LONGEST_AFFIX = 4;
const CLITICS = [
  "وال",
  "بال",
  "فال",
  "كال",
  "ولل",
  "ال",
  "لل",
  "وب",
  "ول",
  "و",
  "ف",
  "ب",
  "ل",
  "ك",
] as const;
/** What any of them begins with. */
const CLITIC_LETTERS = "وفبلكا";
const SHORTEST_REST = 3;
/** Letters Arabic roots do not have next to each other or at all show a word from elsewhere. */
const FOREIGN = /[پچڤگژ]|[سشزتدك]ك[يو]?$|يتش$|وف$|وفا$|سون$|بورغ|غر|نغ|ايل$|يو$|يا$/u;

/** How the word begins and ends, and what is left when a conjunction, preposition or article comes off. */
export function viewWord(folded: string, classesOf: ClassesOf): WordView {
  const word = hashText(folded);
  const { fine, coarse } = classesOf(folded);
  const lists = singleWordHits(folded);
  const out: number[] = [mix(T.word, word), mix(T.fine, fine), mix(T.coarse, coarse)];
  for (let bit = 0; lists >> bit !== 0; bit += 1)
    if ((lists >> bit) & 1) out.push(mix(T.list, bit));
  out.push(mix(T.listSet, lists));
  const reach2 = out.length;
  pushStems(out, folded, classesOf);
  out.push(mix(T.shape, shapeOf(folded)));
  for (let length = 2; length <= 3; length += 1) {
    if (folded.length > length) out.push(mix(T.suffix * 100 + length, hashEnd(folded, length)));
  }
  out.push(mix(T.prefix * 100 + 2, hashPart(folded, 0, Math.min(2, folded.length))));
  const reach1 = out.length;
  pushOwn(out, folded);
  return { word, fine, coarse, lists, features: new Uint32Array(out), reach2, reach1 };
}

function pushStems(out: number[], folded: string, classesOf: ClassesOf): void {
  if (!CLITIC_LETTERS.includes(folded.charAt(0))) return;
  for (let at = 0; at < CLITICS.length; at += 1) {
    const clitic = CLITICS[at] ?? "";
    if (!folded.startsWith(clitic) || folded.length - clitic.length < SHORTEST_REST) continue;
    const rest = folded.slice(clitic.length);
    const { fine, coarse } = classesOf(rest);
    const stem = hashText(rest);
    out.push(mix(T.stem * 100 + at, stem), mix(T.stem, stem));
    out.push(mix(T.stemFine * 100 + at, fine), mix(T.stemCoarse * 100 + at, coarse));
    const lists = singleWordHits(rest);
    if (lists !== 0) out.push(mix(T.stemList * 100 + at, lists));
    for (let bit = 0; lists >> bit !== 0; bit += 1)
      if ((lists >> bit) & 1) out.push(mix(T.stemList * 200 + at, bit));
  }
}

function pushOwn(out: number[], folded: string): void {
  for (let length = 1; length <= LONGEST_AFFIX; length += 1) {
    if (folded.length <= length) break;
    if (length !== 2) out.push(mix(T.prefix * 100 + length, hashPart(folded, 0, length)));
    if (length !== 2 && length !== 3)
      out.push(mix(T.suffix * 100 + length, hashEnd(folded, length)));
  }
  if (FOREIGN.test(folded)) out.push(mix(T.inner, 0));
  for (let at = 1; at + 3 <= folded.length - 1; at += 1)
    out.push(mix(T.inner, hashPart(folded, at, at + 3)));
}

function hashEnd(folded: string, length: number): number {
  return hashPart(folded, folded.length - length, folded.length);
}

/** A word's script and length, no more. */
export function shapeOf(folded: string): number {
  if (DIGITS.test(folded)) return folded.length === 4 ? 31 : 30;
  if (LATIN.test(folded)) return 40 + Math.min(folded.length, 5);
  return Math.min(folded.length, 9) + (folded.startsWith("ال") ? 10 : 0);
}
