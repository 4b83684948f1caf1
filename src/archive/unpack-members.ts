import { Readable } from "node:stream";
import { constants, createGunzip, inflateRawSync } from "node:zlib";

const AT_ONCE = 1 << 18;
/** Beyond this, and this many times what it is packed to, what unpacks is no pages. */
const BOMB_BYTES = 256 * 1024 * 1024;
const BOMB_RATIO = 300;
/** A member longer than this is not looked for behind damage. */
const LONGEST_MEMBER = 64 * 1024 * 1024;
const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
const TRAILER_BYTES = 8;
const CUT = "Z_BUF_ERROR";

/**
 * Unpacks gzip members that follow one another. Behind damage, or what is no gzip, the members that can be found are given all the
 * same; what is lost is the one that is damaged and, where the damage is deep in a file, the one before it. A cut one gives what it has.
 */
export async function* unpackMembers(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = remember(bytes);
  const gunzip = createGunzip({ chunkSize: AT_ONCE, finishFlush: constants.Z_SYNC_FLUSH });
  const packed = Readable.from(input.chunks);
  packed.once("error", (error) => gunzip.destroy(error));
  let given = 0;
  let damage: unknown = null;
  try {
    for await (const chunk of packed.pipe(gunzip)) {
      given += chunk.length;
      input.forgetBefore(gunzip.bytesWritten);
      if (given > BOMB_BYTES && given > gunzip.bytesWritten * BOMB_RATIO) {
        throw new Error("unpacks to more than is read");
      }
      yield chunk;
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    damage = error;
  } finally {
    packed.destroy();
  }
  yield* unpackRest(input.restFrom(gunzip.bytesWritten));
  // Said when all is given that could be.
  if (damage !== null) throw toPlaced(damage, gunzip.bytesWritten);
}

function toPlaced(damage: unknown, behind: number): Error {
  const reason = damage instanceof Error ? damage.message : String(damage);
  return new Error(
    `${reason} behind byte ${behind} as packed; what could be unpacked after it is taken`,
    { cause: damage },
  );
}

const isDamage = (error: unknown): boolean => (error as { code?: unknown }).code === "Z_DATA_ERROR";

/** Chunks on their way, kept until they are said to be done with. */
function remember(bytes: AsyncIterable<Uint8Array>) {
  const source = bytes[Symbol.asyncIterator]();
  let kept: Uint8Array[] = [];
  let keptFrom = 0;
  async function* pass(): AsyncGenerator<Uint8Array> {
    // Not `for await`: whoever stops taking chunks here takes the rest elsewhere.
    for (let next = await source.next(); next.done !== true; next = await source.next()) {
      kept.push(next.value);
      yield next.value;
    }
  }
  return {
    chunks: pass(),
    forgetBefore: (position: number): void => {
      for (let first = kept[0]; first !== undefined; first = kept[0]) {
        if (keptFrom + first.length > position) return;
        keptFrom += first.length;
        kept = kept.slice(1);
      }
    },
    restFrom: async function* (position: number): AsyncGenerator<Uint8Array> {
      const held = Buffer.concat(kept).subarray(Math.max(0, position - keptFrom));
      if (held.length > 0) yield held;
      for (let next = await source.next(); next.done !== true; next = await source.next()) {
        yield next.value;
      }
    },
  };
}

/** Looks for members one by one. */
async function* unpackRest(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Buffer = Buffer.alloc(0);
  const readMore = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done !== true) held = Buffer.concat([held, next.value]);
    return next.done !== true;
  };
  for (;;) {
    const at = held.indexOf(MAGIC);
    held = at === -1 ? held.subarray(1 - MAGIC.length) : held.subarray(at);
    if (at === -1) {
      if (await readMore()) continue;
      return;
    }
    let member = unpackMember(held);
    while (member === "cut" && held.length < LONGEST_MEMBER && (await readMore())) {
      member = unpackMember(held);
    }
    if (typeof member === "string") {
      held = held.subarray(1);
      continue;
    }
    held = held.subarray(member.length);
    yield member.bytes;
  }
}

interface Member {
  readonly bytes: Uint8Array;
  /** Packed. */
  readonly length: number;
}

function unpackMember(bytes: Buffer): Member | "cut" | "damaged" {
  const start = skipHead(bytes);
  if (start === null) return "cut";
  try {
    const { buffer, engine } = inflateRawSync(bytes.subarray(start), {
      info: true,
      maxOutputLength: BOMB_BYTES,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    const end = start + engine.bytesWritten;
    return { bytes: buffer, length: hasNoTrailer(bytes, end) ? end : end + TRAILER_BYTES };
  } catch (error) {
    return (error as { code?: unknown }).code === CUT ? "cut" : "damaged";
  }
}

/** Some writers leave out the checksum and the length at a member's end, and the next begins at once. */
const hasNoTrailer = (bytes: Buffer, end: number): boolean =>
  bytes.subarray(end, end + MAGIC.length).equals(MAGIC);

const HEAD_BYTES = 10;
const FLAGS = { extra: 4, name: 8, comment: 16, check: 2 } as const;

/** Where the packed data begins (RFC 1952); null when the head is not all there. */
function skipHead(bytes: Buffer): number | null {
  if (bytes.length < HEAD_BYTES + 2) return null;
  const flags = bytes[3] ?? 0;
  let at = HEAD_BYTES;
  if ((flags & FLAGS.extra) !== 0) at += 2 + bytes.readUInt16LE(at);
  for (const flag of [FLAGS.name, FLAGS.comment]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end === -1) return null;
    at = end + 1;
  }
  if ((flags & FLAGS.check) !== 0) at += 2;
  return at < bytes.length ? at : null;
}
