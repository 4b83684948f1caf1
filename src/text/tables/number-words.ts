/** How a number word joins with its neighbours. "lead" is only the first half of a number: «أحد عشر», «إحدى وعشرون». */
export type NumberKind =
  | "lead"
  | "unit"
  | "ten"
  | "teen"
  | "tens"
  | "hundred"
  | "hundreds"
  | "scale"
  | "scales"
  | "dozen"
  | "part"
  | "parts";

/** What a number word is worth, and how it may also be read as parts of a whole: خمس is five and a fifth. */
export interface NumberWord {
  readonly kind: NumberKind;
  readonly value: number;
  /** Its value as a part of one. */
  readonly part?: number | undefined;
  /** «آلاف», «مئات»: a number only after another («ثلاثة آلاف»), else an uncounted many. */
  readonly follows?: boolean | undefined;
  /** Its value right before what it counts: «ألفا شخص» is two thousand, «ألفا و500» a thousand and five hundred. */
  readonly construct?: number | undefined;
}

type Row = readonly [forms: string, kind: NumberKind, value: number, more?: Partial<NumberWord>];

/** Number words in their genders, cases and usual spellings; written as printed, folded when indexed. Source: any Arabic grammar, numerals. */
const ROWS: readonly Row[] = [
  ["صفر", "unit", 0],
  ["واحد واحدة واحدا", "unit", 1],
  ["أحد إحدى", "lead", 1],
  ["اثنان اثنين اثنتان اثنتين ثنتان ثنتين اتنين", "unit", 2],
  ["اثنا اثني اثنى اثنتا اثنتي", "lead", 2],
  ["ثلاث ثلاثة ثلاثا تلاتة", "unit", 3],
  ["أربع أربعة أربعا", "unit", 4],
  ["خمس خمسة خمسا", "unit", 5],
  ["ست ستة ستا", "unit", 6],
  ["سبع سبعة سبعا", "unit", 7],
  ["ثمان ثماني ثمانية ثمانيا تمانية", "unit", 8],
  ["تسع تسعة تسعا", "unit", 9],
  ["عشر عشرة عشرا", "ten", 10],
  ["أحدعشر حداشر احداشر", "teen", 11],
  ["اثناعشر اثنيعشر اتناشر اطناشر", "teen", 12],
  ["تلتاشر", "teen", 13],
  ["اربعتاشر", "teen", 14],
  ["خمستاشر", "teen", 15],
  ["ستاشر", "teen", 16],
  ["سبعتاشر", "teen", 17],
  ["تمنتاشر", "teen", 18],
  ["تسعتاشر", "teen", 19],
  ["عشرون عشرين", "tens", 20],
  ["ثلاثون ثلاثين", "tens", 30],
  ["أربعون أربعين", "tens", 40],
  ["خمسون خمسين", "tens", 50],
  ["ستون ستين", "tens", 60],
  ["سبعون سبعين", "tens", 70],
  ["ثمانون ثمانين", "tens", 80],
  ["تسعون تسعين", "tens", 90],
  ["مئة مائة ماية مية", "hundred", 100],
  ["مئات مئين", "hundred", 100, { follows: true }],
  ["مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي ميتين", "hundreds", 200],
  ["ثلاثمئة ثلاثمائة ثلثمائة ثلاثماية تلتمية", "hundreds", 300],
  ["أربعمئة أربعمائة أربعماية", "hundreds", 400],
  ["خمسمئة خمسمائة خمسماية", "hundreds", 500],
  ["ستمئة ستمائة ستماية", "hundreds", 600],
  ["سبعمئة سبعمائة سبعماية", "hundreds", 700],
  ["ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة ثمانماية", "hundreds", 800],
  ["تسعمئة تسعمائة تسعماية", "hundreds", 900],
  ["ألف", "scale", 1e3],
  ["ألفا", "scale", 1e3, { construct: 2e3 }],
  ["آلاف ألوف", "scale", 1e3, { follows: true }],
  ["ألفان ألفين ألفي", "scales", 2e3],
  ["مليون ميليون", "scale", 1e6],
  ["مليونا", "scale", 1e6, { construct: 2e6 }],
  ["ملايين", "scale", 1e6, { follows: true }],
  ["مليونان مليونين مليوني", "scales", 2e6],
  ["مليار بليون", "scale", 1e9],
  ["مليارا بليونا", "scale", 1e9, { construct: 2e9 }],
  ["مليارات بلايين", "scale", 1e9, { follows: true }],
  ["ملياران مليارين ملياري بليونان بليونين بليوني", "scales", 2e9],
  ["تريليون ترليون", "scale", 1e12],
  ["تريليونا ترليونا", "scale", 1e12, { construct: 2e12 }],
  ["تريليونات ترليونات", "scale", 1e12, { follows: true }],
  ["تريليونان تريليونين تريليوني ترليونين", "scales", 2e12],
  ["دزينة دستة درزن", "dozen", 12],
  ["دزينات دستات", "dozen", 12, { follows: true }],
  ["دزينتان دزينتين دستتان دستتين", "teen", 24],
  ["نصف نص", "part", 1 / 2],
  ["أنصاف", "part", 1 / 2, { follows: true }],
  ["ثلث", "part", 1 / 3],
  ["ثلثان ثلثين ثلثا ثلثي", "parts", 2 / 3],
  ["أثلاث", "part", 1 / 3, { follows: true }],
  ["ربع", "part", 1 / 4],
  ["أرباع", "part", 1 / 4, { follows: true }],
  ["أخماس", "part", 1 / 5, { follows: true }],
  ["سدس", "part", 1 / 6],
  ["أسداس", "part", 1 / 6, { follows: true }],
  ["أسباع", "part", 1 / 7, { follows: true }],
  ["أثمان", "part", 1 / 8, { follows: true }],
  ["أتساع", "part", 1 / 9, { follows: true }],
  ["أعشار", "part", 1 / 10, { follows: true }],
];

/** Number words that are also parts: unpointed, خُمس and خَمس look alike. «ثمن» is not here: in news it is a price. */
const ALSO_PARTS: Readonly<Record<string, number>> = {
  خمس: 1 / 5,
  خمسين: 2 / 5,
  سبع: 1 / 7,
  تسع: 1 / 9,
  عشر: 1 / 10,
};

/** Joined to a particle other than و these would be other words: «لست» is «I am not». */
const ALONE = new Set("ست سبع نص أحد أنصاف دستة سدس".split(" "));

/** The number words, one row a written form. */
export const NUMBER_WORDS: readonly {
  readonly forms: string;
  readonly word: NumberWord;
  readonly alone: boolean;
}[] = ROWS.flatMap(([forms, kind, value, more]) =>
  forms.split(" ").map((form) => {
    const { part = ALSO_PARTS[form], follows, construct } = more ?? {};
    // Every part written out: words of one shape are asked faster.
    const word = { kind, value, part, follows, construct };
    return { forms: form, word, alone: ALONE.has(form) };
  }),
);

/** Words for an uncounted many: at least two of what they are plurals of, and short of ten. */
export const MANY: readonly (readonly [forms: string, least: number, most: number])[] = [
  ["عشرات", 20, 99],
  ["مئات", 200, 999],
  ["آلاف ألوف", 2e3, 9_999],
  ["ملايين", 2e6, 9_999_999],
  ["مليارات بلايين", 2e9, 9_999_999_999],
  ["تريليونات ترليونات", 2e12, 9_999_999_999_999],
];

/** Before those: three of them at least. */
export const MANY_FEW: readonly string[] = ["بضع", "بضعة", "عدة"];
