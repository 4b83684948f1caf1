import { answerHub, type CollectWorld, receivePush } from "../pipeline/index.ts";
import type { WebOptions } from "../web/index.ts";
import { CliError, type Io } from "./io.ts";

/** Between the hubs that call and the collector that runs, or does not run just now. */
export interface HubDesk {
  readonly listener: NonNullable<WebOptions["hubs"]>;
  /** The address that a hub is given. */
  readonly callback: (token: string) => string;
  readonly use: (world: CollectWorld | null) => void;
}

const PATH = "websub";

/** Null without a public address: a hub could not reach us. */
export function toHubDesk(options: { readonly public?: string }, io: Io): HubDesk | null {
  const written = options.public ?? (io.env["TAWATUR_PUBLIC"] || undefined);
  if (written === undefined) return null;
  const base = toBase(written);
  let current: CollectWorld | null = null;
  return {
    callback: (token) => new URL(`${PATH}/${token}`, base).href,
    use: (world) => {
      current = world;
    },
    listener: {
      answer: async (token, query) =>
        current === null
          ? { status: 503, body: "" }
          : answerHub(current.store.collection, token, query, current.now()),
      receive: async (token, content) =>
        current === null ? { status: 503, body: "" } : receivePush(current, token, content),
    },
  };
}

function toBase(written: string): URL {
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw new CliError(`serve: --public takes a web address, not ${written}`, 2);
  }
  url.search = "";
  url.hash = "";
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}
