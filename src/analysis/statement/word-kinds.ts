import {
  factOf,
  foldWord,
  GREGORIAN_MONTHS,
  HIJRI_MONTHS,
  rememberByWord,
  type Word,
} from "../../text/index.ts";
import {
  ACT_NAMES,
  ACT_NOUNS,
  BODY_HEADS,
  CHANNEL_NOUNS,
  CONSTRUCT_NOUNS,
  DOCUMENT_HEADS,
  FATES,
  INTERRUPTERS,
  KNOWN_AS,
  MANY_DOCUMENTS,
  MEDIA_HEADS,
  METONYMS,
  NAMED_BODIES,
  NAMING_NOUNS,
  NETWORKS,
  NO_SPEAKERS,
  OFFICE_NAMES,
  ONE_OF,
  OPENING_VERBS,
  OTHER_AGENCIES,
  OVERSEERS,
  PHRASE_ENDS,
  RANKS_BEFORE_RANKS,
  RANKS_BEHIND_RANKS,
  ROLE_HEADS,
  SAME_AGAIN,
  STUDIES,
  TIMES_OF,
  UNNAMED_HEADS,
} from "./tables/speaker-words.ts";

/** What kind of speaker a noun phrase is of, by its first word. */
export type HeadKind = "role" | "unnamed" | "body" | "media" | "document";

/** «اختفى», «نجا»: the vowel that goes before «اختفت»; «توفي» keeps its own. */
const LONG_LAST = /[ىا]$/u;
const setOf = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(foldWord));

const HEAD_KINDS: ReadonlyMap<string, HeadKind> = new Map([
  ...BODY_HEADS.map((word) => [foldWord(word), "body"] as const),
  ...DOCUMENT_HEADS.map((word) => [foldWord(word), "document"] as const),
  ...ROLE_HEADS.map((word) => [foldWord(word), "role"] as const),
  ...UNNAMED_HEADS.map((word) => [foldWord(word), "unnamed"] as const),
  ...MEDIA_HEADS.map((word) => [foldWord(word), "media"] as const),
]);
const SINGLED_OUT = setOf(ONE_OF);
const CONSTRUCTS = setOf(CONSTRUCT_NOUNS);
const CHANNELS = setOf(CHANNEL_NOUNS);
const ENDS = setOf(PHRASE_ENDS);
const SAME = setOf(SAME_AGAIN);
const INTERRUPTING = setOf(INTERRUPTERS);
const MEASURES = setOf(NO_SPEAKERS);
const WHOLES = setOf(METONYMS);
const NAMING = setOf(NAMING_NOUNS);
const OWN_NETWORKS = setOf(NETWORKS);
const ACTS = setOf(ACT_NOUNS);
const GIVEN = setOf(ACT_NAMES);
/** The commonest measures of verbal nouns: إفعال، انفعال، افتعال، استفعال، تفعيل. */
const MEASURES_OF_ACTS = /^(?:ا..ا.|ا[^ل]?ت..?ا.|ان...?ا.|است...?ا.|ت..ي.|م.ا..ه)(?:ه|ها|هم)?$/u;
const KNOWN = setOf(KNOWN_AS);
const MANY = setOf(MANY_DOCUMENTS);
const STUDY = setOf(STUDIES);
const TIMES = setOf(TIMES_OF);
const OVER = setOf(OVERSEERS);
const NO_NEWS = setOf(OTHER_AGENCIES);
const OWN_NAMED = setOf(NAMED_BODIES);
const RANKS_BEFORE = setOf(RANKS_BEFORE_RANKS);
const RANKS_BEHIND = setOf(RANKS_BEHIND_RANKS);
const NAMES_TOO = setOf(OFFICE_NAMES);
const OPENING = setOf(OPENING_VERBS);
const OF_FATE = setOf(
  FATES.flatMap(([perfect, imperfect]) => [
    perfect,
    `${perfect.replace(LONG_LAST, "")}ت`,
    imperfect,
    `ت${imperfect.slice(1)}`,
  ]),
);
const MONTHS = setOf([
  ...[...GREGORIAN_MONTHS, ...HIJRI_MONTHS].flatMap(([, names]) => names),
  "كانون",
  "تشرين",
]);
const VERB_LETTERS = /^(?:[يت].{3,}|.{2,}[^ا]ت)$/u;

const PRONOUN = /(?:ها|هم|ه)$/u;
const PLURAL_WITH_PRONOUN = /^(.{3,})[وي](?:ها|هم|ه)$/u;
const FINAL_TEH = /ت$/u;
const ARTICLE = "ال";

/** Whether a folded word has the article: asked again and again, so told without the regex engine. */
export const isDefinite = (folded: string): boolean =>
  folded.length > ARTICLE.length + 1 && folded.startsWith(ARTICLE);
/** A folded word without the article. */
export const bare = (folded: string): string =>
  isDefinite(folded) ? folded.slice(ARTICLE.length) : folded;
const readHeadKind = (folded: string): HeadKind | null =>
  HEAD_KINDS.get(folded) ??
  HEAD_KINDS.get(bare(folded)) ??
  (SINGLED_OUT.has(folded) ? "unnamed" : null) ??
  (PRONOUN.test(folded) ? kindOfTheirs(folded) : null);
export const headKind: (folded: string) => HeadKind | null = rememberByWord(readHeadKind);
/** The same of a word as texts have it. */
export const headKindOf: (word: Word) => HeadKind | null = factOf(readHeadKind, null);

