/**
 * When a written form is a particle cut off from its word, as ال in «الـ24»: never, always, or only before what opens or a number. Lone
 * marks are no word at all.
 */
export type Clitic = typeof NEVER | typeof ALWAYS | typeof BEFORE_OPENING | typeof NO_WORD;
export const NEVER = 0;
export const ALWAYS = 1;
export const BEFORE_OPENING = 2;
export const NO_WORD = 3;

const PROCLITIC_ALONE = /^[وف]?(?:ال|لل|[بلكو])$/u;
const LONGEST_CLITIC = 3;
const TATWEEL = "\u0640";
const MARKS = /[\u064B-\u0652\u0670\u0640]/gu;
const BARE_ARTICLE = /^[وف]?(?:ال|لل)$/u;
const CUT_OFF = /^[وف]?[بلك]$/u;

/** «الـ24», «ال22», «بـ"…"», «ل«…»»: what a form is, as far as it can be said without its neighbors. */
export function toClitic(written: string, folded: string): Clitic {
  if (folded.length > LONGEST_CLITIC) return NEVER;
  if (folded === "") return NO_WORD;
  const unmarked = written.length === folded.length ? written : written.replace(MARKS, "");
  if (BARE_ARTICLE.test(unmarked)) return ALWAYS;
  if (written.endsWith(TATWEEL)) return PROCLITIC_ALONE.test(folded) ? ALWAYS : NEVER;
  return CUT_OFF.test(folded) ? BEFORE_OPENING : NEVER;
}
