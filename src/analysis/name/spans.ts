import type { Name } from "../../model/index.ts";
import { factOf, foldWord, isStopWord, type Token, type Word, wordsOf } from "../../text/index.ts";
import { GAP, gapOf } from "./features.ts";
import { entriesOf, entryAt, hitsOf, KIND, LIST, singleWordHits } from "./gazetteer.ts";
import { TYPES } from "./label.ts";

/** A name as tokens of its text: from `from` up to and not including `to`. */
export interface Span {
  readonly type: Name["type"];
  readonly from: number;
  readonly to: number;
}

const TYPE_OF_KIND: Readonly<Record<number, Name["type"]>> = {
  [KIND.person]: "person",
  [KIND.organisation]: "organisation",
};
/** «قطاع غزة», «صحيفة النبأ»: what opens so is a name also without its first word, and the model knows which is meant. */
const HEADS = (1 << LIST.organisationHead) | (1 << LIST.placeHead) | (1 << LIST.title);
const GIVEN = (1 << LIST.arabicName) | (1 << LIST.foreignName);
const NAMED = GIVEN | (1 << LIST.particle);
const ALONE = (1 << LIST.country) | (1 << LIST.organisation);
const SHORTEST_ALONE = 5;
const LONGEST_HEADED = 3;
const OPENS_NAME: ReadonlySet<string> = new Set(
  ["وزارة", "جامعة", "حزب", "جبهة", "حركة", "كتائب", "وكالة", "جيش", "منظمة"].map(foldWord),
);

const opensName = factOf((folded) => OPENS_NAME.has(folded), false);

/** The names a text's labels mark, with those of the tables that the model passed over, in order. */
export function toSpans(text: string, tokens: readonly Token[], labels: Uint8Array): Span[] {
  const spans = labelled(labels);
  const words = wordsOf(tokens);
  const added = [
    ...entries(text, tokens, words),
    ...listed(text, tokens, words),
    ...headed(text, tokens, words),
  ];
  const whole = added.filter((entry) =>
    spans.every((span) => !overlap(span, entry) || (entry.isWhole && isInside(span, entry))),
  );
  const kept = spans.filter((span) => !whole.some((entry) => isInside(span, entry)));
  const all: Span[] = [];
  for (const { type, from, to } of [...kept, ...whole].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  ))
    if (from >= (all.at(-1)?.to ?? 0)) all.push({ type, from, to });
  return all;
}

function labelled(labels: Uint8Array): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < labels.length; at += 1) {
    const label = labels[at] as number;
    const type = TYPES[(label - 1) >> 1];
    if (label === 0 || label % 2 === 0 || type === undefined) continue;
    let to = at + 1;
    while (labels[to] === label + 1) to += 1;
    spans.push({ type, from: at, to });
  }
  return spans;
}

/** A name of the tables in a text; `isWhole` when a part of it is not the name. */
interface Added extends Span {
  readonly isWhole: boolean;
}

function entries(text: string, tokens: readonly Token[], words: readonly Word[]): Added[] {
  const added: Added[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const entry = entryAt(entriesOf(words[at] as Word), tokens, at);
    if (entry === null || !isUnbroken(text, tokens, at, entry.words.length)) continue;
    const to = at + entry.words.length;
    const isWhole =
      entry.kind === KIND.country || (singleWordHits(entry.words[0] ?? "") & HEADS) === 0;
    added.push({ type: TYPE_OF_KIND[entry.kind] ?? "place", from: at, to, isWhole });
    at = to - 1;
  }
  return added;
}

/** A given name with the name after it, and countries and organisations of one word. */
function listed(text: string, tokens: readonly Token[], words: readonly Word[]): Added[] {
  const added: Added[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const hits = hitsOf(words[at] as Word);
    if (hits === 0) continue;
    const next = singleWordHits(tokens[at + 1]?.folded ?? "");
    if (hits & GIVEN && next & GIVEN && isUnbroken(text, tokens, at, 2) && isEdge(text, tokens, at))
      added.push({ type: "person", from: at, to: at + 2, isWhole: false });
    else if (hits & ALONE && isTelling(tokens[at] as Token, hits))
      added.push({
        type: hits & (1 << LIST.country) ? "place" : "organisation",
        from: at,
        to: at + 1,
        isWhole: false,
      });
  }
  return added;
}

/** «وزارة الصحة», «جامعة الفجر»: a head that always opens a name, and the words with the article that go on. */
function headed(text: string, tokens: readonly Token[], words: readonly Word[]): Added[] {
  const added: Added[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!opensName(words[at] as Word)) continue;
    let to = at + 1;
    while (
      to < Math.min(at + LONGEST_HEADED, tokens.length) &&
      (tokens[to] as Token).folded.startsWith("ال") &&
      isUnbroken(text, tokens, to - 1, 2)
    )
      to += 1;
    if (to > at + 1) added.push({ type: "organisation", from: at, to, isWhole: false });
  }
  return added;
}

/** Whether two names stand apart from what is around them, which might be more of the name. */
function isEdge(text: string, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 2];
  const opens = before === undefined || (singleWordHits(before.folded) & NAMED) === 0;
  return (
    opens &&
    (after === undefined || isStopWord(after.folded) || !isUnbroken(text, tokens, at + 1, 2))
  );
}

/** Long enough, and no word of the language with the article. */
function isTelling({ folded }: Token, hits: number): boolean {
  if (hits & (1 << LIST.country)) return true;
  return folded.length >= SHORTEST_ALONE && !folded.startsWith("ال");
}

function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Whether a span is a part of an entry; the whole of it keeps the type that its context gave it. */
function isInside(span: Span, entry: Span): boolean {
  const same = span.from === entry.from && span.to === entry.to;
  return !same && span.from >= entry.from && span.to <= entry.to;
}

function isUnbroken(text: string, tokens: readonly Token[], from: number, length: number): boolean {
  for (let at = from + 1; at < from + length; at += 1) {
    const gap = gapOf(text, (tokens[at - 1] as Token).end, (tokens[at] as Token).start);
    if (gap !== GAP.space) return false;
  }
  return true;
}
