import { foldWord } from "../fold.ts";
import { numberWord, type ReadNumber, readNumber, type Source } from "../number/read-number.ts";
import { indexWords, type Prefixed } from "../prefixed-words.ts";
import { DOUBTFUL_MONTHS } from "../tables/doubtful-months.ts";
import { GREGORIAN_MONTHS, HIJRI_MONTHS } from "../tables/months.ts";
import { ORDINALS, TIME_ROWS, type TimeWord } from "../tables/time-words.ts";
import { wordsOf } from "../token-words.ts";
import type { Token } from "../tokens.ts";
import { factOf, type Word } from "../word.ts";
import type { Draft, Reference } from "./time.ts";

/** A month as named. */
export type Month = Extract<TimeWord, { readonly is: "month" }>;

/** An expression as read, not yet resolved. */
export interface Reading {
  readonly draft: Draft;
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** A text with what each of its tokens says about time, and the time it was published. */
export interface Context extends Source {
  readonly words: readonly (Prefixed<TimeWord> | undefined)[];
  /** The words of all its tokens. */
  readonly all: readonly Word[];
  readonly reference: Reference | null;
  /** What has been read from a token on, so that it is not read again for the next kind of expression. */
  readonly read: (Reading | null | undefined)[];
  /** The numbers that have been read, likewise. */
  readonly numbers: (ReadNumber | null | undefined)[];
  /** The years of Gregorian months that the text has told so far, by the month. */
  readonly toldYears: Map<number, number>;
}

const DOUBTFUL: ReadonlySet<string> = new Set(DOUBTFUL_MONTHS);
const NAMED_MONTHS = [
  ...GREGORIAN_MONTHS.map((row) => ({ row, hijri: false })),
  ...HIJRI_MONTHS.map((row) => ({ row, hijri: true })),
].flatMap(({ row: [month, names], hijri }) =>
  names.map((name) => {
    const word: Month = { is: "month", month, hijri, doubtful: DOUBTFUL.has(name) };
    return { name, word };
  }),
);

const INDEX = indexWords<TimeWord>([
  ...TIME_ROWS.map(([forms, word, alone]) => ({ forms, word, alone: alone !== undefined })),
  ...NAMED_MONTHS.filter(({ name }) => !name.includes(" ")).map(({ name, word }) => ({
    forms: name,
    word,
    alone: word.doubtful,
  })),
]);

/** Months of two words, by their first word: «تشرين» to «الأول» and «الثاني». */
const LEADS = indexWords<ReadonlyMap<string, Month>>(
  [...new Set(NAMED_MONTHS.flatMap(({ name }) => name.split(" ").slice(0, -1)))].map((lead) => ({
    forms: lead,
    word: new Map(
      NAMED_MONTHS.filter(({ name }) => name.startsWith(`${lead} `)).map(({ name, word }) => [
        foldWord(name.split(" ")[1] ?? ""),
        word,
      ]),
    ),
  })),
);

const ORDINAL_INDEX = indexWords<number>(
  ORDINALS.map(([value, forms]) => ({ forms, word: value })),
);
const FIRST_OF_ELEVEN: ReadonlySet<string> = new Set(["حادي", "حاديه"]);

/** Every form of an ordinal, and of the first half of a month of two words, which has no article: «الذي» is no «ذي الحجة». */
export function ordinalAndMonthForms(): Iterable<string> {
  const leads = [...LEADS].flatMap(([form, { definite }]) => (definite ? [] : [form]));
  return [...ORDINAL_INDEX.keys(), ...leads];
}

const timeWord = factOf((folded) => INDEX.get(folded) ?? null, null);

/** Whether a folded word is an ordinal, with or without what may be joined to it. */
export function isOrdinal(folded: string): boolean {
  return ORDINAL_INDEX.has(folded);
}

/** Looks every token up once. */
export function toContext(source: Source, reference: Reference | null): Context {
  const { text, tokens } = source;
  const all = wordsOf(tokens);
  const words: (Prefixed<TimeWord> | undefined)[] = [];
  for (let at = 0; at < tokens.length; at += 1)
    words.push(
      tokens[at]?.kind === "number" ? undefined : (timeWord(all[at] as Word) ?? undefined),
    );
  // As long as they will be: a list that is written to here and there is of another shape every time.
  const read = new Array<Reading | null | undefined>(tokens.length).fill(undefined);
  const numbers = new Array<ReadNumber | null | undefined>(tokens.length).fill(undefined);
  return { text, tokens, words, all, reference, read, numbers, toldYears: new Map() };
}

/** What the word at a token says; undefined for nothing about time. */
export function wordAt({ words }: Context, at: number): TimeWord | undefined {
  return words[at]?.word;
}

/** Whether a token has the article. */
export function isDefinite({ words }: Context, at: number): boolean {
  return words[at]?.definite === true;
}

const SPACES = " \u00A0\u0640\u200F\u200E";
const MARKS = "،,()-–/";
const SPACE = 0x20;

/** What parts a token from the one before it: only space, one light mark, or a break in the sentence. */
export function jointAt({ text, tokens }: Source, at: number): "space" | "mark" | "break" {
  const before = tokens[at - 1];
  const token = tokens[at];
  if (before === undefined || token === undefined) return "break";
  const isOneSpace = token.start - before.end === 1 && text.charCodeAt(before.end) === SPACE;
  return isOneSpace ? "space" : jointOf(text, before, token);
}

function jointOf(text: string, before: Token, token: Token): "space" | "mark" | "break" {
  let marks = 0;
  for (let i = before.end; i < token.start; i += 1) {
    const letter = text[i] ?? "";
    if (SPACES.includes(letter)) continue;
    if (letter === "." && before.kind === "number" && text[i + 1] === " ") marks += 1;
    else if (MARKS.includes(letter)) marks += 1;
    else return "break";
  }
  return marks === 0 ? "space" : marks <= 2 ? "mark" : "break";
}

/** After «العام» these say that it is another than the running one: «العام نفسه», «العام المالي». */
const OTHERS: ReadonlySet<string> = new Set(
  "نفسه نفسها ذاته ذاتها عينه عينها الذي التي المالي الماليه الدراسي الدراسيه الهجري الهجريه الفضيل الكريم المبارك".split(
    " ",
  ),
);

/** Whether a token is «العام», «السنة» or «الشهر» alone, which is the running one. */
export function isRunning(context: Context, at: number, unit: "month" | "year"): boolean {
  const word = wordAt(context, at);
  if (word?.is !== "unit" || word.unit !== unit || word.count !== "one") return false;
  return isDefinite(context, at) && !OTHERS.has(context.tokens[at + 1]?.folded ?? "");
}

/** What the word at a token says where only space is before it. */
export function near(context: Context, at: number): TimeWord | undefined {
  return jointAt(context, at) === "space" ? wordAt(context, at) : undefined;
}

/** Whether the clause ends before a token. */
export function isClauseEnd(source: Source, at: number): boolean {
  const { text, tokens } = source;
  const before = tokens[at - 1];
  if (before === undefined || at >= tokens.length) return true;
  return (
    jointAt(source, at) === "break" || CLAUSE_MARK.test(text.slice(before.end, before.end + 2))
  );
}

const CLAUSE_MARK = /^ ?[،,)]/u;

