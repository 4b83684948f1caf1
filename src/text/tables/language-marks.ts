/** Letters that one language of a script has and its neighbours lack; `share` of all letters that is enough to tell. */
export const LETTERS_OF_LANGUAGES: readonly {
  readonly language: string;
  readonly script: "arabic" | "latin" | "cyrillic";
  readonly letters: RegExp;
  readonly share: number;
}[] = [
  { language: "ckb", script: "arabic", letters: /[ڕڵێۆە]/gu, share: 0.08 },
  { language: "ur", script: "arabic", letters: /[ٹڈڑےں]/gu, share: 0.02 },
  { language: "ps", script: "arabic", letters: /[ښډړڼۍ]/gu, share: 0.01 },
  { language: "fa", script: "arabic", letters: /[پچژگ]/gu, share: 0.012 },
  { language: "uk", script: "cyrillic", letters: /[іїєґ]/gu, share: 0.03 },
  { language: "tr", script: "latin", letters: /[ığşİ]/gu, share: 0.03 },
];

/** Folded words that running text of a language can hardly do without. */
export const WORDS_OF_LANGUAGES: readonly {
  readonly language: string;
  readonly script: "arabic" | "latin" | "cyrillic";
  readonly words: ReadonlySet<string>;
}[] = [
  {
    language: "ar",
    script: "arabic",
    words: new Set("في من علي الي ان عن التي الذي هذا هذه بعد قال وقال كان مع ما لا".split(" ")),
  },
  {
    language: "fa",
    script: "arabic",
    words: new Set("در به از را که اين است براي شد كرد هاي مي بود شود".split(" ")),
  },
  {
    language: "ur",
    script: "arabic",
    words: new Set("كي كا كو سي مين اور هي كه نيي هين".split(" ")),
  },
  {
    language: "en",
    script: "latin",
    words: new Set("the of and to in that is for on with was as it by".split(" ")),
  },
  {
    language: "fr",
    script: "latin",
    words: new Set("le la les de des du et en un une est que pour dans qui".split(" ")),
  },
  {
    language: "es",
    script: "latin",
    words: new Set("el la los de del y en un una es que por para con las".split(" ")),
  },
  {
    language: "de",
    script: "latin",
    words: new Set("der die das und in den von zu mit ist im auf fur nicht".split(" ")),
  },
  {
    language: "it",
    script: "latin",
    words: new Set("il la di e che in un per del della con non sono gli".split(" ")),
  },
  {
    language: "tr",
    script: "latin",
    words: new Set("ve bir bu icin ile da de olarak gibi daha".split(" ")),
  },
  {
    language: "ru",
    script: "cyrillic",
    words: new Set("и в не на что с по как из за от для это".split(" ")),
  },
  {
    language: "uk",
    script: "cyrillic",
    words: new Set("та що на не до як за від для це".split(" ")),
  },
];