/** The kind of a word that ends like a noun with a pronoun. */
function kindOfTheirs(folded: string): HeadKind | null {
  if (hasPronoun(folded)) return "role";
  return pluralKind(folded) ?? bodyOf(folded) ?? roleOf(folded);
}

/** «محاموه», «معارضوها»: a plural that loses its ن before a pronoun. */
function pluralKind(folded: string): HeadKind | null {
  const stem = PLURAL_WITH_PRONOUN.exec(folded)?.[1];
  return stem === undefined ? null : (HEAD_KINDS.get(`${stem}ون`) ?? null);
}

/** «عائلتها», «حزبه»: a body that is somebody's. */
function bodyOf(folded: string): HeadKind | null {
  const stem = folded.replace(PRONOUN, "");
  const kind = HEAD_KINDS.get(stem.replace(FINAL_TEH, "ه"));
  return kind === "body" && stem.length > 2 ? kind : null;
}
/** «محاميتها»: an office of a woman, whose ending changes before a pronoun. */
function roleOf(folded: string): HeadKind | null {
  const stem = folded.replace(PRONOUN, "");
  if (!FINAL_TEH.test(stem)) return null;
  return HEAD_KINDS.get(stem.replace(FINAL_TEH, "ه")) === "role" ? "role" : null;
}
/** «قائده», «رئيسها»: an office of somebody named before. */
export const hasPronoun = (folded: string): boolean =>
  PRONOUN.test(folded) &&
  (HEAD_KINDS.get(folded.replace(PRONOUN, "")) === "role" || roleOf(folded) !== null) &&
  !HEAD_KINDS.has(folded) &&
  // «مهاجمة» is what is done, «مهاجمه» somebody's forward: the fold does not tell, news mostly does.
  !ACTS.has(folded);
export const isConstruct = (folded: string): boolean => CONSTRUCTS.has(folded);
export const isChannel = (folded: string): boolean => CHANNELS.has(bare(folded));
export const endsPhrase = (folded: string): boolean =>
  ENDS.has(folded) || (folded.startsWith("و") && folded.length > 2 && ENDS.has(folded.slice(1)));
export const isSameAgain = (folded: string): boolean => SAME.has(folded);
export const interrupts = (folded: string): boolean =>
  INTERRUPTING.has(folded) || (folded.startsWith("و") && INTERRUPTING.has(folded.slice(1)));
export const isMeasure = (folded: string): boolean =>
  MEASURES.has(folded) || MEASURES.has(bare(folded));
export const isNaming = (folded: string): boolean => NAMING.has(folded);
/** Whether a word names something done, as no person is named: «إطلاق», «وقوع». */
export const isAct = (folded: string): boolean => {
  const word = folded.startsWith("و") && folded.length > 4 ? folded.slice(1) : folded;
  if (GIVEN.has(folded)) return false;
  return ACTS.has(folded) || ACTS.has(word) || MEASURES_OF_ACTS.test(word);
};
export const isKnownAs = (folded: string): boolean => KNOWN.has(folded);
export const isManyDocuments = (folded: string): boolean => MANY.has(bare(folded));
export const isStudy = (folded: string): boolean => STUDY.has(bare(folded));
export const isTimeOf = (folded: string): boolean => TIMES.has(folded);
export const isOverseer = (folded: string): boolean => OVER.has(bare(folded));
export const isOtherAgency = (folded: string): boolean => NO_NEWS.has(folded);
export const isOfficeName = (folded: string): boolean => NAMES_TOO.has(folded);
/** Whether what a body is may have its name in marks behind it. */
export const hasOwnName = (folded: string): boolean => OWN_NAMED.has(bare(folded));
/** «الميجر جنرال»: whether two words are one rank. */
export const isTwoWordRank = (folded: string, next: string): boolean =>
  RANKS_BEFORE.has(bare(folded)) && RANKS_BEHIND.has(bare(next));
export const isNetwork = (folded: string): boolean => OWN_NETWORKS.has(folded);
/** Whether a word that opens a sentence is a verb by its letters, or a frequent one. */
export const opensAsVerb = (folded: string): boolean => {
  const word = folded.startsWith("و") && folded.length > 3 ? folded.slice(1) : folded;
  return OPENING.has(word) || VERB_LETTERS.test(word);
};
/** Whether a word is a verb of what befalls somebody, «و» or «ف» before it and the «س» of the future set aside. */
export const isFate = (folded: string): boolean =>
  OF_FATE.has(folded) || OF_FATE.has(folded.replace(BEFORE_VERB, ""));
/** Whether a word is a month's name, as behind «في»: no place where anybody works. */
export const isTime = (folded: string): boolean => MONTHS.has(folded);
export const isWhole = (folded: string): boolean => WHOLES.has(folded);

const BEFORE_VERB = /^(?:[وف]?س(?=[يت])|[وف])/u;
const CLITIC = /^(?:و|ف)?[بل]?(?=...)/u;
const CLITICS = "وفبل";

/** How many letters stand before a noun of speakers; null where a word is none. */
export const cliticBefore: (word: Word) => number | null = factOf((word): number | null => {
  if (headKind(word) !== null) return 0;
  if (!CLITICS.includes(word.charAt(0))) return null;
  const length = CLITIC.exec(word)?.[0].length ?? 0;
  if (isHeadBehind(word, 1)) return 1;
  return length > 1 && isHeadBehind(word, length) ? length : null;
}, null);

function isHeadBehind(word: string, clitic: number): boolean {
  const rest = word.startsWith("لل") ? `ال${word.slice(2)}` : word.slice(clitic);
  return rest.length > 2 && headKind(rest) !== null;
}
