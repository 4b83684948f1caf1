// Which blocks of a page stand in its true body, told by 4-word shingles as the scorer counts them.
const WORD = /[\p{L}\p{N}\p{M}_]+/gu;
const SIZE = 4;

/** The words of a text as the scorer splits them. */
export const wordsOf = (text) => text.normalize("NFKC").match(WORD) ?? [];

/** The true body as a set of shingles and a string of words. */
export function toGold(body) {
  const words = wordsOf(body);
  const shingles = new Set();
  for (let at = 0; at + SIZE <= words.length; at += 1)
    shingles.add(words.slice(at, at + SIZE).join(" "));
  return { shingles, flat: ` ${words.join(" ")} `, count: words.length };
}

/** For each block the share of it that is in the body, 0 to 1. */
export function labelBlocks(texts, gold) {
  const words = texts.map(wordsOf);
  const labels = words.map((list) => shareOf(list, gold));
  const first = labels.findIndex((label) => label !== null && label > 0.5);
  const last = labels.findLastIndex((label) => label !== null && label > 0.5);
  return labels.map((label, at) => {
    if (label !== null) return label;
    if (words[at].length === 0 || !gold.flat.includes(` ${words[at].join(" ")} `)) return 0;
    if (joins(words, at, gold)) return 1;
    return at >= first && at <= last ? 0.5 : 0;
  });
}

function shareOf(words, { shingles }) {
  if (words.length < SIZE) return null;
  let inBody = 0;
  for (let at = 0; at + SIZE <= words.length; at += 1)
    if (shingles.has(words.slice(at, at + SIZE).join(" "))) inBody += 1;
  return inBody / (words.length - SIZE + 1);
}

/** A short block is of the body when it goes on from the block before or into the block after it there. */
function joins(words, at, { shingles }) {
  const own = words[at];
  const need = SIZE - own.length;
  const before = [...(words[at - 1] ?? []).slice(-need), ...own];
  const behind = [...own, ...(words[at + 1] ?? []).slice(0, need)];
  return [before, behind].some((list) => list.length === SIZE && shingles.has(list.join(" ")));
}
