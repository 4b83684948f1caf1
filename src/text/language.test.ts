import { expect, test } from "vitest";
import { guessLanguage } from "./language.ts";

test.each([
  ["ar", "قال الوزير إن المحادثات ستستمر يومين في العاصمة"],
  ["ar", "وقالت ان الكرة في ملعب الفریق بعد الفوز علی منافسه"],
  ["fa", "این خبر در پایتخت به گزارش خبرنگار ما منتشر شد و چندین نفر را گرفتند"],
  ["ur", "وزیر نے کہا ہے کہ بات چیت دارالحکومت میں جاری رہے گی"],
  ["ckb", "وەزیر ڕایگەیاند کە گفتوگۆکان لە پایتەخت بەردەوام دەبن"],
  ["en", "The minister said that the talks will go on in the capital"],
  ["fr", "Le ministre a dit que les discussions continuent dans la capitale"],
  ["ru", "Министр сказал, что переговоры в столице продолжатся на этой неделе"],
  ["he", "השר אמר כי השיחות יימשכו בבירה"],
  ["und", "2026 ... 14"],
  ["und", ""],
])("%s", (language, text) => {
  expect(guessLanguage(text)).toBe(language);
});
