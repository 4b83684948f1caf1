import { factOf } from "../../text/index.ts";
import { findCueForm } from "./cue-forms.ts";
import { isName, isNameAli, isPersonNamedAt, isUnlistedTitle, isWithinName } from "./name-signs.ts";
import { gapBefore, type Prose, wordAt } from "./prose.ts";
import { isToMedia } from "./to-media.ts";
import {
  endsPhrase,
  type HeadKind,
  headKind,
  headKindOf,
  interrupts,
  isAct,
  isChannel,
  isTimeOf,
} from "./word-kinds.ts";

const TEH = /ت$/u;
const ONES_OWN = /(?:ه|ها|هم)$/u;
const PREPOSITION = /^[بل](?=...)/u;
const BEH = /^ب(?=...)/u;
const BY_ARTICLE = /^[بك]ال(?=..)/u;
const LAM_ON_ARTICLE = /^لل(?=..)/u;

/** What kind of phrase a word heads; null where it may begin a name, "none" where it can begin no phrase. */
export function kindOfHead(prose: Prose, at: number, first: string): HeadKind | null | "none" {
  const written = prose.words[at];
  // Without a clitic before it: what is asked is kept at the word.
  const word = written?.folded === first ? written : undefined;
  if (isRank(prose, at, first)) return "role";
  const kind = word === undefined ? headKind(first) : headKindOf(word);
  if (kind !== null) return kind;
  if (!endsPhrase(first) && isUnlistedTitle(prose, at, first)) return "role";
  const isPerson =
    prose.named.get(at)?.type === "person" &&
    (!endsPhrase(first) || isWithinName(prose, at, first));
  if (isPerson || isNameAli(prose, at, first)) return null;
  if (isAdverb(prose, at)) return "none";
  return (word === undefined ? headsNothing(first) : isNoHead(word)) ? "none" : null;
}

function headsNothing(folded: string): boolean {
  const isOther = isTimeOf(folded) || isAct(folded) || endsPhrase(folded) || interrupts(folded);
  return isOther || findCueForm(folded) !== null;
}

const isNoHead = factOf(headsNothing, false);

const RANK = "الفريق";

/** «الفريق سالم …»: the rank, where a name follows. */
function isRank(prose: Prose, at: number, first: string): boolean {
  const next = wordAt(prose, at + 1);
  if (first !== RANK || gapBefore(prose, at + 1).trim() !== "" || endsPhrase(next)) return false;
  return isName(next) || isPersonNamedAt(prose, at + 1);
}

const ACCUSATIVE = /\u064B/u;

/** «فرانس برس تزامناً مع …»: a word in the accusative ends whatever stands before it. */
export function isAdverb({ text, tokens }: Prose, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && ACCUSATIVE.test(text.slice(token.start, token.end));
}

/** «وختم كلمته», «نوه بوقوع …», «للوزير»: what a verb has behind it that is not who does it. */
export function isNoSubject(prose: Prose, at: number, first: string): boolean {
  // «قال بلان»: a surname that reads like «بأن».
  const name = prose.named.get(at);
  if (name?.type === "person" && !name.isJoined) return false;
  // «قال لبوتين عبر الهاتف إن …»: whom it was said to.
  if (name?.isJoined === true && isAddressee(prose, at, first)) return true;
  if (isToMedia(first) || LAM_ON_ARTICLE.test(first) || BY_ARTICLE.test(first)) return true;
  if (BEH.test(first) && isAct(first.slice(1))) return true;
  if (isOnesOwn(first)) return true;
  // «بلدية» is a body, not «بـ» and «لديه».
  return headKind(first) === null && PREPOSITION.test(first) && endsPhrase(first.slice(1));
}

/** A name with a preposition before it that the text has without; «بلومي» is a name itself. */
function isAddressee({ nameWords, within }: Prose, at: number, first: string): boolean {
  if (nameWords === null || within[at] !== -1 || nameWords.has(first)) return false;
  return headKind(first) === null && nameWords.has(first.slice(1));
}

/** «كلمته», «حديثها»: what somebody says or says it on. */
export function isOnesOwn(word: string): boolean {
  if (!ONES_OWN.test(word) || !isChannel(word)) return false;
  const stem = word.replace(ONES_OWN, "");
  return isChannel(stem) || isChannel(stem.replace(TEH, "ه"));
}

/** A token's folded word without letters before it: «لل» stands for «لـ» and the article. */
export function wordWithout(prose: Prose, at: number, clitic: number): string {
  const word = wordAt(prose, at);
  if (clitic === 0) return word;
  return word.startsWith("لل") ? `ال${word.slice(2)}` : word.slice(clitic);
}
