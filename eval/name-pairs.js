// Pairs of names, one name in two spellings or two names: each set alone in plain sentences, the same key wanted for the same name only.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const OWN = new URL("./name-pairs.jsonl", import.meta.url).pathname;
const SENTENCES = {
  person: [
    "قال {} إن المحادثات ستستمر أسبوعاً آخر.",
    "والتقى {} عدداً من المسؤولين مساء أمس.",
    "هذا ما أعلنه {} أمام الصحفيين.",
  ],
  organisation: [
    "أعلنت {} نتائجها أمس.",
    "نشرت الصحف تقريراً عن {} هذا الأسبوع.",
    "وبحسب بيان صدر عن {} فإن العمل مستمر.",
  ],
  place: [
    "وصل الوفد إلى {} صباح اليوم.",
    "وقع انفجار في {} مساء أمس.",
    "تستعد {} لاستقبال المؤتمر المقبل.",
  ],
};

const readRows = (path) =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** The pairs of the shared folder and our own, told apart by `set`. */
export function readPairs(shared) {
  return [
    ...readRows(join(shared, "data/language/name-pairs.jsonl")).map((row) => ({
      ...row,
      set: "shared",
    })),
    ...readRows(OWN).map((row) => ({ ...row, set: "own" })),
  ];
}

/** An article for each side of each pair in each sentence of its type; `at` and `end` are where the name stands. */
export function toArticles(pairs) {
  return pairs.flatMap(({ a, b, type }, pair) =>
    [a, b].flatMap((name, side) =>
      SENTENCES[type].map((sentence, k) => {
        const at = sentence.indexOf("{}");
        const text = sentence.replace("{}", name);
        return { id: `${pair}/${side}/${k}`, text, at, end: at + name.length };
      }),
    ),
  );
}

/** Precision, recall and F1 of «the same name» over all sentences, for one set. `keyOf` gives the key read at an article's name, or null. */
export function scorePairs(pairs, set, keyOf) {
  const tally = { right: 0, said: 0, wanted: 0 };
  pairs.forEach((pair, at) => {
    if (pair.set !== set) return;
    SENTENCES[pair.type].forEach((_, k) => {
      const [left, right] = [keyOf(`${at}/0/${k}`), keyOf(`${at}/1/${k}`)];
      const same = left !== null && left === right;
      if (same) tally.said += 1;
      if (pair.same) tally.wanted += 1;
      if (same && pair.same) tally.right += 1;
    });
  });
  return (2 * tally.right) / (tally.said + tally.wanted);
}
