/** Folded words by which a byline shows that it names an agency or outlet and not a reporter. */
export const OUTLET_MARKS: readonly string[] = [
  "وكاله",
  "الوكاله",
  "صحيفه",
  "جريده",
  "قناه",
  "اذاعه",
  "شبكه",
  "للانباء",
];
