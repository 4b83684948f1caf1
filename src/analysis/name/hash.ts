const FNV_BASIS = 0x81_1c_9d_c5;
const FNV_PRIME = 0x01_00_01_93;

/** FNV-1a over UTF-16 units: one unsigned 32-bit number for a string, the same on every machine. */
export function hashText(text: string): number {
  return hashPart(text, 0, text.length);
}

/** The same number for a part of a string, without cutting it out. */
export function hashPart(text: string, from: number, to: number): number {
  let hash = FNV_BASIS | 0;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return mix(hash, to - from);
}

/** Two numbers to one unsigned 32-bit number, well spread (the finalizer of MurmurHash3). */
export function mix(first: number, second: number): number {
  let hash = Math.imul(first ^ Math.imul(second + 0x9e_37_79_b9, 0x85_eb_ca_6b), 0xc2_b2_ae_35);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x27_d4_eb_2f);
  return (hash ^ (hash >>> 13)) >>> 0;
}
