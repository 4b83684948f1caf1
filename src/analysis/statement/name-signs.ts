import { isDatelinePlace } from "../../extract/index.ts";
import { foldWord } from "../../text/index.ts";
import { LIST, singleWordHits } from "../name/gazetteer.ts";
import { cueAt, findCueForm } from "./cue-forms.ts";
import { gapBefore, type Prose, type Run, wordAt } from "./prose.ts";
import {
  bare,
  endsPhrase,
  hasPronoun,
  headKind,
  isAct,
  isChannel,
  isConstruct,
  isDefinite,
  isNetwork,
} from "./word-kinds.ts";

/** The preposition and the name fold to the same letters. */
export const ALI: string = foldWord("علي");
const NAME_LISTS = (1 << LIST.arabicName) | (1 << LIST.foreignName);
/** Links between the parts of a name. */
export const NAME_LINKS: ReadonlySet<string> = new Set(["بن", "ابن", "بنت", "ال", "ابو"]);
/** Second parts of given names: «عبد الله», «نور الدين». */
export const IN_GIVEN_NAMES: ReadonlySet<string> = new Set([
  "الله",
  "الدين",
  "الاسلام",
  "الحق",
  "النصر",
]);
const NEAR_WORDS = 3;
const WITH_BEH = /^ب.{4,}/u;
/** Endings of adjectives of relation. */
export const NISBA: RegExp = /(?:ي|يه|يون|يين|يان|يات)$/u;
/** Letters around a word that few names have: a preposition or conjunction before it, an ending of feminines or plurals. */
const COMMON_LETTERS = /^(?:ولكن|[بو]...)|(?:ه|ها|هم|ون|ات)$/u;

const CLAUSE = /^ان(?:ه|ها|هم)?$/u;
/** How something is said: «بوضوح», and the accusative. */
const MANNER = /^ب|(?:ا|ه)$/u;

/** «وقال وون إن»: the one word between a verb and its clause is who says it. */
function isAloneBeforeClause(prose: Prose, at: number, word: string): boolean {
  return (
    CLAUSE.test(wordAt(prose, at + 1)) && !MANNER.test(word) && gapBefore(prose, at + 1) === " "
  );
}

/** Whether a phrase of a bare name begins with a lone indefinite word that the text has in no name. */
export function isNobody(
  prose: Prose,
  { from, head, role }: { readonly from: number; readonly head: string; readonly role: Run | null },
): boolean {
  const { nameWords, within } = prose;
  // «قال ولايتي مستشار الرئيس»: whoever has an office is somebody.
  if (role !== null) return false;
  if (nameWords === null || isDefinite(head) || within[from] !== -1) return false;
  if (isAloneBeforeClause(prose, from, head)) return false;
  if (!COMMON_LETTERS.test(head) || singleWordHits(head) > 0 || nameWords.has(head)) return false;
  return !followsGivenName(prose, from, head);
}

/** «لمشروع "…" سالم الحربي»: whether a person's name begins at a token. */
export function isPersonNamedAt({ named }: Prose, at: number): boolean {
  const name = named.get(at);
  return name?.type === "person" && name.isFirst;
}

/** For each word asked for of a text, where it first stands right behind a given name: a text is looked through once for each. */
const BEHIND_GIVEN_NAMES = new WeakMap<Prose, Map<string, number>>();

/** «قالت بوتيرو» after «جميلة بوتيرو» or «#دانيلا_بوتيرو»: a word that stood right behind a given name before. */
function followsGivenName(prose: Prose, at: number, word: string): boolean {
  const known = BEHIND_GIVEN_NAMES.get(prose) ?? new Map<string, number>();
  BEHIND_GIVEN_NAMES.set(prose, known);
  const first = known.get(word) ?? firstBehindGivenName(prose, word);
  known.set(word, first);
  return first < at;
}

function firstBehindGivenName(prose: Prose, word: string): number {
  for (let k = 1; k < prose.tokens.length; k += 1) {
    if (wordAt(prose, k) !== word) continue;
    const gap = gapBefore(prose, k);
    if (gap === "_" || (gap === " " && isGivenName(wordAt(prose, k - 1)))) return k;
  }
  return Number.POSITIVE_INFINITY;
}

