import { expect, test } from "vitest";
import { foldWord } from "../../text/index.ts";
import * as tables from "./tables/speaker-words.ts";
import * as kinds from "./word-kinds.ts";

const folded = (list: readonly string[]) => list.map((word) => [word, foldWord(word)] as const);

test.each([
  ...folded(tables.ROLE_HEADS),
  ...folded(tables.UNNAMED_HEADS),
  ...folded(tables.BODY_HEADS),
  ...folded(tables.MEDIA_HEADS),
  ...folded(tables.DOCUMENT_HEADS),
])("«%s» heads a speaker's phrase, with and without the article", (_word, form) => {
  expect(kinds.headKind(form)).not.toBeNull();
  expect(kinds.headKind(form.startsWith("ال") ? form : `ال${form}`)).not.toBeNull();
});

test.each(folded(tables.ONE_OF))("«%s» is one speaker of several", (_word, form) => {
  expect(kinds.headKind(form)).toBe("unnamed");
});

test.each([
  ["CONSTRUCT_NOUNS", tables.CONSTRUCT_NOUNS, kinds.isConstruct],
  ["CHANNEL_NOUNS", tables.CHANNEL_NOUNS, kinds.isChannel],
  ["METONYMS", tables.METONYMS, kinds.isWhole],
  ["SAME_AGAIN", tables.SAME_AGAIN, kinds.isSameAgain],
  ["INTERRUPTERS", tables.INTERRUPTERS, kinds.interrupts],
  ["PHRASE_ENDS", tables.PHRASE_ENDS, kinds.endsPhrase],
  ["NO_SPEAKERS", tables.NO_SPEAKERS, kinds.isMeasure],
  ["NAMING_NOUNS", tables.NAMING_NOUNS, kinds.isNaming],
  ["NETWORKS", tables.NETWORKS, kinds.isNetwork],
  ["OPENING_VERBS", tables.OPENING_VERBS, kinds.opensAsVerb],
  ["KNOWN_AS", tables.KNOWN_AS, kinds.isKnownAs],
  ["MANY_DOCUMENTS", tables.MANY_DOCUMENTS, kinds.isManyDocuments],
  ["STUDIES", tables.STUDIES, kinds.isStudy],
  ["TIMES_OF", tables.TIMES_OF, kinds.isTimeOf],
  ["OVERSEERS", tables.OVERSEERS, kinds.isOverseer],
  ["OTHER_AGENCIES", tables.OTHER_AGENCIES, kinds.isOtherAgency],
  ["OFFICE_NAMES", tables.OFFICE_NAMES, kinds.isOfficeName],
  ["NAMED_BODIES", tables.NAMED_BODIES, kinds.hasOwnName],
  ["ACT_NOUNS", tables.ACT_NOUNS, kinds.isAct],
] as const)("every word of %s is known as one", (_name, list, knows) => {
  expect(folded(list).filter(([, form]) => !knows(form))).toEqual([]);
});

test("a given name is no noun of an act", () => {
  expect(folded(tables.ACT_NAMES).filter(([, form]) => kinds.isAct(form))).toEqual([]);
});

test.each(
  tables.RANKS_BEFORE_RANKS.flatMap((first) =>
    tables.RANKS_BEHIND_RANKS.map((second) => [first, second] as const),
  ),
)("«ال%s %s» is one rank", (first, second) => {
  expect(kinds.isTwoWordRank(foldWord(`ال${first}`), foldWord(second))).toBe(true);
});

test.each(["وزيرهم", "رئيسها", "محاميهم"])("«%s» is an office of somebody named", (word) => {
  expect(kinds.hasPronoun(foldWord(word))).toBe(true);
});
