import { codeAt, isLetter, OTHER } from "./letter-codes.ts";
import { LETTERS_OF_LANGUAGES, WORDS_OF_LANGUAGES } from "./tables/language-marks.ts";
import { wordsOf } from "./token-words.ts";
import { type Token, tokenize } from "./tokens.ts";
import { factOf, type Word } from "./word.ts";

/** What a text is told by: its first part is enough. */
const LOOKED_AT = 800;
const LEAST_LETTERS = 8;
const MAJORITY = 0.5;
/** One word in this many must be one of the language's own, for scripts that many languages share. */
const LEAST_WORD_SHARE = 0.04;

type Script = "arabic" | "latin" | "cyrillic" | "hebrew" | "greek" | "han";

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ["arabic", /^\p{Script=Arabic}/u],
  ["latin", /^\p{Script=Latin}/u],
  ["cyrillic", /^\p{Script=Cyrillic}/u],
  ["hebrew", /^\p{Script=Hebrew}/u],
  ["greek", /^\p{Script=Greek}/u],
  ["han", /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
];

/** Where the script alone decides. */
const LANGUAGE_OF_SCRIPT: Readonly<Partial<Record<Script, string>>> = { hebrew: "he", greek: "el" };

const LETTER = /^\p{L}/u;
/**
 * The language of a text as an ISO 639 code, or "und" when the text does not tell. Arabic unless its letters or words speak against
 * it. Who has the text's tokens already may give them.
 */
export function guessLanguage(text: string, tokens?: readonly Token[]): string {
  const start = text.slice(0, LOOKED_AT);
  const { letters, scripts, special } = countLetters(start);
  if (letters < LEAST_LETTERS) return "und";
  const script = SCRIPTS.map(([name]) => name).find(
    (name) => (scripts.get(name) ?? 0) / letters > MAJORITY,
  );
  if (script === undefined || script === "han") return "und";
  const known =
    LANGUAGE_OF_SCRIPT[script] ?? (special ? languageOfLetters(start, script, letters) : undefined);
  return known ?? languageOfWords(tokens ?? tokenize(start), script);
}

interface LetterCount {
  readonly letters: number;
  readonly scripts: ReadonlyMap<Script, number>;
  /** Whether there are letters beside those of ordinary Arabic. */
  readonly special: boolean;
}

function countLetters(text: string): LetterCount {
  const scripts = new Map<Script, number>();
  let letters = 0;
  let arabic = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = codeAt(text, at);
    if (isLetter(code)) arabic += 1;
    if (code !== OTHER) continue;
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += character.length - 1;
    if (!LETTER.test(character)) continue;
    letters += 1;
    const script = SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0];
    if (script !== undefined) scripts.set(script, (scripts.get(script) ?? 0) + 1);
  }
  scripts.set("arabic", (scripts.get("arabic") ?? 0) + arabic);
  return { letters: letters + arabic, scripts, special: letters > 0 };
}

function languageOfLetters(text: string, script: Script, letters: number): string | undefined {
  return LETTERS_OF_LANGUAGES.find(
    (row) => row.script === script && (text.match(row.letters)?.length ?? 0) / letters >= row.share,
  )?.language;
}

function languageOfWords(tokens: readonly Token[], script: Script): string {
  const counts = new Int32Array(WORDS_OF_LANGUAGES.length);
  const words = wordsOf(tokens);
  let looked = 0;
  for (; looked < tokens.length && (tokens[looked] as Token).end <= LOOKED_AT; looked += 1)
    for (const row of rowsOf(words[looked] as Word)) counts[row] = (counts[row] as number) + 1;
  let best = script === "arabic" ? "ar" : "und";
  let most = script === "arabic" ? 0 : LEAST_WORD_SHARE * looked;
  WORDS_OF_LANGUAGES.forEach((row, at) => {
    const count = counts[at] as number;
    if (row.script !== script || count <= most) return;
    best = row.language;
    most = count;
  });
  return best;
}

const NO_ROWS: readonly number[] = [];

const ROWS_OF_WORDS = new Map<string, number[]>();
for (const [row, { words }] of WORDS_OF_LANGUAGES.entries())
  for (const word of words) ROWS_OF_WORDS.set(word, [...(ROWS_OF_WORDS.get(word) ?? []), row]);

/** The rows of languages that have a word. */
const rowsOf = factOf<readonly number[]>((folded) => ROWS_OF_WORDS.get(folded) ?? NO_ROWS, NO_ROWS);
