import { expect, test } from "vitest";
import { splitKeywords } from "./keywords.ts";

test.each([
  ["separators decide", "مرفأ، عاصفة هدير؛ رافعة", "", ["مرفأ", "عاصفة هدير", "رافعة"]],
  [
    "without them, the longest run that the article has",
    "بندر سلمى العاصفة هدير مرفأ",
    "ضربت العاصفة هدير مدينة بندر سلمى وأغلقت المرفأ ومرفأ آخر",
    ["بندر سلمى", "العاصفة هدير", "مرفأ"],
  ],
  [
    "unknown words side by side stay one tag",
    "المرفأ راس اللولوه العاصفة",
    "أغلقت العاصفة المرفأ",
    ["المرفأ", "راس اللولوه", "العاصفة"],
  ],
  ["an empty line has none", "", "نص", []],
])("%s", (_rule, line, article, expected) => {
  expect(splitKeywords(line, article)).toEqual(expected);
});
