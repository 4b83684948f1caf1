import { toEscaped, toParagraphs } from "../markup.ts";
import type { PageParts, Template } from "./page.ts";

function toFeedLink({ origin, feedPath }: PageParts): string {
  return feedPath === null
    ? ""
    : `<link rel="alternate" type="application/rss+xml" title="الأخبار" href="${origin}${feedPath}">`;
}

function toOthers({ others, origin }: PageParts): string {
  return others
    .map(({ path, title }) => `<li><a href="${origin}${path}">${toEscaped(title)}</a></li>`)
    .join("");
}

/** A blog engine: a header, an entry, sharing buttons, related posts, a sidebar. */
export const wordpress: Template = (parts) => {
  const { outlet, article, origin } = parts;
  const time =
    article.published === null
      ? ""
      : `<time class="entry-date published" datetime="${article.published}">${article.published.slice(0, 10)}</time>`;
  const author =
    article.author === null ? "" : `<span class="author vcard">${toEscaped(article.author)}</span>`;
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${toEscaped(article.title)} - ${outlet.name}</title>
<meta property="og:title" content="${toEscaped(article.title)}"><meta property="og:site_name" content="${outlet.name}"><link rel="canonical" href="${origin}${article.path}">${toFeedLink(parts)}</head>
<body class="single"><header><nav><ul class="menu"><li><a href="/">الرئيسية</a></li><li><a href="/about">من نحن</a></li></ul></nav></header>
<main><article class="post"><header class="entry-header"><h1 class="entry-title">${toEscaped(article.title)}</h1><div class="entry-meta">${time}${author}</div></header>
<div class="entry-content">${toParagraphs(article.paragraphs)}<div class="sharedaddy"><a href="#">شارك على فيسبوك</a><a href="#">شارك على تويتر</a></div></div></article>
<aside class="related-posts"><h3>مقالات ذات صلة</h3><ul>${toOthers(parts)}</ul></aside></main>
<aside id="sidebar"><h2>الأكثر قراءة</h2><ul>${toOthers(parts)}</ul></aside><footer>جميع الحقوق محفوظة © ${outlet.name}</footer></body></html>`;
};

/** A content management system that wraps every field in blocks of its own. */
export const drupal: Template = (parts) => {
  const { outlet, article, origin } = parts;
  const date =
    article.published === null
      ? ""
      : `<div class="field field-name-post-date"><div class="field-item">${article.published.slice(0, 16).replace("T", " - ")}</div></div>`;
  const meta =
    article.published === null
      ? ""
      : `<meta property="article:published_time" content="${article.published}">`;
  const tags = article.keywords
    .map(
      (word) =>
        `<div class="field-item"><a href="/tags/${encodeURIComponent(word)}">${toEscaped(word)}</a></div>`,
    )
    .join("");
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${toEscaped(article.title)} | ${outlet.name}</title>${meta}<link rel="canonical" href="${origin}${article.path}">${toFeedLink(parts)}</head>
<body class="page-node node-type-news"><div id="page"><div class="region region-header"><div class="block"><a href="/">${outlet.name}</a></div></div>
<div class="region region-content"><div class="node node-news"><h1 class="page-title">${toEscaped(article.title)}</h1>${date}
<div class="field field-name-body"><div class="field-items"><div class="field-item even">${toParagraphs(article.paragraphs)}</div></div></div>
<div class="field field-name-field-tags"><div class="field-label">الوسوم</div>${tags}</div></div></div>
<div class="region region-sidebar"><div class="block block-views"><h2>آخر الأخبار</h2><ul>${toOthers(parts)}</ul></div></div><div class="region region-footer">تصميم وتطوير ${outlet.name}</div></div></body></html>`;
};

/** The cut-down pages that search engines cached for telephones. */
export const amp: Template = (parts) => {
  const { outlet, article, origin } = parts;
  const data = toJsonLd(parts);
  return `<!doctype html><html amp lang="ar" dir="rtl"><head><meta charset="utf-8"><link rel="canonical" href="${origin}${article.path}"><title>${toEscaped(article.title)}</title><script type="application/ld+json">${data}</script><style amp-custom>body{margin:0}</style>${toFeedLink(parts)}</head>
<body><amp-sidebar id="s"><ul><li><a href="/">الرئيسية</a></li></ul></amp-sidebar><main><h1>${toEscaped(article.title)}</h1><amp-img src="/i.jpg" width="600" height="400"></amp-img>
<section class="amp-body">${toParagraphs(article.paragraphs)}</section><amp-social-share type="twitter"></amp-social-share><section><h4>اقرأ أيضاً</h4><ul>${toOthers(parts)}</ul></section></main><footer>© ${outlet.name}</footer></body></html>`;
};

function toJsonLd({ outlet, article, origin }: PageParts): string {
  return JSON.stringify({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: article.title,
    mainEntityOfPage: `${origin}${article.path}`,
    ...(article.published === null ? {} : { datePublished: article.published }),
    ...(article.author === null ? {} : { author: { "@type": "Person", name: article.author } }),
    publisher: { "@type": "NewsMediaOrganization", name: outlet.name },
    keywords: article.keywords,
  }).replaceAll("<", "\\u003c");
}

/** Says everything of itself in structured data. */
export const jsonLd: Template = (parts) => {
  const { outlet, article, origin } = parts;
  return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${toEscaped(article.title)}</title><link rel="canonical" href="${origin}${article.path}"><script type="application/ld+json">${toJsonLd(parts)}</script>${toFeedLink(parts)}</head>
<body><div class="topbar"><a href="/">${outlet.name}</a></div><div class="story"><h1>${toEscaped(article.title)}</h1><div class="story-body">${toParagraphs(article.paragraphs)}</div></div><div class="more"><h3>المزيد</h3><ul>${toOthers(parts)}</ul></div><div class="foot">جميع الحقوق محفوظة</div></body></html>`;
};

/** Nothing but the text. */
export const plain: Template = ({ outlet, article, origin, feedPath }) =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${toEscaped(article.title)}</title><meta name="date" content="${article.published ?? ""}">${feedPath === null ? "" : `<link rel="alternate" type="application/atom+xml" href="${origin}${feedPath}">`}</head><body><h1>${toEscaped(article.title)}</h1>
${toParagraphs(article.paragraphs)}<hr><small>${outlet.name}</small></body></html>`;

/** The next articles follow on the same page as the reader scrolls. */
export const endless: Template = (parts) => {
  const { outlet, article, others, origin } = parts;
  const [next] = others;
  const more =
    next === undefined
      ? ""
      : `<article class="story next" data-url="${origin}${next.path}"><h2>${toEscaped(next.title)}</h2><div class="body">${toParagraphs(next.paragraphs)}</div></article>`;
  const meta =
    article.published === null
      ? ""
      : `<meta property="article:published_time" content="${article.published}">`;
  return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${toEscaped(article.title)}</title><link rel="canonical" href="${origin}${article.path}"><meta property="og:title" content="${toEscaped(article.title)}">${meta}</head>
<body><nav><a href="/">${outlet.name}</a></nav><article class="story current" data-url="${origin}${article.path}"><h1>${toEscaped(article.title)}</h1><div class="body">${toParagraphs(article.paragraphs)}</div></article>
<div class="infinite-scroll">${more}</div><footer>© ${outlet.name}</footer></body></html>`;
};
