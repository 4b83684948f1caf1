import type { Name } from "../../model/index.ts";
import { rememberByWord } from "../../text/index.ts";
import { toNameWords } from "./key.ts";
import { toWordKey } from "./spelling.ts";

/** A name with its folded words, clitics and titles off. */
export interface Found extends Name {
  readonly words: readonly string[];
}

/** What says between two names that they are one: «أحمد سالم المعروف بأبي ليث». */
const KNOWN_AS =
  /^\s*[،,(]?\s*(?:و?(?:الملقب|المعروف|المكنى|الشهير|المدعو)ة?)\s+(?:باسم\s+)?ب?ـ?\s*["«“(]?$/u;
/** «حركة المقاومة الإسلامية (حماس)». */
const BRACKET = /^\s*[("«“]\s*$/u;

interface Full {
  readonly words: readonly string[];
  readonly key: string;
}

/**
 * Gives a short form the key of the one full name its text has for it: «بيسكوف» after «دميتري بيسكوف». Where two people of the text share
 * the surname, it stays a name of its own.
 */
export function shareKeys(text: string, found: readonly Found[]): Found[] {
  const linked = linkNamed(text, found);
  const full = toFull(linked);
  return linked.map((name) => {
    if (name.type !== "person") return name;
    const key = fullKey(name, full);
    return key === null ? name : { ...name, key };
  });
}

/** The full names of people, once each. */
function toFull(found: readonly Found[]): Full[] {
  const full = new Map<string, Full>();
  for (const { type, words, key } of found)
    if (type === "person" && words.length > 1 && !full.has(key))
      full.set(key, { words: toNameWords(words), key });
  return [...full.values()];
}

function fullKey({ words: written, key }: Found, full: readonly Full[]): string | null {
  const words = written.length > 1 ? toNameWords(written) : written;
  if (words.length > 1)
    return only(full.filter((each) => each.key !== key && isCutOf(words, each.words)));
  const own = keyOf(words[0] ?? "");
  const byLast = full.filter((each) => keyOf(each.words.at(-1) ?? "") === own);
  if (byLast.length > 0) return only(byLast);
  return only(full.filter((each) => keyOf(each.words[0] ?? "") === own));
}

function only(candidates: readonly Full[]): string | null {
  return candidates.length === 1 ? (candidates[0]?.key ?? null) : null;
}

const SON = "بن";

/**
 * Whether a name of two words or more is a longer one with something left out: its end («محمد بن سالم» of «محمد بن سالم بن راشد»), its
 * middle («أحمد الحداد» of «أحمد سالم الحداد»), or all but the father's name («بن راشد» of «سالم بن راشد آل ناصر»).
 */
function isCutOf(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length) return false;
  let opening = 0;
  while (opening < short.length && short[opening] === long[opening]) opening += 1;
  if (opening === 0)
    return short[0] === SON && ` ${long.join(" ")} `.includes(` ${short.join(" ")} `);
  const left = short.slice(opening);
  return left.every((word, at) => word === long[long.length - left.length + at]);
}

const keyOf: (word: string) => string = rememberByWord((word) =>
  toWordKey(word, { alone: false, first: false }),
);

/** Joins a name to the one the text says it is another name of. */
function linkNamed(text: string, found: readonly Found[]): Found[] {
  const out: Found[] = [];
  for (const name of found) {
    const before = out.at(-1);
    out.push(
      before !== undefined && isNamed(text, before, name) ? { ...name, key: before.key } : name,
    );
  }
  return out;
}

function isNamed(text: string, before: Found, name: Found): boolean {
  if (before.type !== name.type || name.start - before.end > 24 || before.words.length < 2)
    return false;
  const between = text.slice(before.end, name.start);
  if (name.type === "person") return KNOWN_AS.test(between);
  return name.type === "organisation" && name.words.length === 1 && BRACKET.test(between);
}
