const words = (list: string): readonly string[] => list.split(" ");

/** Verbs of speaking to or of somebody, who may stand right behind them: «وصفت الوزير بأنه», «طالب الحكومة بأن». */
export const OBJECT_VERBS: readonly string[] = words(
  "وصف طالب دعا اتهم انتقد ناشد حث نصح أمر هدد توعد أدان دان خاطب أبلغ أخبر سأل أجاب اعتبر كذب",
);

/** Heads of bodies that verbs treat as feminine though they do not end so. */
export const FEMININE_HEADS: readonly string[] = words(
  "كتائب سرايا أمم أحزاب دفاع دول قوى حرس استخبارات مخابرات ولايات عدل",
);
