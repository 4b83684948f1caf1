import { expect, test } from "vitest";
import { foldWord } from "../../text/index.ts";
import { findCueForm } from "./cue-forms.ts";
import { CUE_VERBS } from "./tables/cue-verbs.ts";

const find = (word: string) => findCueForm(foldWord(word));

test.each(CUE_VERBS.map((verb) => [verb.perfect, verb] as const))(
  "«%s» is a cue, also with «و» before it",
  (perfect, verb) => {
    expect(find(perfect)?.form).toBeDefined();
    expect(find(`و${perfect}`)?.form.verb.stance).toBeDefined();
    expect(CUE_VERBS.filter((other) => other.perfect === verb.perfect)).toHaveLength(1);
  },
);

test.each(CUE_VERBS.filter(({ participle }) => participle !== "").map((v) => [v.participle, v]))(
  "«%s» goes on with a speaker",
  (participle, verb) => {
    expect(find(participle as string)?.form).toMatchObject({ shape: "participle", verb });
  },
);

test.each([
  ["قالت", "قال", "f"],
  ["قالوا", "قال", "p"],
  ["يقولون", "قال", "p"],
  ["تقول", "قال", "f"],
  ["نفت", "نفى", "f"],
  ["نفوا", "نفى", "p"],
  ["دعت", "دعا", "f"],
  ["رأت", "رأى", "f"],
  ["يرون", "رأى", "p"],
  ["مشيرة", "أشار", "f"],
  ["مؤكدين", "أكد", "p"],
  ["نافين", "نفى", "p"],
  ["قولها", "قال", "f"],
  ["دعوته", "دعا", "m"],
])("«%s» is of «%s»", (form, perfect, agrees) => {
  expect(find(form)?.form).toMatchObject({ verb: { perfect }, agrees });
});

test.each(["مدينة", "مذكرة", "اقرأ", "ردا", "نقلا", "عدو", "تعهدا", "الوزير", ""])(
  "«%s» is no cue",
  (word) => {
    expect(find(word)).toBeNull();
  },
);

test.each([
  ["زعم", "doubting"],
  ["نفى", "denying"],
  ["أكد", "endorsing"],
  ["توقع", "expecting"],
  ["قال", "neutral"],
])("«%s» is %s", (verb, stance) => {
  expect(find(verb)?.form.verb.stance).toBe(stance);
});
