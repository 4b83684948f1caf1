import type { BlobStore } from "./blob-store.ts";
import type { Catalog } from "./catalog.ts";
import type { SearchIndex } from "./search-index.ts";

/** Everything the engine asks of storage. An adapter is done when it passes `test/store-contract.ts`. */
export interface Store {
  readonly catalog: Catalog;
  readonly index: SearchIndex;
  readonly blobs: BlobStore;
  /** Where the data lives, for messages. */
  readonly location: string;
  /** Bytes on disk. */
  bytes(): Promise<number>;
  /** What the engine says of its own health: empty when all is well, else one line a fault. */
  faults(): Promise<readonly string[]>;
  close(): Promise<void>;
}
