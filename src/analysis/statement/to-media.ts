import { findAgencies } from "../../extract/index.ts";
import { headKind } from "./word-kinds.ts";

const LAM_ON_ARTICLE = /^لل(?=..)/u;
const LAM = /^ل(?=...)/u;
/** «لبي بي سي» is written in several words. */
const TO_BBC = "لبي";

/** «لرويترز», «لوكالة»: spoken to a medium; no part of the speaker. */
export function isToMedia(folded: string): boolean {
  if (folded === TO_BBC) return true;
  if (!LAM.test(folded)) return false;
  if (headKind(folded) !== null) return false;
  const rest = folded.replace(LAM_ON_ARTICLE, "ال").replace(LAM, "");
  return (
    headKind(rest) === "media" || (findAgencies(rest).length > 0 && findAgencies(folded).length > 0)
  );
}
