import { expect, test } from "vitest";
import { tokenize } from "../../text/index.ts";
import { findTopic } from "./find-topic.ts";
import { TOPIC_WORDS } from "./tables/topic-words.ts";

const topic = (title: string, text: string) => findTopic(title, tokenize(text));

test.each([
  [
    "sport",
    "الأفق يفوز على الساحل بهدفين",
    "سجل المهاجم هدفي المباراة في الشوط الثاني، وقال المدرب إن اللاعبين استحقوا الفوز.",
  ],
  [
    "economy",
    "أسعار النفط ترتفع",
    "ارتفع سعر برميل النفط مع تراجع الدولار، وصعدت أسهم المصارف في البورصة.",
  ],
  [
    "health",
    "لقاح جديد ضد المرض",
    "قال أطباء إن اللقاح يحمي المرضى من العدوى، وإن أعراض المرض تتراجع بعد أيام.",
  ],
  [
    "culture",
    "افتتاح مهرجان السينما",
    "عرض المخرج فيلمه الجديد في افتتاح المهرجان، وحضرت الممثلة بطلة الفيلم.",
  ],
  [
    "technology",
    "هاتف جديد بكاميرتين",
    "كشفت الشركة عن هاتف ذكي بشاشة أكبر وتطبيقات جديدة للمستخدمين.",
  ],
  [
    "weather",
    "أمطار غزيرة غدا",
    "توقعت الأرصاد هطول أمطار رعدية وهبوب رياح قوية مع انخفاض درجات الحرارة.",
  ],
  [
    "conflict",
    "قصف على الجبهة",
    "قصفت طائرات مواقع المسلحين، واندلعت اشتباكات سقط فيها قتلى وجرحى.",
  ],
  [
    "politics",
    "الناخبون إلى صناديق الاقتراع",
    "بدأت الانتخابات البرلمانية، ويتنافس فيها مرشحون من الحكومة والمعارضة.",
  ],
  [
    "accidents",
    "اصطدام حافلة بقطار",
    "اصطدمت حافلة بقطار، وقال الدفاع المدني إن فرق الإنقاذ انتشلت الضحايا.",
  ],
  [
    "crime",
    "السجن لعصابة تهريب",
    "قضت المحكمة بسجن المتهمين بتهريب المخدرات، وأيدت النيابة الحكم.",
  ],
] as const)("%s: %s", (expected, title, text) => {
  expect(topic(title, text)).toBe(expected);
});

test.each([
  ["nothing to tell it by", "", "جلس الرجل قرب النافذة ونظر إلى الشارع طويلا."],
  ["no words at all", "", ""],
])("%s: unknown", (_what, title, text) => {
  expect(topic(title, text)).toBeNull();
});

test.each([
  ["the capital is no sport", "وصل الوفد إلى الرياض، وغادر الرياض مساء."],
  ["all is no kidney", "كل يوم وكل شهر وكل عام وكل مكان."],
  ["to rise is no Sa'da", "صعد إلى السطح ثم صعد مرة أخرى، صعد وصعد."],
  ["a campaign is no pregnancy", "بدأت حملة ثم حملة أخرى، وكل حملة بعدها حملة."],
])("a word matched as written is not taken for its stem: %s", (_what, text) => {
  expect(topic("", text)).toBeNull();
});

test.each(["بالعملة", "وللعملات", "والعملة"])(
  "particles and the article may be joined: «%s»",
  (word) => {
    expect(topic(word, word)).toBe("economy");
  },
);

test.each(
  Object.entries(TOPIC_WORDS).flatMap(([name, { telling }]) =>
    telling.split(" ").map((term) => [name, term.replace("=", "").replaceAll("_", " ")] as const),
  ),
)("%s: «%s» is a word of it", (name, term) => {
  const only = topic(term, `${term} ${term} ${term} ${term}`);
  expect([name, null]).toContain(only);
});

test("a republic is no audience", () => {
  const text =
    "هنأ الملك رئيس جمهورية سرمدان ورئيس جمهورية كيمان، وتلقى رئيس الجمهورية رسالة من الرئيس.";
  expect(findTopic("الملك يهنئ رئيس جمهورية سرمدان", tokenize(text))).toBe("politics");
});
