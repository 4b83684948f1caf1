import { expect, test } from "vitest";
import { onOtherKeyboard } from "./keyboard.ts";
import { KEYS } from "./tables/keyboard.ts";

test.each(KEYS)("the key $latin writes $arabic", ({ latin, arabic }) => {
  expect(onOtherKeyboard(`a${latin}`)).toBe(`ش${arabic}`);
  expect(onOtherKeyboard(`ش${arabic}`)).toBe(`a${latin.toLowerCase()}`);
});

test.each([
  ["Arabic typed on Latin keys", "hgldkhx", "الميناء"],
  ["in capitals too, where they write no letter of their own", "ILD", "همي"],
  ["Latin typed on Arabic keys", "بهبش", "fifa"],
  ["what is on no key stays", "hg 24", "ال 24"],
])("%s", (_what, typed, meant) => {
  expect(onOtherKeyboard(typed)).toBe(meant);
});

test.each([["ميناء port"], ["2024"], [""]])("«%s» was typed on no one keyboard", (typed) => {
  expect(onOtherKeyboard(typed)).toBeNull();
});
