import { expect, test } from "vitest";
import { findAgencies, findAgenciesInProse, findAgency } from "./agencies.ts";
import { AGENCIES, UNNAMED_WIRES } from "./tables/agencies.ts";

test.each(AGENCIES.flatMap(({ key, forms }) => forms.map((form) => [form, key] as const)))(
  "a credit «%s» is %s",
  (form, key) => {
    expect(findAgency(`(${form})`)?.key).toBe(key);
  },
);

test.each(UNNAMED_WIRES)("«%s» names nobody", (form) => {
  expect(findAgency(form)).toMatchObject({ key: null });
});

test.each([
  ["dotted initials", "أ.ف.ب", ["afp"]],
  ["a preposition before the name", "لرويترز", ["reuters"]],
  ["two agencies", "رويترز، د ب أ", ["reuters", "dpa"]],
  ["a name within a longer word", "واسع النطاق", []],
])("%s", (_what, text, keys) => {
  expect(findAgencies(text).map(({ key }) => key)).toEqual(keys);
});

test.each([
  ["وفا أهل القرية بوعدهم", []],
  ["ونقلت وكالة وفا عن شهود", ["wafa"]],
  ["وقالت رويترز إن", ["reuters"]],
  ["وذكرت «سانا» أن", ["sana"]],
  ["وكالات السفر مغلقة", []],
  ["وفي السواحل العمانية أمطار", []],
  ["وذكرت وكالة العمانية أن", ["ona"]],
])("in prose: %s", (text, keys) => {
  expect(findAgenciesInProse(text).map(({ key }) => key)).toEqual(keys);
});
