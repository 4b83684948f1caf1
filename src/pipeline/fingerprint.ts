import { createHash } from "node:crypto";
import type { Article } from "../model/index.ts";

/** A hash of everything that was published in a record: two records with one hash say the same. When it was collected does not count, nor what stands beside the text: other links each day. */
export function toHash(article: Article): string {
  const { fetchedAt: _, beside: __, ...published } = article;
  return createHash("sha256").update(JSON.stringify(published)).digest("base64url").slice(0, 22);
}
