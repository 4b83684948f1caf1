import { foldWord, stem, type Token, tokenize } from "../text/index.ts";
import {
  BODY_BYNAMES,
  BODY_WORDS,
  OCCASION_PAIRS,
  OCCASION_WORDS,
  WORDS_AFTER_BODIES,
} from "./tables/statement-words.ts";

/** A ministry, a bank, a commission: a body that an article names. */
export interface PublicBody {
  readonly kind: string;
  /** As written. */
  readonly name: string;
  /** What tells it from others of its kind: the word after the kind, and what it is for («للانتخابات»). */
  readonly tellers: ReadonlySet<string>;
  readonly end: number;
}

const KINDS: ReadonlyMap<string, string> = new Map(
  BODY_WORDS.map(([word, kind]) => [foldWord(word), kind]),
);
const BYNAMES: ReadonlyMap<string, string> = new Map(
  BODY_BYNAMES.map(([word, kind]) => [foldWord(word), kind]),
);
const OCCASIONS: ReadonlySet<string> = new Set(OCCASION_WORDS.map(foldWord));
const PAIRS: ReadonlySet<string> = new Set(
  OCCASION_PAIRS.map((pair) => pair.map(foldWord).join(" ")),
);

/** A name goes on as long as its words are definite: «الهيئة الوطنية المستقلة للانتخابات», «الهيئة المشرفة على الانتخابات». */
const MOST_NAME_WORDS = 5;
const BOUND = /^[وفب]?(?:ال|لل)(?=..)/u;
const OPEN = /^[وفب]?(?:ال|لل|ل)?(?=..)/u;
const PURPOSE = /^لل(?=..)/u;
const ON: string = foldWord("على");
const OWNED = /(?:ها|هما|هم|ه|ا)$/u;
/** Words that are definite and never of a name: days, and what holds sentences together. */
const NOT_NAMES: ReadonlySet<string> = new Set(WORDS_AFTER_BODIES.map(foldWord));
const ARTICLE = /^ال/u;
const TWO_L = /^لل/u;
const PARTICLE = /^[وفبل](?=..)/u;
const ONLY_SPACE = /^\s+$/u;

/** Every public body that a text names with something that tells it from others of its kind. */
export function findBodies(text: string): PublicBody[] {
  const tokens = tokenize(text);
  return tokens.flatMap((token, at) => {
    const kind = kindOf(token);
    return kind === undefined ? readByname(tokens, at) : readBody(text, tokens, at, kind);
  });
}

function readBody(
  text: string,
  tokens: readonly Token[],
  at: number,
  kind: string,
): readonly PublicBody[] {
  const tellers = new Set<string>();
  const name = nameWords(text, tokens, at);
  for (const [place, token] of name.entries()) {
    const isPurpose = PURPOSE.test(token.folded) || name[place - 1]?.folded === ON;
    if (token.folded !== ON && (tellers.size === 0 || isPurpose)) tellers.add(toTeller(token));
  }
  const [first, end] = [tokens[at], name.at(-1)];
  if (first === undefined || end === undefined) return [];
  const written = text.slice(first.start, end.end);
  return [{ kind, name: toName(written, first), tellers, end: end.end }];
}

/** A name without what the sentence puts before it: «للهيئة الوطنية» is «الهيئة الوطنية». */
function toName(written: string, { folded }: Token): string {
  if (KINDS.has(folded) || KINDS.has(folded.replace(ARTICLE, ""))) return written;
  return written.replace(TWO_L, "ال").replace(PARTICLE, "");
}

/** The definite words that follow a kind, up to the next kind or mark; «على» only between two of them. */
function nameWords(text: string, tokens: readonly Token[], at: number): Token[] {
  const name: Token[] = [];
  for (const token of tokens.slice(at + 1, at + 1 + MOST_NAME_WORDS)) {
    const before = name.at(-1) ?? tokens[at];
    const isNext = before !== undefined && ONLY_SPACE.test(text.slice(before.end, token.start));
    const goesOn =
      token.folded === ON
        ? name.length > 0
        : BOUND.test(token.folded) && !NOT_NAMES.has(token.folded.replace(BOUND, "ال"));
    if (!isNext || !goesOn || kindOf(token) !== undefined) break;
    name.push(token);
  }
  if (name.at(-1)?.folded === ON) name.pop();
  return name;
}

/** The kind that a word names, whatever particles and article stand before it. */
function kindOf({ folded }: Token): string | undefined {
  return (
    KINDS.get(folded) ??
    KINDS.get(folded.replace(OPEN, "")) ??
    KINDS.get(folded.replace(TWO_L, "ل"))
  );
}

function readByname(tokens: readonly Token[], at: number): readonly PublicBody[] {
  const token = tokens[at];
  const kind = BYNAMES.get(token?.folded ?? "");
  if (token === undefined || kind === undefined) return [];
  if (BOUND.test(tokens[at - 1]?.folded ?? "")) return [];
  return [{ kind, name: token.folded, tellers: new Set([toTeller(token)]), end: token.end }];
}

function toTeller({ folded }: Token): string {
  return stem(folded.replace(BOUND, ""));
}

/** Whether two names may be one body's. */
export function isSameBody(a: PublicBody, b: PublicBody): boolean {
  return a.kind === b.kind && [...a.tellers].some((teller) => b.tellers.has(teller));
}

/** The kinds of bodies that a text names by their kind alone: «البنك», «للهيئة». */
export function findKinds(text: string): ReadonlySet<string> {
  return new Set(
    tokenize(text).flatMap((token) => (BOUND.test(token.folded) ? (kindOf(token) ?? []) : [])),
  );
}

/** Where a text speaks of a communiqué or a press conference, as offsets of its words. */
export function findOccasions(text: string): number[] {
  const tokens = tokenize(text);
  return tokens.flatMap(({ folded, start }, at) => {
    const bare = folded.replace(OPEN, "");
    const isOne = [folded, bare].some(
      (word) => OCCASIONS.has(word) || OCCASIONS.has(word.replace(OWNED, "")),
    );
    const isTwo = PAIRS.has(`${bare} ${tokens[at + 1]?.folded ?? ""}`);
    return isOne || isTwo ? [start] : [];
  });
}
