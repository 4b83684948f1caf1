import { randomBytes } from "node:crypto";
import {
  createReadStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { WARCParser, WARCRecord, WARCSerializer } from "warcio";
import { readOriginal, readWarcFile } from "./warc-file.ts";
import { parseHttpMessage, readWarc, type WarcItem } from "./warc-reader.ts";
import type { WarcResponse } from "./warc-record.ts";
import { createWarcWriter } from "./warc-writer.ts";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "tawatur-warc-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const response = (n: number, more: Partial<WarcResponse> = {}): WarcResponse => ({
  url: `https://sahifa.example/${n}`,
  status: 200,
  rawHeaders: [
    "Content-Type",
    "text/html; charset=utf-8",
    "Transfer-Encoding",
    "chunked",
    "X-Odd",
    "a\r\nb: c",
  ],
  raw: Buffer.from(`<p>خبر ${n}</p>`),
  fetchedAt: "2026-03-02T10:00:00.123Z",
  ...more,
});

const writerIn = (where: string, maxFileBytes?: number) =>
  createWarcWriter({
    folder: where,
    writer: "t",
    software: "Tawatur test",
    now: () => new Date("2026-03-02T10:00:00Z"),
    ...(maxFileBytes === undefined ? {} : { maxFileBytes }),
  });

async function* once(...chunks: Uint8Array[]) {
  yield* chunks;
}

async function readAll(bytes: AsyncIterable<Uint8Array>): Promise<WarcItem[]> {
  const items: WarcItem[] = [];
  for await (const item of readWarc(bytes)) items.push(item);
  return items;
}

const urlsOf = (items: readonly WarcItem[]) =>
  items.flatMap((item) => (item.ok && item.record.type === "response" ? [item.record.url] : []));

describe("writing", () => {
  test("what is kept is read back, at the place that was told", async () => {
    const where = folder();
    const writer = writerIn(where);
    const places = await Promise.all([1, 2, 3].map((n) => writer.keep(response(n))));
    await writer.close();
    for (const [n, { file, offset, length }] of places.entries()) {
      const record = await readOriginal(where, { file, offset, length });
      const message = record === null ? null : parseHttpMessage(record.block);
      expect(record?.date).toBe("2026-03-02T10:00:00Z");
      expect(message?.status).toBe(200);
      expect(message?.headers.get("b")).toBeUndefined();
      expect(Buffer.from(message?.raw ?? []).toString()).toBe(`<p>خبر ${n + 1}</p>`);
    }
  });

  test("the reference reader reads what is written, and its digests agree", async () => {
    const where = folder();
    const writer = writerIn(where);
    const { file } = await writer.keep(response(1));
    await writer.keepRevisit(response(1, { status: 304, raw: Buffer.alloc(0) }));
    await writer.close();
    const types: (string | null)[] = [];
    const parser = new WARCParser(createReadStream(join(where, file)) as never);
    for await (const record of parser) {
      const payload = await record.contentText();
      types.push(record.warcType);
      if (record.warcType === "response") {
        expect(payload).toBe("<p>خبر 1</p>");
        expect(record.warcTargetURI).toBe("https://sahifa.example/1");
      }
    }
    expect(types).toEqual(["warcinfo", "response", "revisit"]);
  });

  test("a full file is followed by another; each begins with who wrote it", async () => {
    const where = folder();
    const writer = writerIn(where, 600);
    for (const n of [1, 2, 3, 4]) await writer.keep(response(n));
    await writer.close();
    const files = readdirSync(where).sort();
    expect(files.length).toBeGreaterThan(1);
    const urls: (string | null)[] = [];
    for (const file of files) {
      const items: WarcItem[] = [];
      for await (const item of readWarcFile(join(where, file))) items.push(item);
      expect(items[0]?.ok === true && items[0].record.type).toBe("warcinfo");
      urls.push(...urlsOf(items));
    }
    expect(urls).toEqual([1, 2, 3, 4].map((n) => `https://sahifa.example/${n}`));
  });

  test("a writer does not write into another's file", async () => {
    const where = folder();
    const first = writerIn(where);
    await first.keep(response(1));
    await first.close();
    await expect(writerIn(where).keep(response(2))).rejects.toMatchObject({ code: "unwritable" });
  });
});

