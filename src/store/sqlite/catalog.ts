import type { Catalog } from "../catalog.ts";
import {
  findAnalyses,
  findSubjects,
  findTopics,
  pendingAnalysis,
  renewAnalyses,
  saveAnalyses,
} from "./analyses.ts";
import {
  classify,
  exportArticles,
  findArticles,
  findHeads,
  findReposts,
  findVersions,
  saveArticles,
} from "./articles.ts";
import type { Connection, Writer } from "./connection.ts";
import { countAll } from "./counts.ts";
import { createNamingCounter, findMentioning, findName } from "./mentions.ts";
import { countOutlets, findOutlet } from "./outlets.ts";
import { markIndexed, pendingGroup, pendingIndex } from "./pending.ts";
import {
  findGrouped,
  findMembers,
  findPlacements,
  findStoriesOf,
  saveGroups,
} from "./placements.ts";
import { findDays, findStories, findStory } from "./stories.ts";

/** The catalog over two connections, so that reading never waits for writing. Async, so that a failure is a rejection. */
export function createCatalog(reader: Connection, writer: Writer): Catalog {
  const reportsNaming = createNamingCounter(reader);
  return {
    classify: async (prints) => classify(reader, prints),
    saveArticles: async (rows, seenAt) => saveArticles(writer(), rows, seenAt),

    pendingIndex: async (limit) => pendingIndex(reader, limit),
    markIndexed: async (numbers, forgotten) => markIndexed(writer(), numbers, forgotten),

    pendingGroup: async (limit) => pendingGroup(reader, limit),
    grouped: async (range) => findGrouped(reader, range),
    membersOf: async (stories) => findMembers(reader, stories),
    saveGroups: async (batch) => saveGroups(writer(), batch),

    pendingAnalysis: async (limit, skip = 0) => pendingAnalysis(reader, limit, skip),
    saveAnalyses: async (rows) => saveAnalyses(writer(), rows),
    renewAnalyses: async (analyzer) => renewAnalyses(writer(), analyzer),
    analyses: async (ids) => findAnalyses(reader, ids),
    subjects: async (ids) => findSubjects(reader, ids),
    topics: async (ids) => findTopics(reader, ids),

    article: async (id) => findArticles(reader, "id", [id])[0] ?? null,
    articles: async (ids) => findArticles(reader, "id", ids),
    articlesByNumber: async (numbers) => findArticles(reader, "number", numbers),
    headsByNumber: async (numbers) => findHeads(reader, numbers),
    placements: async (ids) => findPlacements(reader, ids),
    versions: async (id) => findVersions(reader, id),
    reposts: async (url, except) => findReposts(reader, url, except),
    export: async (after, limit) => exportArticles(reader, after, limit),

    story: async (id) => findStory(reader, id),
    stories: async (query) => findStories(reader, query),
    storiesOf: async (ids) => findStoriesOf(reader, ids),
    days: async (limit) => findDays(reader, limit),

    outlets: async (limit) => countOutlets(reader, limit),
    name: async (type, key) => findName(reader, type, key),
    reportsNaming: async (names) => reportsNaming(names),
    mentioning: async (names, range, limit) => findMentioning(reader, names, range, limit),
    outlet: async (name) => findOutlet(reader, name),
    size: async () => countAll(reader),

    note: async (key) =>
      reader.get<{ value: string }>("SELECT value FROM notes WHERE key = ?", [key])?.value ?? null,
    setNote: async (key, value) => {
      writer().run("INSERT OR REPLACE INTO notes VALUES (?, ?)", [key, value]);
    },
  };
}
