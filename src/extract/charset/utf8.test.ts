import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeUtf8 } from "./utf8.ts";

const encoder = new TextEncoder();

test("bytes that are UTF-8 are the text that they were written from, without a byte order mark", () => {
  expect(decodeUtf8(encoder.encode("افتُتحت المكتبة 📚"))).toBe("افتُتحت المكتبة 📚");
  expect(decodeUtf8(encoder.encode("\uFEFFالمكتبة"))).toBe("المكتبة");
  expect(decodeUtf8(new Uint8Array())).toBe("");
});

test("whatever the text, it is what the platform's own decoder makes of it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const bytes = encoder.encode(text);
      expect(decodeUtf8(bytes)).toBe(new TextDecoder().decode(bytes));
    }),
  );
});

test("bytes that are not UTF-8 are refused rather than read as something", () => {
  expect(() => decodeUtf8(Uint8Array.of(0xc7, 0xe1))).toThrow();
});
