import { factOf, foldWord, type Token, tokenize, type Word, wordsOf } from "../text/index.ts";
import { ADJECTIVE_NAMES, AGENCIES, UNNAMED_WIRES } from "./tables/agencies.ts";

/** An agency found in a text; `key` is null for «وكالات», which names nobody. Offsets are UTF-16 units of the text searched. */
export interface FoundAgency {
  readonly key: string | null;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface Form {
  readonly words: readonly string[];
  readonly key: string | null;
  readonly name: string;
}

const foldedOf = (text: string): string[] => tokenize(text).map(({ folded }) => folded);

const FORMS: readonly Form[] = [
  ...AGENCIES.flatMap(({ key, name, forms }) =>
    forms.map((form) => ({ words: foldedOf(form), key, name })),
  ),
  ...UNNAMED_WIRES.map((form) => ({ words: foldedOf(form), key: null, name: "وكالات" })),
].sort((a, b) => b.words.length - a.words.length);

const FORMS_BY_FIRST = new Map<string, Form[]>();
for (const form of FORMS) {
  const first = form.words[0] ?? "";
  FORMS_BY_FIRST.set(first, [...(FORMS_BY_FIRST.get(first) ?? []), form]);
}

const ADJECTIVES: ReadonlySet<string> = new Set(ADJECTIVE_NAMES.map(foldWord));
const FULL_NAMES: ReadonlyMap<string, string> = new Map(
  AGENCIES.map(({ key, fullName }) => [key, fullName]),
);

/** An agency's name in full by its key; null for a key of no agency. */
export function agencyFullName(key: string): string | null {
  return FULL_NAMES.get(key) ?? null;
}

/** Names this short are words too («وفا», «كونا»): in prose they count only after «وكالة» or in brackets or quotation marks. */
const SHORT_NAME = 5;
const AGENCY_WORD: ReadonlySet<string> = new Set(
  ["وكاله", "لوكاله", "وكالتي", "الوكاله", "ووكاله"].map(foldWord),
);
const OPENING = /[(«"“[]\s*$/u;
const CLITICS = /^[وفلب]{1,2}(?=.{3})/u;
/** How much before a name tells what it is. */
const LOOK_BACK = 3;

/** The agencies a credit line names, in order. */
export function findAgencies(text: string): FoundAgency[] {
  return findForms(tokenize(text), () => true);
}

/** The first agency a credit line names; null when it names none. */
export function findAgency(text: string): FoundAgency | null {
  return findAgencies(text)[0] ?? null;
}

/** The agencies that running text mentions, names that are also words only where their surroundings say so. */
export function findAgenciesInProse(
  text: string,
  tokens: readonly Token[] = tokenize(text),
): FoundAgency[] {
  return findForms(tokens, (form, at) => {
    if (form.key === null) return false;
    const length = form.words.join("").length;
    const isPlain = length >= SHORT_NAME && form.words.every((word) => word.length > 1);
    if (isPlain && !ADJECTIVES.has(form.words[0] ?? "")) return true;
    const token = tokens[at];
    if (token === undefined) return false;
    const before = tokens[at - 1]?.folded ?? "";
    return (
      AGENCY_WORD.has(before) ||
      OPENING.test(text.slice(Math.max(0, token.start - LOOK_BACK), token.start))
    );
  });
}

function findForms(
  tokens: readonly Token[],
  accepts: (form: Form, at: number) => boolean,
): FoundAgency[] {
  const found: FoundAgency[] = [];
  const words = wordsOf(tokens);
  for (let at = 0; at < tokens.length; at += 1) {
    const form = formAt(formsFrom(words[at] as Word), tokens, at, accepts);
    if (form === null) continue;
    const last = tokens[at + form.words.length - 1];
    found.push({
      key: form.key,
      name: form.name,
      start: tokens[at]?.start ?? 0,
      end: last?.end ?? 0,
    });
    at += form.words.length - 1;
  }
  return found;
}

const NO_FORMS: readonly Form[] = [];

/** The forms that a word may open, with or without particles joined to it. */
const formsFrom = factOf((written): readonly Form[] => {
  const bare = CLITICS.test(written) ? written.replace(CLITICS, "") : written;
  return FORMS_BY_FIRST.get(written) ?? FORMS_BY_FIRST.get(bare) ?? NO_FORMS;
}, NO_FORMS);

function formAt(
  forms: readonly Form[],
  tokens: readonly Token[],
  at: number,
  accepts: (form: Form, at: number) => boolean,
): Form | null {
  if (forms.length === 0) return null;
  return forms.find((form) => isAt(form, tokens, at) && accepts(form, at)) ?? null;
}

function isAt(form: Form, tokens: readonly Token[], at: number): boolean {
  return form.words.every((word, k) => k === 0 || tokens[at + k]?.folded === word);
}
