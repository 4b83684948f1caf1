import { expect, test } from "vitest";
import type { AnalyzedArticle, Credit, Placement } from "../model/index.ts";
import { createGrouper, WINDOW_MS } from "./grouper.ts";

interface Draft {
  readonly id: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly text: string;
  readonly hour?: number;
  readonly url?: string;
  readonly credits?: readonly Credit[];
}

function article({
  id,
  outlet = `منبر ${id}`,
  title = "",
  text,
  hour = 0,
  url,
  credits = [],
}: Draft): AnalyzedArticle {
  const at = new Date(Date.UTC(2026, 2, 2, hour)).toISOString();
  return {
    id,
    url: url ?? null,
    outlet,
    source: null,
    author: null,
    title,
    text,
    summary: null,
    section: null,
    keywords: [],
    published: { at, precision: "minute", from: "test" },
    fetchedAt: null,
    attribution: { analyzer: "test", language: "ar", dateline: null, credits },
  };
}

function groupAll(articles: readonly AnalyzedArticle[]): Map<string, Placement> {
  const grouper = createGrouper();
  const placements = new Map<string, Placement>();
  for (const each of articles) {
    for (const placement of grouper.place(each, 0)) placements.set(placement.articleId, placement);
  }
  return placements;
}

const PORT = [
  "انهارت رافعة عملاقة على الرصيف الشرقي لمرفأ السنديان فجر الاثنين خلال عاصفة شديدة، ما أدى إلى إصابة تسعة عمال وتوقف حركة السفن.",
  "وقال مدير المرفأ نديم الشواف إن فرق الإنقاذ أخرجت ستة عمال من تحت الحطام ونقلتهم إلى المستشفى المركزي في المدينة القديمة.",
  "وأضاف أن الأرصاد حذرت مساء الأحد من رياح تتجاوز سرعتها تسعين كيلومتراً في الساعة، لكن العمل استمر في الرصيف حتى وقوع الحادث.",
  "وقررت إدارة المرفأ إغلاق البوابات أمام الشاحنات إلى إشعار آخر، ودعت أصحاب البضائع القابلة للتلف إلى التواصل مع مكتب الطوارئ.",
];
const RATE =
  "أبقى المصرف المركزي سعر الفائدة الأساسي دون تغيير للمرة الثالثة على التوالي، وقال المحافظ إن التضخم يتراجع ببطء وإن اللجنة ستراجع القرار في حزيران.";
const credit: Credit = {
  name: "وكالة الأفق",
  key: "ofuq",
  place: "byline",
  evidence: "وكالة الأفق",
};

test("a copy, a cut copy and a retitled copy are one account of one story", () => {
  const placed = groupAll([
    article({ id: "a", title: "انهيار رافعة في مرفأ السنديان", text: PORT.join("\n"), hour: 1 }),
    article({ id: "b", title: "العاصفة تغلق المرفأ", text: PORT.join("\n"), hour: 2 }),
    article({ id: "c", title: "تسعة مصابين", text: PORT.slice(0, 2).join("\n"), hour: 3 }),
    article({ id: "d", title: "المركزي يثبت الفائدة", text: RATE, hour: 3 }),
  ]);
  const accounts = [...placed.values()].map(({ account }) => account);
  expect(accounts[1]).toBe(accounts[0]);
  expect(accounts[2]).toBe(accounts[0]);
  expect(accounts[3]).not.toBe(accounts[0]);
  expect(placed.get("b")?.copy).toMatchObject({ of: "a", kind: "verbatim", share: 1 });
  expect(placed.get("c")?.copy).toMatchObject({ of: "a", kind: "cut", share: 1 });
  expect(placed.get("a")?.copy).toBeNull();
  expect(placed.get("d")?.story).not.toBe(placed.get("a")?.story);
});

test("a text stitched together from two does not make them one account", () => {
  const harvest =
    "بدأ موسم قطاف الزيتون في قرى الجبل مبكراً هذا العام بعد أمطار غزيرة، وتوقع المزارعون محصولاً يزيد على ألفي طن من الزيت الصافي.";
  const placed = groupAll([
    article({ id: "a", text: RATE, hour: 1 }),
    article({ id: "b", text: harvest, hour: 1 }),
    article({ id: "both", text: `${RATE}\n${harvest}`, hour: 2 }),
  ]);
  expect(placed.get("a")?.account).not.toBe(placed.get("b")?.account);
});

test("a template with another name is another account", () => {
  const cable = (name: string, country: string, city: string, day: string) =>
    `بعث رئيس مجلس السهل برقية تهنئة إلى فخامة الرئيس ${name} رئيس جمهورية ${country} بمناسبة ${day} لبلاده، وأعرب باسمه واسم شعب السهل وحكومته عن أصدق التهاني وأطيب التمنيات بالصحة والسعادة لفخامته، ولحكومة وشعب ${country} الصديق باطراد التقدم والازدهار، مشيداً بما يربط البلدين من علاقات متينة يحرص الجانبان على تطويرها في المجالات كافة انطلاقاً من ${city}.`;
  const placed = groupAll([
    article({
      id: "a",
      outlet: "أنباء السهل",
      title: "برقية إلى رئيس أورينا",
      text: cable("تورفان ديلاك", "أورينا", "زادر", "عيد الاستقلال"),
      hour: 1,
    }),
    article({
      id: "b",
      outlet: "منبر المدينة",
      title: "برقية إلى رئيس كالديرا",
      text: cable("ميلوس هاردن", "كالديرا", "فينتو", "يوم الدستور"),
      hour: 20,
    }),
  ]);
  expect(placed.get("a")?.account).not.toBe(placed.get("b")?.account);
});

