import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createWarcWriter } from "../src/archive/index.ts";
import { inventItem } from "./news-site.ts";
import { ended, startProgram, temporaryFolder } from "./process.ts";

/** More than are worth a thread. */
const PAGES = 400;

async function writeArchive(): Promise<string> {
  const folder = temporaryFolder();
  const now = () => new Date("2026-03-02T10:00:00Z");
  const writer = createWarcWriter({ folder, writer: "w", software: "t", now });
  for (let n = 0; n < PAGES; n += 1) {
    const { title, text, path } = inventItem("a", n);
    const isPage = n % 50 !== 7;
    const body = isPage
      ? `<html lang="ar"><head><title>${title}</title></head><body><article><h1>${title}</h1>${text
          .split("\n")
          .map((line) => `<p>${line}</p>`)
          .join("")}</article></body></html>`
      : "<html><body></body></html>";
    await writer.keep({
      url: `https://a.example${path}`,
      status: 200,
      rawHeaders: ["Content-Type", "text/html; charset=utf-8"],
      raw: Buffer.from(body),
      fetchedAt: now().toISOString(),
    });
  }
  await writer.close();
  return join(folder, readdirSync(folder)[0] ?? "");
}

test("however many threads read an archive, its articles and stories are the same", {
  timeout: 180_000,
}, async () => {
  const file = await writeArchive();
  const outputs: string[] = [];
  for (const workers of ["1", "3"]) {
    const home = temporaryFolder();
    const args = ["import", file, "--home", home, "--json", "--workers", workers];
    const imported = await ended(startProgram(args));
    expect(imported.code, imported.err).toBe(0);
    const report = JSON.parse(imported.out);
    const refused = Object.values<number>(report.refused).reduce((sum, count) => sum + count, 0);
    expect({ new: report.new, refused }).toEqual({ new: PAGES - 8, refused: 8 });
    outputs.push((await ended(startProgram(["export", "--home", home]))).out);
  }
  expect(outputs[0]?.length).toBeGreaterThan(100_000);
  expect(outputs[1]).toBe(outputs[0]);
});

test.each(["0", "1.5", "many", "65"])("--workers %s is misuse", async (workers) => {
  const args = ["import", "x.jsonl", "--home", temporaryFolder(), "--workers", workers];
  const done = await ended(startProgram(args));
  expect(done.code).toBe(2);
  expect(done.err).toContain("--workers");
});
