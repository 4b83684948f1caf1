import { foldWord } from "./fold.ts";

/** A table word as it stands in a text: which particles are joined to it, and whether it has the article. */
export interface Prefixed<Word> {
  readonly word: Word;
  /** A joined و or ف. */
  readonly and: boolean;
  /** A joined ب, ل or ك. */
  readonly to: "" | "ب" | "ل" | "ك";
  readonly definite: boolean;
  /** How many letters of the token belong to joined particles, the article not among them. */
  readonly joined: number;
}

interface Particles {
  readonly letters: string;
  readonly and: boolean;
  readonly to: "" | "ب" | "ل" | "ك";
}

const PARTICLES: readonly Particles[] = [
  { letters: "", and: false, to: "" },
  { letters: "و", and: true, to: "" },
  { letters: "ف", and: true, to: "" },
  { letters: "ب", and: false, to: "ب" },
  { letters: "ل", and: false, to: "ل" },
  { letters: "ك", and: false, to: "ك" },
  { letters: "وب", and: true, to: "ب" },
  { letters: "ول", and: true, to: "ل" },
  { letters: "فب", and: true, to: "ب" },
];

const ARTICLE = "ال";

/** One word of a table: its spellings with spaces between, and what may not be joined to it. */
export interface WordRow<Word> {
  readonly forms: string;
  readonly word: Word;
  /** Only و may be joined to it: with another particle it would be another word («باب», «لست»). */
  readonly alone?: boolean;
}

/**
 * Every form of every row, with و ف ب ل ك and the article joined, to its row: one look-up tells a token. A form a row writes
 * itself wins over one that is put together; earlier rows win over later ones. Forms that begin with the article keep it. Each
 * entry is written out with its parts in one order, so that the engine knows them all by one shape.
 */
export function indexWords<Word>(
  rows: readonly WordRow<Word>[],
): ReadonlyMap<string, Prefixed<Word>> {
  const index = new Map<string, Prefixed<Word>>();
  const forms = rows.flatMap(({ forms: written, word, alone }) =>
    written.split(" ").map((form) => ({ form: foldWord(form), word, alone: alone === true })),
  );
  const add = ([key, entry]: readonly [string, Prefixed<Word>]) => {
    if (!index.has(key)) index.set(key, entry);
  };
  for (const { form, word } of forms)
    add([form, { word, and: false, to: "", definite: isDefinite(form), joined: 0 }]);
  for (const { form, word, alone } of forms)
    for (const entry of alone ? withWaw(form, word) : withParticles(form, word)) add(entry);
  return index;
}

function withWaw<Word>(form: string, word: Word): [string, Prefixed<Word>][] {
  return [[`و${form}`, { word, and: true, to: "", definite: isDefinite(form), joined: 1 }]];
}

function withParticles<Word>(form: string, word: Word): [string, Prefixed<Word>][] {
  const entries: [string, Prefixed<Word>][] = [];
  for (const { letters, and, to } of PARTICLES) {
    if (!isDefinite(form))
      entries.push([letters + form, { word, and, to, definite: false, joined: letters.length }]);
    const definite = isDefinite(form) ? form : ARTICLE + form;
    // ل swallows the article's alef, and is then one with it: of «ولليوم» only the و is cut off.
    const isLam = to === "ل";
    const key = isLam ? letters + definite.slice(1) : letters + definite;
    const joined = isLam ? letters.length - 1 : letters.length;
    entries.push([key, { word, and, to, definite: true, joined }]);
  }
  return entries;
}

function isDefinite(form: string): boolean {
  return form.length > 4 && form.startsWith(ARTICLE);
}
