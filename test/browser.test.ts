import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "../src/store/index.ts";
import { createWeb } from "../src/web/index.ts";
import { inspectHostile } from "./kept-page.ts";
import { openSampleStore } from "./sample-store.ts";

const CHROMIUM = process.env["TAWATUR_CHROMIUM"] ?? "/usr/bin/chromium";
const QUIET = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

describe.skipIf(!existsSync(CHROMIUM))(`in Chromium (SKIPPED without one at ${CHROMIUM})`, () => {
  const folder = mkdtempSync(join(tmpdir(), "tawatur-browser-"));
  let store: Store;
  let server: ReturnType<typeof serve>;
  let browser: Browser;
  let base = "";
  let paths: string[] = [];

  beforeAll(async () => {
    store = await openSampleStore(folder);
    // The forms of a reader that takes corrections are looked at as well.
    const corrector = { state: async () => ({ ok: true }), undo: async () => true };
    const web = createWeb({ store, version: "0.0.0", inspector: inspectHostile, corrector });
    server = serve({ fetch: web.fetch, port: 0, hostname: "127.0.0.1" });
    await new Promise((listening) => server.once("listening", listening));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
    const [story] = await store.catalog
      .stories({ range: null, limit: 200, offset: 0 })
      .then((all) => [...all].sort((a, b) => b.reports - a.reports));
    const [left = "", right = ""] = story?.accounts.flatMap(({ reports }) => reports) ?? [];
    const ids = `left=${encodeURIComponent(left)}&right=${encodeURIComponent(right)}`;
    const analyses = await store.catalog.analyses([left]);
    const place = analyses.get(left)?.names.find(({ type }) => type === "place")?.key ?? "";
    paths = [
      "/",
      `/story/${story?.id}`,
      `/story/${story?.id}/saga`,
      `/story/${story?.id}/compare?${ids}`,
      `/article/${encodeURIComponent(left)}`,
      `/article/${encodeURIComponent(left)}/inspect`,
      `/search?q=${encodeURIComponent("بندر سلمى")}`,
      `/search?q=${encodeURIComponent("لاشيءهنا")}`,
      "/outlets",
      `/name?type=place&key=${encodeURIComponent(place)}`,
      `/outlet?name=${encodeURIComponent("وكالة المدار للأنباء")}`,
      "/about",
      "/settings",
      "/none",
    ];
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    server.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ["ar", "light", 1280],
    ["ar", "dark", 360],
    ["ar", "light", 360],
    ["en", "light", 360],
    ["en", "dark", 1280],
  ] as const)(
    "%s, %s, %i pixels wide: every page is sound",
    { timeout: 120_000 },
    async (language, colorScheme, width) => {
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        colorScheme,
        bypassCSP: true,
      });
      const page = await context.newPage();
      const faults: string[] = [];
      const at = () => `${page.url()} (${language}, ${colorScheme}, ${width})`;
      page.on(
        "console",
        (message) =>
          message.type() === "error" &&
          !message.text().includes("404") &&
          faults.push(`${at()}: ${message.text()}`),
      );
      page.on("pageerror", (error) => faults.push(`${at()}: ${error.message}`));
      page.on(
        "request",
        (request) =>
          !request.url().startsWith(base) && faults.push(`${at()} asks ${request.url()}`),
      );
      for (const path of paths) {
        await page.goto(`${base}${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
        const scroll = await page.evaluate(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        if (scroll !== 0) faults.push(`${at()} scrolls sideways by ${scroll}`);
        await page.evaluate(AXE);
        const found = (await page.evaluate(
          "axe.run(document).then((result) => result.passes.length > 5 ? result.violations : [{ id: 'axe did not run', impact: 'critical', nodes: [] }])",
        )) as Violation[];
        for (const { id, impact, nodes } of found.filter(
          ({ impact: grade }) => grade === "serious" || grade === "critical",
        )) {
          faults.push(`${at()}: ${impact} ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
        }
      }
      await context.close();
      expect(faults).toEqual([]);
    },
  );
});
