import { foldLetter, foldLetters } from "./letters.ts";

/** Text as matching sees it, with the way back. */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text`, where in the original it comes from; one more entry marks the original's end. */
  readonly offsets: readonly number[];
}

/** A letter with all the marks on it: folding one whole cluster at a time keeps ا + HAMZA ABOVE together. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
/** Marks, tatweel and invisible controls: written or not, the word is the same. ZWNJ goes too, for matching only. */
const UNSEEN = /[\p{Mn}\p{Cf}\u0640]/gu;
/** The common case by far, told apart by one pass of the regex engine: no mark, no digit, no letter that folds. */
const PLAIN_ARABIC = /^[ابتثجحخدذرزسشصضطظعغفقكلمنهوي]+$/u;
/** The next common case: letters that fold each by itself. Hamzas whose spelling hangs on their neighbours are not here. */
const SIMPLE_ARABIC = /^[آأؤإا-غف-ي]+$/u;
const FOLDING = /[آأؤإةى]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, the controls too
const ASCII = /^[\u0000-\u007F]*$/u;
const ACCENTED_LATIN = /[\u00C0-\u024F\u1E00-\u1EFF]/u;

/** What matching sees of a written run before letters are folded: composed, then marks, tatweel and controls off, lower case. */
function toSeen(text: string): string {
  const composed = text.normalize("NFKC");
  const plain = ACCENTED_LATIN.test(composed) ? composed.normalize("NFD") : composed;
  // Lower case before the marks go: that of İ has one.
  return plain.toLowerCase().replace(UNSEEN, "");
}

/**
 * The form of one word used to compare it; never shown to a reader.
 * Order: NFKC on the whole word, so that a letter and its hamza are one; then marks, tatweel and controls off; then letters.
 */
export function foldWord(word: string): string {
  if (PLAIN_ARABIC.test(word)) return word;
  if (SIMPLE_ARABIC.test(word)) return word.replace(FOLDING, foldLetter);
  return foldLetters([...toSeen(word)]).join("");
}

/** Folds running text and keeps, for each unit of the result, where it came from. */
export function fold(text: string): Folded {
  const single = foldSingly(text);
  if (single !== null) return { text: single, offsets: placesTo(text.length) };
  return foldWords(text);
}

/** Folds running text where no one asks for the way back. */
export function foldText(text: string): string {
  return foldSingly(text) ?? foldWords(text).text;
}

/** Folds the words that need it cluster by cluster, and only them: no letter's form hangs on what is beyond a space. */
function foldWords(text: string): Folded {
  const offsets: number[] = [];
  let folded = "";
  for (let from = 0; from < text.length; ) {
    const space = text.indexOf(" ", from);
    const to = space === -1 ? text.length : space + 1;
    const word = text.slice(from, to);
    const single = foldSingly(word);
    const own = single === null ? foldClusters(word) : null;
    folded += own === null ? single : own.text;
    const count = own === null ? word.length : own.text.length;
    for (let at = 0; at < count; at += 1) offsets.push(from + (own?.offsets[at] ?? at));
    from = to;
  }
  offsets.push(text.length);
  return { text: folded, offsets };
}

function foldClusters(text: string): Folded {
  const seen: string[] = [];
  const starts: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    for (const letter of toSeen(cluster)) {
      seen.push(letter);
      starts.push(index);
    }
  }
  const offsets: number[] = [];
  const letters = foldLetters(seen);
  letters.forEach((letter, at) => {
    for (let unit = 0; unit < letter.length; unit += 1) offsets.push(starts[at] ?? 0);
  });
  offsets.push(text.length);
  return { text: letters.join(""), offsets };
}

/** As many places as most lines have, to be copied. */
const PLACES: readonly number[] = Array.from({ length: 1024 }, (_, at) => at);

/** The way back where every letter stayed at its place. */
function placesTo(end: number): readonly number[] {
  if (end < PLACES.length) return PLACES.slice(0, end + 1);
  return Array.from({ length: end + 1 }, (_, at) => at);
}

/** Latin, Cyrillic, Arabic and general punctuation. */
const RANGES = [
  [0, 0x180],
  [0x400, 0x460],
  [0x600, 0x700],
  [0x2000, 0x2070],
] as const;
/** Hamzas whose spelling hangs on their neighbors. */
const HANGING = /[\u0621\u0624\u0626]/u;
const MARK = /\p{M}/u;

/** Letters that become one each, whatever stands beside them. */
const SINGLE: readonly (string | undefined)[] = singleLetters();

/** The same by codes. */
const UNKNOWN = 0xffff;
const FOLD_OF_CODE: Uint16Array = Uint16Array.from(
  SINGLE,
  (letter) => letter?.charCodeAt(0) ?? UNKNOWN,
);

function singleLetters(): (string | undefined)[] {
  const single: (string | undefined)[] = new Array(0x2070).fill(undefined);
  for (const [from, to] of RANGES) {
    for (let code = from; code < to; code += 1) {
      const letter = String.fromCharCode(code);
      if (HANGING.test(letter) || MARK.test(letter)) continue;
      const { text } = foldClusters(letter);
      if (text.length === 1) single[code] = text;
    }
  }
  return single;
}

/** Folds a text of which every letter becomes one; null when it has a mark, or a letter that its neighbors change. ASCII has neither: lower case is all. */
function foldSingly(text: string): string | null {
  if (ASCII.test(text)) return text.toLowerCase();
  for (let at = 0; at < text.length; at += 1) {
    if ((FOLD_OF_CODE[text.charCodeAt(at)] ?? UNKNOWN) === UNKNOWN) return null;
  }
  let folded = "";
  let copied = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (FOLD_OF_CODE[code] === code) continue;
    folded += text.slice(copied, at) + SINGLE[code];
    copied = at + 1;
  }
  return copied === 0 ? text : folded + text.slice(copied);
}
