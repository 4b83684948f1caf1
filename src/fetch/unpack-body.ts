import { promisify } from "node:util";
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from "node:zlib";

export type UnpackedBody =
  | { readonly ok: true; readonly body: Uint8Array }
  | {
      readonly ok: false;
      readonly reason: "bad-packing" | "packing-bomb";
      readonly detail: string;
    };

type Unpacker = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const gunzipAll = promisify(gunzip);
const unbrotli = promisify(brotliDecompress);
const inflateZlib = promisify(inflate);
const inflateBare = promisify(inflateRaw);

/** A gzip body that is cut is refused, not read halfway: an article must not lose its end in silence. */
const UNPACKERS: Readonly<Record<string, Unpacker>> = {
  gzip: (bytes, options) => gunzipAll(bytes, { ...options, finishFlush: constants.Z_FINISH }),
  "x-gzip": (bytes, options) => gunzipAll(bytes, options),
  br: (bytes, options) => unbrotli(bytes, options),
  // "deflate" is zlib by the standard and bare deflate by some servers.
  deflate: (bytes, options) =>
    inflateZlib(bytes, options).catch((error: Error) => {
      if (error instanceof RangeError) throw error;
      return inflateBare(bytes, options);
    }),
};

/** What is asked for; all of it can be unpacked. */
export const ACCEPT_ENCODING = "gzip, br, deflate";
const MOST_LAYERS = 2;

/** Takes the packings of Content-Encoding off, the last first, never beyond `maxBytes`. */
export async function unpackBody(
  raw: Uint8Array,
  contentEncoding: string | undefined,
  maxBytes: number,
): Promise<UnpackedBody> {
  const layers = (contentEncoding ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "" && name !== "identity");
  if (layers.length > MOST_LAYERS) return bad(`packed ${layers.length} times`);
  let body = raw;
  for (const name of layers.reverse()) {
    const unpacker = UNPACKERS[name];
    if (unpacker === undefined) return bad(`unknown packing "${name.slice(0, 40)}"`);
    // A response without a body may name a packing all the same.
    if (body.length === 0) break;
    try {
      body = await unpacker(body, { maxOutputLength: maxBytes });
    } catch (error) {
      if (error instanceof RangeError) {
        const detail = `unpacks to more than ${maxBytes} bytes`;
        return { ok: false, reason: "packing-bomb", detail };
      }
      return bad(`${name}: ${(error as Error).message}`);
    }
  }
  return { ok: true, body };
}

function bad(detail: string): UnpackedBody {
  return { ok: false, reason: "bad-packing", detail };
}
