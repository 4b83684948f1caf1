import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "./decode.ts";
import { charactersOf } from "./single-byte.ts";
import { CANDIDATES } from "./tables/candidates.ts";
import { ARABIC_LETTERS, RUSSIAN_LETTERS, WESTERN_LETTERS } from "./tables/letter-frequencies.ts";

/** The bytes of a text in a charset of one byte a letter, by the platform's own table read backwards. */
function encode(text: string, charset: string): Uint8Array {
  const bytes = new Map(charactersOf(charset).map((character, byte) => [character, byte]));
  return Uint8Array.from(text, (letter) => bytes.get(letter) ?? 0x3f);
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const page = (meta: string, body: string) =>
  `<html><head>${meta}</head><body>${body}</body></html>`;

const HEADLINE = "وزير المياه يعلن خطة الطوارئ";
const RUSSIAN = "Министр сообщил, что переговоры продолжатся завтра";
const FRENCH = "Le ministre a présenté à l’assemblée les résultats de l’enquête";

describe("what nothing declares is told by its letters", () => {
  test.each([
    ["windows-1256", HEADLINE],
    ["windows-1256", "مقتل ثلاثة"],
    ["windows-1256", "<b>گزارش</b> پایان"],
    ["iso-8859-6", HEADLINE],
    ["iso-8859-6", "مقتل ثلاثة"],
    ["windows-1251", RUSSIAN],
    ["koi8-r", RUSSIAN],
    ["windows-1252", FRENCH],
  ])("%s: %s", (charset, text) => {
    const { text: read, charset: found, from } = decode(encode(text, charset));
    expect([found, from]).toEqual([charset, "detected"]);
    expect(read).toBe(text.replaceAll("ی", "?"));
  });

  test("UTF-8, also when it is cut within a letter", () => {
    const bytes = utf8(HEADLINE);
    expect(decode(bytes)).toEqual({ text: HEADLINE, charset: "utf-8", from: "detected" });
    expect(decode(bytes.subarray(0, bytes.length - 1))).toEqual({
      text: HEADLINE.slice(0, -1),
      charset: "utf-8",
      from: "detected",
    });
  });

  test("ASCII is UTF-8", () => {
    expect(decode(utf8("plain"))).toEqual({ text: "plain", charset: "utf-8", from: "detected" });
  });

  test("UTF-16 without its mark", () => {
    const bytes = Buffer.from(page("", "the minister said"), "utf16le");
    expect(decode(bytes).charset).toBe("utf-16le");
    expect(decode(bytes.swap16()).charset).toBe("utf-16be");
  });

  test("UTF-16 without its mark, Arabic nearly all of it", () => {
    const bytes = Buffer.from(page("", HEADLINE.repeat(20)), "utf16le");
    expect(decode(bytes)).toMatchObject({ charset: "utf-16le", from: "detected" });
    const plain = Buffer.from(HEADLINE, "utf16le");
    expect(decode(plain).text).toBe(HEADLINE);
    expect(decode(plain.swap16())).toMatchObject({ text: HEADLINE, charset: "utf-16be" });
  });
});

describe("what is declared", () => {
  test("a byte order mark is above the header, and is not part of the text", () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(HEADLINE));
    expect(decode(bytes, "text/html; charset=windows-1256")).toEqual({
      text: HEADLINE,
      charset: "utf-8",
      from: "bom",
    });
  });

  test("the header is above the page's own word", () => {
    const bytes = encode(page('<meta charset="windows-1252">', HEADLINE), "windows-1256");
    expect(decode(bytes, 'text/html; charset="windows-1256"').from).toBe("http");
  });

  test.each([
    ["meta", '<meta charset="cp1256">'],
    ["meta", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'],
    ["xml", '<?xml version="1.0" encoding="windows-1256"?>'],
  ])("%s: %s", (from, declaration) => {
    const bytes = encode(`${declaration}<p>${HEADLINE}</p>`, "windows-1256");
    expect(decode(bytes)).toMatchObject({ charset: "windows-1256", from });
  });

  test("French in windows-1256 keeps the charset its page names: its accents are there too", () => {
    const bytes = encode(page('<meta charset="windows-1256">', "été à Alger, où"), "windows-1256");
    expect(decode(bytes)).toMatchObject({ charset: "windows-1256", from: "meta" });
  });

  test("a charset of several bytes a letter is taken at its word", () => {
    const japanese = Uint8Array.of(0x93, 0xfa, 0x96, 0x7b, 0x82, 0xcc, 0x83, 0x6a); // 日本のニ
    expect(decode(japanese, "text/html; charset=shift_jis").text).toBe("日本のニ");
  });
});

describe("a declaration that cannot be", () => {
  test.each([
    ["utf-8", "windows-1256", HEADLINE],
    ["utf-8", "iso-8859-6", HEADLINE],
    ["iso-8859-1", "windows-1256", HEADLINE],
    ["windows-1252", "windows-1251", RUSSIAN],
    ["windows-1256", "iso-8859-6", HEADLINE],
    ["no-such-charset", "windows-1256", HEADLINE],
  ])("%s over %s is overruled", (declared, charset, text) => {
    const bytes = encode(page(`<meta charset="${declared}">`, text), charset);
    expect(decode(bytes)).toMatchObject({ charset, from: "detected" });
  });

  test.each(["windows-1256", "iso-8859-1", "gbk"])("%s over UTF-8 is overruled", (declared) => {
    const bytes = utf8(page(`<meta charset="${declared}">`, HEADLINE));
    expect(decode(bytes)).toMatchObject({ charset: "utf-8", from: "detected" });
  });

  test("a wrong header leaves the page's own word", () => {
    const bytes = encode(page('<meta charset="windows-1256">', HEADLINE), "windows-1256");
    expect(decode(bytes, "text/html; charset=ISO-8859-1").from).toBe("meta");
  });

  test("UTF-8 with some broken letters stays UTF-8", () => {
    const bytes = Uint8Array.of(...utf8(HEADLINE.repeat(4)), 0xc7, 0x20, ...utf8(HEADLINE));
    expect(decode(bytes, "text/html; charset=utf-8")).toMatchObject({
      charset: "utf-8",
      from: "http",
    });
  });
});

test("any bytes and any header are read without throwing", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.option(fc.string(), { nil: undefined }),
      (bytes, header) => {
        const { text, charset } = decode(bytes, header);
        expect(typeof text).toBe("string");
        expect(new TextDecoder(charset).encoding).toBe(charset);
      },
    ),
  );
});

test("every text in UTF-8 comes back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 3 }), (text) => {
      const marked = `${HEADLINE}${text}`;
      expect(decode(utf8(marked))).toMatchObject({ text: marked, charset: "utf-8" });
    }),
  );
});

test.each([...ARABIC_LETTERS, ...RUSSIAN_LETTERS, ...WESTERN_LETTERS])(
  "%s is in a charset that may be detected",
  (letter, often) => {
    expect(often).toBeGreaterThan(0);
    const homes = CANDIDATES.filter(
      ({ charset, letters }) =>
        letters.some(([listed]) => listed === letter) && !encode(letter, charset).includes(0x3f),
    );
    expect(homes.length).toBeGreaterThan(0);
  },
);
