// How long pages of a database take at the server, over loopback, by the clock of who asks. Used by run.js.
import { createServer } from "node:http";
import { performance } from "node:perf_hooks";
import { getRequestListener } from "@hono/node-server";
import { openSqliteStore } from "../dist/store/index.js";
import { createWeb } from "../dist/web/index.js";

const MANY = 200;

const at = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

async function timeAll(base, paths) {
  const times = [];
  for (const path of paths) {
    const started = performance.now();
    const answer = await fetch(base + path);
    await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b);
}

/** Milliseconds of the story page, half and 99 of 100 below: of 200 stories of all sizes, and of the 20 with the most reports. */
export async function measurePages(home) {
  const store = await openSqliteStore(home, { readOnly: true });
  const web = createWeb({ store, version: "bench" });
  const server = createServer(getRequestListener(web.fetch));
  await new Promise((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  try {
    const base = `http://127.0.0.1:${server.address().port}`;
    const stories = [...(await store.catalog.stories({ range: null, limit: 20_000, offset: 0 }))];
    const step = Math.max(1, Math.floor(stories.length / MANY));
    const all = stories.filter((_, place) => place % step === 0).map(({ id }) => `/story/${id}`);
    const largest = stories
      .sort((a, b) => b.reports - a.reports)
      .slice(0, 20)
      .map(({ id }) => `/story/${id}`);
    await timeAll(base, all.slice(0, 20));
    const any = await timeAll(base, all);
    const large = await timeAll(base, largest);
    return {
      half: at(any, 0.5),
      most: at(any, 0.99),
      largest: at(large, 0.5),
      reports: stories[0]?.reports ?? 0,
    };
  } finally {
    server.close();
    server.closeAllConnections();
    await store.close();
  }
}