/** A month of one word or two that begins at a token. */
export interface FoundMonth {
  readonly month: Month;
  readonly next: number;
}

/** The month named at a token, in one word or two; null for none. */
export function monthAt(context: Context, at: number): FoundMonth | null {
  const word = wordAt(context, at);
  if (word?.is === "month") return { month: word, next: at + 1 };
  const second = context.tokens[at + 1];
  const first = context.tokens[at];
  if (first?.kind !== "word" || second === undefined) return null;
  const lead = LEADS.get(first.folded);
  if (lead === undefined || jointAt(context, at + 1) !== "space") return null;
  const month = lead.word.get(second.folded);
  return month === undefined ? null : { month, next: at + 2 };
}

/** A whole number or ordinal and what follows it. */
export interface Counted {
  readonly value: number;
  readonly next: number;
  readonly definite: boolean;
}

/** The ordinal at a token: «الثالث», «الحادي عشر», «الثالث والعشرون»; null for none. */
export function ordinalAt(source: Source, at: number): Counted | null {
  const { tokens } = source;
  const token = tokens[at];
  const found = token?.kind === "word" ? ORDINAL_INDEX.get(token.folded) : undefined;
  if (found === undefined) return ordinalTens(source, at);
  const { definite } = found;
  const after = numberWord(tokens[at + 1]);
  const near = after !== undefined && jointAt(source, at + 1) === "space";
  if (near && after.word.kind === "ten" && !after.and)
    return { value: found.word + 10, next: at + 2, definite };
  if (near && after.word.kind === "tens" && after.and)
    return { value: found.word + after.word.value, next: at + 2, definite };
  const alone = tokens[at + 1]?.folded === "و" ? numberWord(tokens[at + 2]) : undefined;
  if (alone?.word.kind === "tens")
    return { value: found.word + alone.word.value, next: at + 3, definite };
  if (FIRST_OF_ELEVEN.has(stripArticle(token?.folded ?? ""))) return null;
  return { value: found.word, next: at + 1, definite };
}

/** «العشرون», «للثلاثين»: from twenty on the ordinal is the number with the article. */
function ordinalTens({ tokens }: Source, at: number): Counted | null {
  const found = numberWord(tokens[at]);
  if (found?.word.kind !== "tens" || !found.definite) return null;
  return { value: found.word.value, next: at + 1, definite: true };
}

function stripArticle(folded: string): string {
  return folded.replace(ARTICLE, "");
}

const ARTICLE = /^[وفبلك]?(?:ال|ل)/u;

/** The number at a token, in digits or words, read once; null for none. */
export function numberAt(context: Context, at: number): ReadNumber | null {
  const known = context.numbers[at];
  if (known !== undefined) return known;
  const number = readNumber(context, at);
  context.numbers[at] = number;
  return number;
}

/** A whole number at a token, in digits or words; null for none. */
export function wholeAt(context: Context, at: number): (ReadNumber & Counted) | null {
  const clitic = context.tokens[at]?.kind === "clitic" && jointAt(context, at + 1) === "space";
  const number = numberAt(context, clitic ? at + 1 : at);
  return number !== null && Number.isInteger(number.value) ? number : null;
}
