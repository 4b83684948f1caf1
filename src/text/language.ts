import { LETTERS_OF_LANGUAGES, WORDS_OF_LANGUAGES } from "./tables/language-marks.ts";
import { tokenize } from "./tokens.ts";

/** What a text is told by: its first part is enough. */
const LOOKED_AT = 800;
const LEAST_LETTERS = 8;
const MAJORITY = 0.5;
/** One word in this many must be one of the language's own, for scripts that many languages share. */
const LEAST_WORD_SHARE = 0.04;

type Script = "arabic" | "latin" | "cyrillic" | "hebrew" | "greek" | "han";

const SCRIPTS: Readonly<Record<Script, RegExp>> = {
  arabic: /\p{Script=Arabic}/gu,
  latin: /\p{Script=Latin}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  hebrew: /\p{Script=Hebrew}/gu,
  greek: /\p{Script=Greek}/gu,
  han: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
};

/** Where the script alone decides. */
const LANGUAGE_OF_SCRIPT: Readonly<Partial<Record<Script, string>>> = { hebrew: "he", greek: "el" };

const LETTER = /\p{L}/gu;

/** The language of a text as an ISO 639 code, or "und" when the text does not tell. Arabic unless its letters or words speak against it. */
export function guessLanguage(text: string): string {
  const start = text.slice(0, LOOKED_AT);
  const letters = start.match(LETTER)?.length ?? 0;
  if (letters < LEAST_LETTERS) return "und";
  const script = (Object.keys(SCRIPTS) as Script[]).find(
    (name) => (start.match(SCRIPTS[name])?.length ?? 0) / letters > MAJORITY,
  );
  if (script === undefined || script === "han") return "und";
  return LANGUAGE_OF_SCRIPT[script] ?? languageOfWords(start, script, letters);
}

function languageOfWords(text: string, script: Script, letters: number): string {
  const byLetters = LETTERS_OF_LANGUAGES.find(
    (row) => row.script === script && (text.match(row.letters)?.length ?? 0) / letters >= row.share,
  );
  if (byLetters !== undefined) return byLetters.language;
  const words = tokenize(text).map(({ folded }) => folded);
  let best = script === "arabic" ? "ar" : "und";
  let most = script === "arabic" ? 0 : LEAST_WORD_SHARE * words.length;
  for (const row of WORDS_OF_LANGUAGES) {
    if (row.script !== script) continue;
    const count = words.filter((word) => row.words.has(word)).length;
    if (count <= most) continue;
    best = row.language;
    most = count;
  }
  return best;
}
