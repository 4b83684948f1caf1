/**
 * A week of a newsroom's reading. In a window with fewer articles than this a term is judged as if the rest were there: one that
 * more articles have than a story is wide recurs in them at its rate, one that fewer have does not, because it is a story's own.
 */
const FULL_WINDOW = 500;
const STORY_WIDTH = 6;
/** In a handful of articles, few can be one story. */
const STORY_SHARE = 1 / 8;
const HALF = 0.5;

/** How many articles of the window have each term, told by its number (`term-numbers.ts`). Bounded: it neither grows with time nor with the language. */
export interface Rarity {
  add(terms: Uint32Array): void;
  remove(terms: Uint32Array): void;
  /**
   * ln((N + 1) / (n + ½)): about 0 for a word in every article, largest for one in a single article. Never negative. Articles known to
   * have the term from one text (`ofOneText`) tell nothing of how often it recurs in those that are not there.
   */
  idf(term: number, ofOneText?: number): number;
  /** The same for each of many terms, into a list as long. */
  idfs(terms: Uint32Array, into: Float64Array): void;
  /** The most that a term can be worth which two reports of the window have. */
  highestOfTwo(): number;
  /** ln of how much fuller than a full window this one is; below 0 when it is emptier. */
  fullness(): number;
}

/** Counts for a window that starts empty. */
export function createRarity(): Rarity {
  let counts = new Int32Array(FIRST_TERMS);
  let articles = 0;
  let logOfAll = Math.log(FULL_WINDOW + 1);
  let missing = FULL_WINDOW;
  let width = 0;
  const change = (terms: Uint32Array, by: number) => {
    for (const term of terms) {
      if (term >= counts.length) counts = longer(counts, term);
      counts[term] = (counts[term] as number) + by;
    }
    articles += by;
    missing = Math.max(0, FULL_WINDOW - articles);
    width = Math.min(STORY_WIDTH, articles * STORY_SHARE);
    logOfAll = Math.log(Math.max(articles, FULL_WINDOW) + 1);
  };
  const idf = (term: number, ofOneText = 0) => {
    const count = counts[term] ?? 0;
    if (missing === 0) return Math.max(0, logOfAll - logOfCount(count));
    const recurring = count - ofOneText;
    const elsewhere = recurring > width ? (missing * (recurring - width)) / articles : 0;
    return Math.max(0, logOfAll - Math.log(count + elsewhere + HALF));
  };
  return {
    add: (terms) => change(terms, 1),
    remove: (terms) => change(terms, -1),
    idf,
    idfs: (terms, into) => {
      if (missing === 0) return idfsOfFull(counts, logOfAll, terms, into);
      for (let i = 0; i < terms.length; i += 1) into[i] = idf(terms[i] as number);
    },
    highestOfTwo: () => Math.max(0, logOfAll - logOfCount(2)),
    fullness: () => Math.log(Math.max(1, articles) / FULL_WINDOW),
  };
}

/** The rarity of many terms in a window that is full: no more than a table for each, because it is asked for most of all. */
function idfsOfFull(
  counts: Int32Array,
  logOfAll: number,
  terms: Uint32Array,
  into: Float64Array,
): void {
  for (let i = 0; i < terms.length; i += 1) {
    const term = terms[i] as number;
    const count = term < counts.length ? (counts[term] as number) : 0;
    const log = count < KNOWN_LOGS.length ? (KNOWN_LOGS[count] as number) : Math.log(count + HALF);
    into[i] = logOfAll > log ? logOfAll - log : 0;
  }
}

const FIRST_TERMS = 2 ** 14;

/** The same list with room for a term. */
function longer(counts: Int32Array, term: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * Math.max(term, counts.length));
  more.set(counts);
  return more;
}

const KNOWN_LOGS = Float64Array.from({ length: 4096 }, (_, n) => Math.log(n + HALF));

function logOfCount(count: number): number {
  return KNOWN_LOGS[count] ?? Math.log(count + HALF);
}
