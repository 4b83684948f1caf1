/** Variants of the files that readers of web archives are tried with: packed in every way, damaged, misspelled, of other versions. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createPageMemory, readWarcPages } from "../src/pipeline/index.ts";
import { temporaryFolder } from "./process.ts";

const PARAGRAPH =
  "وقال المتحدث باسم البلدية في مؤتمر صحفي إن الأعمال ستبدأ الأسبوع المقبل وتستمر ثلاثة أشهر، وإن حركة السير ستحول إلى الطريق الساحلي طوال هذه المدة.";
const page = (title: string) =>
  Buffer.from(
    `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1><p>${PARAGRAPH} ${PARAGRAPH}</p><p>${PARAGRAPH}</p></article></body></html>`,
  );
const http = (body: Buffer, fields = "", status = "HTTP/1.1 200 OK") =>
  Buffer.concat([
    Buffer.from(`${status}\r\nContent-Type: text/html; charset=utf-8\r\n${fields}\r\n`),
    body,
  ]);

interface Odd {
  readonly type?: string;
  readonly url?: string;
  readonly version?: string;
  readonly length?: number | string;
  readonly contentType?: string;
}

function toRecord(block: Buffer, odd: Odd = {}): Buffer {
  const type = odd.type ?? "response";
  const head = [
    odd.version ?? "WARC/1.0",
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${odd.url ?? "http://a.example/1"}`,
    "WARC-Date: 2026-03-02T10:00:00Z",
    `Content-Type: ${odd.contentType ?? `application/http; msgtype=${type}`}`,
    `Content-Length: ${odd.length ?? block.length}`,
  ].join("\r\n");
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), block, Buffer.from("\r\n\r\n")]);
}

const record = (title: string): Buffer =>
  toRecord(http(page(title)), { url: `http://a.example/${encodeURI(title)}` });
const FIRST = record("أول");
const SECOND = record("ثان");
const join2 = (...parts: readonly (Buffer | string)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));

function inChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += 50) {
    const part = body.subarray(at, at + 50);
    parts.push(join2(`${part.length.toString(16)}\r\n`, part, "\r\n"));
  }
  return join2(...parts, "0\r\n\r\n");
}

/** Bare line ends in what is the archive's, and the server's as they came. */
function withBareLineEnds(bytes: Buffer): Buffer {
  const text = bytes.toString("latin1");
  const end = text.indexOf("HTTP/");
  return Buffer.from(text.slice(0, end).replaceAll("\r\n", "\n") + text.slice(end), "latin1");
}

function damaged(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  for (const offset of [0, 1, 2]) copy[at + offset] = (copy[at + offset] ?? 0) ^ 0xff;
  return copy;
}

/** That a page is deleted, as this program says it of the second. */
const gone = (goneAt = "2026-03-05T10:00:00.000Z"): Buffer =>
  toRecord(Buffer.from(JSON.stringify({ tawatur: "gone", goneAt })), {
    type: "metadata",
    url: `http://a.example/${encodeURI("ثان")}`,
    contentType: "application/json",
  });

const ALL = page("أول").length;

function part(from: number, to: number): Buffer {
  const range = `Content-Range: bytes ${from}-${to - 1}/${ALL}\r\n`;
  return http(page("أول").subarray(from, to), range, "HTTP/1.1 206 Partial Content");
}

function toArc(body: Buffer): Buffer {
  const about = "1 0 InventedArchive\nURL IP-address Archive-date Content-type Archive-length\n";
  return join2(
    `filedesc://x.arc 0.0.0.0 20260302100000 text/plain ${about.length}\n${about}\n`,
    `http://a.example/1 192.0.2.7 20260302100000 text/html ${body.length}\n`,
    body,
    "\n",
  );
}

const NOT_WARC = "not-warc";
type Row = readonly [what: string, bytes: Buffer, titlesAndReasons: readonly string[]];