/** Whether a word is of a people: «يمني». */
export const isOfPeople = (word: string): boolean =>
  (singleWordHits(word) & (1 << LIST.nationality)) !== 0;

/** «المايسترو سليم …», «اللبناني جورج …»: a definite word right before a given name is what that person is, listed or not. */
export function isUnlistedTitle(prose: Prose, at: number, first: string): boolean {
  if (!isDefinite(first) || isAct(first) || IN_GIVEN_NAMES.has(first)) return false;
  if (isName(first) || prose.within[at] !== -1) return false;
  const next = wordAt(prose, at + 1);
  const name = isDefinite(next) && NISBA.test(next) ? at + 2 : at + 1;
  for (let k = at + 1; k <= name; k += 1) if (gapBefore(prose, k).trim() !== "") return false;
  const word = wordAt(prose, name);
  const isPeople = isOfPeople(first);
  // «القومندان أندرسن»: a word that is in no name itself, before one that is.
  const isNoName = prose.nameWords?.has(first) === false && singleWordHits(first) === 0;
  return isGivenName(word) || ((isPeople || (isNoName && name === at + 1)) && isNamed(prose, word));
}

/** Whether an indefinite word is part of a name found in the text. */
export const isNamed = (prose: Prose, word: string): boolean =>
  !isDefinite(word) && findCueForm(word) === null && prose.nameWords?.has(word) === true;

/** Whether a phrase of one word is no name that the text or any list has. */
export function isCommonNoun(
  { named }: Prose,
  { from, to, head }: Run & { readonly head: string },
): boolean {
  return to - from === 1 && !named.has(from) && singleWordHits(head) === 0;
}

/** A text that writes the preposition «على» with its own letter means the name by «علي». */
const WRITES_ALA = /(?:^|\s)\u0639\u0644\u0649\s/u;

/** «قال علي أكبر …»: the name, where the text writes the preposition «على» and a name goes on behind it. */
export function isNameAli(prose: Prose, at: number, word: string): boolean {
  const token = prose.tokens[at];
  if (word !== ALI || token === undefined || gapBefore(prose, at + 1).trim() !== "") return false;
  const next = wordAt(prose, at + 1);
  if (isDefinite(next) || endsPhrase(next) || isAct(next)) return false;
  if (!isName(next) && !isNamed(prose, next) && !WRITES_ALA.test(prose.text)) return false;
  return prose.text.slice(token.start, token.end).endsWith("ي");
}

/** Whether a word is in the lists of given and family names. */
export const isName = (word: string): boolean => (singleWordHits(word) & NAME_LISTS) !== 0;
/** «إن» and «آن» fold alike: what ends a phrase is no name here. */
const isGivenName = (word: string): boolean =>
  word !== ALI && !isDefinite(word) && isName(word) && !endsPhrase(word);

/** A name that is known by its last word, before a word that is part of no name: «نشر راموس صورة …». */
export function leavesName(
  prose: Prose,
  { from: nameFrom, at }: { readonly from: number; readonly at: number },
  word: string,
): boolean {
  const { nameWords } = prose;
  if (nameWords === null || NAME_LINKS.has(word) || headKind(word) === "role") return false;
  if (nameWords.has(word) || singleWordHits(word) !== 0 || IN_GIVEN_NAMES.has(word)) return false;
  const last = wordAt(prose, at - 1);
  // A given name alone may go on with a family name that was not found.
  const isWhole = nameWords.has(wordAt(prose, at - 2)) && nameFrom < at - 1;
  return nameWords.has(last) && (isWhole || (singleWordHits(last) & (1 << LIST.arabicName)) === 0);
}

/** «تامر», «راي»: a person's name that is a verb's form too. */
export function isPersonAt({ named }: Prose, at: number, word: string): boolean {
  return named.get(at)?.type === "person" && isName(word);
}

/** Function words that no name has as a word of its own. */
const NEVER_NAMES: ReadonlySet<string> = new Set(["من", "في", "عن", "الي", "مع", "ما"]);
/** «ان» is «آن» in names only where it is written so. */
const WITH_MADDA = /^\u0622/u;
const WITH_HAMZA = /^[\u0641\u0628\u0644]?[\u0623\u0625]\u0646/u;

