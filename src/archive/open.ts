import { createReadStream } from "node:fs";
import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { createGunzip } from "node:zlib";
import { ArchiveError } from "./errors.ts";

/** A file to read records from, with the name its records are known by. */
export interface InputFile {
  readonly path: string;
  /** The file's folder and name, as in `seed/page.txt`: the same from wherever the program is started. */
  readonly name: string;
  readonly kind: "json-lines" | "text" | "html" | "warc" | "wacz";
  readonly bytes: number;
}

const JSON_LINES = /\.(?:jsonl|ndjson|json)(?:\.gz)?$/iu;
const TEXT = /\.txt$/iu;
const WARC = /\.(?:warc|wet|arc)(?:\.gz)?$/iu;
const WACZ = /\.wacz$/iu;
const HTML = /\.x?html?$/iu;
const GZIP_MAGIC = [0x1f, 0x8b] as const;

/** The files an argument names: itself, or every readable file of a folder and the folders in it, in order of name. */
export async function findInputs(argument: string): Promise<InputFile[]> {
  const path = await realpath(argument).catch((cause: unknown) => {
    throw new ArchiveError("not-found", argument, `${argument}: no such file or folder`, cause);
  });
  const root = dirname(path);
  const info = await stat(path);
  if (info.isDirectory()) return findInFolder(path, dirname(path));
  return [
    {
      path,
      name: toName(path, dirname(root)),
      kind: kindOf(path) ?? "json-lines",
      bytes: info.size,
    },
  ];
}

async function findInFolder(folder: string, root: string): Promise<InputFile[]> {
  const found: InputFile[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name);
    const info = await lstat(path);
    const kind = kindOf(path);
    if (info.isDirectory()) found.push(...(await findInFolder(path, root)));
    else if (info.isFile() && kind !== null)
      found.push({ path, name: toName(path, root), kind, bytes: info.size });
  }
  return found;
}

function kindOf(path: string): InputFile["kind"] | null {
  const name = basename(path);
  if (JSON_LINES.test(name)) return "json-lines";
  if (WARC.test(name)) return "warc";
  if (WACZ.test(name)) return "wacz";
  if (HTML.test(name)) return "html";
  return TEXT.test(name) ? "text" : null;
}

function toName(path: string, root: string): string {
  return path.slice(root.length).split(sep).filter(Boolean).join("/");
}

/** The bytes of a file, unpacked when they are gzip (told by their first bytes, not by the name). `onRead` is told of packed bytes read. */
export async function* readBytes(
  source: string | AsyncIterable<Uint8Array>,
  name: string,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const raw =
    typeof source === "string" ? createReadStream(source, { highWaterMark: 1 << 18 }) : source;
  const chunks = counted(raw, onRead)[Symbol.asyncIterator]();
  try {
    const first = await chunks.next();
    if (first.done) return;
    const all = joined(first.value, chunks);
    const packed = GZIP_MAGIC.every((byte, at) => first.value[at] === byte);
    yield* packed ? unpacked(all) : all;
  } catch (cause) {
    throw new ArchiveError("unreadable", name, `${name}: ${toReason(cause)}`, cause);
  }
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onRead(chunk.length);
    yield chunk;
  }
}

async function* joined(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const feeding = (async () => {
    try {
      for await (const chunk of chunks) {
        if (!gunzip.write(chunk)) await new Promise((resume) => gunzip.once("drain", resume));
      }
      gunzip.end();
    } catch (error) {
      gunzip.destroy(error as Error);
    }
  })();
  yield* gunzip;
  await feeding;
}

const REASONS: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: "the gzip data ends too early; what stood before was read",
  Z_DATA_ERROR: "the gzip data is damaged; what stood before was read",
  EACCES: "no permission to read",
  EISDIR: "is a folder",
  ENOENT: "no such file",
};

/** Why a file could not be read, in words. */
export function toReason(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  return REASONS[code ?? ""] ?? message;
}