const ROWS: readonly Row[] = [
  ["not packed", join2(FIRST, SECOND), ["أول", "ثان"]],
  ["packed record by record", join2(gzipSync(FIRST), gzipSync(SECOND)), ["أول", "ثان"]],
  ["packed in one", gzipSync(join2(FIRST, SECOND)), ["أول", "ثان"]],
  ["packed with a name", join2(named(FIRST), named(SECOND)), ["أول", "ثان"]],
  ["other bytes behind a packed record", join2(gzipSync(FIRST), "غبار"), ["أول", "unreadable"]],
  [
    "other bytes between packed records",
    join2(gzipSync(FIRST), "غبار", gzipSync(SECOND)),
    ["أول", "ثان", "unreadable"],
  ],
  [
    "zeros between packed records",
    join2(gzipSync(FIRST), Buffer.alloc(512), gzipSync(SECOND)),
    ["أول", "ثان"],
  ],
  [
    "a damaged record between two",
    join2(gzipSync(FIRST), damaged(gzipSync(record("تالف")), 60), gzipSync(SECOND)),
    ["أول", "ثان", "unreadable"],
  ],
  [
    "the last packed record is cut",
    join2(gzipSync(FIRST), gzipSync(SECOND).subarray(0, 200)),
    ["أول", "cut"],
  ],
  [
    "packed without checksums at the ends",
    join2(...[FIRST, SECOND, record("ثالث")].map((one) => gzipSync(one).subarray(0, -8))),
    ["أول", "ثان", "ثالث", "unreadable"],
  ],
  [
    "one without a checksum between others",
    join2(gzipSync(FIRST), gzipSync(SECOND).subarray(0, -8), gzipSync(record("ثالث"))),
    ["أول", "ثان", "ثالث", "unreadable"],
  ],
  [
    "the last without a checksum",
    join2(gzipSync(FIRST), gzipSync(SECOND).subarray(0, -8)),
    ["أول", "ثان"],
  ],
  ["lines between records", join2(FIRST, "\r\n\r\n\r\n", SECOND), ["أول", "ثان"]],
  ["no line between records", join2(FIRST.subarray(0, -4), SECOND), ["أول", "ثان"]],
  ["bare line ends", withBareLineEnds(FIRST), ["أول"]],
  ["other bytes before the first", join2("غبار\r\n", FIRST), [NOT_WARC, "أول"]],
  [
    "a length that is too short",
    join2(toRecord(http(page("قصير")), { length: 100 }), SECOND),
    ["too-short", NOT_WARC, "ثان"],
  ],
  [
    "a length that is none",
    join2(toRecord(http(page("بلا")), { length: "abc" }), SECOND),
    [NOT_WARC, "ثان"],
  ],
  [
    "a length below zero",
    join2(toRecord(http(page("سالب")), { length: -5 }), SECOND),
    [NOT_WARC, "ثان"],
  ],
  ["chunks", toRecord(http(inChunks(page("أول")), "Transfer-Encoding: chunked\r\n")), ["أول"]],
  [
    "packed chunks",
    toRecord(
      http(
        inChunks(gzipSync(page("أول"))),
        "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
      ),
    ),
    ["أول"],
  ],
  [
    "chunks that are joined already",
    toRecord(http(page("أول"), "Transfer-Encoding: chunked\r\n")),
    ["أول"],
  ],
  [
    "a body that is unpacked already",
    toRecord(http(page("أول"), "Content-Encoding: gzip\r\n")),
    ["أول"],
  ],
  ["brotli", toRecord(http(brotliCompressSync(page("أول")), "Content-Encoding: br\r\n")), ["أول"]],
  ["deflate", toRecord(http(deflateSync(page("أول")), "Content-Encoding: deflate\r\n")), ["أول"]],
  ["HTTP/2", toRecord(http(page("أول"), "", "HTTP/2 200")), ["أول"]],
  ["a status without words", toRecord(http(page("أول"), "", "HTTP/1.1 200")), ["أول"]],
  ["a status line in small letters", toRecord(http(page("أول"), "", "http/1.1 200 ok")), ["أول"]],
  [
    "a type in capitals",
    Buffer.from(
      toRecord(http(page("أول")))
        .toString("latin1")
        .replace("WARC-Type: response", "WARC-Type: Response"),
      "latin1",
    ),
    ["أول"],
  ],
  ["status 203", toRecord(http(page("أول"), "", "HTTP/1.1 203 OK")), ["أول"]],
  ["status 206 with the whole page", toRecord(part(0, ALL)), ["أول"]],
  ["status 206 with its beginning", join2(toRecord(part(0, 300)), SECOND), ["partial", "ثان"]],
  ["status 206 with its end", toRecord(part(300, ALL)), ["partial"]],
  ["status 206 that was cut", toRecord(part(0, ALL).subarray(0, -40)), ["partial"]],
  [
    "status 206 that does not say what of",
    toRecord(http(page("أول"), "", "HTTP/1.1 206 Partial Content")),
    ["partial"],
  ],
  [
    "status 206 of a film",
    toRecord(
      Buffer.from(
        "HTTP/1.1 206 Partial Content\r\nContent-Type: video/mp4\r\nContent-Range: bytes 0-0/9\r\n\r\nx",
      ),
    ),
    [],
  ],
  ["a folded field", toRecord(http(page("أول"), "X-Long: a\r\n b c\r\n")), ["أول"]],
  ["WARC 1.1", toRecord(http(page("أول")), { version: "WARC/1.1" }), ["أول"]],
  ["WARC 0.18", toRecord(http(page("أول")), { version: "WARC/0.18" }), ["أول"]],
  ["an address in brackets", toRecord(http(page("أول")), { url: "<http://a.example/1>" }), ["أول"]],
  ["an address in Arabic", toRecord(http(page("أول")), { url: "http://a.example/خبر" }), ["أول"]],
  [
    "names of fields in other letters",
    Buffer.from(
      FIRST.toString("latin1")
        .replace("WARC-Type", "warc-type")
        .replace("Content-Length", "CONTENT-LENGTH"),
      "latin1",
    ),
    ["أول"],
  ],
  [
    "records of other kinds between",
    join2(
      toRecord(Buffer.from("20260302 a.example. 1 IN A 192.0.2.7"), { url: "dns:a.example" }),
      toRecord(Buffer.from("GET / HTTP/1.1\r\n\r\n"), { type: "request" }),
      toRecord(Buffer.from("HTTP/1.1 200 OK\r\n\r\n"), { type: "revisit" }),
      toRecord(Buffer.from("fetchTimeMs: 3"), { type: "metadata" }),
      toRecord(Buffer.from("x"), { type: "invented" }),
      toRecord(Buffer.from("not http at all")),
      toRecord(Buffer.from("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx")),
      toRecord(http(page("لا"), "", "HTTP/1.1 404 Not Found")),
      FIRST,
    ),
    ["أول"],
  ],
  ["a page that was deleted", join2(FIRST, gone()), ["أول", "gone 2026-03-05T10:00:00.000Z"]],
  ["a page that was deleted and taken back", join2(gone("2026-03-01T10:00:00Z"), SECOND), ["ثان"]],
  ["a deletion at no time", join2(FIRST, gone("الخميس")), ["أول"]],
  [
    "a page put in by itself",
    toRecord(page("أول"), { type: "resource", contentType: "text/html" }),
    ["أول"],
  ],
  ["ARC", toArc(http(page("أول"))), ["أول"]],
  ["packed ARC", gzipSync(toArc(http(page("أول")))), ["أول"]],
  ["an ARC that is cut", toArc(http(page("أول"))).subarray(0, -300), ["cut"]],
  ["nothing", Buffer.alloc(0), []],
  ["a web page", Buffer.from("<html>ليس أرشيفا</html>"), [NOT_WARC]],
];

