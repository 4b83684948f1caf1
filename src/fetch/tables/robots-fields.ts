/** Fields of robots.txt as they are misspelled, and what is meant. Source: what crawlers at large accept (google/robotstxt, `robots.cc`). */
export const MISSPELLED_FIELDS: readonly (readonly [written: string, meant: string])[] = [
  ["useragent", "user-agent"],
  ["user agent", "user-agent"],
  ["dissallow", "disallow"],
  ["dissalow", "disallow"],
  ["disalow", "disallow"],
  ["diasllow", "disallow"],
  ["disallaw", "disallow"],
  ["site-map", "sitemap"],
];
