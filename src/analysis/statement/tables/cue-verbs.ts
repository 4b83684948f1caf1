import type { Stance } from "../../../model/index.ts";

/**
 * What a cue may govern. "speech": a clause, quoted words, words after a colon, and it may follow what was said. "report": a clause
 * or quoted words. "act": something done with words («ندد بـ…»): a statement only where words or a clause are given.
 */
export type CueFrame = "speech" | "report" | "act";

/** A reporting verb by its principal parts; the other forms are derived from them. */
export interface CueVerb {
  /** Perfect, third person masculine singular. */
  readonly perfect: string;
  /** Imperfect, third person masculine singular; "" where only the perfect reports. */
  readonly imperfect: string;
  /** Accusative participle that goes on with the same speaker; "" where none is used. */
  readonly participle: string;
  /** Verbal noun that takes a clause («قوله إن», «تأكيده أن»); "" where none does. */
  readonly noun: string;
  readonly stance: Stance;
  readonly frame: CueFrame;
  /** Prepositions that may stand between the verb and its clause: «أشار إلى أن». */
  readonly before: string;
  /** Its perfect is a common other word too («بين», «كتب», «ذكر»): it counts only at the head of a clause. */
  readonly homograph?: true;
  /** Its object may be a pronoun at its end: «أبلغه أن». */
  readonly object?: true;
}

type Row = readonly [
  perfect: string,
  imperfect: string,
  participle: string,
  noun: string,
  stance: Stance,
  frame: CueFrame,
  before?: string,
  homograph?: "homograph",
];