describe("reading", () => {
  test("what the reference writer writes is read", async () => {
    async function* body() {
      yield new TextEncoder().encode("<p>خبر</p>");
    }
    const record = WARCRecord.create(
      {
        url: "https://a.example/",
        date: "2026-03-02T10:00:00Z",
        type: "response",
        warcVersion: "WARC/1.1",
        httpHeaders: { "Content-Type": "text/html" },
        statusline: "HTTP/1.1 200 OK",
      },
      body(),
    );
    const [item] = await readAll(
      once(gunzipSync(await WARCSerializer.serialize(record, { gzip: true }))),
    );
    const message = item?.ok === true ? parseHttpMessage(item.record.block) : null;
    expect(item?.ok === true && item.record.url).toBe("https://a.example/");
    expect(Buffer.from(message?.raw ?? []).toString()).toBe("<p>خبر</p>");
  });

  test.each([0.3, 0.6, 0.95, 1])(
    "a packed file cut at %s gives what is whole, and says whether it is cut",
    async (share) => {
      const where = folder();
      const writer = writerIn(where);
      const places = [];
      for (const n of [1, 2, 3])
        places.push(await writer.keep(response(n, { raw: randomBytes(3000) })));
      await writer.close();
      const path = join(where, places[0]?.file ?? "");
      const whole = readFileSync(path);
      const length = Math.floor(whole.length * share);
      writeFileSync(path, whole.subarray(0, length));
      const items: WarcItem[] = [];
      for await (const item of readWarcFile(path)) items.push(item);
      const expected = places.filter((place) => place.offset + place.length <= length).length;
      expect(urlsOf(items)).toHaveLength(expected);
      expect(items.some((item) => !item.ok)).toBe(share < 1);
    },
  );

  test.each<[string, string, string[]]>([
    ["nothing", "", []],
    ["another file", `${"نص ".repeat(50_000)}`, ["not-warc"]],
    ["a record without length", "WARC/1.0\r\nWARC-Type: response\r\n\r\nx", ["not-warc"]],
    ["a record whose end is missing", "WARC/1.0\r\nContent-Length: 100\r\n\r\nx", ["cut"]],
    ["a head whose end is missing", "WARC/1.0\r\nContent-", ["cut"]],
  ])("%s", async (_case, text, reasons) => {
    const items = await readAll(once(Buffer.from(text)));
    expect(items.map((item) => (item.ok ? "read" : item.reason))).toEqual(reasons);
  });

  test.each<[string, string, string]>([
    ["plain", "HTTP/1.1 200 OK\r\nA: b\r\n\r\nنص", "نص"],
    ["bare line ends", "HTTP/1.0 200 OK\nA: b\n\nنص", "نص"],
    [
      "chunks",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n",
      "abcde",
    ],
    [
      "chunks that were joined already",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nنص",
      "نص",
    ],
    ["no body", "HTTP/1.1 204 No Content\r\n\r\n", ""],
    ["two status digits is no response", "HTTP/1.1 20 OK\r\n\r\nx", "none"],
  ])("an HTTP message of %s", (_case, block, body) => {
    const message = parseHttpMessage(Buffer.from(block));
    expect(message === null ? "none" : Buffer.from(message.raw).toString()).toBe(body);
  });

  test("records are the same however the bytes are cut into chunks", async () => {
    const one = gunzipSync(
      gzipSync(
        Buffer.from(
          `WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: <https://a.example/>\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n`,
        ),
      ),
    );
    const whole = await readAll(once(one, one));
    const bytes = [...one, ...one].map((byte) => Uint8Array.from([byte]));
    expect(await readAll(once(...bytes))).toEqual(whole);
    expect(whole).toHaveLength(2);
    expect(whole[0]?.ok === true && whole[0].record.url).toBe("https://a.example/");
  });
});
