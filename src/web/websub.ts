import type { Context } from "hono";

/** Who takes what hubs say and send; status and body are the answer. */
export interface HubListener {
  readonly answer: (token: string, query: URLSearchParams) => Promise<HubReply>;
  readonly receive: (
    token: string,
    content: {
      readonly body: Uint8Array;
      readonly contentType: string | null;
      readonly signature: string | null;
    },
  ) => Promise<HubReply>;
}

interface HubReply {
  readonly status: 200 | 202 | 404 | 410 | 503;
  readonly body: string;
}

/** As much as a feed may be. */
const MOST_BYTES = 50 * 1024 * 1024;
/** A hub's own words are given back as plain text: they must never become a page of ours. */
const PLAIN = { "content-type": "text/plain; charset=utf-8" } as const;

/** A hub asks whether a subscription was asked for. */
export async function hubAsk(listener: HubListener, c: Context, token: string): Promise<Response> {
  const { status, body } = await listener.answer(token, new URL(c.req.url).searchParams);
  return c.body(body, status, PLAIN);
}

/** A hub sends what is new. */
export async function hubSend(listener: HubListener, c: Context, token: string): Promise<Response> {
  const body = await readWithin(c.req.raw, MOST_BYTES);
  if (body === null) return c.body("", 413, PLAIN);
  const contentType = c.req.header("content-type") ?? null;
  const signature = c.req.header("x-hub-signature") ?? null;
  const { status, body: reply } = await listener.receive(token, { body, contentType, signature });
  return c.body(reply, status, PLAIN);
}

async function readWithin({ body, headers }: Request, most: number): Promise<Uint8Array | null> {
  if (Number(headers.get("content-length") ?? 0) > most) return null;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
