/** Why an address gave no response, as a closed set. */
export type FetchRefusal =
  /** Not an absolute http or https address. */
  | "bad-address"
  /** The host is, or resolves to, an address that is not of the public internet. */
  | "private-address"
  /** robots.txt forbids it. */
  | "robots"
  /** robots.txt cannot be had for now, so nothing may be fetched for now. */
  | "robots-unreachable"
  | "dns"
  | "connect"
  | "tls"
  | "timeout"
  | "too-large"
  /** Packed, and the packing is damaged or of a kind that is not read. */
  | "bad-packing"
  /** Packed so that it unpacks to more than is read. */
  | "packing-bomb"
  | "too-many-redirects"
  | "redirect-loop"
  /** A redirect to nowhere, or to something that is not fetched. */
  | "bad-redirect"
  /** The connection ended before the response did. */
  | "truncated"
  /** What the server sent is not HTTP. */
  | "not-http"
  | "aborted";

/** One response, whatever its status. */
export interface FetchedResponse {
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly status: number;
  /** As received, in order: names and values by turns. */
  readonly rawHeaders: readonly string[];
  /** Lower-case names; of a repeated header, the first. */
  readonly headers: ReadonlyMap<string, string>;
  /** As transferred, still packed: what an archive keeps. */
  readonly raw: Uint8Array;
  /** Unpacked. */
  readonly body: Uint8Array;
  /** When it was asked for, ISO 8601 UTC. */
  readonly fetchedAt: string;
}

export type FetchOutcome =
  | {
      readonly ok: true;
      readonly response: FetchedResponse;
      /** Addresses gone through before the one that answered. */
      readonly via: readonly string[];
      /** Where the address has moved for good, when every redirect said so. */
      readonly movedTo: string | null;
    }
  | {
      readonly ok: false;
      readonly reason: FetchRefusal;
      readonly detail: string;
      readonly url: string;
    };

/** Whether an answer is what was asked for: OK, or Non-Authoritative Information, when a proxy on the way had its hand in it. */
export const isAnswered = (status: number): boolean => status === 200 || status === 203;