test("an uncredited copy takes its account's origin, marked as inferred", () => {
  const placed = groupAll([
    article({ id: "plain", text: PORT.join("\n"), hour: 1 }),
    article({ id: "credited", text: PORT.join("\n"), hour: 2, credits: [credit] }),
  ]);
  expect(placed.get("credited")?.origin).toMatchObject({ name: "وكالة الأفق", inferred: false });
  expect(placed.get("plain")?.origin).toMatchObject({
    name: "وكالة الأفق",
    inferred: true,
    evidence: "credited",
  });
});

test("a text that credits nobody has no origin", () => {
  expect(groupAll([article({ id: "a", text: RATE })]).get("a")?.origin).toBeNull();
});

test("one address under two ids is one account", () => {
  const placed = groupAll([
    article({
      id: "a",
      url: "https://manbar.example/1",
      text: PORT.slice(0, 2).join("\n"),
      hour: 1,
    }),
    article({ id: "b", url: "https://manbar.example/1", text: `${PORT[2]}\n${PORT[3]}`, hour: 2 }),
  ]);
  expect(placed.get("b")).toMatchObject({
    account: placed.get("a")?.account,
    copy: { kind: "repost" },
  });
});

test("an account is found again only within the window", () => {
  const grouper = createGrouper();
  const [first] = grouper.place(article({ id: "a", text: RATE }), 0);
  grouper.forget(Date.UTC(2026, 2, 2) + WINDOW_MS);
  const [second] = grouper.place(article({ id: "b", text: RATE, hour: 200 }), 0);
  expect(second?.account).not.toBe(first?.account);
});

test("a grouper restored from placements decides as one that never stopped", () => {
  const articles = [
    article({ id: "a", title: "انهيار رافعة في مرفأ السنديان", text: PORT.join("\n"), hour: 1 }),
    article({ id: "b", title: "المركزي يثبت الفائدة", text: RATE, hour: 2 }),
    article({
      id: "c",
      title: "إصابات في مرفأ السنديان بانهيار رافعة",
      text: `${PORT[0]}\nولم تعلق الوزارة على أسباب الحادث حتى الآن.`,
      hour: 3,
    }),
    article({
      id: "d",
      title: "مرفأ السنديان مغلق",
      text: PORT.slice(1).join("\n"),
      hour: 4,
      credits: [credit],
    }),
  ];
  const whole = groupAll(articles);
  for (let cut = 1; cut < articles.length; cut += 1) {
    const before = groupAll(articles.slice(0, cut));
    const grouper = createGrouper();
    for (const each of articles.slice(0, cut)) {
      const placement = before.get(each.id);
      if (placement !== undefined) grouper.restore(each, placement, 0);
    }
    const after = new Map(before);
    for (const each of articles.slice(cut)) {
      for (const placement of grouper.place(each, 0)) after.set(placement.articleId, placement);
    }
    expect(after).toEqual(whole);
  }
});

test("a text that another outlet rewrote lightly is the same account, shared background is not", () => {
  const retold = `${PORT[0]}\n${PORT[1]}\n${PORT[2]}\nوقال شهود من أهل الحي إن صوت السقوط سمع في الميدان البعيد، وإن سيارات الإسعاف تأخرت نصف ساعة بسبب الزحام على جسر المدينة.`;
  const other = `زار وزير النقل مصنع السفن في خليج الرمان ووعد بتسليم ثلاث عبارات قبل نهاية الخريف، مؤكداً أن التمويل متوفر وأن العمال سيتقاضون رواتبهم كاملة.\nوشكر الوزير المهندسين.\n${PORT[2]}\n${PORT[3]}`;
  const placed = groupAll([
    article({ id: "a", title: "انهيار رافعة", text: PORT.join("\n"), hour: 1 }),
    article({ id: "b", title: "رافعة تسقط", text: retold, hour: 2 }),
    article({ id: "c", title: "وزير النقل في خليج الرمان", text: other, hour: 3 }),
  ]);
  expect(placed.get("b")?.account).toBe(placed.get("a")?.account);
  expect(placed.get("c")?.account).not.toBe(placed.get("a")?.account);
});

test("a report of which a good part stands in a crediting text has its origin, inferred, and is another account", () => {
  const own = `أعلنت بلدية السنديان أنها ستعوض أصحاب المتاجر المطلة على الكورنيش عن خسائر العاصفة، وحددت نهاية الشهر موعداً أخيراً لتقديم الطلبات في مبناها القديم، على أن تعلن أسماء المستفيدين قبل العيد.\nوتضررت عشرات القوارب الصغيرة في حوض الصيادين ولم تعرف قيمتها بعد، وطالب أصحابها بقروض ميسرة.\n${PORT[1]}\n${PORT[2]}`;
  const placed = groupAll([
    article({ id: "a", text: PORT.join("\n"), hour: 1, credits: [credit] }),
    article({ id: "b", text: own, hour: 2 }),
  ]);
  expect(placed.get("b")?.account).not.toBe(placed.get("a")?.account);
  expect(placed.get("b")?.origin).toMatchObject({
    name: "وكالة الأفق",
    inferred: true,
    evidence: "a",
  });
});
