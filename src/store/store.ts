import type { BlobStore } from "./blob-store.ts";
import type { Catalog } from "./catalog.ts";
import type { Collection } from "./collection.ts";
import type { Corrections } from "./corrections.ts";
import type { SearchIndex } from "./search-index.ts";

/** The right to change what the store holds; other processes wait until it is given back or its process ends. */
export interface Lock {
  release(): Promise<void>;
}

/** Everything the engine asks of storage. An adapter is done when it passes `test/store-contract.ts`. */
export interface Store {
  readonly catalog: Catalog;
  readonly index: SearchIndex;
  readonly blobs: BlobStore;
  readonly collection: Collection;
  readonly corrections: Corrections;
  /** Waits for the one pipeline that may run at a time; `onWait` is called once when another has it. */
  lock(onWait: () => void, signal: AbortSignal): Promise<Lock>;
  /** Where the data lives, for messages. */
  readonly location: string;
  /** Bytes on disk. */
  bytes(): Promise<number>;
  /** What the engine says of its own health: empty when all is well, else one line a fault. */
  faults(): Promise<readonly string[]>;
  close(): Promise<void>;
}
