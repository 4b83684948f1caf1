import {
  GAP,
  GAPS,
  JOINT,
  jointFeature,
  OUTSIDE_COARSE,
  OUTSIDE_FINE,
  OUTSIDE_LISTS,
  OUTSIDE_WORD,
  SLOT,
} from "./features.ts";
import { LISTINGS, MARKS } from "./gazetteer.ts";
import { mix } from "./hash.ts";
import { type NameModel, WEIGHED } from "./model-file.ts";
import { createSparse, type Sparse } from "./sparse.ts";
import type { WordView } from "./word.ts";

/**
 * What joint features see of a word, in the order of the slots: its own number, then the rows that its two classes and its lists have in
 * tables. The words of a text stand in one array, so many numbers each; one more stands for what is beyond the edge of a sentence.
 */
export const KINDS = 4;
const WORD = 0;
const FINE = 1;
const COARSE = 2;
const LISTS = 3;

/** The words of a text by what joint features see of them, and what is found for each one's labels. */
export interface Columns {
  readonly words: Int32Array;
  readonly sums: Int32Array;
}

/** What stands around a word: the gaps, and the marks of it and its neighbors. */
export interface Around {
  readonly gapBefore: number;
  readonly gapAfter: number;
  readonly markBefore: number;
  readonly mark: number;
  readonly markAfter: number;
}

/** How most words stand: only space around them, and no longer entry of the gazetteer near. */
export const PLAIN: Around = {
  gapBefore: GAP.space,
  gapAfter: GAP.space,
  markBefore: 0,
  mark: 0,
  markAfter: 0,
};

/** The joint features of a model; words are named by their place in a text. */
export interface Joint {
  /** Writes what is seen of a word; null is the word beyond the edge. */
  readonly see: (view: WordView | null, words: Int32Array, at: number) => void;
  /** Adds what two neighbors together say of each of them. */
  readonly addPair: (columns: Columns, first: number, second: number) => void;
  /** Adds what the words before and after it together say of a word. */
  readonly addAcross: (columns: Columns, before: number, at: number, after: number) => void;
  /** Adds what stands around a word says of it. */
  readonly addAround: (columns: Columns, at: number, around: Around) => void;
}

/** The numbers that something a slot shows may have, in order of their rows. */
type Domain = readonly number[];

/** The first slots are four times the word before, the word and the word after. */
const WORD_SLOTS = KINDS * 3;
const kindOf = (slot: number): number => Math.floor(slot / 3);
const placeOf = (slot: number): number => (slot < WORD_SLOTS ? slot % 3 : -1);

type Template = (typeof JOINT)[number];
const isPair = ([, first, second]: Template): boolean =>
  placeOf(first) !== -1 && placeOf(second) === placeOf(first) + 1;
const isAcross = ([, first, second]: Template): boolean =>
  placeOf(second) === 2 && (first === SLOT.coarsePair || placeOf(first) === 0);
const hasWord = ([, first, second]: Template): boolean =>
  kindOf(first) === WORD || kindOf(second) === WORD;
const PAIRS = JOINT.filter(isPair);
const ACROSS = JOINT.filter(isAcross);
const AROUND = JOINT.filter((template) => !isPair(template) && !isAcross(template));

/**
 * Looks joint features up in a model. One that has a word in it is hashed each time; those of classes, lists and gaps alone stand in tables
 * that are filled as their pairs are met.
 */
export function createJoint(model: NameModel): Joint {
  const domains = toDomains(model);
  return {
    see: createSee(domains),
    addPair: createPair(model, domains),
    addAcross: createAcross(model, domains),
    addAround: createAround(model, domains),
  };
}

function upTo(last: number): number[] {
  return Array.from({ length: last + 1 }, (_, number) => number);
}

/** By kind; words have none. What stands beyond the edge of a sentence has the last row. */
function toDomains(model: NameModel): readonly Domain[] {
  return [
    [],
    [...upTo(model.finest), OUTSIDE_FINE],
    [...upTo(model.coarsest), OUTSIDE_COARSE],
    [...LISTINGS, OUTSIDE_LISTS],
  ];
}

