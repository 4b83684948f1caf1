import { foldWord } from "../fold.ts";
import { HIJRI_SUBJECTS } from "../tables/hijri-signs.ts";
import { type Context, wholeAt, wordAt } from "./context.ts";

const SUBJECTS: ReadonlySet<string> = new Set(HIJRI_SUBJECTS.map(foldWord));
const JOINED = /^[وف]?(?:لل|[بكل]?ال|[بل])?/u;
/** Minutes east of Greenwich of the lands that date by the Hijra. */
const ZONE = 180;
const LOOKED_AROUND = 12;
const LEAST_YEAR = 1000;

/** Whether a month or a year of the Hijra stands around a token, or what lands that reckon by it date so. */
export function isHijraNear(context: Context, at: number): boolean {
  const last = Math.min(context.tokens.length - 1, at + LOOKED_AROUND);
  for (let i = Math.max(0, at - LOOKED_AROUND); i <= last; i += 1)
    if (isHijri(context, i) || isSubject(context, i)) return true;
  return false;
}

function isHijri(context: Context, at: number): boolean {
  const word = wordAt(context, at);
  if (word?.is === "month") return word.hijri && !word.doubtful;
  return (
    word?.is === "era" &&
    word.calendar === "hijri" &&
    (wholeAt(context, at - 1)?.value ?? 0) >= LEAST_YEAR
  );
}

function isSubject({ reference, tokens }: Context, at: number): boolean {
  if (reference?.offset !== ZONE) return false;
  const folded = tokens[at]?.folded ?? "";
  return SUBJECTS.has(folded) || SUBJECTS.has(folded.replace(JOINED, ""));
}
