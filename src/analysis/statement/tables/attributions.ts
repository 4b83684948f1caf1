/**
 * Wordings that give what stands before (or after) them as somebody's. `follows` says what follows: a speaker; a verb of saying and
 * its speaker («وفق ما أعلنت الوزارة»); or a pronoun that names nobody new («على حد قوله»).
 */
export interface Attribution {
  readonly words: string;
  readonly follows: "speaker" | "verb" | "nothing";
}

export const ATTRIBUTIONS: readonly Attribution[] = [
  { words: "بحسب ما", follows: "verb" },
  { words: "حسب ما", follows: "verb" },
  { words: "حسبما", follows: "verb" },
  { words: "بحسبما", follows: "verb" },
  { words: "وفق ما", follows: "verb" },
  { words: "وفقا لما", follows: "verb" },
  { words: "طبقا لما", follows: "verb" },
  { words: "على ما", follows: "verb" },
  { words: "كما", follows: "verb" },
  { words: "وفقا له", follows: "nothing" },
  { words: "وفقا لها", follows: "nothing" },
  { words: "وفقا لهم", follows: "nothing" },
  { words: "طبقا له", follows: "nothing" },
  { words: "طبقا لها", follows: "nothing" },
  { words: "بحسب قوله", follows: "nothing" },
  { words: "بحسب قولها", follows: "nothing" },
  { words: "بحسب تعبيره", follows: "nothing" },
  { words: "بحسب تعبيرها", follows: "nothing" },
  { words: "بحسب وصفه", follows: "nothing" },
  { words: "حسب قوله", follows: "nothing" },
  { words: "حسب قولها", follows: "nothing" },
  { words: "حسب تعبيره", follows: "nothing" },
  { words: "حسب تعبيرها", follows: "nothing" },
  { words: "حسب وصفه", follows: "nothing" },
  { words: "وفق قوله", follows: "nothing" },
  { words: "وفق تعبيره", follows: "nothing" },
  { words: "على حد قوله", follows: "nothing" },
  { words: "على حد قولها", follows: "nothing" },
  { words: "على حد قولهم", follows: "nothing" },
  { words: "على حد تعبيره", follows: "nothing" },
  { words: "على حد تعبيرها", follows: "nothing" },
  { words: "على حد تعبيرهم", follows: "nothing" },
  { words: "على حد وصفه", follows: "nothing" },
  { words: "على حد وصفها", follows: "nothing" },
  { words: "على حد وصفهم", follows: "nothing" },
  { words: "على حد زعمه", follows: "nothing" },
  { words: "على حد زعمها", follows: "nothing" },
  { words: "على حد قول", follows: "speaker" },
  { words: "على حد تعبير", follows: "speaker" },
  { words: "على حد وصف", follows: "speaker" },
  { words: "على لسان", follows: "speaker" },
  { words: "نقلا عن", follows: "speaker" },
  { words: "وفقا ل", follows: "speaker" },
  { words: "طبقا ل", follows: "speaker" },
  { words: "بحسب", follows: "speaker" },
  { words: "حسب", follows: "speaker" },
  { words: "وفق", follows: "speaker" },
  { words: "برأي", follows: "speaker" },
];
