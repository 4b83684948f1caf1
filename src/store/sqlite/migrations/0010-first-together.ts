import type { Migration } from "../migrate.ts";

/** A story names all that had it first. Of stories made before one is known, of which day precision made some; grouping them again finds the rest. */
export const firstTogether: Migration = {
  version: 10,
  name: "first-together",
  up: `
    UPDATE stories SET story = json_set(story, '$.first',
      CASE WHEN json_extract(story, '$.first') IS NULL THEN json('[]')
      ELSE json_array(json_extract(story, '$.first')) END);
  `,
};
