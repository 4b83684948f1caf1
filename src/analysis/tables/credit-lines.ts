/** Lines below a text that say where it was taken from, as patterns whose group is the name. */
export const CREDIT_LINES: readonly string[] = [
  // «*نقلاً عن الميناء السدرية»
  "^[*\\s]*نقلا?ً?ا?\\s+عن\\s+(.{2,40})$",
  // «* خدمة «المدار تايمز»»
  '^[*\\s]*خدمة\\s+[«"“{]([^«»"“”{}]{2,40})[»"”}]',
  // «* بالاتفاق مع «المدار»»
  "^[*\\s]*بالاتفاق\\s+مع\\s+(.{2,40})$",
  // «المصدر: المدار»
  "^[*\\s]*المصدر\\s*[:：]\\s*(.{2,40})$",
];
