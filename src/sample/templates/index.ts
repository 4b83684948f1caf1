import type { OutletRow } from "../tables/outlets.ts";
import { amp, drupal, endless, jsonLd, plain, wordpress } from "./modern.ts";
import { aggregator, broken, form, oldTable } from "./odd.ts";
import type { Template } from "./page.ts";

/** The template of each name. */
export const TEMPLATES: Readonly<Record<OutletRow["template"], Template>> = {
  wordpress,
  drupal,
  amp,
  aggregator,
  form,
  endless,
  broken,
  plain,
  "old-table": oldTable,
  "json-ld": jsonLd,
};
