import { foldLetter } from "./letters.ts";

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
/** The common case by far, told apart by one pass of the regex engine. */
const PLAIN_ARABIC = /^[ءابتثجحخدذرزسشصضطظعغفقكلمنهوي]+$/u;
const HAMZA_ON_YEH_BEFORE_WAW = /ئو/gu;
const ACCENTED_LATIN = /[\u00C0-\u024F\u1E00-\u1EFF]/u;

function foldNormalized(text: string): string {
  const composed = text.normalize("NFKC");
  const plain = ACCENTED_LATIN.test(composed) ? composed.normalize("NFD") : composed;
  let out = "";
  for (const letter of plain.replace(UNSEEN, "").toLowerCase()) out += foldLetter(letter);
  return out;
}

/**
 * The form of one word used to compare it; never shown to a reader.
 * Order: NFKC on the whole word, then marks and tatweel off, then letters. «مسئول» and «مسؤول» agree because
 * YEH WITH HAMZA before WAW is the Egyptian spelling of WAW WITH HAMZA.
 */
export function foldWord(word: string): string {
  if (PLAIN_ARABIC.test(word)) return word;
  return foldNormalized(word.normalize("NFKC").replace(HAMZA_ON_YEH_BEFORE_WAW, "وو"));
}

/** Folds running text and keeps, for each unit of the result, where it came from. */
export function fold(text: string): Folded {
  let out = "";
  const offsets: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const followedByWaw = text.startsWith("و", index + cluster.length);
    const folded =
      followedByWaw && cluster.normalize("NFKC") === "ئ" ? "و" : foldNormalized(cluster);
    for (let i = 0; i < folded.length; i += 1) offsets.push(index);
    out += folded;
  }
  offsets.push(text.length);
  return { text: out, offsets };
}