function createSee(domains: readonly Domain[]): Joint["see"] {
  const listsRow = new Map(domains[LISTS]?.map((lists, row) => [lists, row]));
  const edge = domains.map((domain) => domain.length - 1);
  return (view, words, at) => {
    words[at + WORD] = view?.word ?? OUTSIDE_WORD;
    words[at + FINE] = view?.fine ?? (edge[FINE] as number);
    words[at + COARSE] = view?.coarse ?? (edge[COARSE] as number);
    words[at + LISTS] = view === null ? (edge[LISTS] as number) : (listsRow.get(view.lists) ?? 0);
  };
}

/** Writes the weights of a feature into a row; false where it has none. */
function write(model: NameModel, feature: number, row: Int16Array, at: number): boolean {
  const place = model.find(feature);
  if (place < 0) return false;
  for (let label = 0; label < WEIGHED; label += 1)
    row[at + label] = (row[at + label] as number) + (model.weights[place + label] as number);
  return true;
}

function add(rows: Int8Array | Int16Array, row: number, sums: Int32Array, at: number): void {
  for (let label = 0; label < WEIGHED; label += 1)
    sums[at + label] = (sums[at + label] as number) + (rows[row + label] as number);
}

interface PairTable {
  readonly first: number;
  readonly second: number;
  readonly columns: number;
  readonly sparse: Sparse;
}

/** Templates of the same two kinds share a table: a row has what is said of the first word, then what of the second. */
function toPairTables(model: NameModel, domains: readonly Domain[]): PairTable[] {
  const groups = new Map<number, Template[]>();
  for (const template of PAIRS.filter((each) => !hasWord(each))) {
    const key = kindOf(template[1]) * KINDS + kindOf(template[2]);
    groups.set(key, [...(groups.get(key) ?? []), template]);
  }
  return [...groups].map(([key, templates]) => {
    const [first, second] = [Math.floor(key / KINDS), key % KINDS];
    const [rows, columns] = [domains[first] as Domain, domains[second] as Domain];
    const sparse = createSparse(rows.length * columns.length, WEIGHED * 2, (cell, row) => {
      const a = rows[Math.floor(cell / columns.length)] as number;
      const b = columns[cell % columns.length] as number;
      const found = templates.map(([template, slot]) =>
        write(model, jointFeature(template, a, b), row, saidOf(slot) * WEIGHED),
      );
      return found.includes(true);
    });
    return { first, second, columns: columns.length, sparse };
  });
}

/** Of which of two words a pair's template speaks, by its first slot: of the second where that is the word before. */
function saidOf(slot: number): 0 | 1 {
  return placeOf(slot) === 0 ? 1 : 0;
}

function createPair(model: NameModel, domains: readonly Domain[]): Joint["addPair"] {
  const addClasses = createClassPair(model, domains);
  const addHashed = createHashedPair(model, domains);
  return (columns, first, second) => {
    addClasses(columns, first, second);
    addHashed(columns, first, second);
  };
}

function createClassPair(model: NameModel, domains: readonly Domain[]): Joint["addPair"] {
  const tables = toPairTables(model, domains);
  return ({ words, sums }, first, second) => {
    for (let k = 0; k < tables.length; k += 1) {
      const table = tables[k] as PairTable;
      const { sparse, columns } = table;
      const row = words[first * KINDS + table.first] as number;
      const found = sparse.at(row * columns + (words[second * KINDS + table.second] as number));
      if (found < 0) continue;
      add(sparse.rows(), found, sums, first * WEIGHED);
      add(sparse.rows(), found + WEIGHED, sums, second * WEIGHED);
    }
  };
}

/** The template of a pair with a word in it, laid out for a loop that every two words of every text pass. */
interface HashedPair {
  readonly template: number;
  readonly first: number;
  readonly second: number;
  readonly said: 0 | 1;
}

