const FNV_OFFSET = 0x81_1c_9d_c5;

/** FNV-1a over UTF-16 units: short words spread well, and it needs no tables. http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashWord(word: string): number {
  return hashOn(FNV_OFFSET, word);
}

/** The hash of two texts in a row, the first given by its hash. */
function hashOn(before: number, word: string): number {
  let hash = before;
  for (let i = 0; i < word.length; i += 1) {
    hash ^= word.charCodeAt(i);
    hash = Math.imul(hash, 0x01_00_01_93);
  }
  return hash >>> 0;
}

/** Joins two hashes so that order counts, with the finishing steps of MurmurHash3. */
export function joinHashes(first: number, second: number): number {
  let hash = Math.imul(
    first ^ (second + 0x9e_37_79_b9 + (first << 6) + (first >>> 2)),
    0x85_eb_ca_6b,
  );
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2_b2_ae_35);
  hash ^= hash >>> 16;
  return hash >>> 0;
}

const BASE_36 = 36;
const PART_LENGTH = 7;

/** A short name for a story or account, the same whenever it is made from the same report; a letter before it says of which. */
export function toShortName(seed: string): string {
  const hash = hashWord(seed);
  const part = (salt: string) =>
    joinHashes(hashOn(hashWord(salt), seed), hashOn(hash, salt))
      .toString(BASE_36)
      .padStart(PART_LENGTH, "0");
  return `${part("a")}${part("b").slice(0, 3)}`;
}
