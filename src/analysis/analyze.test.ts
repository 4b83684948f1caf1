import { expect, test } from "vitest";
import type { Article } from "../model/index.ts";
import { analyze, analyzeAll } from "./analyze.ts";

function article(fields: Partial<Article>): Article {
  return {
    id: "a",
    url: null,
    outlet: "جريدة السدر",
    source: null,
    author: null,
    title: null,
    text: "أغلقت إدارة الميناء أبوابه صباح الثلاثاء بعد عاصفة رملية.",
    summary: null,
    section: null,
    keywords: [],
    published: null,
    fetchedAt: null,
    ...fields,
  };
}

const credits = (fields: Partial<Article>) =>
  analyze(article(fields)).credits.map(({ name, key, place }) => [name, key, place]);

test.each([
  ["an agency in the byline", { author: "أ ف ب" }, [["فرانس برس", "afp", "byline"]]],
  ["a reporter in the byline is no credit", { author: "فهد العساف" }, []],
  ["an unnamed wire", { author: "وكالات" }, [["وكالات", null, "byline"]]],
  [
    "an agency in the dateline",
    { text: "موسكو (رويترز) - أعلنت السلطات إغلاق الميناء." },
    [["رويترز", "reuters", "dateline"]],
  ],
  [
    "an agency of no table in the dateline's brackets",
    { text: "بندر السدر (الأفق) - أعلنت السلطات إغلاق الميناء." },
    [["الأفق", "الافق", "dateline"]],
  ],
  ["a source line", { source: "صحيفة النبأ" }, [["صحيفة النبأ", "صحيفه النبا", "source-line"]]],
  [
    "the end of the text",
    { text: "أغلقت السلطات الميناء بسبب العاصفة. (رويترز)" },
    [["رويترز", "reuters", "tail"]],
  ],
  [
    "a credit glued to the last stop",
    { text: "أغلقت السلطات الميناء بسبب العاصفة.وكالات" },
    [["وكالات", null, "tail"]],
  ],
  [
    "the outlet and whose words it has",
    { text: "أغلقت السلطات الميناء بسبب العاصفة صباحاً.\nالسدر24/ أ ف ب" },
    [["فرانس برس", "afp", "tail"]],
  ],
  [
    "dots within an agency's letters",
    { text: "أغلقت السلطات الميناء بسبب العاصفة.\n(أ. ف. ب)" },
    [["فرانس برس", "afp", "tail"]],
  ],
  [
    "«نقلاً عن» below the text",
    { text: "لا أظن أن الميناء يكفي.\n*نقلاً عن النبأ السدرية\n** المقالات تمثل رأي كتابها." },
    [["النبأ السدرية", "النبا السدريه", "tail"]],
  ],
  [
    "a service below the text",
    { text: "لا أظن أن الميناء يكفي.\n* خدمة «سدر تايمز» خاص بـ«النبأ»" },
    [["سدر تايمز", "سدر تايمز", "tail"]],
  ],
  [
    "an agreement below the text",
    { text: "لا أظن أن الميناء يكفي.\n* بالاتفاق مع «سدر تايمز»" },
    [["سدر تايمز", "سدر تايمز", "tail"]],
  ],
  [
    "a source line below the text",
    { text: "لا أظن أن الميناء يكفي.\nالمصدر: سدر تايمز" },
    [["سدر تايمز", "سدر تايمز", "tail"]],
  ],
  [
    "briefs with datelines of their own",
    {
      text: "الجيش يفتح الجسر\nبيروت - رويترز: فتح الجيش الجسر أمس.\n\nعودة العمال\nياوندي - أ.ف.ب: عاد العمال.",
    },
    [
      ["رويترز", "reuters", "dateline"],
      ["فرانس برس", "afp", "dateline"],
    ],
  ],
  [
    "a channel after a place",
    { author: "دبي - قناة النبأ" },
    [
      ["قناة النبأ", "قناه النبا", "byline"],
      ["قناة النبأ", "قناه النبا", "dateline"],
    ],
  ],
  ["«و» on an unnamed wire", { author: "النبأ.نت ووكالات" }, [["وكالات", null, "byline"]]],
  [
    "a mention in the text is marked as one",
    { text: "وقال متحدث لوكالة رويترز إن الميناء مغلق حتى الغد." },
    [["رويترز", "reuters", "text"]],
  ],
  ["the outlet's own name is no credit", { outlet: "رويترز", author: "رويترز" }, []],
])("%s", (_what, fields, expected) => {
  expect(credits(fields)).toEqual(expected);
});

test.each([
  ["in the text", { text: "الرباط: أعلنت الوزارة إغلاق الميناء." }, "الرباط"],
  ["in the byline", { author: "لندن: فهد العساف" }, "لندن"],
  ["unknown, before a colon and an agency", { author: "بندر السدر : رويترز" }, "بندر السدر"],
  ["unknown, with where it lies", { author: "بندر السدر، شمال بيروت - رويترز" }, "بندر السدر"],
  ["at the byline's end", { author: "فهد العساف - واشنطن" }, "واشنطن"],
  ["in the byline behind «من»", { author: "فهد العساف من الدمام" }, "الدمام"],
  ["beside an agency, of no table", { author: "واس - بندر سلمى" }, "بندر سلمى"],
  [
    "in the byline of an agency with its name in brackets",
    { author: "واس (بندر سلمى)" },
    "بندر سلمى",
  ],
  [
    "below a notice",
    {
      text: "ينشر هذا المقال بالتعاون مع مجلة السدر\nالرباط (المدار) - أعلنت الوزارة إغلاق الميناء.",
    },
    "الرباط",
  ],
  ["nowhere", {}, null],
])("a dateline %s", (_where, fields, place) => {
  expect(analyze(article(fields)).dateline?.place ?? null).toBe(place);
});

test.each([
  ["a paper that reports", "وذكرت صحيفة «الأفق» أن الميناء مغلق.", ["الأفق"]],
  [
    "an agency spoken to, by its key",
    "وقال سالم الحربي لوكالة الأنباء الألمانية إن الميناء مغلق.",
    ["د ب أ"],
  ],
  ["the outlet itself", "وقال سالم الحربي لجريدة السدر إن الميناء مغلق.", []],
])("statements credit %s", (_what, text, names) => {
  expect(credits({ text }).map(([name]) => name)).toEqual(names);
});

test("keyphrases recur, are the article's own words, and do not overlap", () => {
  const { keyphrases } = analyze(
    article({
      title: "عاصفة رملية تغلق ميناء السدر",
      text: "ضربت عاصفة رملية ميناء السدر، وقال مدير الملاحة إن عاصفة رملية أخرى متوقعة. وأغلق ميناء السدر مرتين هذا الشهر.",
    }),
  );
  expect(keyphrases).toContain("عاصفة رملية");
  expect(keyphrases.join(" ")).toContain("ميناء السدر");
});

test("an empty article is analysed without a fault", () => {
  expect(analyze(article({ text: "" }))).toMatchObject({
    language: "und",
    dateline: null,
    credits: [],
    statements: [],
    keyphrases: [],
    times: [],
    figures: [],
  });
});

test("articles read together are read like each alone", () => {
  const articles = [
    article({ author: "وكالات" }),
    article({ text: "موسكو (رويترز) - قال سالم الراوي أمس إن 12 سفينة أبحرت." }),
    article({ title: "عاصفة رملية تغلق الميناء", text: "" }),
  ];
  expect(analyzeAll(articles)).toEqual(articles.map((each) => analyze(each)));
  expect(analyzeAll([])).toEqual([]);
});
