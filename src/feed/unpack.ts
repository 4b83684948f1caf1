import { gunzipSync } from "node:zlib";

/** Bytes as they are, or out of their gzip packing; or why not. */
export type Unpacked =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: "bad-packing" | "packing-bomb" };

const GZIP_MAGIC = [0x1f, 0x8b] as const;

/** Unpacks gzip, told by its first bytes: sitemaps are files that are packed, whatever the server says of them. */
export function unpack(bytes: Uint8Array, maxBytes: number): Unpacked {
  if (!GZIP_MAGIC.every((byte, at) => bytes[at] === byte)) return { ok: true, bytes };
  try {
    return { ok: true, bytes: gunzipSync(bytes, { maxOutputLength: maxBytes }) };
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    return { ok: false, reason: tooLarge ? "packing-bomb" : "bad-packing" };
  }
}
