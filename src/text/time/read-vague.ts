import { foldWord } from "../fold.ts";
import { indexWords, type Prefixed } from "../prefixed-words.ts";
import {
  NAMED_BY_EVENT,
  VAGUE_ADVERBS,
  VAGUE_PARTS,
  VAGUE_PHRASES,
} from "../tables/vague-times.ts";
import { type Context, isDefinite, jointAt, near, wordAt } from "./context.ts";
import type { Found } from "./found.ts";
import { startAfter } from "./read-draft.ts";

type Rows = readonly (readonly [heads: string, tails: string])[];
type Heads = ReadonlyMap<string, Prefixed<ReadonlySet<string>>>;

const PHRASES = indexHeads(VAGUE_PHRASES);
const PARTS = indexHeads(VAGUE_PARTS);
const ADVERBS = indexWords<"adverb">(
  VAGUE_ADVERBS.map((forms) => ({ forms, word: "adverb", alone: true })),
);
const NAMED: ReadonlySet<string> = new Set(NAMED_BY_EVENT.split(" ").map(foldWord));
const ARTICLE = /^(?:ال|لل)/u;

function indexHeads(rows: Rows): Heads {
  const heads = new Set(rows.flatMap(([written]) => written.split(" ")));
  const tailsOf = (head: string) =>
    rows.flatMap(([written, tails]) => (written.split(" ").includes(head) ? tails.split(" ") : []));
  return indexWords(
    [...heads].map((head) => ({ forms: head, word: new Set(tailsOf(head).map(foldWord)) })),
  );
}

/** The words that the phrases of the table begin with. */
export function vagueForms(): Iterable<string> {
  return [...PHRASES.keys(), ...PARTS.keys(), ...ADVERBS.keys(), ...NAMED];
}

/** «العام نفسه», «ذلك اليوم»: two words whose day the text tells elsewhere. */
export function readVaguePhrase(context: Context, at: number): Found | null {
  return readPhrase(context, at, PHRASES);
}

/** «سابقا», «الربع الأول» of something, and days named by what happens on them. */
export function readVagueWord(context: Context, at: number): Found | null {
  return readAdverb(context, at) ?? readPhrase(context, at, PARTS) ?? readNamedDay(context, at);
}

function readPhrase(context: Context, at: number, heads: Heads): Found | null {
  const head = heads.get(context.tokens[at]?.folded ?? "");
  if (head === undefined || jointAt(context, at + 1) !== "space") return null;
  if (!head.word.has(context.tokens[at + 1]?.folded ?? "")) return null;
  return toFound(context, at, at + 2, head.joined);
}

function readAdverb(context: Context, at: number): Found | null {
  const adverb = ADVERBS.get(context.tokens[at]?.folded ?? "");
  if (adverb === undefined || isOneByOne(context, at)) return null;
  return toFound(context, at, at + 1, adverb.joined);
}

/** «يوما بعد يوم», «يوما بعد آخر»: how, and not when. */
function isOneByOne(context: Context, at: number): boolean {
  if (near(context, at + 1)?.is !== "after") return false;
  const again = near(context, at + 2);
  return again?.is === "last" || (again?.is === "unit" && again.count === "one");
}

function readNamedDay(context: Context, at: number): Found | null {
  const token = context.tokens[at];
  const event = context.tokens[at + 1];
  if (!NAMED.has(token?.folded ?? "") || event?.kind !== "word") return null;
  if (jointAt(context, at + 1) !== "space" || !ARTICLE.test(event.folded)) return null;
  return wordAt(context, at + 1) === undefined && !isDefinite(context, at)
    ? toFound(context, at, at + 2, 0)
    : null;
}

function toFound({ text, tokens }: Context, at: number, next: number, joined: number): Found {
  const first = tokens[at];
  return {
    start: first === undefined ? 0 : startAfter(text, first, joined),
    end: tokens[next - 1]?.end ?? 0,
    next,
    interval: null,
    grain: "day",
  };
}