/** Gzip with a name in its head, as the program of that name writes it. */
function named(bytes: Buffer): Buffer {
  const packed = gzipSync(bytes);
  packed[3] = 8;
  return join2(packed.subarray(0, 10), "a.warc\0", packed.subarray(10));
}

test("what is cut or damaged is said with where it is", async () => {
  const path = join(temporaryFolder(), "odd.warc.gz");
  const details = async (bytes: Buffer): Promise<readonly string[]> => {
    writeFileSync(path, bytes);
    const found: string[] = [];
    for await (const item of readWarcPages([path], createPageMemory())) {
      if (!item.ok) found.push(item.detail);
    }
    return found;
  };
  const cut = await details(join2(gzipSync(FIRST), gzipSync(SECOND).subarray(0, 300)));
  expect(cut).toHaveLength(1);
  expect(cut[0]).toContain(`at byte ${FIRST.length} of the unpacked file`);
  expect(cut[0]).toContain("http://a.example/");
  const [damage] = await details(join2(gzipSync(FIRST), damaged(gzipSync(SECOND), 60)));
  expect(damage).toMatch(/behind byte \d+ as packed/u);
});

test.each(ROWS)("%s", async (_what, bytes, expected) => {
  const path = join(temporaryFolder(), "odd.warc");
  writeFileSync(path, bytes);
  const found: string[] = [];
  for await (const item of readWarcPages([path], createPageMemory())) {
    if (!item.ok) found.push(item.reason);
    else found.push("gone" in item ? `gone ${item.gone.goneAt}` : (item.article.title ?? ""));
  }
  expect(found).toEqual(expected);
});
