import type { ChosenSentence } from "../../model/index.ts";
import { foldWord, splitSentences, tokenize } from "../../text/index.ts";
import { DANGLING_OPENERS, DANGLING_VERBS } from "./tables/dangling-openers.ts";
import type { Telling } from "./telling.ts";
import { termOverlap, toTerms } from "./terms.ts";

interface Candidate {
  readonly sentence: ChosenSentence;
  readonly place: number;
  readonly words: number;
  readonly terms: ReadonlySet<string>;
  readonly dangling: boolean;
}

/** News says what happened first: later sentences are background. */
const SENTENCES_LOOKED_AT = 6;
const LEAD_TERMS = 60;
const LEAST_WORDS = 7;
const MOST_WORDS = 45;
/** Outside of these lengths a sentence says too little or too much for a summary. */
const LENGTH_PENALTY = 0.4;
const TITLE_COUNTS = 0.5;
/** A second sentence that shares this much with the first says it again. */
const SAME = 0.7;
/** Two sentences of one report read as one text. */
const SAME_REPORT_BONUS = 1.15;
const DANGLING: ReadonlySet<string> = new Set(DANGLING_OPENERS.map(foldWord));
const DANGLING_AFTER: ReadonlySet<string> = new Set(DANGLING_VERBS.map(foldWord));
const LEADING_CONJUNCTION = /^[وف](?=.{2})/u;
const QUESTION = /[؟?]/u;
const OPENING_QUOTE = /^["«“'(]/u;

/** One or two sentences that tell what the accounts have in common, as they stand in their reports, with where. Empty when no report has a whole sentence. */
export function chooseSummary(title: string, tellings: readonly Telling[]): ChosenSentence[] {
  const shares = toShares(tellings);
  const titleTerms = new Set(toTerms(title));
  const candidates = tellings.flatMap(toCandidates);
  const score = (candidate: Candidate) => toScore(candidate, shares, titleTerms);
  const [first] = candidates
    .filter(({ dangling }) => !dangling)
    .sort((a, b) => score(b) - score(a));
  if (first === undefined) return [];
  const fresh = (candidate: Candidate) =>
    score(candidate) *
    (1 - termOverlap(candidate.terms, first.terms)) *
    (candidate.sentence.article === first.sentence.article ? SAME_REPORT_BONUS : 1);
  const [second] = candidates
    .filter((candidate) => candidate !== first && mayFollow(candidate, first))
    .sort((a, b) => fresh(b) - fresh(a));
  return second === undefined ? [first.sentence] : [first.sentence, second.sentence];
}

/** A leaning sentence may follow only the one it leans on. */
function mayFollow(candidate: Candidate, first: Candidate): boolean {
  if (termOverlap(candidate.terms, first.terms) >= SAME) return false;
  if (!candidate.dangling) return true;
  return (
    candidate.sentence.article === first.sentence.article && candidate.place === first.place + 1
  );
}

/** For each term the share of the accounts whose beginning has it. */
function toShares(tellings: readonly Telling[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { article } of tellings) {
    const terms = toTerms(`${article.title ?? ""}\n${article.text}`).slice(0, LEAD_TERMS);
    for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return new Map([...counts].map(([term, count]) => [term, count / tellings.length]));
}

function toCandidates({ article }: Telling): Candidate[] {
  const from = article.attribution.dateline?.end ?? 0;
  const body = article.text.slice(from);
  return splitSentences(body)
    .slice(0, SENTENCES_LOOKED_AT)
    .map(({ start, end }, place) => {
      const text = body.slice(start, end);
      const tokens = tokenize(text);
      const opener = tokens[0]?.folded ?? "";
      return {
        sentence: { text, article: article.id, start: from + start, end: from + end },
        place,
        words: tokens.length,
        terms: new Set(toTerms(text)),
        dangling: OPENING_QUOTE.test(text) || leans(opener, place),
      };
    });
}

function leans(opener: string, place: number): boolean {
  const bare = opener.replace(LEADING_CONJUNCTION, "");
  if (DANGLING.has(opener) || DANGLING.has(bare)) return true;
  return DANGLING_AFTER.has(opener) ? place > 0 : DANGLING_AFTER.has(bare);
}

function toScore(
  { sentence, place, words, terms }: Candidate,
  shares: ReadonlyMap<string, number>,
  title: ReadonlySet<string>,
): number {
  if (terms.size === 0) return 0;
  let sum = 0;
  for (const term of terms) sum += (shares.get(term) ?? 0) + (title.has(term) ? TITLE_COUNTS : 0);
  const fits = words >= LEAST_WORDS && words <= MOST_WORDS && !QUESTION.test(sentence.text);
  return ((sum / Math.sqrt(terms.size)) * (fits ? 1 : LENGTH_PENALTY)) / Math.sqrt(1 + place);
}
