// The sample press printed through every page template that the project has, and read back: what of body, title, date and author comes out.
import { readdirSync, readFileSync } from "node:fs";
import { extractPage, learnOutlet, NO_TEMPLATE } from "../dist/extract/index.js";
import { encode } from "../dist/sample/charset.js";
import { toOutlets } from "../dist/sample/index.js";
import { TEMPLATES } from "../dist/sample/templates/index.js";
import { labelBlocks, toGold, wordsOf } from "./body-model/label.js";

const OTHERS = 5;

function readPress(folder) {
  return readdirSync(folder).flatMap((slug) =>
    readdirSync(`${folder}/${slug}`).map((file) => ({
      slug,
      name: file.replace(/\.txt$/u, ""),
      text: readFileSync(`${folder}/${slug}/${file}`, "utf8"),
    })),
  );
}

/** Precision and recall of 4-word shingles, as eval counts bodies. */
function bodyScore(found, truth) {
  const share = (text, of) => labelBlocks([text], toGold(of))[0];
  const precision = wordsOf(found).length === 0 ? 0 : share(found, truth);
  return [precision, share(truth, found)];
}

function toPage(name, outlet, article, others) {
  const origin = `https://${outlet.host}`;
  const charset = name === "old-table" ? "windows-1256" : "utf-8";
  const html = TEMPLATES[name]({
    outlet: { ...outlet, template: name, charset },
    article,
    others,
    origin,
    feedPath: null,
  });
  return { bytes: encode(html, charset), url: `${origin}${article.path}` };
}

function scoreArticle(where, source, article, misses) {
  const found = extractPage(source);
  if (!found.ok) {
    misses.push(`${where}: refused, ${found.reason}`);
    return { body: [0, 0], title: 0, date: article.published === null ? null : 0 };
  }
  const [first, ...rest] = found.articles;
  const body = bodyScore(first.text, article.paragraphs.join("\n"));
  const title = Number(first.title === article.title);
  const day = first.published?.at.slice(0, 10) ?? null;
  const date = article.published === null ? null : Number(day === article.published.slice(0, 10));
  if (Math.min(...body) < 0.95) misses.push(`${where}: body ${body.map((n) => n.toFixed(2))}`);
  if (title === 0) misses.push(`${where}: title ${first.title}`);
  if (date === 0) misses.push(`${where}: ${article.published} read as ${first.published?.at}`);
  const inherits = ({ published, source: credited, keywords }) =>
    (published !== null && published.at === first.published?.at) ||
    credited !== null ||
    keywords.length > 0;
  if (rest.some(inherits)) misses.push(`${where}: inherited`);
  return { body, title, date };
}

const f1 = (bodies) => {
  const [p, r] = [0, 1].map((at) => mean(bodies.map((body) => body[at])));
  return (2 * p * r) / (p + r);
};

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A site's pages read back one by one; then again with what all of them have taught. */
function scoreSite(name, outlet, scores, misses) {
  const articles = outlet.articles.filter(({ isRaw }) => !isRaw);
  const pages = articles.map((article) => {
    const others = articles.filter((other) => other !== article).slice(-OTHERS);
    return { article, source: toPage(name, outlet, article, others) };
  });
  const template = pages.reduce((known, { source }) => learnOutlet(known, source), NO_TEMPLATE);
  for (const { article, source } of pages) {
    const where = `${name}: ${outlet.slug}${article.path}`;
    const { body, title, date } = scoreArticle(where, source, article, misses);
    scores.body.push(body);
    scores.title.push(title);
    if (date !== null) scores.date.push(date);
    scores.taught.push(scoreArticle(where, { ...source, template }, article, []).body);
  }
}

/** Figures over all templates (a page of each article in each), and the body of the worst one; `misses` gets a line for what is wrong. */
export function measureSamplePages(press, misses) {
  const scores = { body: [], title: [], date: [], taught: [] };
  let worst = 1;
  const outlets = toOutlets(readPress(press));
  for (const name of Object.keys(TEMPLATES)) {
    const before = scores.body.length;
    for (const outlet of outlets) scoreSite(name, outlet, scores, misses);
    worst = Math.min(worst, f1(scores.body.slice(before)));
  }
  return {
    "sample pages: body F1": f1(scores.body),
    "sample pages: body F1 of the worst template": worst,
    "sample pages: body F1, outlet known": f1(scores.taught),
    "sample pages: title": mean(scores.title),
    "sample pages: date": mean(scores.date),
  };
}
