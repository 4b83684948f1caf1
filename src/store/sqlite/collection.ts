import type { Collection, CollectionSize } from "../collection.ts";
import type { Connection, Writer } from "./connection.ts";
import {
  dropLeases,
  findLeaseOwners,
  findNextDue,
  leaseHosts,
  NOT_PAUSED,
  releaseHost,
  renewLeases,
} from "./hosts.ts";
import {
  adoptPage,
  findAside,
  findDuePages,
  findPage,
  findPageOf,
  retryPages,
  savePages,
  savePoll,
} from "./pages.ts";
import {
  addSources,
  findDueSources,
  findSource,
  findSources,
  hurrySources,
  removeSource,
  setSourceState,
} from "./sources.ts";
import {
  dropSubscription,
  findSubscription,
  findSubscriptions,
  saveSubscription,
} from "./subscriptions.ts";

function countCollection(db: Connection, now: number): CollectionSize {
  const size = db.get<CollectionSize>(
    `SELECT (SELECT count(*) FROM sources) AS sources,
            (SELECT count(*) FROM sources WHERE state = 'paused') AS paused,
            (SELECT count(*) FROM sources WHERE failures > 0) AS failing,
            (SELECT count(*) FROM sources WHERE state = 'active' AND next_at <= ?1) AS dueSources,
            (SELECT count(*) FROM pages p WHERE next_at <= ?1 AND ${NOT_PAUSED}) AS duePages,
            (SELECT count(*) FROM pages WHERE state = 'done') AS done,
            (SELECT count(*) FROM pages WHERE state = 'aside') AS aside,
            (SELECT count(*) FROM pages WHERE state = 'gone') AS gone`,
    [now],
  );
  if (size === null) throw new Error("a row of counts is always there");
  return size;
}

/** The collection over two connections. Async, so that a failure is a rejection. */
export function createCollection(reader: Connection, writer: Writer): Collection {
  return {
    addSources: async (sources, now) => addSources(writer(), sources, now),
    sources: async () => findSources(reader),
    source: async (id) => findSource(reader, id),
    setState: async (id, state, now) => setSourceState(writer(), id, state, now),
    removeSource: async (id) => removeSource(writer(), id),
    hurry: async (now) => hurrySources(writer(), now),

    leaseHosts: async (request) => leaseHosts(writer(), request),
    leaseOwners: async () => findLeaseOwners(reader),
    dropLeases: async (owners) => dropLeases(writer(), owners),
    renewLeases: async (owner, until) => renewLeases(writer(), owner, until),
    releaseHost: async (owner, host, freeAt) => releaseHost(writer(), owner, host, freeAt),
    dueSources: async (host, now, limit) => findDueSources(reader, host, now, limit),
    duePages: async (host, now, limit) => findDuePages(reader, host, now, limit),
    nextDue: async () => findNextDue(reader),

    savePoll: async (row, found, now) => savePoll(writer(), row, found, now),
    savePages: async (rows) => savePages(writer(), rows),
    adoptPage: async (page, host) => adoptPage(writer(), page, host),
    page: async (id) => findPage(reader, id),
    pageOf: async (articleId) => findPageOf(reader, articleId),
    aside: async (limit) => findAside(reader, limit),
    retry: async (ids, now) => retryPages(writer(), ids, now),
    size: async (now) => countCollection(reader, now),

    subscription: async (by, value) => findSubscription(reader, by, value),
    subscriptions: async () => findSubscriptions(reader),
    dropSubscription: async (source) => dropSubscription(writer(), source),
    saveSubscription: async (subscription) => saveSubscription(writer(), subscription),
  };
}