function createHashedPair(model: NameModel, domains: readonly Domain[]): Joint["addPair"] {
  const pairs: HashedPair[] = PAIRS.filter(hasWord).map(([template, first, second]) => ({
    template,
    first: kindOf(first),
    second: kindOf(second),
    said: saidOf(first),
  }));
  const coarse = Int32Array.from(domains[COARSE] as Domain);
  const numberOf = (words: Int32Array, word: number, kind: number): number => {
    const shown = words[word * KINDS + kind] as number;
    return kind === WORD ? shown : (coarse[shown] as number);
  };
  return ({ words, sums }, first, second) => {
    for (let k = 0; k < pairs.length; k += 1) {
      const pair = pairs[k] as HashedPair;
      const one = numberOf(words, first, pair.first);
      const two = numberOf(words, second, pair.second);
      const place = model.find(jointFeature(pair.template, one, two));
      if (place >= 0) add(model.weights, place, sums, (pair.said === 0 ? first : second) * WEIGHED);
    }
  };
}

function createAcross(model: NameModel, domains: readonly Domain[]): Joint["addAcross"] {
  const tables = ACROSS.map(([template, first, second]) => {
    const ofPair = first === SLOT.coarsePair;
    const before = domains[ofPair ? COARSE : kindOf(first)] as Domain;
    const after = domains[kindOf(second)] as Domain;
    // Of a pair the row is both words' rows as one number.
    const rows = ofPair
      ? before.flatMap((one) => before.map((two) => mix(one, two)))
      : before.map((one) => one);
    const sparse = createSparse(rows.length * after.length, WEIGHED, (cell, row) => {
      const a = rows[Math.floor(cell / after.length)] as number;
      return write(model, jointFeature(template, a, after[cell % after.length] as number), row, 0);
    });
    return {
      ...{ ofPair, sparse, pairs: before.length, columns: after.length },
      ...{ first: ofPair ? COARSE : kindOf(first), second: kindOf(second) },
    };
  });
  return ({ words, sums }, before, at, after) => {
    for (const { ofPair, sparse, pairs, columns, first, second } of tables) {
      const one = words[before * KINDS + first] as number;
      const row = ofPair ? one * pairs + (words[at * KINDS + first] as number) : one;
      const found = sparse.at(row * columns + (words[after * KINDS + second] as number));
      if (found >= 0) add(sparse.rows(), found, sums, at * WEIGHED);
    }
  };
}

/** The numbers that a slot which is of no word's may show. */
function domainAround(slot: number): Domain {
  if (slot === SLOT.gapBefore || slot === SLOT.gapAfter) return upTo(GAPS - 1);
  if (slot === SLOT.markBefore || slot === SLOT.mark || slot === SLOT.markAfter)
    return upTo(MARKS - 1);
  return upTo(SLOT.two - SLOT.zero);
}

function createAround(model: NameModel, domains: readonly Domain[]): Joint["addAround"] {
  const domainOf = (slot: number): Domain =>
    placeOf(slot) === -1 ? domainAround(slot) : (domains[kindOf(slot)] as Domain);
  const tables = AROUND.map(([template, first, second]) => {
    const [rows, columns] = [domainOf(first), domainOf(second)];
    const sparse = createSparse(rows.length * columns.length, WEIGHED, (cell, row) => {
      const a = rows[Math.floor(cell / columns.length)] as number;
      const b = columns[cell % columns.length] as number;
      return write(model, jointFeature(template, a, b), row, 0);
    });
    return { first, second, columns: columns.length, sparse };
  });
  const shown = new Int32Array(SLOT.two + 1);
  for (let k = SLOT.zero; k <= SLOT.two; k += 1) shown[k] = k - SLOT.zero;
  return ({ words, sums }, at, around) => {
    for (let kind = 0; kind < KINDS; kind += 1)
      shown[kind * 3 + 1] = words[at * KINDS + kind] as number;
    shown[SLOT.gapBefore] = around.gapBefore;
    shown[SLOT.gapAfter] = around.gapAfter;
    shown[SLOT.markBefore] = around.markBefore;
    shown[SLOT.mark] = around.mark;
    shown[SLOT.markAfter] = around.markAfter;
    for (const { first, second, columns, sparse } of tables) {
      const row = sparse.at((shown[first] as number) * columns + (shown[second] as number));
      if (row >= 0) add(sparse.rows(), row, sums, at * WEIGHED);
    }
  };
}
