/** How a site of the sample press is made: which template, which feed, in which charset. */
export interface OutletRow {
  readonly slug: string;
  readonly host: string;
  readonly name: string;
  readonly template:
    | "wordpress"
    | "drupal"
    | "old-table"
    | "amp"
    | "aggregator"
    | "form"
    | "endless"
    | "broken"
    | "json-ld"
    | "plain";
  readonly feed:
    | "rss-2"
    | "rss-2-full"
    | "rss-0.91"
    | "rdf"
    | "atom"
    | "atom-full"
    | "json-feed"
    | "news-sitemap"
    | "sitemap-index"
    | "arabic-dates"
    | "broken"
    | "undated";
  readonly charset: "utf-8" | "windows-1256";
}

/** The invented outlets of `samples/`. Together they have every kind of page and feed that a collector has to cope with. */
export const OUTLETS: readonly OutletRow[] = [
  {
    slug: "madar",
    host: "madar.example",
    name: "وكالة المدار للأنباء",
    template: "json-ld",
    feed: "rss-2",
    charset: "utf-8",
  },
  {
    slug: "saria",
    host: "saria.example",
    name: "وكالة سارية للأنباء",
    template: "plain",
    feed: "atom-full",
    charset: "utf-8",
  },
  {
    slug: "wsha",
    host: "wsha.example",
    name: "وكالة أنباء أوشان",
    template: "form",
    feed: "arabic-dates",
    charset: "utf-8",
  },
  {
    slug: "hayrat",
    host: "alhayrat.example",
    name: "صحيفة الهيرات",
    template: "wordpress",
    feed: "rss-2-full",
    charset: "utf-8",
  },
  {
    slug: "ataba",
    host: "ataba.example",
    name: "عتبة أونلاين",
    template: "amp",
    feed: "json-feed",
    charset: "utf-8",
  },
  {
    slug: "nasya",
    host: "nasya.example",
    name: "جريدة الناصية",
    template: "drupal",
    feed: "rdf",
    charset: "utf-8",
  },
  {
    slug: "zellij",
    host: "zellij7.example",
    name: "زليج 7",
    template: "endless",
    feed: "news-sitemap",
    charset: "utf-8",
  },
  {
    slug: "mawja",
    host: "mawja.example",
    name: "إذاعة الموجة الزرقاء",
    template: "wordpress",
    feed: "sitemap-index",
    charset: "utf-8",
  },
  {
    slug: "nakhlat",
    host: "nakhlat7.example",
    name: "شبكة السبع نخلات",
    template: "broken",
    feed: "atom",
    charset: "utf-8",
  },
  {
    slug: "bandar",
    host: "bandarmasa.example",
    name: "جريدة بندر المساء",
    template: "old-table",
    feed: "rss-0.91",
    charset: "windows-1256",
  },
  {
    slug: "zawiya90",
    host: "zawiya90.example",
    name: "صحيفة زاوية التسعين",
    template: "drupal",
    feed: "undated",
    charset: "utf-8",
  },
  {
    slug: "jaaba",
    host: "jaaba.example",
    name: "جعبة الأنباء",
    template: "aggregator",
    feed: "broken",
    charset: "utf-8",
  },
];
