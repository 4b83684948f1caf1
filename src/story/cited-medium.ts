import type { Origin, SourcedArticle } from "../model/index.ts";
import { toOutletKey } from "./origin.ts";
import { MEDIUM_WORDS, PUBLISHING_VERBS } from "./tables/publishing-words.ts";

/** What a report rests on stands in its opening; farther down newspapers are quoted in passing. */
const OPENING = 700;
/** «صحيفة "الضفة"», «نشرته "الضفة"»: a medium told by its kind or by its publishing, its name in quotation marks. */
const CITED = new RegExp(
  `(?<!\\p{L})[وف]?(?:${[...MEDIUM_WORDS, ...PUBLISHING_VERBS].join("|")})\\s+[«"“(]\\s*([^«»"“”()\\n]{2,40}?)\\s*[»"”)]`,
  "gu",
);

/** The media that the opening of an article names as where its news was published. */
function citedMedia(article: SourcedArticle): Origin[] {
  return [...article.text.slice(0, OPENING).matchAll(CITED)].map(([evidence, name = ""]) => ({
    name,
    key: toOutletKey(name),
    inferred: false,
    evidence,
  }));
}

/** For each medium, the accounts of a story that rest on it. */
function accountsCiting(
  accounts: ReadonlyMap<string, readonly SourcedArticle[]>,
): ReadonlyMap<string, ReadonlyMap<string, Origin>> {
  const citing = new Map<string, Map<string, Origin>>();
  const each = [...accounts].flatMap(([account, articles]) =>
    articles.flatMap((article) =>
      citedMedia(article).map((medium) => ({ account, medium, by: article.id })),
    ),
  );
  for (const { account, medium, by } of each) {
    const all = citing.get(medium.key) ?? new Map<string, Origin>();
    citing.set(medium.key, all);
    if (!all.has(account)) all.set(account, { ...medium, evidence: by });
  }
  return citing;
}

/** For each account of a story that rests on a medium which another of its accounts rests on too, that medium. */
export function sharedMedia(
  accounts: ReadonlyMap<string, readonly SourcedArticle[]>,
): ReadonlyMap<string, Origin> {
  const shared = new Map<string, Origin>();
  if (accounts.size < 2) return shared;
  for (const [key, citing] of accountsCiting(accounts)) {
    if (key === "" || citing.size < 2) continue;
    for (const [account, medium] of citing) if (!shared.has(account)) shared.set(account, medium);
  }
  return shared;
}
