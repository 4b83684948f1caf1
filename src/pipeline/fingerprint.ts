import { createHash } from "node:crypto";
import type { Article } from "../model/index.ts";

/** A hash of everything that was published in a record: two records with one hash say the same. When it was collected does not count. */
export function toHash(article: Article): string {
  const { fetchedAt: _, ...published } = article;
  return createHash("sha256").update(JSON.stringify(published)).digest("base64url").slice(0, 22);
}
