import type { Migration } from "../migrate.ts";
import { catalog } from "./0001-catalog.ts";
import { search } from "./0002-search.ts";
import { analyses } from "./0003-analyses.ts";
import { sketches } from "./0004-sketches.ts";
import { collection } from "./0005-collection.ts";
import { mentions } from "./0006-mentions.ts";
import { corrections } from "./0007-corrections.ts";
import { subscriptions } from "./0008-subscriptions.ts";
import { stems } from "./0009-stems.ts";
import { firstTogether } from "./0010-first-together.ts";
import { storyCorrections } from "./0011-story-corrections.ts";

/** Every step of the schema, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  catalog,
  search,
  analyses,
  sketches,
  collection,
  mentions,
  corrections,
  subscriptions,
  stems,
  firstTogether,
  storyCorrections,
];
