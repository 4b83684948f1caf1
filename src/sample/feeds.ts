import { gzipSync } from "node:zlib";
import { encode } from "./charset.ts";
import { toEscaped, toParagraphs } from "./markup.ts";
import type { PressArticle, PressOutlet } from "./press.ts";

/** A document of a site that is no page. */
export interface PressDocument {
  readonly type: string;
  readonly body: Uint8Array;
}

/** The documents by which a site tells what is new, by path. */
export type PressFeeds = ReadonlyMap<string, (articles: readonly PressArticle[]) => PressDocument>;

interface FeedParts {
  readonly outlet: PressOutlet;
  readonly origin: string;
}

type Write = (parts: FeedParts, articles: readonly PressArticle[]) => string;

/** Where each kind of feed is, and whether pages and robots.txt tell so; what is told nowhere has to be guessed. */
export const FEED_PATHS: Readonly<
  Record<
    PressOutlet["feed"],
    { readonly path: string; readonly told: "page" | "robots" | "nowhere" }
  >
> = {
  "rss-2": { path: "/rss", told: "page" },
  "rss-2-full": { path: "/feed/", told: "page" },
  "rss-0.91": { path: "/rss/index.rss", told: "page" },
  rdf: { path: "/index.rdf", told: "page" },
  atom: { path: "/atom.xml", told: "page" },
  "atom-full": { path: "/feeds/all.atom", told: "page" },
  "json-feed": { path: "/feed.json", told: "page" },
  "news-sitemap": { path: "/news-sitemap.xml", told: "robots" },
  "sitemap-index": { path: "/sitemap_index.xml", told: "robots" },
  "arabic-dates": { path: "/rss.aspx", told: "page" },
  broken: { path: "/rss.php", told: "page" },
  undated: { path: "/rss.xml", told: "nowhere" },
};

const CHILD_SITEMAP = "/sitemap-1.xml.gz";
const TEASER_LETTERS = 160;

const teaser = ({ paragraphs }: PressArticle): string =>
  `${(paragraphs[0] ?? "").slice(0, TEASER_LETTERS)}…`;
const DAY_LETTERS = 16;

/** A bare day stays one: no outlet knows a minute that it did not write. */
function rfc822(iso: string | null): string {
  if (iso === null) return "";
  const written = new Date(iso).toUTCString();
  return iso.length === 10 ? written.slice(0, DAY_LETTERS) : written;
}

/** Weekdays and months in Arabic where the standard has them in English, as localized engines write them. */
const ARABIC_MONTHS =
  "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" ");

function arabicDate(iso: string | null): string {
  if (iso === null) return "";
  const [year, month, day] = iso.slice(0, 10).split("-");
  const clock = iso.length > 10 ? ` ${iso.slice(11, 19)} ${iso.slice(19).replace(":", "")}` : "";
  return `${day} ${ARABIC_MONTHS[Number(month) - 1]} ${year}${clock}`;
}

interface RssOptions {
  readonly version: string;
  readonly full?: boolean;
  readonly date?: (iso: string | null) => string;
  readonly head?: string;
}

const rss =
  ({ version, full = false, date = rfc822, head = "" }: RssOptions): Write =>
  ({ outlet, origin }, articles) => {
    const items = articles.map((article) => {
      const at = date(article.published);
      const content = full
        ? `<content:encoded><![CDATA[${toParagraphs(article.paragraphs)}]]></content:encoded>`
        : "";
      const author =
        article.author === null ? "" : `<dc:creator>${toEscaped(article.author)}</dc:creator>`;
      const keywords = article.keywords
        .map((word) => `<category>${toEscaped(word)}</category>`)
        .join("");
      return `<item><title>${toEscaped(article.title)}</title><link>${origin}${article.path}</link><guid>${origin}${article.path}</guid>${at === "" ? "" : `<pubDate>${at}</pubDate>`}${author}${keywords}<description>${toEscaped(teaser(article))}</description>${content}</item>`;
    });
    return `<rss version="${version}" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${outlet.name}</title><link>${origin}/</link><language>ar</language>${head}${items.join("\n")}</channel></rss>`;
  };

