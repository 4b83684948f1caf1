/** Short forms that a stop belongs to, marks and stops taken off. Single letters need no row. */
export const ABBREVIATIONS: readonly string[] = [
  "أد", // أ.د. professor doctor
  "مم", // assistant lecturer
  "صب", // post box
  "قم", // before Christ
  "كلم",
  "سم",
  "Mr",
  "Mrs",
  "Dr",
  "St",
  "vs",
  "No",
];
