import { foldWord } from "../fold.ts";
import { indexWords, type Prefixed } from "../prefixed-words.ts";
import { stem } from "../stem.ts";
import { isFunctionWord } from "../stop-words.ts";
import { COUNTED_NOUNS, UNCOUNTED_WORDS } from "../tables/counted-nouns.ts";
import { BEH_PHRASES, LAM_NOUNS, YEH_NOUNS } from "../tables/numbered.ts";
import {
  CURRENCY_LETTERS,
  CURRENCY_NATIONS,
  CURRENCY_SIGNS,
  TWO_WORD_UNITS,
  UNITS,
} from "../tables/units.ts";
import { isNear, numberWord, type ReadNumber, type Source, tokenAfter } from "./read-number.ts";

/** What a number is of. */
export interface Measured {
  readonly unit?: string;
  readonly of?: string;
  /** Where the words that say so end. */
  readonly end: number;
  readonly next: number;
}

interface Noun {
  readonly name: string;
  readonly kind: "money" | "measure" | "time" | "counted";
}

const NOUNS = indexWords<Noun>([
  ...UNITS.map(({ name, kind, forms, dual }) => ({
    forms: dual === undefined ? forms : `${forms} ${dual}`,
    word: { name, kind },
  })),
  ...COUNTED_NOUNS.map(({ of, forms, dual }) => ({
    forms: dual === undefined ? forms : `${forms} ${dual}`,
    word: { name: of, kind: "counted" as const },
  })),
]);

/** What two are of. */
type Two = { readonly of: string } | { readonly unit: string };

const DUALS = indexWords<Two>(
  [
    ...COUNTED_NOUNS.map(({ of, dual }) => ({ dual, word: { of } })),
    ...UNITS.map(({ name, dual }) => ({ dual, word: { unit: name } })),
  ].flatMap(({ dual, word }) => (dual === undefined ? [] : [{ forms: dual, word }])),
);

const NATIONS: ReadonlySet<string> = new Set(CURRENCY_NATIONS.map(foldWord));
const PERCENT_WORDS: ReadonlySet<string> = new Set(["بالمئة", "بالمائة", "بالمية"].map(foldWord));
const HUNDRED_WORDS: ReadonlySet<string> = new Set(["المئة", "المائة", "المية"].map(foldWord));
const MONEY: ReadonlySet<string> = new Set(
  UNITS.filter(({ kind }) => kind === "money").map(({ name }) => name),
);
const UNCOUNTED: ReadonlySet<string> = new Set(UNCOUNTED_WORDS.map(foldWord));
const SECOND_WORDS: ReadonlyMap<string, string> = new Map(
  TWO_WORD_UNITS.flatMap(([first, second, name]) =>
    second.split(" ").map((form) => [`${first} ${foldWord(form)}`, name] as const),
  ),
);
const LAM: ReadonlySet<string> = new Set(LAM_NOUNS.map(foldWord));
const YEH: ReadonlySet<string> = new Set(YEH_NOUNS.map(foldWord));
const BEH: ReadonlySet<string> = new Set(BEH_PHRASES.map(foldWord));
const BEH_WITH_ARTICLE = /^بال(?!غ|ون)/u;
const LEAST_YEAR = 1900;
const MOST_YEAR = 2100;
/** After eleven to ninety-nine a noun is singular; with ة its form tells it, without its accusative alef («يا» ends lands). */
const SINGULAR = /(?:ه|[^ي]ا)$/u;
/** «لحما», «لوحا»; «لهما» and «لهذا» are the particle, as is more with other letters («لروما», «لمدرسة»). */
const LAM_SINGULAR = /^ل[^هك].ا$/u;
const TANWIN = /\u064B/u;
const LETTERS: ReadonlyMap<string, string> = new Map(CURRENCY_LETTERS);
const TWO_LETTERS = /^[ \u00A0]?(\p{L}) ?\. ?(\p{L})(?!\p{L})/u;
const LONGEST_LETTERS = 7;
/** A sign apart from its number, and of none that follows. */
const SIGN_APART = /^[ \u00A0](\p{Sc})(?!\s?\p{Nd})/u;
const PERCENT = /^[ \u00A0]?[%٪]/u;
const BRACKET_GAP = /^\)[ \u00A0]$/u;
const NOUN_GAP = /^[\s)»"”-]{0,3}$/u;
const BELOW_ZERO: ReadonlySet<string> = new Set(["الصفر"]);
const NEARER = /^(?:[وفب]?ال..|لل..|في$)/u;
const TANWIN_ALEF = /ا$/u;
const UNSEEN = /[\p{Mn}\p{Cf}\u0640]/gu;
const LOOKED_BACK = 5;
const SENTENCE_END = /[.!؟?\n]/u;

