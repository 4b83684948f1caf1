import type { Migration } from "../migrate.ts";

/**
 * The full-text index over ready-made tokens. Contentless: the texts are in the catalog. `detail=full`, for phrases.
 * "_" is a letter only here, so that a facet's token can never be a word's.
 */
export const search: Migration = {
  version: 2,
  name: "search",
  up: `
    CREATE VIRTUAL TABLE search USING fts5(
      title, body, facet,
      content='', contentless_delete=1, detail=full,
      tokenize="unicode61 remove_diacritics 0 tokenchars '_'"
    );
    CREATE VIRTUAL TABLE search_terms USING fts5vocab(search, row);
  `,
};