const atom =
  (full: boolean): Write =>
  ({ outlet, origin }, articles) => {
    const entries = articles.map((article) => {
      const times =
        article.published === null
          ? ""
          : `<published>${article.published}</published><updated>${article.published}</updated>`;
      const content = full
        ? `<content type="html">${toEscaped(toParagraphs(article.paragraphs))}</content>`
        : `<summary>${toEscaped(teaser(article))}</summary>`;
      return `<entry><id>${origin}${article.path}</id><title>${toEscaped(article.title)}</title><link href="${article.path}"/>${times}${content}</entry>`;
    });
    return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="${origin}" xml:lang="ar"><title>${outlet.name}</title><link href="/" rel="alternate"/><id>${origin}/</id>${entries.join("\n")}</feed>`;
  };

const rdf: Write = ({ outlet, origin }, articles) => {
  const items = articles.map(
    (article) =>
      `<item rdf:about="${origin}${article.path}"><title>${toEscaped(article.title)}</title><link>${origin}${article.path}</link><description>${toEscaped(teaser(article))}</description>${article.published === null ? "" : `<dc:date>${article.published}</dc:date>`}</item>`,
  );
  return `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="${origin}/"><title>${outlet.name}</title><link>${origin}/</link></channel>${items.join("\n")}</rdf:RDF>`;
};

const jsonFeed: Write = ({ outlet, origin }, articles) =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: outlet.name,
    home_page_url: `${origin}/`,
    language: "ar",
    items: articles.map((article) => ({
      id: article.path,
      url: `${origin}${article.path}`,
      title: article.title,
      summary: teaser(article),
      tags: article.keywords,
      ...(article.published === null ? {} : { date_published: article.published }),
    })),
  });

const newsSitemap: Write = ({ outlet, origin }, articles) => {
  const urls = articles.map(
    ({ path, title, published }) =>
      `<url><loc>${origin}${path}</loc><news:news><news:publication><news:name>${outlet.name}</news:name><news:language>ar</news:language></news:publication>${published === null ? "" : `<news:publication_date>${published}</news:publication_date>`}<news:title>${toEscaped(title)}</news:title></news:news></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${urls.join("\n")}</urlset>`;
};

const sitemapIndex: Write = ({ origin }) =>
  `<?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${origin}${CHILD_SITEMAP}</loc></sitemap></sitemapindex>`;

/** Words of a server's own trouble before the document, an ampersand left bare, an entry and the document never closed. */
const brokenRss: Write = (parts, articles) =>
  `<br />\n<b>Notice</b>: Undefined index: page\n${rss({ version: "2.0" })(parts, articles)
    .replaceAll("</item>\n", "\n")
    .replace("<language>", "<generator>Builder & Sons</generator><language>")
    .replace("</channel></rss>", "")}`;

const rss2 = rss({ version: "2.0" });

const WRITERS: Readonly<
  Record<PressOutlet["feed"], { readonly type: string; readonly write: Write }>
> = {
  "rss-2": { type: "application/rss+xml; charset=utf-8", write: rss2 },
  "rss-2-full": {
    type: "application/rss+xml; charset=utf-8",
    write: rss({ version: "2.0", full: true, head: "<ttl>15</ttl>" }),
  },
  "rss-0.91": {
    type: "text/xml",
    write: (parts, articles) =>
      `<?xml version="1.0" encoding="windows-1256"?>${rss({ version: "0.91" })(parts, articles)}`,
  },
  rdf: { type: "application/rdf+xml", write: rdf },
  atom: { type: "application/atom+xml", write: atom(false) },
  "atom-full": { type: "application/atom+xml", write: atom(true) },
  "json-feed": { type: "application/feed+json", write: jsonFeed },
  "news-sitemap": { type: "application/xml", write: newsSitemap },
  "sitemap-index": { type: "application/xml", write: sitemapIndex },
  "arabic-dates": {
    type: "text/xml; charset=utf-8",
    write: rss({ version: "2.0", date: arabicDate }),
  },
  broken: { type: "text/html", write: brokenRss },
  undated: { type: "application/rss+xml", write: rss({ version: "2.0", date: () => "" }) },
};

/** The feeds of one site. */
export function toFeeds(outlet: PressOutlet, origin: string): PressFeeds {
  const parts = { outlet, origin };
  const { type, write } = WRITERS[outlet.feed];
  const feeds = new Map<string, (articles: readonly PressArticle[]) => PressDocument>();
  feeds.set(FEED_PATHS[outlet.feed].path, (articles) => ({
    type,
    body: encode(write(parts, articles), outlet.charset),
  }));
  if (outlet.feed === "sitemap-index") {
    feeds.set(CHILD_SITEMAP, (articles) => ({
      type: "application/gzip",
      body: gzipSync(newsSitemap(parts, articles)),
    }));
  }
  return feeds;
}