/** The noun a token is of the tables. */
export function nounAt(source: Source, at: number): Prefixed<Noun> | undefined {
  const token = source.tokens[at];
  return token?.kind === "word" ? NOUNS.get(token.folded) : undefined;
}

/** Two of something, said by the noun alone: «قتيلان». */
export function dualAt({ tokens }: Source, at: number): Prefixed<Two> | undefined {
  const token = tokens[at];
  return token?.kind === "word" ? DUALS.get(token.folded) : undefined;
}

/** Whether a folded word says two of something. */
export function isDual(folded: string): boolean {
  return DUALS.has(folded);
}

/** What stands after a number and says what it is of. */
export function readMeasured(source: Source, number: ReadNumber): Measured {
  const none: Measured = { end: number.end, next: number.next };
  return (
    readPercent(source, number) ??
    readSign(source, number) ??
    readKnown(source, number) ??
    readUnknown(source, number) ??
    readBefore(source, number) ??
    none
  );
}

function readPercent({ text, tokens }: Source, number: ReadNumber): Measured | null {
  const { end, next } = number;
  const sign = PERCENT.exec(text.slice(end, end + 2));
  if (sign !== null) return { unit: "%", end: end + sign[0].length, next };
  if (text[number.start - 1] === "%" || text[number.start - 1] === "٪")
    return { unit: "%", end, next };
  const [first, second] = [tokens[next], tokens[next + 1]];
  if (first !== undefined && PERCENT_WORDS.has(first.folded) && first.start - end <= 2)
    return { unit: "%", end: first.end, next: next + 1 };
  if (first?.folded !== "في" || second === undefined || !HUNDRED_WORDS.has(second.folded))
    return null;
  return first.start - end <= 2 ? { unit: "%", end: second.end, next: next + 2 } : null;
}

function readSign(source: Source, { start, end, next }: ReadNumber): Measured | null {
  const { text } = source;
  const after = CURRENCY_SIGNS[text[end] ?? ""];
  if (after !== undefined) return { unit: after, end: end + 1, next };
  const before = CURRENCY_SIGNS[text[start - 1] ?? ""];
  if (before !== undefined) return { unit: before, end, next };
  const sign = CURRENCY_SIGNS[SIGN_APART.exec(text.slice(end, end + 4))?.[1] ?? ""];
  return sign === undefined ? readLetters(source, end, next) : { unit: sign, end: end + 2, next };
}

/** «300 ر.س», «20 ج. م». */
function readLetters({ text, tokens }: Source, end: number, next: number): Measured | null {
  const found = TWO_LETTERS.exec(text.slice(end, end + LONGEST_LETTERS));
  const unit = found === null ? undefined : LETTERS.get(`${found[1]}.${found[2]}`);
  if (found === null || unit === undefined) return null;
  const after = end + found[0].length;
  return { unit, end: after, next: tokenAfter(tokens, next, after) };
}

function readKnown(source: Source, number: ReadNumber): Measured | null {
  const { text, tokens } = source;
  const token = tokens[number.next];
  const noun = nounAt(source, number.next);
  if (token === undefined || noun === undefined || noun.and || noun.to !== "") return null;
  if (noun.definite && !(number.definite || number.value >= 1000 || number.value < 1)) return null;
  if (!NOUN_GAP.test(text.slice(number.end, token.start))) return null;
  const { name, kind } = noun.word;
  const found = { end: token.end, next: number.next + 1 };
  if (kind === "counted") return { of: name, ...found };
  if (kind === "measure") return withSecondWord(source, name, token.folded, found);
  const nation = kind === "money" ? tokens[found.next] : undefined;
  if (nation === undefined || !NATIONS.has(nation.folded) || !isNear(source, found.next))
    return { unit: name, ...found };
  const whose = text.slice(nation.start, nation.end).replace(UNSEEN, "");
  return { unit: `${name} ${whose}`, end: nation.end, next: found.next + 1 };
}

/** «كيلو متر», «متر مربع», and both: «كيلو متر مربع». */
function withSecondWord(
  source: Source,
  unit: string,
  written: string,
  { end, next }: { readonly end: number; readonly next: number },
): Measured {
  const token = source.tokens[next];
  const second = token?.folded ?? "";
  const whole = SECOND_WORDS.get(`${written} ${second}`) ?? SECOND_WORDS.get(`${unit} ${second}`);
  if (token === undefined || whole === undefined || !isNear(source, next))
    return { unit, end, next };
  return withSecondWord(source, whole, whole, { end: token.end, next: next + 1 });
}