/** Principal parts, stance, frame and prepositions, one verb a row, the most frequent in news first within a stance. */
const ROWS: readonly Row[] = [
  ["قال", "يقول", "قائلا", "قول", "neutral", "speech"],
  ["أضاف", "يضيف", "مضيفا", "إضافة", "neutral", "speech"],
  ["أعلن", "يعلن", "معلنا", "إعلان", "neutral", "report", "عن"],
  ["ذكر", "يذكر", "ذاكرا", "", "neutral", "report", "", "homograph"],
  ["أفاد", "يفيد", "", "", "neutral", "report"],
  ["تابع", "يتابع", "متابعا", "", "neutral", "speech"],
  ["نقل", "ينقل", "", "", "neutral", "report", "عن", "homograph"],
  ["كتب", "يكتب", "", "", "neutral", "speech", "", "homograph"],
  ["رد", "يرد", "", "رد", "neutral", "speech", "", "homograph"],
  ["صرح", "يصرح", "مصرحا", "تصريح", "neutral", "report"],
  ["أورد", "يورد", "", "", "neutral", "report"],
  ["أبلغ", "", "", "", "neutral", "report"],
  ["أخبر", "يخبر", "مخبرا", "", "neutral", "report"],
  ["علق", "يعلق", "معلقا", "", "neutral", "speech", "", "homograph"],
  ["أردف", "يردف", "مردفا", "", "neutral", "speech"],
  ["زاد", "يزيد", "", "", "neutral", "speech", "", "homograph"],
  ["استطرد", "يستطرد", "مستطردا", "", "neutral", "speech"],
  ["استدرك", "يستدرك", "مستدركا", "", "neutral", "speech"],
  ["أجاب", "يجيب", "مجيبا", "", "neutral", "speech"],
  ["واصل", "يواصل", "مواصلا", "", "neutral", "speech", "", "homograph"],
  ["أكمل", "يكمل", "مكملا", "", "neutral", "speech", "", "homograph"],
  ["ختم", "يختم", "خاتما", "", "neutral", "speech", "", "homograph"],
  ["اختتم", "يختتم", "مختتما", "", "neutral", "speech", "", "homograph"],
  ["غرد", "يغرد", "مغردا", "", "neutral", "speech"],
  ["روى", "يروي", "راويا", "", "neutral", "report", "", "homograph"],
  ["حكى", "يحكي", "حاكيا", "", "neutral", "report", "", "homograph"],
  ["تحدث", "يتحدث", "", "", "neutral", "report", "عن"],
  ["كرر", "يكرر", "مكررا", "", "neutral", "report"],
  ["نسب", "ينسب", "ناسبا", "", "neutral", "report", "إلى", "homograph"],
  ["عقب", "يعقب", "معقبا", "", "neutral", "speech", "على", "homograph"],
  ["أشار", "يشير", "مشيرا", "إشارة", "neutral", "report", "إلى على"],
  ["لفت", "يلفت", "لافتا", "", "neutral", "report", "إلى"],
  ["نوه", "ينوه", "منوها", "", "neutral", "report", "إلى"],
  ["ألمح", "يلمح", "ملمحا", "", "neutral", "report", "إلى"],
  ["لمح", "", "", "", "neutral", "report", "إلى", "homograph"],
  ["ذكّر", "", "مذكرا", "", "neutral", "report", "", "homograph"],
  ["شرح", "يشرح", "شارحا", "", "neutral", "speech"],
  ["فسر", "يفسر", "مفسرا", "", "neutral", "report"],
  ["أكد", "يؤكد", "مؤكدا", "تأكيد", "endorsing", "report", "على"],
  ["أوضح", "يوضح", "موضحا", "", "endorsing", "report"],
  ["بين", "يبين", "مبينا", "", "endorsing", "report", "", "homograph"],
  ["أبان", "", "", "", "endorsing", "report"],
  ["كشف", "يكشف", "كاشفا", "", "endorsing", "report", "عن"],
  ["شدد", "يشدد", "مشددا", "تشديد", "endorsing", "report", "على"],
  ["جدد", "يجدد", "", "", "endorsing", "act", "على", "homograph"],
  ["أصر", "يصر", "مصرا", "إصرار", "endorsing", "report", "على"],
  ["أظهر", "يظهر", "مظهرا", "", "endorsing", "report", "", "homograph"],
  ["أثبت", "يثبت", "", "", "endorsing", "report", "", "homograph"],
  ["أبرز", "يبرز", "مبرزا", "", "endorsing", "report", "", "homograph"],
  ["نبه", "ينبه", "منبها", "", "warning", "report", "إلى من"],
  ["حذر", "يحذر", "محذرا", "تحذير", "warning", "report", "من"],
  ["أنذر", "ينذر", "منذرا", "", "warning", "report"],
  ["خلص", "يخلص", "", "", "endorsing", "report", "إلى"],
  ["توصل", "يتوصل", "", "", "endorsing", "report", "إلى", "homograph"],
  ["أقر", "يقر", "مقرا", "إقرار", "admitting", "report"],
  ["اعترف", "يعترف", "معترفا", "اعتراف", "admitting", "report"],
  ["سلم", "", "", "", "admitting", "report", "", "homograph"],
  ["زعم", "يزعم", "زاعما", "زعم", "doubting", "report"],
  ["ادعى", "يدعي", "مدعيا", "ادعاء", "doubting", "report"],
  ["نفى", "ينفي", "نافيا", "نفي", "denying", "report"],
  ["أنكر", "ينكر", "منكرا", "إنكار", "denying", "report"],
  ["كذب", "يكذب", "مكذبا", "", "denying", "act", "", "homograph"],
  ["اعتبر", "يعتبر", "معتبرا", "اعتبار", "opining", "report"],
  ["رأى", "يرى", "", "", "opining", "report", "", "homograph"],
  ["اعتقد", "يعتقد", "معتقدا", "اعتقاد", "opining", "report"],
  ["ظن", "يظن", "ظانا", "", "opining", "report"],
  ["وصف", "يصف", "واصفا", "", "opining", "act", "", "homograph"],
  ["وجد", "", "", "", "opining", "report", "", "homograph"],
  ["انتقد", "ينتقد", "منتقدا", "انتقاد", "opining", "act"],
  ["توقع", "يتوقع", "متوقعا", "توقع", "expecting", "report"],
  ["رجح", "يرجح", "مرجحا", "ترجيح", "expecting", "report"],
  ["استبعد", "يستبعد", "مستبعدا", "استبعاد", "expecting", "report"],
  ["تنبأ", "يتنبأ", "متنبئا", "", "expecting", "report"],
  ["قدر", "يقدر", "", "", "expecting", "report", "", "homograph"],
  ["افترض", "يفترض", "", "", "expecting", "report"],
  ["دعا", "يدعو", "داعيا", "دعوة", "urging", "act", "إلى"],
  ["طالب", "يطالب", "مطالبا", "مطالبة", "urging", "act", "", "homograph"],
  ["ناشد", "يناشد", "مناشدا", "مناشدة", "urging", "act"],
  ["حث", "يحث", "حاثا", "حث", "urging", "act", "على"],
  ["أوصى", "يوصي", "موصيا", "توصية", "urging", "act"],
  ["نصح", "ينصح", "ناصحا", "", "urging", "act"],
  ["اقترح", "يقترح", "", "اقتراح", "urging", "act"],
  ["أمر", "يأمر", "آمرا", "", "urging", "act", "", "homograph"],
  ["تمنى", "يتمنى", "متمنيا", "", "urging", "report"],
  ["تعهد", "يتعهد", "متعهدا", "تعهد", "pledging", "act"],
  ["وعد", "", "", "", "pledging", "act", "", "homograph"],
  ["أقسم", "يقسم", "مقسما", "", "pledging", "report", "على"],
  ["هدد", "يهدد", "مهددا", "تهديد", "threatening", "act"],
  ["توعد", "يتوعد", "متوعدا", "", "threatening", "act"],
  ["اتهم", "يتهم", "متهما", "اتهام", "accusing", "act"],
  ["أدان", "يدين", "", "إدانة", "condemning", "act"],
  ["دان", "", "", "", "condemning", "act"],
  ["ندد", "يندد", "منددا", "تنديد", "condemning", "act"],
  ["استنكر", "يستنكر", "مستنكرا", "استنكار", "condemning", "act"],
  ["شجب", "يشجب", "شاجبا", "", "condemning", "act"],
  ["رحب", "يرحب", "مرحبا", "ترحيب", "welcoming", "act"],
  ["أشاد", "يشيد", "مشيدا", "إشادة", "welcoming", "act"],
  ["أعرب", "يعرب", "معربا", "إعراب", "neutral", "act", "عن في من"],
  ["عبر", "يعبر", "معبرا", "تعبير", "neutral", "act", "عن في من", "homograph"],
  ["أبدى", "يبدي", "مبديا", "", "neutral", "act", "في من"],
  ["تساءل", "يتساءل", "متسائلا", "تساؤل", "asking", "speech", "عن"],
  ["سأل", "يسأل", "سائلا", "", "asking", "speech", "عن"],
  ["استغرب", "يستغرب", "مستغربا", "", "asking", "act"],
  ["لاحظ", "يلاحظ", "ملاحظا", "", "opining", "report"],
  ["مازح", "يمازح", "ممازحا", "", "neutral", "speech"],
  ["خاطب", "يخاطب", "مخاطبا", "", "neutral", "speech"],
  ["هتف", "يهتف", "هاتفا", "", "neutral", "speech"],
  ["مضى", "", "", "", "neutral", "speech", "", "homograph"],
  ["استهل", "يستهل", "", "", "neutral", "speech", "", "homograph"],
  ["شكا", "يشكو", "شاكيا", "", "neutral", "report", "من"],
  ["اشتكى", "يشتكي", "مشتكيا", "", "neutral", "report", "من"],
  ["برر", "يبرر", "", "", "neutral", "report"],
  ["وافق", "", "", "", "neutral", "act", "على", "homograph"],
  ["أثنى", "يثني", "مثنيا", "", "welcoming", "act"],
  ["أيد", "يؤيد", "مؤيدا", "", "welcoming", "act"],
];

/** Verbs that take whom they are said to, or of, as their object. */
const WITH_OBJECT: ReadonlySet<string> = new Set([
  "قال",
  "أبلغ",
  "أخبر",
  "أجاب",
  "سأل",
  "خاطب",
  "وصف",
  "اتهم",
  "اعتبر",
]);

/** The reporting verbs of Arabic news. */
export const CUE_VERBS: readonly CueVerb[] = ROWS.map(
  ([perfect, imperfect, participle, noun, stance, frame, before = "", homograph]) => ({
    perfect,
    imperfect,
    participle,
    noun,
    stance,
    frame,
    before,
    ...(homograph === undefined ? {} : { homograph: true as const }),
    ...(WITH_OBJECT.has(perfect) ? { object: true as const } : {}),
  }),
);