/** «فان دايك», «آي»: a word of a person's name of several words that is a function word elsewhere. */
export function isWithinName({ named, text, tokens }: Prose, at: number, word: string): boolean {
  const here = named.get(at);
  if (here?.type !== "person" || here.isJoined || NEVER_NAMES.has(word)) return false;
  // «… ماكرون الخميس»
  if (isDefinite(word)) return false;
  const written = text.slice(tokens[at]?.start ?? 0);
  if (WITH_MADDA.test(written)) return true;
  if (word === "ان" || WITH_HAMZA.test(written)) return false;
  // «محمد علي الحربي», never «على».
  if (word === ALI) return written.startsWith("علي") && (!here.isFirst || WRITES_ALA.test(text));
  return !here.isFirst || named.get(at + 1)?.isFirst === false;
}

const JOINING = /^[بل](?=...)/u;
const LAM = /^ل(?=...)/u;

/** «… لجامعة الدول», «… لحقوق الإنسان»: joined to a title or a body by a preposition. */
export function isJoined(prose: Prose, at: number, word: string): boolean {
  if (prose.named.get(at)?.isJoined === true) return true;
  if (!JOINING.test(word) || headKind(word) !== null) return false;
  const rest = word.slice(1);
  if (headKind(rest) !== null || isConstruct(rest)) return true;
  if (isDatelinePlace(rest) || isDatelinePlace(`${rest} ${wordAt(prose, at + 1)}`)) return true;
  // «المكلف بتأمين المباراة»
  if (isAct(rest) && isDefinite(wordAt(prose, at + 1))) return true;
  const isLong = word.length > 4 && !isName(word) && !isNamed(prose, word);
  return (LAM.test(word) ? word.length > 4 : isLong) && isDefinite(wordAt(prose, at + 1));
}

/** Where a walk along a noun phrase has come to. */
interface Walk {
  readonly from: number;
  readonly at: number;
  readonly head: string;
}

const FOR_THE = /^لل(?=..)/u;
const ITS_OWN = /.{4,}(?:ها|هم)$/u;

const ACCUSATIVE = /ين$/u;

/** «شبكة المدار السدرية للأنباء صوراً …»: after its definite last word an outlet's name is over. */
export function endsOutlet(prose: Prose, { from, at, head }: Walk, word: string): boolean {
  const { nameWords } = prose;
  const before = wordAt(prose, at - 1);
  // «ونصح الموقع المستخدمين بأن …»
  if (isDefinite(word)) return at === from + 1 && isDefinite(head) && ACCUSATIVE.test(word);
  if (nameWords === null || nameWords.has(word)) return false;
  // «ثبتت وكالة المدار تصنيفاتها …»
  if (ITS_OWN.test(word)) return true;
  const isOver = FOR_THE.test(before) || isDefinite(before);
  // «الصحيفة كإجراء …»: behind a definite noun alone too.
  const isFar = at - from > 1 || isDefinite(head);
  return isOver && isFar && headKind(word) === null && !isName(word);
}

const MANY_ADJECTIVE = /..(?:ون|ين)$/u;

/** «حقوقيون بارزون»: an indefinite noun of several people with its adjective. */
function isManyWithAdjective(prose: Prose, from: number, head: string): boolean {
  if (headKind(head) !== "unnamed" || isDefinite(head)) return false;
  const next = wordAt(prose, from + 1);
  return !isDefinite(next) && MANY_ADJECTIVE.test(next) && !prose.named.has(from + 1);
}

/** Whether a body's name is over at a word: after a definite noun only what is definite goes on with it. */
export function endsBody(prose: Prose, { from, at, head }: Walk, word: string): boolean {
  if (at === from + 1 && !isDefinite(head)) return false;
  // «طالب حقوقيون بارزون المجتمع الدولي»
  if (isDefinite(word) && at === from + 2 && isManyWithAdjective(prose, from, head)) return true;
  if (isDefinite(word)) return isSpokenTo(prose, { from, at, head }, word);
  // «أصدرت الرابطة بياناً», «دعت المجموعة حكومات …»
  return !isJoined(prose, at, word) && isDefinite(wordAt(prose, at - 1));
}

