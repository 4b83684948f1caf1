import { expect, test } from "vitest";
import { toTelling } from "../../../test/tellings.ts";
import { TERM_CHOICES } from "./tables/term-choices.ts";
import { countWordChoices } from "./word-choice.ts";

test("outlets that call one thing by two words are counted, with attached particles", () => {
  const choices = countWordChoices([
    toTelling({ id: "a", outlet: "أ", text: "سقط قتيل، والقتلى كثيرون" }),
    toTelling({ id: "b", outlet: "ب", text: "وداعاً للشهداء" }),
  ]);
  expect(choices).toEqual([
    { thing: "the-dead", term: "قتيل", outlets: [{ outlet: "أ", count: 2 }] },
    { thing: "the-dead", term: "شهيد", outlets: [{ outlet: "ب", count: 1 }] },
  ]);
});

test("one outlet alone chooses between nothing", () => {
  expect(countWordChoices([toTelling({ id: "a", outlet: "أ", text: "قتيل وشهيد" })])).toEqual([]);
});

const forms = TERM_CHOICES.flatMap(({ term, thing, forms: all }) =>
  all.split(" ").map((form) => [form, term, thing] as const),
);

test.each(forms)("«%s» is a form of «%s»", (form, term, thing) => {
  const other = TERM_CHOICES.find((row) => row.thing === thing && row.term !== term);
  const choices = countWordChoices([
    toTelling({ id: "a", outlet: "أ", text: `وال${form}` }),
    toTelling({ id: "b", outlet: "ب", text: other?.forms.split(" ")[0] ?? "" }),
  ]);
  expect(choices.map((choice) => choice.term)).toContain(term);
});
