import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { charactersOf } from "../charset/single-byte.ts";
import { extractPage } from "../extract-page.ts";
import { restoreText } from "./changes.ts";
import { cleanText } from "./clean.ts";

/** UTF-8 read in another charset. */
function misread(text: string, charset: string): string {
  const characters = charactersOf(charset);
  return Array.from(new TextEncoder().encode(text), (byte) => characters[byte]).join("");
}

const SENTENCE =
  "صرح محافظ الواحة بأن افتتاح الجسر الجديد حدث منتظر، وحضره مئات الأهالي صباح الأحد.";

describe("mojibake", () => {
  test.each(["windows-1256", "windows-1252"])("UTF-8 read in %s is read again", (charset) => {
    expect(cleanText(misread(SENTENCE, charset)).text).toBe(SENTENCE);
  });

  test("HAH comes back where its soft hyphen was deleted", () => {
    const damaged = misread(SENTENCE, "windows-1256").replaceAll("\u00AD", "");
    expect(cleanText(damaged).text).toBe(SENTENCE);
  });

  test("a paragraph is repaired, its neighbours are not touched", () => {
    const page = `${SENTENCE}\n${misread(SENTENCE, "windows-1256")}\nplain words`;
    expect(cleanText(page).text).toBe(`${SENTENCE}\n${SENTENCE}\nplain words`);
  });

  test("twice misread is read twice", () => {
    const twice = misread(misread(SENTENCE, "windows-1252"), "windows-1252");
    expect(cleanText(twice).text).toBe(SENTENCE);
  });

  test("accents and quotation marks of Western text", () => {
    const text = "L’été à la médina est « très » animé";
    expect(cleanText(misread(text, "windows-1252")).text).toBe(text);
  });

  test.each([SENTENCE, "ظلّ الطقس لطيفا ظهرا في طرطوس", "Ângela é da Bahia", "ÂÃØÙ"])(
    "%s is as it was meant",
    (text) => {
      expect(cleanText(text)).toEqual({ text, changes: [] });
    },
  );
});

describe("what is not seen", () => {
  test.each([
    ["space", "بلغ\u00A0عددهم", "بلغ عددهم"],
    ["space", "بلغ\u2009عددهم", "بلغ عددهم"],
    ["invisible", "\u202Bبلغ عددهم\u202C", "بلغ عددهم"],
    ["invisible", "\u200Fبلغ عددهم", "بلغ عددهم"],
    ["invisible", "بلغ\u200Bعددهم", "بلغعددهم"],
    ["invisible", "\uFEFFبلغ", "بلغ"],
    ["invisible", "بلغ \u200C عددهم", "بلغ  عددهم"],
    ["invisible", "بل\u0007غ", "بلغ"],
  ])("%s: %s", (step, written, text) => {
    const cleaned = cleanText(written);
    expect(cleaned.text).toBe(text);
    expect(new Set(cleaned.changes.map((change) => change.step))).toEqual(new Set([step]));
  });

  test.each([
    ["ZWNJ within a Persian word", "نمی\u200Cخواهند"],
    ["Persian letters", "گزارش یک خبرنگار"],
    ["presentation forms", "\uFEFBجئون"],
    ["a line break", "سطر\nثان"],
  ])("%s stays", (_what, text) => {
    expect(cleanText(text)).toEqual({ text, changes: [] });
  });
});

describe("glued words", () => {
  test.each([
    ["الأمم المتحدةفي جنيف", "الأمم المتحدة في جنيف"],
    ["المدينةالمنورة", "المدينة المنورة"],
    ["جرى أيضاًتوقيع الاتفاق", "جرى أيضاً توقيع الاتفاق"],
    ["وصل إلىالعاصمة", "وصل إلى العاصمة"],
  ])("%s", (written, text) => {
    const { text: cleaned, changes } = cleanText(written);
    expect(cleaned).toBe(text);
    expect(changes[0]?.step).toBe("glue");
  });

  test.each(["مدرستة", "شركةً كبيرة", "سورياوتركيا", "هداهم", "مصرى"])(
    "%s is not certain",
    (text) => {
      expect(cleanText(text)).toEqual({ text, changes: [] });
    },
  );
});

const PIECES = [
  "المدينة",
  "في",
  "\u00A0",
  "\u200F",
  "\u200C",
  "\u00AD",
  "ط§ظ„",
  "Ø§Ù„",
  "اً",
  "\n",
  " ",
  "\u0000",
  "طظ",
  "â€™",
  "word",
];

test("cleaning twice is cleaning once, and its log takes it back", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join("")),
    fc.string().map((latin) => misread(latin + SENTENCE, "windows-1256")),
  );
  fc.assert(
    fc.property(text, (written) => {
      const { text: once, changes } = cleanText(written);
      expect(cleanText(once).text).toBe(once);
      expect(restoreText(once, changes)).toBe(written);
    }),
    { numRuns: 500 },
  );
});

test("a page's texts are cleaned, told, and can be taken back", () => {
  const paragraph = SENTENCE.repeat(4);
  const html = `<title>افتتاح\u00A0الجسر الجديد في الواحة</title><h1>افتتاح\u00A0الجسر الجديد في الواحة</h1><p>${misread(paragraph, "windows-1256")}</p><p>${paragraph.replace("حدث", "أمر")}</p>`;
  const found = extractPage({ html });
  if (!found.ok) throw new Error(found.reason);
  const [article] = found.articles;
  expect(article?.text).toContain(paragraph);
  expect(article?.language).toBe("ar");
  const changes = found.changes.filter((change) => change.article === 0 && change.field === "text");
  expect(restoreText(article?.text ?? "", changes)).toContain(misread("صرح", "windows-1256"));
});