/** After a title has its complement, the first word that is neither definite nor a noun of titles begins the name. */
export function startsName(prose: Prose, { from, at, head }: Walk, word: string): boolean {
  if (isNoName(prose, { from, at, head }, word)) return false;
  const first = at === from + 1;
  const before = wordAt(prose, at - 1);
  // «متحدث باسم حكومة …», «الناطق الإعلامي بقيادة حرس …», «مدير المرصد … لحقوق الإنسان»
  if (!first && governs(before)) return false;
  if (!first && headKind(word) === "body" && !isName(word)) return false;
  const isPerson = first ? null : personAt(prose, at, word);
  if (isPerson !== null) return isPerson;
  if (isJoined(prose, at, word)) return false;
  // «اللاعب صاحب الهدفين»: a second noun of offices with its complement goes on with the first.
  if (first && headKind(word) === "role" && !isName(word) && isDefinite(wordAt(prose, at + 1)))
    return false;
  if (isDefinite(head) || hasPronoun(head)) return true;
  if (first || headKind(word) !== null) return false;
  // «مسؤول أميركي كبير»: with an indefinite head adjectives go on until the name.
  return isDefinite(before) || !NISBA.test(word);
}

/** «نصح الرئيس السدري رئيس الوزراء بأن»: behind a definite office with its adjective another office is somebody else's. */
function startsSecondOffice(prose: Prose, { from, at, head }: Walk, word: string): boolean {
  const before = wordAt(prose, at - 1);
  if (at - from < 2 || !isDefinite(head) || isDefinite(word)) return false;
  return headKind(word) === "role" && !isName(word) && isDefinite(before) && NISBA.test(before);
}

/** «وصف سليم المدار بأنها …»: another name begins. */
export function startsOtherName({ named }: Prose, at: number): boolean {
  return named.get(at)?.isFirst === true && named.has(at - 1);
}

const BEH_ON_ARTICLE = /^بال(?=..)/u;

/** «الشركة بالاحتيال»: what a definite noun alone has behind «بـ» is the verb's. */
export function isCutOff({ from, at, head }: Walk, word: string): boolean {
  return at === from + 1 && isDefinite(head) && BEH_ON_ARTICLE.test(word);
}

const HAMZA_LAM = /^[أإآ]ل/u;

/** «ألكسندر»: what looks like the article is the name's own letters. */
export function isSpelledWithHamza({ text, tokens }: Prose, at: number, word: string): boolean {
  return isName(word) && HAMZA_LAM.test(text.slice(tokens[at]?.start ?? 0));
}

const COMPOUNDS: ReadonlySet<string> = new Set(["عبد", "ابو", "ابي", "ام", "امه"]);

/** A family name with the article is a name's last word: what is indefinite behind it is no part of it. */
export function hasSurname(prose: Prose, at: number, word: string): boolean {
  const last = wordAt(prose, at - 1);
  if (!isDefinite(last) || isSpelledWithHamza(prose, at - 1, last)) return false;
  if (isDefinite(word) || NAME_LINKS.has(word)) return false;
  return !IN_GIVEN_NAMES.has(last) && !COMPOUNDS.has(wordAt(prose, at - 2));
}

const ON_BEHALF = "باسم";

/** «متحدث باسم القائد سالم …»: the name is of whom the spokesman speaks for. */
function isOfOther(prose: Prose, from: number, at: number): boolean {
  for (let k = from + 1; k < at - 1; k += 1)
    if (wordAt(prose, k) === ON_BEHALF) return headKind(wordAt(prose, k + 1)) === "role";
  return false;
}

/** Words that go on with a title, and names of whom a spokesman speaks for. */
function isNoName(prose: Prose, { from, at }: Walk, word: string): boolean {
  if (isDefinite(word) && !isSpelledWithHamza(prose, at, word)) return true;
  return isConstruct(word) || isOfOther(prose, from, at);
}

/** «رئيس «السيرك» سيرك الشمس دانيال …»: a person's name begins a few words on. */
function personIsNear(prose: Prose, at: number): boolean {
  for (let k = at + 1; k <= at + NEAR_WORDS; k += 1) {
    if (gapBefore(prose, k).trim() !== "" || endsPhrase(wordAt(prose, k))) return false;
    if (cueAt(prose, k) !== null && !prose.named.has(k)) return false;
    const named = prose.named.get(k);
    if (named?.type === "person" && named.isFirst)
      return isDefinite(wordAt(prose, k - 1)) && isName(wordAt(prose, k));
  }
  return false;
}

