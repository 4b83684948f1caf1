import { type FoundAgency, findAgencies, findAgenciesInProse } from "../extract/index.ts";
import type { Article, Credit, CreditPlace, Dateline } from "../model/index.ts";
import { rememberByWord, type Token, tokenize } from "../text/index.ts";
import { findCreditLines } from "./credit-lines.ts";
import { BETWEEN } from "./dateline.ts";
import type { CitedMedium } from "./statement/statements.ts";
import { OUTLET_MARKS } from "./tables/outlet-marks.ts";

const MOST_NAME_WORDS = 6;
const MARKS = /[«»"“”{}*]/gu;
/** «العربية.نت ووكالات» */
const AND = /\sو(?=\S{3})/gu;
/** How much of a sentence before a mention is kept as its evidence. */
const EVIDENCE_BEFORE = 30;

/** Everyone an article names, in places that speak for its whole text, as where it comes from; the outlet's own name is no credit. */
export function findCredits(
  { outlet, author, source, text }: Article,
  dateline: Dateline | null,
): Credit[] {
  return [
    ...(author === null ? [] : byline(author)),
    ...(dateline?.credit ?? []).flatMap((written) => named(written, "dateline")),
    ...(source === null ? [] : named(source, "source-line")),
    ...findCreditLines(text).flatMap(({ written, place }) => named(written, place)),
  ].reduce<Credit[]>(adderFor(outlet), []);
}

/** Credits of the whole text, and below them those whom the text mentions; a mention adds nothing to a credit that speaks for the whole. */
export function withMentions(
  { outlet, text }: Article,
  credits: readonly Credit[],
  tokens: readonly Token[],
): Credit[] {
  return inText(text, tokens).reduce(adderFor(outlet), [...credits]);
}

/** Adds a credit to a list that has none like it, unless it is the outlet's own name. */
function adderFor(outlet: string | null): (credits: Credit[], credit: Credit) => Credit[] {
  const own = ownKeys(outlet ?? "");
  return (credits, credit) => {
    const again = credits.some(
      ({ key, name, place }) =>
        key === credit.key &&
        name === credit.name &&
        (place === credit.place || credit.place === "text"),
    );
    const isOwn = own.has(credit.key ?? "") || own.has(keyOf(credit.name));
    if (!again && !isOwn) credits.push(credit);
    return credits;
  };
}

/** Credits with the media that the article's statements rest on: mentions in the text, each once. */
export function withCited(
  article: Article,
  credits: readonly Credit[],
  media: readonly CitedMedium[],
): Credit[] {
  const all = [...credits];
  const own = keyOf(article.outlet ?? "");
  for (const { name, evidence } of media) {
    const [agency] = findAgencies(name);
    const credit: Credit = {
      name: agency?.name ?? name,
      key: agency?.key ?? keyOf(name),
      place: "text",
      evidence,
    };
    const again = all.some(({ key }) => key !== null && isWithin(key, credit.key ?? ""));
    if (credit.key !== "" && !again && !isWithin(own, keyOf(name))) all.push(credit);
  }
  return all;
}

/** Whether one of two keys has all the words of the other: «سكاي نيوز», «سكاي نيوز عربية». */
function isWithin(one: string, other: string): boolean {
  if (one === "" || other === "") return false;
  const [few, many] = [one.split(" "), other.split(" ")].sort((a, b) => a.length - b.length);
  return few?.every((word) => many?.includes(word)) ?? false;
}

/** Outlets are few, and many articles have one byline. */
const LONGEST_NAME = 60;

/** An outlet by its own name and, where it is in the agency table, by its key. */
const ownKeys: (outlet: string) => ReadonlySet<string> = rememberByWord((outlet) => {
  const names = [keyOf(outlet), ...findAgencies(outlet).map(({ key }) => key ?? "")];
  return new Set(names.filter((name) => name !== ""));
}, LONGEST_NAME);

function toCredit(found: FoundAgency, place: CreditPlace, evidence: string): Credit {
  return { name: found.name, key: found.key, place, evidence };
}

/** A byline is mostly a reporter's name: only agencies and words that say «agency» or «newspaper» make it a credit. */
const byline: (author: string) => readonly Credit[] = rememberByWord((author) => {
  const agencies = findAgencies(author);
  const found = agencies.length > 0 ? agencies : findAgencies(author.replace(AND, " "));
  if (found.length > 0) return found.map((agency) => toCredit(agency, "byline", author));
  const outlet = author
    .split(BETWEEN)
    .find((part) => OUTLET_MARKS.some((mark) => keyOf(part).includes(mark)));
  return outlet === undefined ? [] : named(outlet, "byline");
}, LONGEST_NAME);

/** A line that is a credit: the agencies it names, else the name it is. */
function named(written: string, place: CreditPlace): Credit[] {
  const agencies = findAgencies(written);
  if (agencies.length > 0) return agencies.map((found) => toCredit(found, place, written));
  const bare = written.replace(MARKS, "");
  const words = tokenize(bare).length;
  if (words === 0 || words > MOST_NAME_WORDS) return [];
  return [{ name: bare.trim(), key: keyOf(bare), place, evidence: written }];
}

function inText(text: string, tokens: readonly Token[]): Credit[] {
  return findAgenciesInProse(text, tokens).map((found) =>
    toCredit(
      found,
      "text",
      text.slice(Math.max(0, found.start - EVIDENCE_BEFORE), found.end).trim(),
    ),
  );
}

function keyOf(name: string): string {
  return tokenize(name)
    .map(({ folded }) => folded)
    .join(" ");
}
