/** Phrases for the time of publication, and for times told elsewhere in the text. */
export const NOW_PHRASES: readonly (readonly [phrase: string, means: "now" | "then"])[] = [
  ["الوقت الحالي", "now"],
  ["الوقت الراهن", "now"],
  ["الوقت الحاضر", "now"],
  ["أقرب وقت ممكن", "now"],
  ["هذه الأيام", "now"],
  ["هذه اللحظة", "now"],
  ["نفس الوقت", "then"],
  ["الوقت نفسه", "then"],
  ["الوقت ذاته", "then"],
  ["ذات يوم", "then"],
  ["ذات ليلة", "then"],
  ["ذات صباح", "then"],
  ["ذات مساء", "then"],
  ["يوم من الأيام", "then"],
];
