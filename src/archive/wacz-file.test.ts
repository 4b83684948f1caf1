import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync, gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { ArchiveError } from "./errors.ts";
import { readWaczFile } from "./wacz-file.ts";
import { toNoteRecord } from "./warc-record.ts";

interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly method?: "stored" | "deflated";
  /** What the directory says of its length, when that is not so. */
  readonly claims?: number;
  /** Where the directory says it is; it is nowhere else. */
  readonly at?: number;
  readonly flags?: number;
}

/** A zip file by hand, so that it can lie. */
function toZip(files: readonly Packed[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, method = "stored", claims, at, flags = 0 } of files) {
    const data = method === "stored" ? bytes : deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(method === "stored" ? 0 : 8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(claims ?? bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), head, Buffer.from(name), data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at ?? offset, 10);
    const version = Buffer.from([20, 0]);
    directory.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002"), version, head, place, Buffer.from(name)]),
    );
    if (at !== undefined) continue;
    parts.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from("PK\u0005\u0006"), end]);
}

function fileOf(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "tawatur-wacz-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "made.wacz");
  writeFileSync(path, bytes);
  return path;
}

const recordOf = (n: number): Uint8Array =>
  toNoteRecord({
    type: "resource",
    url: `https://sahifa.example/${n}`,
    at: "2026-03-02T10:00:00Z",
    contentType: "text/html",
    block: Buffer.from(`<p>خبر ${n}</p>`),
  });

async function read(bytes: Uint8Array): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const item of readWaczFile(fileOf(bytes))) {
    found.push(item.ok ? (item.record.url ?? "") : item.reason);
  }
  return found;
}

const packed = (...numbers: number[]) => Buffer.concat(numbers.map((n) => gzipSync(recordOf(n))));

test("the WARC files of a WACZ are read in order of name, however they are packed; nothing else is", async () => {
  const zip = toZip([
    { name: "datapackage.json", bytes: Buffer.from("{}") },
    { name: "archive/b.warc.gz", bytes: packed(2, 3) },
    { name: "archive/a.warc", bytes: recordOf(1), method: "deflated" },
    { name: "pages/pages.jsonl", bytes: Buffer.from("{}\n") },
    { name: "archive/", bytes: Buffer.alloc(0) },
  ]);
  expect(await read(zip)).toEqual([1, 2, 3].map((n) => `https://sahifa.example/${n}`));
});

test("a WARC that is cut inside gives what is whole and says so", async () => {
  const bytes = Buffer.concat([packed(1), packed(2).subarray(0, -20)]);
  const [first, second] = await read(toZip([{ name: "archive/a.warc.gz", bytes }]));
  expect([first, second]).toEqual(["https://sahifa.example/1", "cut"]);
});

const ZEROS = Buffer.alloc(8 * 1024 * 1024);

test.each<[string, Uint8Array, RegExp]>([
  ["no zip", Buffer.from("نص ".repeat(99)), /made\.wacz: /u],
  ["a zip without WARC", toZip([{ name: "a.txt", bytes: Buffer.from("x") }]), /no WARC file/u],
  [
    "a bomb",
    toZip([{ name: "archive/a.warc", bytes: ZEROS, method: "deflated" }]),
    /archive\/a\.warc: unpacks to more/u,
  ],
  [
    "a bomb that says it is small",
    toZip([{ name: "archive/a.warc", bytes: ZEROS, method: "deflated", claims: 100 }]),
    /too many bytes|size/u,
  ],
  [
    "files laid over one another",
    toZip([
      { name: "archive/a.warc", bytes: Buffer.alloc(4000) },
      { name: "archive/b.warc", bytes: Buffer.alloc(4000), at: 0 },
    ]),
    /overlap/u,
  ],
  [
    "an encrypted file",
    toZip([
      { name: "archive/a.warc", bytes: recordOf(1), flags: 1, claims: recordOf(1).length - 12 },
    ]),
    /encrypted/u,
  ],
  [
    "a name that leads outside",
    toZip([{ name: "../archive/a.warc", bytes: recordOf(1) }]),
    /invalid relative path/u,
  ],
])("%s is refused by name", async (_case, bytes, named) => {
  const failure = await read(bytes).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ArchiveError);
  expect((failure as ArchiveError).message).toMatch(named);
});
