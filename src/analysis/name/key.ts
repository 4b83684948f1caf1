import { AGENCIES } from "../../extract/index.ts";
import { foldWord, rememberByWord, tokenize } from "../../text/index.ts";
import { isArabicWord, toWordKey } from "./spelling.ts";
import { COUNTRIES } from "./tables/countries.ts";
import { DROPPED_HEADS } from "./tables/dropped-heads.ts";
import { KNOWN_PEOPLE } from "./tables/known-people.ts";
import { TITLES } from "./tables/name-words.ts";
import { ORGANISATIONS } from "./tables/organisations.ts";
import { PLACES } from "./tables/places.ts";

const ABD = /^عبد(?=ال...)/u;
const ABU = /^(?:ابو|ابي|ابا)(?=..)/u;
const ALLAH = /(?<=..)الله$/u;
const DIN = /(?<=..)الدين$/u;
const DROPPED: ReadonlySet<string> = new Set(DROPPED_HEADS.map(foldWord));
const TITLE: ReadonlySet<string> = new Set(TITLES.map(foldWord));
/** What follows the first word of a title of several: «آية الله», «خادم الحرمين الشريفين», «صاحب السمو الملكي». */
const TITLE_REST: ReadonlySet<string> = new Set(
  [
    "الله",
    "الحرمين",
    "الشريفين",
    "السمو",
    "الملكي",
    "الجلالة",
    "الوزراء",
    "الركن",
    "أول",
    "العام",
  ].map(foldWord),
);
const ABU_ALONE: ReadonlySet<string> = new Set(["ابو", "ابي", "ابا"]);
/** What is shorter has too few letters for a rule to be trusted. */
const SHORTEST_BY_RULE = 4;

/** The words of a name with the joints the press writes or leaves out: «عبدالله» is عبد الله, «أبوظبي» أبو ظبي, «نصرالله» نصر الله. */
export function toNameWords(folded: readonly string[]): string[] {
  const out: string[] = [];
  for (const word of folded) out.push(...splitJoined(word));
  return out.map((word) => (ABU_ALONE.has(word) ? "ابو" : word === "ابن" ? "بن" : word));
}

function splitJoined(word: string): string[] {
  if (ABD.test(word)) return ["عبد", ...splitJoined(word.slice(3))];
  if (ABU.test(word) && !isArabicWord(word) && word.length > 5) return ["ابو", word.slice(3)];
  if (ALLAH.test(word)) return [word.replace(ALLAH, ""), "الله"];
  if (DIN.test(word)) return [word.replace(DIN, ""), "الدين"];
  return [word];
}

function spelled(words: readonly string[]): string {
  const alone = words.length === 1;
  return words.map((word, at) => toWordKey(word, { alone, first: at === 0 })).join("");
}

const wordsOf = (form: string): string[] => toNameWords(tokenize(form).map(({ folded }) => folded));

/** Forms of the tables exactly, then as spelling rules make them; a rule's form that two rows share belongs to neither. */
const EXACT = new Map<string, string>();
const BY_RULE = new Map<string, string | null>();

function addRow(key: string, forms: readonly string[]): void {
  for (const form of forms) {
    const words = wordsOf(form);
    const exact = words.join("");
    if (!EXACT.has(exact)) EXACT.set(exact, key);
    const ruled = spelled(words);
    const known = BY_RULE.get(ruled);
    BY_RULE.set(ruled, known === undefined || known === key ? key : null);
  }
}

for (const row of COUNTRIES) {
  const [code = "", ...forms] = row.split("|");
  addRow(code, forms);
}
for (const { key, forms } of AGENCIES) addRow(key, forms);
for (const row of [...PLACES, ...ORGANISATIONS, ...KNOWN_PEOPLE]) {
  const forms = row.split("|");
  addRow(wordsOf(forms[0] ?? "").join(" "), forms);
}

/**
 * The key of a name: the same for its spellings as far as tables and spelling rules know. Takes the name's folded words without
 * conjunction or preposition.
 */
export function toNameKey(folded: readonly string[]): string {
  return keyOfWritten(folded.join(" "));
}

/** Names come again from article to article as words do. */
const LONGEST_REMEMBERED = 60;
const keyOfWritten: (written: string) => string = rememberByWord((written) => {
  const words = toNameWords(written.split(" "));
  const { known, ruled } = lookUp(words);
  if (known !== null) return known;
  const bare = withoutHeads(words);
  if (bare.length === words.length) return ruled;
  const other = lookUp(bare);
  return other.known ?? other.ruled;
}, LONGEST_REMEMBERED);

/** The key that the tables know, else null, and that of the spelling rules. */
interface Looked {
  readonly known: string | null;
  readonly ruled: string;
}

function lookUp(words: readonly string[]): Looked {
  const joined = words.join("");
  const exact = EXACT.get(joined);
  if (exact !== undefined) return { known: exact, ruled: exact };
  const ruled = spelled(words);
  const longEnough = joined.length >= SHORTEST_BY_RULE;
  return { known: longEnough ? (BY_RULE.get(ruled) ?? null) : null, ruled };
}

function withoutHeads(words: readonly string[]): readonly string[] {
  let from = 0;
  while (from < words.length - 1) {
    const word = words[from] ?? "";
    if (!(DROPPED.has(word) || TITLE.has(word) || (from > 0 && TITLE_REST.has(word)))) break;
    from += 1;
  }
  return words.slice(from);
}