const NOMINATIVE = /ون$/u;

/** «أبلغ الوزير الصحافيين أن», «دعا الجيش السكان إلى»: behind one who is definite, several people are whom it is said to. */
function isSpokenTo(prose: Prose, { at, head }: Walk, word: string): boolean {
  if (!isDefinite(head) || !isDefinite(word) || NOMINATIVE.test(word)) return false;
  // «باسم رئيسة الوزراء», «لهيئة كبار العلماء»
  if (headKind(head) === "unnamed" || !isDefinite(wordAt(prose, at - 1))) return false;
  const people = bare(word);
  if (headKind(people) === "unnamed") return true;
  return ACCUSATIVE.test(people) && headKind(people.replace(ACCUSATIVE, "")) === "role";
}

/** «حذر رئيسها الولايات المتحدة من …»: behind somebody's own a country is whom it is said to. */
function isOfItsOwn({ named }: Prose, { at, head }: Walk, word: string): boolean {
  const name = named.get(at);
  return hasPronoun(head) && isDefinite(word) && name !== undefined && name.type !== "person";
}

/** «رد الزعيم بجملة قصيرة»: an unknown word with «بـ» goes on with no office. */
export function leavesTitle(prose: Prose, walk: Walk, word: string): boolean {
  if (startsSecondOffice(prose, walk, word) || isSpokenTo(prose, walk, word)) return true;
  const { nameWords, named } = prose;
  if (isOfItsOwn(prose, walk, word)) return true;
  if (nameWords === null || named.has(walk.at) || !WITH_BEH.test(word)) return false;
  // «في ملف بريكست سالم الحربي»
  if (named.get(walk.at + 1)?.isFirst === true) return false;
  const isNoun = headKind(word) !== null || isConstruct(word);
  return !isNoun && !isName(word) && !isJoined(prose, walk.at, word);
}

/** Whether the name found at a word is a person's; null where its words do not say so. */
function personAt(prose: Prose, at: number, word: string): boolean | null {
  const here = prose.named.get(at);
  if (here === undefined) return personIsNear(prose, at) ? false : null;
  if (here.isFirst) return here.type === "person";
  return here.type === "organisation" && !isName(word) ? false : null;
}

const MOST_WORDS = 6;

/** Whether a name is long enough, unless a link leads on: «محمد بن سالم بن عبد العزيز آل ناصر». */
export function isFull(prose: Prose, from: number, at: number): boolean {
  const isLinked = NAME_LINKS.has(wordAt(prose, at)) || NAME_LINKS.has(wordAt(prose, at - 1));
  return at - from >= MOST_WORDS && !isLinked;
}

const DUAL_OR_FEMININE = /[ات]$/u;

/** «مستشار سليم، أقنعا سليماً …»: before a word of a name one that is in none is a verb. */
export function isNameLike(prose: Prose, { from, to }: Run): boolean {
  const first = wordAt(prose, from);
  if (isDefinite(first) || to - from > MOST_WORDS) return false;
  if (isName(first) || isNamed(prose, first)) return true;
  return !(DUAL_OR_FEMININE.test(first) && isNamed(prose, wordAt(prose, from + 1)));
}

/** Whether a word of a title has another noun behind it: «باسم حكومة …», «لشركة …», «بقيادة …». */
function governs(word: string): boolean {
  if (isDefinite(word) || FOR_THE.test(word)) return false;
  const rest = word.replace(JOINING, "");
  // «ضربات منسقة لتقليص قدرات …»
  if (rest !== word && isAct(rest)) return true;
  return [word, rest].some(
    (noun) =>
      headKind(noun) === "body" || isConstruct(noun) || (noun === word && headKind(noun) !== null),
  );
}

const COMMA = /[،,]/u;

/** Whether a noun says where something was said; «نائب رئيس القسم في فيسبوك، فلان» says where somebody works. */
export function isChannelAt(prose: Prose, k: number): boolean {
  const word = wordAt(prose, k);
  return isChannel(word) && !(isNetwork(word) && COMMA.test(gapBefore(prose, k + 1)));
}
