import fc from "fast-check";
import { expect, test } from "vitest";
import { type Token, tokenize } from "../../text/index.ts";
import {
  fillSlots,
  isBeyond,
  JOINT,
  jointFeature,
  placed,
  REACH,
  reachOf,
  SLOTS,
  toSequence,
} from "./features.ts";
import { hashText } from "./hash.ts";
import { weighTokens } from "./label.ts";
import { WEIGHED } from "./model-file.ts";
import { EDGE, EDGE_PLACE, load } from "./weigh.ts";
import { viewWord } from "./word.ts";

/** Every feature by itself, as the model was trained on them. */
function plainSums(text: string, tokens: readonly Token[]): number[] {
  const { model } = load();
  const sequence = toSequence(text, tokens, (folded) =>
    viewWord(folded, (word) => {
      const found = model.classOf(hashText(word));
      return { fine: found >> 8, coarse: found & 255 };
    }),
  );
  const slots = new Int32Array(SLOTS);
  return tokens.flatMap((_, at) => {
    const features = JOINT.map(([template, first, second]) => {
      fillSlots(sequence, at, slots);
      return jointFeature(template, slots[first] ?? 0, slots[second] ?? 0);
    });
    for (let offset = -REACH; offset <= REACH; offset += 1) {
      const view = sequence.views[at + offset];
      if (view === undefined || isBeyond(sequence.gaps, at, at + offset))
        features.push(placed(EDGE, EDGE_PLACE + offset));
      else
        for (const feature of view.features.subarray(0, reachOf(view, offset)))
          features.push(placed(feature, offset));
    }
    const places = features.map(model.find).filter((place) => place >= 0);
    return Array.from({ length: WEIGHED }, (_label, label) =>
      places.reduce((sum, place) => sum + (model.weights[place + label] ?? 0), 0),
    );
  });
}

const expectPlainSums = (text: string) => {
  const tokens = tokenize(text);
  const { sums } = weighTokens(text, tokens);
  expect([...sums.subarray(0, tokens.length * WEIGHED)]).toEqual(plainSums(text, tokens));
};

test.each([
  ["a sentence", "وقال المتحدث باسم الكرملين أندريه فولكوف إن المحادثات مستمرة"],
  ["two sentences", "وصل الوفد إلى القاهرة. وغادر وزير الخارجية السعودي بغداد!"],
  ["gaps of all kinds", "سالم (الحربي)، «مدير» النادي: 12 هدفا - وكوفيد-19، و/أو"],
  ["an entry of several words", "اجتمع مجلس الأمن الدولي في نيويورك مع جامعة الدول العربية"],
  ["a word of another script", "شركة Blueridge وIBM"],
  ["one word", "بغداد"],
  ["no word", "…"],
])("weights looked up together are those of every feature by itself: %s", (_, text) => {
  expectPlainSums(text);
});

test("weights looked up together are those of every feature by itself: any words in any order", () => {
  const word = fc.constantFrom(
    ..."قال وزير الخارجية محمد السالمي في بغداد مجلس الأمن الدولي . ، ( « » : 2018 وكالة رويترز بنيويورك".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      expectPlainSums(words.join(" "));
    }),
  );
});
