/**
 * Times that a text speaks of and does not place: «سابقا», «العام نفسه», «يوم الانتخابات». By our own reading of news usage.
 * Spans that are only vague («الفترة المقبلة», «منذ سنوات») are no rows: readers of newspapers did not mark them as times.
 * Written as printed, folded when indexed.
 */

/** Words that are such a time alone. */
export const VAGUE_ADVERBS: readonly string[] = ["سابقا", "يوما"];

/** Heads and what makes them such a time: any of the one with any of the other, in this order. */
export const VAGUE_PHRASES: readonly (readonly [heads: string, tails: string])[] = [
  ["اليوم العام الشهر الأسبوع العقد القرن", "نفسه ذاته عينه"],
  ["السنة الليلة", "نفسها ذاتها عينها"],
  ["نفس ذات", "اليوم العام الشهر الأسبوع السنة الليلة"],
  ["ذلك ذاك", "اليوم العام الشهر الأسبوع العقد القرن"],
  ["تلك", "السنة الليلة"],
];

/** Parts of something that is told elsewhere, where no calendar follows that places them: «الربع الثالث». */
export const VAGUE_PARTS: readonly (readonly [heads: string, tails: string])[] = [
  ["النصف", "الأول الثاني"],
  ["الربع", "الأول الثاني الثالث الرابع الأخير"],
];

/** Words that an event names a day with: «يوم الانتخابات», «عشية القمة». */
export const NAMED_BY_EVENT = "يوم ليلة عشية غداة";

/** What makes of «اليوم» and «غد» something that is neither today nor tomorrow. */
export const NOT_A_DAY: Readonly<Record<string, string>> = {
  اليوم: "العالمي الدولي الوطني الأممي الإسلامي المفتوح الدراسي الآخر",
  غد: "أفضل مشرق جديد واعد أجمل",
};

/** Media whose name ends in «اليوم», by the word before it: no other sentence puts the two together. */
export const MEDIA_OF_TODAY: readonly string[] = ["عين"];

/** Media named by a land and «اليوم»: only after a word for a medium or in quotation marks, for «في روسيا اليوم» is today. */
export const MEDIA_OF_TODAY_LED: Readonly<Record<"leads" | "names", readonly string[]>> = {
  leads: "قناة صحيفة جريدة موقع وكالة شبكة مجلة تلفزيون إذاعة بوابة إدارة".split(" "),
  names:
    "المصري روسيا فلسطين إسرائيل مصر ليبيا اليمن لبنان العراق تونس الأردن سوريا الجزائر عمان العرب".split(
      " ",
    ),
};

/** Titles, after which «الشهري» is somebody's name and nothing that comes every month. */
export const BEFORE_SURNAME: readonly string[] =
  "العقيد المقدم الرائد النقيب العميد اللواء الفريق الدكتور الأستاذ الشيخ المهندس المستشار الزميل اللاعب المدرب الكابتن الحكم الوطني عبدالله عبدالإله".split(
    " ",
  );
