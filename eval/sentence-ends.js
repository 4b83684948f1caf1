// Sentence boundaries inside the labelled texts of labels/sentences.txt: F1 over all kinds, and each text that comes out otherwise.
import { readFileSync } from "node:fs";
import { splitSentences } from "../dist/text/index.js";

const LABELS = new URL("./labels/sentences.txt", import.meta.url);

function readLabels() {
  return readFileSync(LABELS, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [kind, marked] = line.split("\t");
      const parts = marked.replaceAll("\\n", "\n").split("|");
      return { kind, text: parts.join(""), sentences: parts.map((part) => part.trim()) };
    });
}

/** Where sentences end within a text, white space not counted; its own end tells nothing. */
function innerEnds(sentences) {
  let at = 0;
  return sentences.slice(0, -1).map((sentence) => {
    at += sentence.replaceAll(/\s/gu, "").length;
    return at;
  });
}

/** The figure for the gate; misses gets a line for each text cut otherwise than labelled. */
export function measureSentenceEnds(misses) {
  let [right, found, wanted] = [0, 0, 0];
  for (const { kind, text, sentences } of readLabels()) {
    const cut = splitSentences(text).map(({ start, end }) => text.slice(start, end));
    const [mine, theirs] = [innerEnds(cut), innerEnds(sentences)];
    right += mine.filter((end) => theirs.includes(end)).length;
    found += mine.length;
    wanted += theirs.length;
    if (mine.join() !== theirs.join()) misses.push(`sentences: ${kind}: ${cut.join(" | ")}`);
  }
  return { "sentences: boundary F1": (2 * right) / (found + wanted) };
}
