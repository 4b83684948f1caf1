/**
 * What reading an article adds to it: dateline, credits, language, statements, keyphrases.
 * Invariants: nothing is guessed (what is not written is null), every credit carries the words that say so, and
 * publisher, credited source and origin stay apart: this folder reads credits and decides no origin.
 */
export { analyze, analyzeAll } from "./analyze.ts";
export { ANALYZER, attribute, findSourcing } from "./attribute.ts";
export { type FigureChange, findFigureChanges } from "./figure-changes.ts";
