import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenize } from "./tokens.ts";

const shown = (text: string) =>
  tokenize(text).map(({ folded, kind }) => (kind === "clitic" ? `${folded}_` : folded));

test.each([
  ["the article before a number", "الـ24", ["ال_", "24"]],
  ["a preposition before a quotation mark", 'بـ"داعش"', ["ب_", "داعش"]],
  ["a number glued to its unit", "13ألف", ["13", "الف"]],
  ["thousands with commas", "1,049,328", ["1049328"]],
  ["thousands with the Arabic mark", "١٠٬٠٠٠", ["10000"]],
  ["a decimal is two numbers side by side", "7.4", ["7", "4"]],
  ["a hashtag with underscores", "#عاجل_الآن", ["عاجل", "الان"]],
  ["Latin letters with digits", "كوفيد COVID19 F16", ["كوفيد", "covid19", "f16"]],
  ["a Latin name glued to an Arabic word", "قناةCNN", ["قناه", "cnn"]],
  ["initials", "أ ف ب", ["ا", "ف", "ب"]],
  ["conjunction before a number", "97 ألفاً و399", ["97", "الفا", "و", "399"]],
  ["zero width non-joiner inside a Persian word", "می\u200Cشود", ["ميشود"]],
  ["the article joined to a number", "ال24 ساعة", ["ال_", "24", "ساعه"]],
  ["the article left alone before a number", "ال 22", ["ال_", "22"]],
  ["the family word, which only looks like the article", "آل سالم", ["ال", "سالم"]],
  ["a preposition joined to a quotation", "ل«المنبر»", ["ل_", "المنبر"]],
  ["a conjunction and a preposition before a number", "وبـ50", ["وب_", "50"]],
  ["an initial before a quotation mark", 'أ ف ب"', ["ا", "ف", "ب"]],
  ["dotted initials", "د.ب.أ", ["د", "ب", "ا"]],
  ["REH for a decimal mark", "5ر0 و2ر17", ["5", "0", "و", "2", "17"]],
  ["REH beside one number only", "5ر", ["5", "ر"]],
  ["digits of three sets", "12 ١٢ ۱۲", ["12", "12", "12"]],
  ["an ordinal in English", "18th", ["18th"]],
  ["a fraction sign and a small two", "½ م²", ["م"]],
  ["a mail address", "news@example.com", ["news", "example", "com"]],
  ["a web address", "https://example.com/a_b", ["https", "example", "com", "a", "b"]],
  ["two words glued after TEH MARBUTA", "المتحدةفي", ["المتحده", "في"]],
  ["a vowelled TEH MARBUTA", "مدرسةٌ", ["مدرسه"]],
  ["a direction mark inside a word", "ال\u200Fمرفأ", ["المرفا"]],
  ["a no-break space", "رئيس\u00A0الوزراء", ["رييس", "الوزراء"]],
  ["a word in presentation forms", "\uFEE3\uFEBC\uFEAE", ["مصر"]],
  ["a letter and its hamza written apart", "ا\u0654حمد", ["احمد"]],
  ["the honorific that is one sign", "النبي\uFDFA", ["النبي"]],
  ["punctuation alone", "« … » ؟!", []],
])("%s", (_rule, text, expected) => {
  expect(shown(text)).toEqual(expected);
});

test("tokens are letters and digits, in order, without overlap, at the words they were read from", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      let end = 0;
      for (const token of tokenize(text)) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeGreaterThan(token.start);
        expect(token.folded).toMatch(/^[\p{L}\p{N}]+$/u);
        end = token.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

test("harakat, tatweel and direction marks inside a word never change a token", () => {
  const unseen = fc.constantFrom("\u064B", "\u064E", "\u064F", "\u0651", "\u0670", "\u0640");
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom(..."ءآأؤإئابتثجحخدرسشصطعغفقكلمنهوىي"), unseen, fc.boolean()),
        {
          minLength: 2,
        },
      ),
      (letters) => {
        const plain = letters.map(([letter]) => letter).join("");
        const last = letters.length - 1;
        const written = letters
          .map(([letter, mark, marked], at) => (marked && at < last ? letter + mark : letter))
          .join("");
        expect(shown(written)).toEqual(shown(plain));
      },
    ),
  );
});

test.each(["اًل", "وَال", "الْ", "لَل"])("a particle is one with its marks, too: «%s»", (written) => {
  expect(shown(written)).toEqual(shown(written.replace(/[\u064B-\u0652]/gu, "")));
});

test("no letter of an Arabic text is left out", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ءآ-غف-ي ]{0,80}$/u), (text) => {
      const covered = tokenize(text)
        .map(({ start, end }) => text.slice(start, end))
        .join("");
      expect(covered).toBe(text.replaceAll(" ", ""));
    }),
  );
});
