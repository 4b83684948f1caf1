/**
 * Wordings that give what stands before (or after) them as somebody's. `then` says what follows: a speaker; a verb of saying and
 * its speaker («وفق ما أعلنت الوزارة»); or a pronoun that names nobody new («على حد قوله»).
 */
export interface Attribution {
  readonly words: string;
  readonly then: "speaker" | "verb" | "nothing";
}

export const ATTRIBUTIONS: readonly Attribution[] = [
  { words: "بحسب ما", then: "verb" },
  { words: "حسب ما", then: "verb" },
  { words: "حسبما", then: "verb" },
  { words: "بحسبما", then: "verb" },
  { words: "وفق ما", then: "verb" },
  { words: "وفقا لما", then: "verb" },
  { words: "طبقا لما", then: "verb" },
  { words: "على ما", then: "verb" },
  { words: "كما", then: "verb" },
  { words: "بحسب قوله", then: "nothing" },
  { words: "بحسب قولها", then: "nothing" },
  { words: "بحسب تعبيره", then: "nothing" },
  { words: "بحسب تعبيرها", then: "nothing" },
  { words: "بحسب وصفه", then: "nothing" },
  { words: "حسب قوله", then: "nothing" },
  { words: "حسب قولها", then: "nothing" },
  { words: "حسب تعبيره", then: "nothing" },
  { words: "حسب تعبيرها", then: "nothing" },
  { words: "حسب وصفه", then: "nothing" },
  { words: "وفق قوله", then: "nothing" },
  { words: "وفق تعبيره", then: "nothing" },
  { words: "على حد قوله", then: "nothing" },
  { words: "على حد قولها", then: "nothing" },
  { words: "على حد قولهم", then: "nothing" },
  { words: "على حد تعبيره", then: "nothing" },
  { words: "على حد تعبيرها", then: "nothing" },
  { words: "على حد تعبيرهم", then: "nothing" },
  { words: "على حد وصفه", then: "nothing" },
  { words: "على حد وصفها", then: "nothing" },
  { words: "على حد وصفهم", then: "nothing" },
  { words: "على حد زعمه", then: "nothing" },
  { words: "على حد زعمها", then: "nothing" },
  { words: "على حد قول", then: "speaker" },
  { words: "على حد تعبير", then: "speaker" },
  { words: "على حد وصف", then: "speaker" },
  { words: "على لسان", then: "speaker" },
  { words: "نقلا عن", then: "speaker" },
  { words: "وفقا ل", then: "speaker" },
  { words: "طبقا ل", then: "speaker" },
  { words: "بحسب", then: "speaker" },
  { words: "حسب", then: "speaker" },
  { words: "وفق", then: "speaker" },
  { words: "برأي", then: "speaker" },
];