/** A noun of no table, as it is written; after eleven and up its accusative alef is off. */
function readUnknown(source: Source, number: ReadNumber): Measured | null {
  const { next, value, end, definite } = number;
  const token = source.tokens[next];
  if (token?.kind !== "word" || value < 2 || definite) return null;
  if (!isNear(source, next) && !isBehindBracket(source.text, number, token.start)) return null;
  const { folded } = token;
  const raw = source.text.slice(token.start, token.end);
  const isCounted = isCountedForm(raw, folded, value);
  if (!isNoun(folded, isCounted) || numberWord(token) !== undefined) return null;
  if (isYearLike(number) && !SINGULAR.test(folded) && !TANWIN.test(raw)) return null;
  const written = raw.replace(UNSEEN, "");
  const isAccusative = value % 100 > 10 && written.length > 3;
  return { of: isAccusative ? written.replace(TANWIN_ALEF, "") : written, end, next };
}

/** «(10) منشآت». */
function isBehindBracket(text: string, { start, end }: ReadNumber, noun: number): boolean {
  return text[start - 1] === "(" && BRACKET_GAP.test(text.slice(end, noun));
}

/** Whether a word that begins with a particle's or a verb's letter has a form that only what is counted has: «20 لحما», «3000 يزيدية». */
function isCountedForm(raw: string, folded: string, value: number): boolean {
  const isSingular = value % 100 > 10;
  if (folded.startsWith("ل")) return isSingular && (LAM_SINGULAR.test(folded) || TANWIN.test(raw));
  if (!folded.startsWith("ي")) return false;
  const written = raw.replace(UNSEEN, "");
  return value > 10 && (written.endsWith("ة") || (isSingular && written.endsWith("ا")));
}

function isNoun(folded: string, isCounted: boolean): boolean {
  return (
    !folded.endsWith("وا") &&
    folded.length >= 3 &&
    !folded.startsWith("ال") &&
    (isCounted || !isJoined(folded)) &&
    !isFunctionWord(folded) &&
    !UNCOUNTED.has(folded)
  );
}

/** «مهرجان 2018 فيلم كذا»: as likely a year, where the noun does not have the form it has after such a number. */
function isYearLike({ plain, value, start, end }: ReadNumber): boolean {
  const isFour = plain && end - start === 4;
  return isFour && value >= LEAST_YEAR && value <= MOST_YEAR && value % 100 !== 0;
}

/** «قتل ثلاثة وأصيب …»: a word that و joins, and none whose first letter it is («وحدة»). */
function isJoined(folded: string): boolean {
  if (folded.startsWith("ل")) return !LAM.has(folded);
  if (folded.startsWith("ي")) return !YEH.has(folded);
  if (folded.startsWith("ب")) return BEH.has(folded) || BEH_WITH_ARTICLE.test(folded);
  return folded.startsWith("و") && !stem(folded).startsWith("و");
}

/** «عدد القتلى إلى 27», «قتيل واحد»: the noun stands before. */
function readBefore(source: Source, number: ReadNumber): Measured | null {
  const first = tokenIndexBefore(source, number);
  for (let at = first; at >= 0 && first - at < LOOKED_BACK; at -= 1) {
    const noun = nounAt(source, at);
    if (isBeyond(source, at, number, noun !== undefined)) return null;
    if (noun?.word.kind !== "counted") continue;
    const isCounted = noun.definite || (at === first && number.value === 1);
    return isCounted ? { of: noun.word.name, end: number.end, next: number.next } : null;
  }
  return null;
}

/** Whether a number cannot be of what stands before a token: a sentence ends there, or it is of what is nearer («اللاعب في الدقيقة 30»). */
function isBeyond({ text, tokens }: Source, at: number, number: ReadNumber, isNoun: boolean) {
  const token = tokens[at];
  if (token === undefined || SENTENCE_END.test(text.slice(token.end, number.start))) return true;
  if (token.kind === "number" || numberWord(token) !== undefined) return true;
  return !isNoun && NEARER.test(token.folded);
}

function tokenIndexBefore({ tokens }: Source, { start, next }: ReadNumber): number {
  let at = next - 1;
  for (let token = tokens[at]; token !== undefined && token.start >= start; token = tokens[at])
    at -= 1;
  // A joined particle is part of the number's own token.
  return (tokens[at]?.end ?? 0) > start ? at - 1 : at;
}

/** «خمس درجات تحت الصفر». */
export function isBelowZero(source: Source, { next }: Measured): boolean {
  const [under, zero] = [source.tokens[next], source.tokens[next + 1]];
  return under?.folded === "تحت" && BELOW_ZERO.has(zero?.folded ?? "");
}

/** The value of a number by what it is of: «10.000 قتيل» is ten thousand, «10.000 متر» is ten. */
export function toValue({ value, grouped }: ReadNumber, { of, unit }: Measured): number {
  if (grouped === undefined) return value;
  const isMoney = unit !== undefined && MONEY.has(unit.split(" ")[0] ?? "");
  return of !== undefined || isMoney ? grouped : value;
}
