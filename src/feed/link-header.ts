import { toAddress } from "./addresses.ts";

/** What a response says of its own address and its hubs. */
export interface HubLinks {
  readonly hubs: readonly string[];
  readonly self: string | null;
}

/** One link of a `Link` field (RFC 8288): an address, then parameters, each after a semicolon. */
const LINK = /<([^>]*)>((?:\s*;\s*[^\s=;,"]+(?:\s*=\s*(?:"[^"]*"|[^\s",;]*))?)*)/gu;
const REL = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]*))/iu;
const SPACE = /\s+/u;

/** The hubs and the address that the headers of a response name. `rawHeaders` are names and values by turns. */
export function findHubLinks(rawHeaders: readonly string[], url: string): HubLinks {
  const links = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 && name.toLowerCase() === "link" ? readLinks(rawHeaders[at + 1] ?? "", url) : [],
  );
  return {
    hubs: links.flatMap(({ address, rels }) => (rels.includes("hub") ? [address] : [])),
    self: links.find(({ rels }) => rels.includes("self"))?.address ?? null,
  };
}

function readLinks(field: string, url: string) {
  return [...field.matchAll(LINK)].flatMap(([, written, parameters = ""]) => {
    const address = toAddress(written, [url]);
    const rel = REL.exec(parameters);
    const rels = (rel?.[1] ?? rel?.[2] ?? "").toLowerCase().split(SPACE);
    return address === null ? [] : [{ address, rels }];
  });
}
