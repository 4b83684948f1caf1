const SYLLABLES = [
  "را",
  "دي",
  "سو",
  "مل",
  "تا",
  "كر",
  "نو",
  "في",
  "بل",
  "زا",
  "غر",
  "شي",
  "هو",
  "لم",
  "جا",
  "قس",
];
const START = Date.UTC(2026, 2, 2);

/** A small generator of even quality (mulberry32), so that tests repeat. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Invented news in any amount: each event is told by several outlets, in part as copies. The same seed gives the same articles. */
export function inventNews(count, seed = 1) {
  const random = createRandom(seed);
  const pick = (size) => Math.floor(random() * size);
  const word = () =>
    Array.from({ length: 2 + pick(2) }, () => SYLLABLES[pick(SYLLABLES.length)]).join("");
  const vocabulary = Array.from({ length: 2000 }, word);
  const sentence = () =>
    `${Array.from({ length: 12 }, () => vocabulary[Math.floor(random() ** 2 * 2000)]).join(" ")}.`;
  const texts = [];
  return Array.from({ length: count }, (_, n) => {
    const copied =
      texts.length > 0 && random() < 0.3
        ? texts[texts.length - 1 - pick(Math.min(20, texts.length))]
        : undefined;
    const text = copied ?? Array.from({ length: 6 }, sentence).join("\n");
    const cut =
      copied !== undefined && random() < 0.5 ? text.split("\n").slice(0, 4).join("\n") : text;
    texts.push(text);
    return {
      id: `invented-${n}`,
      url: `https://outlet${n % 7}.example/${n}`,
      source: `منبر ${n % 7}`,
      title: text.split(" ").slice(0, 7).join(" "),
      text: cut,
      published: new Date(START + n * 600_000).toISOString(),
    };
  });
}

export function toJsonLines(rows) {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}
