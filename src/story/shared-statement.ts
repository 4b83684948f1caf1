import type { Origin, SourcedArticle } from "../model/index.ts";
import { splitSentences, tokenize } from "../text/index.ts";
import { toOutletKey } from "./origin.ts";
import {
  findBodies,
  findKinds,
  findOccasions,
  isSameBody,
  type PublicBody,
} from "./public-body.ts";

/** What a report rests on stands in its opening; farther down statements are quoted in passing. */
const OPENING = 700;
/** «لـ«عتبة أونلاين»», «لوكالة المدار», «للمدار». */
const TO = "ل";
const TWO_L = /^ل/u;
const NAME_WORDS = 4;

/** A body with the report that passes on what it published, and whether the report says so in one sentence. */
interface Passed {
  readonly body: PublicBody;
  readonly account: string;
  readonly by: string;
  readonly stated: boolean;
}

/**
 * For each account of a story that words a communiqué or press conference which another of its accounts words too, the body
 * that gave it: one statement is one origin, however many outlets write it up themselves.
 */
export function sharedStatements(
  accounts: ReadonlyMap<string, readonly SourcedArticle[]>,
): ReadonlyMap<string, Origin> {
  const shared = new Map<string, Origin>();
  if (accounts.size < 2) return shared;
  const passed = [...accounts].flatMap(([account, articles]) =>
    articles.flatMap((article) => passedOn(article, account)),
  );
  // The fullest name is taken first, so that «المركزي» is told as «البنك المركزي» where somebody says so.
  const fullest = [...passed].sort((a, b) => b.body.name.length - a.body.name.length);
  for (const { body } of fullest) {
    const group = passed.filter((other) => isSameBody(body, other.body));
    if (new Set(group.map(({ account }) => account)).size < 2) continue;
    if (!group.some(({ stated }) => stated)) continue;
    const key = `body:${body.kind}:${toOutletKey(body.name)}`;
    for (const account of new Set(group.map((one) => one.account))) {
      if (shared.has(account)) continue;
      const own = group.filter((one) => one.account === account);
      const best = own.find(({ stated }) => stated) ?? own[0];
      if (best === undefined) continue;
      shared.set(account, { name: body.name, key, inferred: !best.stated, evidence: best.by });
    }
  }
  return shared;
}

/** The bodies whose communiqué or press conference an article's opening passes on. One that asked for itself rests on its own asking. */
function passedOn(article: SourcedArticle, account: string): Passed[] {
  const from = article.attribution.dateline?.end ?? 0;
  const opening = article.text.slice(from, from + OPENING);
  const occasions = findOccasions(opening);
  if (occasions.length === 0 || isOwnAsking(article, opening)) return [];
  const sentences = splitSentences(opening);
  const sentenceOf = (at: number) =>
    sentences.findIndex(({ start, end }) => at >= start && at < end);
  const told = new Set(occasions.map(sentenceOf));
  const kinds = new Set(
    sentences.flatMap(({ start, end }, at) =>
      told.has(at) ? [...findKinds(opening.slice(start, end))] : [],
    ),
  );
  return findBodies(opening).map((body) => ({
    body,
    account,
    by: article.id,
    stated: told.has(sentenceOf(body.end - 1)) || kinds.has(body.kind),
  }));
}

/** Whether an article says that somebody spoke to its own outlet: «قالت لـ«عتبة أونلاين»». */
function isOwnAsking(article: SourcedArticle, opening: string): boolean {
  const own = toOutletKey(article.outlet);
  if (own === "") return false;
  const words = tokenize(opening).map(({ folded }) => folded);
  return words.some((word, at) => {
    if (!word.startsWith(TO)) return false;
    const rest = word === TO ? [] : [word.slice(1).replace(TWO_L, "ال")];
    const key = toOutletKey([...rest, ...words.slice(at + 1, at + 1 + NAME_WORDS)].join(" "));
    return ` ${key} `.startsWith(` ${own} `);
  });
}
