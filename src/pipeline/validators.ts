import type { FetchedResponse, Validators } from "../fetch/index.ts";
import type { Validated } from "../model/index.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A condition is left out once a day, to find out servers that say "not modified" of everything. */
const WHOLE_EVERY_MS = DAY_MS;

/** What to ask a server by whether a document has changed; null when it is to be had whole. */
export function toValidators(
  { etag, lastModified, wholeAt, validatorsLie }: Validated,
  now: number,
): Validators | null {
  if (validatorsLie || wholeAt === null || now - Date.parse(wholeAt) > WHOLE_EVERY_MS) return null;
  return etag === null && lastModified === null ? null : { etag, lastModified };
}

/** The server lies when a body that it says has one validator is not the body that had that validator before. */
export function withValidators<T extends Validated>(
  before: T,
  { headers, fetchedAt }: FetchedResponse,
  bodyHash: string,
  isWhole: boolean,
): T {
  const etag = headers.get("etag") ?? null;
  const lastModified = headers.get("last-modified") ?? null;
  const isSame =
    (etag ?? lastModified) !== null && etag === before.etag && lastModified === before.lastModified;
  const lies = isSame && before.bodyHash !== null && before.bodyHash !== bodyHash;
  return {
    ...before,
    etag,
    lastModified,
    bodyHash,
    wholeAt:
      isWhole || before.wholeAt === null || bodyHash !== before.bodyHash
        ? fetchedAt
        : before.wholeAt,
    validatorsLie: before.validatorsLie || lies,
  };
}
