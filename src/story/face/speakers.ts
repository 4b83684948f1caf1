import type { Denial, Name, Saying, Speaker, Statement } from "../../model/index.ts";
import { tokenize } from "../../text/index.ts";
import { fillSpeakers } from "../fill-speakers.ts";
import type { Telling } from "./telling.ts";
import { sharedTerms, termOverlap, toTerms } from "./terms.ts";

const MOST_SPEAKERS = 10;
const MOST_SAYINGS = 4;
const MOST_DENIALS = 4;
/** Two statements of one speaker that share this much of their words are one saying. */
const SAME = 0.6;
/** What a denial answers shares at least this much of its words, and so many: one word alone is the country of both. */
const ANSWERS = 0.25;
const LEAST_SHARED = 2;
const ARTICLE = /^(?:وال|ال|لل)(?=.{2})/u;

interface Draft {
  saying: Saying;
  readonly terms: ReadonlySet<string>;
}

interface Group {
  name: string;
  key: Speaker["key"];
  role: string | null;
  readonly words: Set<string>;
  readonly drafts: Draft[];
}

/**
 * Who said what in the accounts of a story, those whom most accounts carry first. Quoted words whose speaker only another report
 * names are given that one, marked; statements whose speaker none names are left out.
 */
export function toSpeakers(tellings: readonly Telling[]): Speaker[] {
  const groups: Group[] = [];
  const filled = fillSpeakers(
    tellings.map(({ article, analysis }) => ({
      articleId: article.id,
      statements: analysis?.statements ?? [],
    })),
  );
  for (const [at, { account, article, analysis }] of tellings.entries()) {
    for (const statement of filled[at]?.statements ?? []) {
      if (statement.speaker === null) continue;
      const group = groupOf(groups, statement.speaker);
      group.key ??= toKey(statement.speaker, analysis?.names ?? []);
      addStatement(group, statement, account, article.id);
    }
  }
  return groups
    .map(({ name, key, role, drafts }) => ({ name, key, role, sayings: toSayings(drafts) }))
    .sort((a, b) => weigh(b) - weigh(a))
    .slice(0, MOST_SPEAKERS);
}

/** Denials, each beside what another speaker says of the same. */
export function toDenials(speakers: readonly Speaker[]): Denial[] {
  const all = speakers.flatMap(({ name, sayings }) =>
    sayings.map((saying) => ({ name, saying, terms: new Set(toTerms(saying.text)) })),
  );
  return all
    .filter(({ saying }) => saying.stance === "denying")
    .slice(0, MOST_DENIALS)
    .map((denied) => {
      const [against] = all
        .filter(({ name, saying }) => name !== denied.name && saying.stance !== "denying")
        .filter(({ terms }) => sharedTerms(denied.terms, terms) >= LEAST_SHARED)
        .map((other) => ({ ...other, overlap: termOverlap(denied.terms, other.terms) }))
        .filter(({ overlap }) => overlap >= ANSWERS)
        .sort((a, b) => b.overlap - a.overlap);
      return {
        speaker: denied.name,
        denial: denied.saying,
        against: against === undefined ? null : { speaker: against.name, saying: against.saying },
      };
    });
}

function toKey(speaker: string, names: readonly Name[]): Speaker["key"] {
  const found = names.find(({ text, type }) => text === speaker && type !== "place");
  return found === undefined ? null : { type: found.type, key: found.key };
}

function nameWords(name: string): string[] {
  return tokenize(name).map(({ folded }) => folded.replace(ARTICLE, ""));
}

/** One speaker's name may stand shorter in another report: its words are then among those of the fuller one. */
function groupOf(groups: Group[], name: string): Group {
  const words = nameWords(name);
  const known = groups.find(
    (group) =>
      words.every((word) => group.words.has(word)) ||
      [...group.words].every((word) => words.includes(word)),
  );
  if (known === undefined) {
    const made = { name, key: null, role: null, words: new Set(words), drafts: [] };
    groups.push(made);
    return made;
  }
  if (name.length > known.name.length) known.name = name;
  for (const word of words) known.words.add(word);
  return known;
}

function addStatement(group: Group, statement: Statement, account: string, article: string): void {
  group.role ??= statement.role;
  const terms = new Set(toTerms(statement.text));
  const same = group.drafts.find((draft) => termOverlap(draft.terms, terms) >= SAME);
  if (same === undefined) {
    const { kind, text, stance, cue, via, start, end, speakerFrom = null } = statement;
    const saying = { kind, text, stance, cue, via, article, start, end, speakerFrom };
    group.drafts.push({ saying: { ...saying, accounts: [account] }, terms });
    return;
  }
  const { saying } = same;
  const accounts = saying.accounts.includes(account)
    ? saying.accounts
    : [...saying.accounts, account];
  same.saying = { ...saying, accounts };
}

function toSayings(drafts: readonly Draft[]): Saying[] {
  return drafts
    .map(({ saying }) => saying)
    .sort(
      (a, b) =>
        b.accounts.length - a.accounts.length ||
        Number(b.kind !== "indirect") - Number(a.kind !== "indirect"),
    )
    .slice(0, MOST_SAYINGS);
}

function weigh({ sayings }: Speaker): number {
  const accounts = new Set(sayings.flatMap((saying) => saying.accounts));
  return accounts.size * 10 + sayings.length;
}
