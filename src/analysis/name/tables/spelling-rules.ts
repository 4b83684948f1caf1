/** A way in which one sound of another language is written in Arabic; `seen` and `as` are an example. */
export interface SpellingRule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly replacement: string;
  /** Where the rule is safe: everywhere, in names of several words, or also in long words; vowels of a short word alone are kept. */
  readonly where: "anywhere" | "several-words" | "not-short" | "long";
  readonly example: readonly [written: string, other: string];
}

/**
 * Rules over folded words that are not Arabic names, in order: what a rule leaves is read by the next. They say which spellings may be one
 * name; Arabic names never come here, so حسن and حسين stay two.
 */
export const SPELLING_RULES: readonly SpellingRule[] = [
  // Letters of one sound.
  {
    name: "nh",
    pattern: /ينه(?=[وا])/gu,
    replacement: "يني",
    where: "anywhere",
    example: ["مورينهو", "مورينيو"],
  },
  {
    name: "ch",
    pattern: /تش/gu,
    replacement: "ش",
    where: "anywhere",
    example: ["سموتريتش", "سموتريش"],
  },
  {
    name: "dj",
    pattern: /دج/gu,
    replacement: "ج",
    where: "anywhere",
    example: ["دجوكوفيتش", "جوكوفيتش"],
  },
  {
    name: "first-sht",
    pattern: /^شت/gu,
    replacement: "ست",
    where: "not-short",
    example: ["شتولتنبرغ", "ستولتنبرغ"],
  },
  {
    name: "ts",
    pattern: /ت[سز](?=$)/gu,
    replacement: "س",
    where: "anywhere",
    example: ["شولتس", "شولز"],
  },
  {
    name: "last-th",
    pattern: /ث$/gu,
    replacement: "س",
    where: "several-words",
    example: ["سانشيث", "سانشيز"],
  },
  {
    name: "last-sh",
    pattern: /(?<=ي)ش$/gu,
    replacement: "س",
    where: "several-words",
    example: ["غوتيريش", "غوتيريس"],
  },
  {
    name: "j",
    pattern: /خ/gu,
    replacement: "ج",
    where: "several-words",
    example: ["سيرخيو", "سيرجيو"],
  },
  {
    name: "sk",
    pattern: /فسك/gu,
    replacement: "سك",
    where: "several-words",
    example: ["ليفاندوفسكي", "ليفاندوسكي"],
  },
  {
    name: "last-e",
    pattern: /(?<=..)يه$/gu,
    replacement: "ي",
    where: "several-words",
    example: ["أندريه", "أندري"],
  },
  {
    name: "g",
    pattern: /[غگڨ]/gu,
    replacement: "ج",
    where: "anywhere",
    example: ["سيرغي", "سيرجي"],
  },
  {
    name: "q",
    pattern: /ق/gu,
    replacement: "ك",
    where: "anywhere",
    example: ["قازاخستان", "كازاخستان"],
  },
  {
    name: "z",
    pattern: /[زصژ]/gu,
    replacement: "س",
    where: "anywhere",
    example: ["ديفيز", "ديفيس"],
  },
  {
    name: "th",
    pattern: /[ثط]/gu,
    replacement: "ت",
    where: "anywhere",
    example: ["إليزابيث", "إليزابيت"],
  },
  {
    name: "dh",
    pattern: /ذ/gu,
    replacement: "د",
    where: "anywhere",
    example: ["القذافي", "القدافي"],
  },
  {
    name: "v",
    pattern: /ڤ/gu,
    replacement: "ف",
    where: "anywhere",
    example: ["ڤالنتينو", "فالنتينو"],
  },
  { name: "p", pattern: /پ/gu, replacement: "ب", where: "anywhere", example: ["پوتين", "بوتين"] },
  // Vowels.
  {
    name: "first-ee",
    pattern: /^اي(?=[^اوي])/gu,
    replacement: "ا",
    where: "not-short",
    example: ["إيريك", "إريك"],
  },
  {
    name: "aw",
    pattern: /او(?=[^اوي])/gu,
    replacement: "و",
    where: "not-short",
    example: ["كلاوديا", "كلوديا"],
  },
  {
    name: "doubled",
    pattern: /(.)\1+/gu,
    replacement: "$1",
    where: "anywhere",
    example: ["إنييستا", "إنيستا"],
  },
  {
    name: "last-a",
    pattern: /(?<=...)[اه]$/gu,
    replacement: "ه",
    where: "anywhere",
    example: ["بنزيما", "بنزيمة"],
  },
  {
    name: "inner-a",
    pattern: /(?<=.)ا(?=.)/gu,
    replacement: "",
    where: "not-short",
    example: ["كمالا", "كامالا"],
  },
  {
    name: "inner-ee",
    pattern: /(?<=[^وي])ي(?=[^اويه])/gu,
    replacement: "",
    where: "not-short",
    example: ["جاستين", "جاستن"],
  },
  {
    name: "inner-oo",
    pattern: /(?<=[^اوي])و(?=[^اويه])/gu,
    replacement: "",
    where: "long",
    example: ["برلوسكوني", "برلسكوني"],
  },
  {
    name: "doubled-again",
    pattern: /(.)\1+/gu,
    replacement: "$1",
    where: "anywhere",
    example: ["خامنئي", "خامنائي"],
  },
];
