import { isNobody } from "./name-signs.ts";
import { type NounPhrase, readNounPhrase } from "./noun-phrase.ts";
import type { Prose } from "./prose.ts";

/** The noun phrase behind a verb, unless it is a lone indefinite word that is no name: «قالت جديدة …» is cut off from its subject. */
export function readSubject(prose: Prose, at: number, to: number, clitic = 0): NounPhrase | null {
  const phrase = readNounPhrase(prose, at, to, clitic);
  return phrase?.kind === "name" && isNobody(prose, phrase) ? null : phrase;
}
