/** Bytes of a stream, read ahead only as far as is asked. */
export interface ByteSource {
  position(): number;
  isEnded(): boolean;
  /** Whether anything is left. A stream that failed fails here, when all is taken that it gave before. */
  hasMore(): Promise<boolean>;
  startsWith(mark: Buffer): Promise<boolean>;
  skipLineEnds(): Promise<void>;
  /** Goes on to where a mark stands next; false when it does not stand anywhere. */
  skipTo(mark: Buffer): Promise<boolean>;
  /** Everything to the end of the first of some marks. */
  takeTo(marks: readonly Buffer[], most: number): Promise<Uint8Array | "none">;
  take(length: number): Promise<Uint8Array | null>;
  skip(length: number): Promise<boolean>;
}

/** A source over a stream. */
export function createByteSource(bytes: AsyncIterable<Uint8Array>): ByteSource {
  const chunks = bytes[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let position = 0;
  let ended = false;
  let failure: { readonly error: unknown } | null = null;

  const next = async (): Promise<Uint8Array | null> => {
    try {
      const { done, value } = await chunks.next();
      return done === true ? null : value;
    } catch (error) {
      failure = { error };
      return null;
    }
  };
  const fill = async (wanted: number): Promise<boolean> => {
    const parts: Uint8Array[] = [held];
    let length = held.length;
    while (length < wanted && !ended) {
      const chunk = await next();
      ended = chunk === null;
      if (chunk === null) break;
      parts.push(chunk);
      length += chunk.length;
    }
    held = parts.length === 1 ? held : Buffer.concat(parts, length);
    return held.length >= wanted;
  };
  const drop = (length: number): Buffer => {
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    position += length;
    return taken;
  };
  return {
    position: () => position,
    isEnded: () => ended,
    hasMore: async () => {
      if (await fill(1)) return true;
      if (failure !== null) throw failure.error;
      return false;
    },
    startsWith: async (mark) => {
      await fill(mark.length);
      return held.subarray(0, mark.length).equals(mark);
    },
    skipLineEnds: async () => {
      while (await fill(1)) {
        if (held[0] !== 0x0d && held[0] !== 0x0a) return;
        drop(1);
      }
    },
    skipTo: async (mark) => {
      if (await fill(1)) drop(1);
      while (await fill(mark.length)) {
        const found = held.indexOf(mark);
        drop(found === -1 ? held.length - mark.length + 1 : found);
        if (found !== -1) return true;
      }
      drop(held.length);
      return false;
    },
    takeTo: async (marks, most) => {
      for (let wanted = 4096; ; wanted *= 2) {
        await fill(Math.min(wanted, most));
        const found = findFirst(held, marks);
        if (found !== undefined) return drop(found.at + found.length);
        if (wanted >= most || ended) return "none";
      }
    },
    take: async (length) => ((await fill(length)) ? drop(length) : null),
    skip: async (length) => {
      let left = length;
      while (left > 0 && (await fill(1))) left -= drop(Math.min(left, held.length)).length;
      return left === 0;
    },
  };
}

interface Found {
  readonly at: number;
  readonly length: number;
}

/** Where the first of some marks is, and how long it is. */
export function findFirst(bytes: Buffer, marks: readonly Buffer[]): Found | undefined {
  return marks
    .map((mark) => ({ at: bytes.indexOf(mark), length: mark.length }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
}
