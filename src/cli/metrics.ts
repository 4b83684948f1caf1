import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { CollectEvent } from "../pipeline/index.ts";
import type { Store } from "../store/index.ts";

/** Counts of what the engine does, in Prometheus' form. */
export interface Metrics {
  readonly onEvent: (event: CollectEvent) => void;
  readonly text: () => Promise<string>;
}

const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Metrics of one process, and gauges of the database it works on. */
export function createMetrics(store: Store, now: () => Date): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const polls = new Counter({
    name: "tawatur_polls_total",
    help: "Sources polled, by what came of it.",
    labelNames: ["result", "reason"],
    registers,
  });
  const pages = new Counter({
    name: "tawatur_pages_total",
    help: "Pages fetched, by what came of it.",
    labelNames: ["result", "reason"],
    registers,
  });
  const pushes = new Counter({
    name: "tawatur_pushes_total",
    help: "What hubs sent, by what came of it.",
    labelNames: ["result", "reason"],
    registers,
  });
  const bytes = new Counter({
    name: "tawatur_fetched_bytes_total",
    help: "Bytes of bodies as transferred.",
    registers,
  });
  const seconds = new Histogram({
    name: "tawatur_fetch_seconds",
    help: "From asking to having read, the pause of the host included.",
    labelNames: ["kind"],
    buckets: SECONDS,
    registers,
  });
  const saved = new Counter({
    name: "tawatur_articles_saved_total",
    help: "Articles saved, by what they were to the catalog.",
    labelNames: ["standing"],
    registers,
  });
  addGauges(store, now, registers);
  return {
    text: () => registry.metrics(),
    onEvent: (event) => {
      if (event.kind === "saved") {
        for (const standing of ["new", "changed", "unchanged"] as const) {
          saved.inc({ standing }, event[standing]);
        }
      }
      if (event.kind === "push") {
        pushes.inc({ result: event.result, reason: event.reason ?? "" });
        bytes.inc(event.bytes);
      }
      if (event.kind !== "poll" && event.kind !== "page") return;
      const labels = { result: event.result, reason: event.reason ?? "" };
      (event.kind === "poll" ? polls : pages).inc(labels);
      bytes.inc(event.bytes);
      seconds.observe({ kind: event.kind }, event.ms / 1000);
    },
  };
}

/** Read when they are asked for. */
function addGauges(store: Store, now: () => Date, registers: [Registry] | Registry[]): void {
  const articles = new Gauge({
    name: "tawatur_catalog",
    help: "What the catalog holds, and what of it waits for a stage.",
    labelNames: ["what"],
    registers: [...registers],
    async collect() {
      const size = await store.catalog.size();
      for (const what of ["articles", "versions", "stories", "toIndex", "toGroup"] as const) {
        articles.set({ what }, size[what]);
      }
    },
  });
  const collection = new Gauge({
    name: "tawatur_collection",
    help: "Sources and pages by their state.",
    labelNames: ["what"],
    registers: [...registers],
    async collect() {
      const size = await store.collection.size(now().getTime());
      for (const [what, count] of Object.entries(size)) collection.set({ what }, count);
    },
  });
}
