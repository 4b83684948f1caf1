/** Originals as they were read, by the hash of their bytes. */
export interface BlobStore {
  /** Keeps the bytes and returns their key: SHA-256 in hex. The same bytes have the same key and are kept once. */
  put(bytes: Uint8Array): Promise<string>;
  get(key: string): Promise<Uint8Array | null>;
}
