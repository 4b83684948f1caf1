import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StoreError } from "../errors.ts";
import type { Lock } from "../store.ts";
import { openConnection } from "./connection.ts";

/** An empty database whose exclusive transaction is the lock: the system lets go of it when its process ends, however it ends. */
const LOCK = "pipeline.lock";
const RETRY_MS = 200;

/** Waits until no other process works on the folder's articles. Rejects with the signal's reason when it is aborted first. */
export async function lockFolder(
  folder: string,
  onWait: () => void,
  signal: AbortSignal,
): Promise<Lock> {
  const db = openConnection(join(folder, LOCK), 0);
  for (let waited = false; ; waited = true) {
    try {
      db.exec("BEGIN EXCLUSIVE");
      return {
        release: async () => {
          db.exec("ROLLBACK");
          db.close();
        },
      };
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== "busy" || signal.aborted) {
        db.close();
        throw signal.aborted ? signal.reason : error;
      }
      if (!waited) onWait();
      await sleep(RETRY_MS);
    }
  }
}
