/** Where sites keep feeds and sitemaps that their pages do not link to, in order of how often and how good. */
export const USUAL_PATHS: readonly (readonly [path: string, kept: "feed" | "sitemap"])[] = [
  ["/feed", "feed"],
  ["/rss", "feed"],
  ["/rss.xml", "feed"],
  ["/feed.xml", "feed"],
  ["/atom.xml", "feed"],
  ["/index.xml", "feed"],
  ["/feed.json", "feed"],
  ["/rss.aspx", "feed"],
  ["/rss.php", "feed"],
  ["/?feed=rss2", "feed"],
  ["/news-sitemap.xml", "sitemap"],
  ["/sitemap-news.xml", "sitemap"],
  ["/sitemap_news.xml", "sitemap"],
  ["/sitemap_index.xml", "sitemap"],
  ["/sitemap.xml", "sitemap"],
];
