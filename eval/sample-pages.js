// The sample press printed through every page template that the project has, and read back: what of body, title, date and author comes out.
import { readdirSync, readFileSync } from "node:fs";
import { extractPage, learnOutlet, NO_TEMPLATE } from "../dist/extract/index.js";
import { encode } from "../dist/sample/charset.js";
import { toOutlets } from "../dist/sample/index.js";
import { HARD_TEMPLATES } from "../dist/sample/templates/hard.js";
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
  const html = (TEMPLATES[name] ?? HARD_TEMPLATES[name])({
    outlet: { ...outlet, template: name, charset },
    article,
    others,
    origin,
    feedPath: null,
  });
  return { bytes: encode(html, charset), url: `${origin}${article.path}` };
}

/** A template that prints no date: there it is in the address, or nowhere. */
const WITHOUT_DATE = "aggregator";
const DATED_ADDRESS = /\/\d{4}\/\d{2}\/\d{2}\//u;

/** The day that a page gives, null where it gives none; undefined where the article has no date of its own. */
function dayOnPage(name, { published, path }) {
  if (published === null) return undefined;
  if (name === WITHOUT_DATE && !DATED_ADDRESS.test(path)) return null;
  return published.slice(0, 10);
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
  const given = dayOnPage(where.split(":")[0], article);
  const date = given === undefined ? null : Number(day === given);
  if (Math.min(...body) < 0.95) misses.push(`${where}: body ${body.map((n) => n.toFixed(2))}`);
  if (title === 0) misses.push(`${where}: title ${first.title}`);
  if (date === 0) misses.push(`${where}: ${given} read as ${first.published?.at}`);
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

const TEASERS = 4;

/** All articles of the sample press as one outlet would print them in a hard template: beside each, the four after it. */
function toHardPages(name, outlets) {
  const [outlet] = outlets;
  const articles = outlets.flatMap((each) => each.articles.filter(({ isRaw }) => !isRaw));
  return articles.map((article, at) => {
    const others = Array.from(
      { length: TEASERS },
      (_, step) => articles[(at + step + 1) % articles.length],
    );
    return { article, source: toPage(name, outlet, article, others) };
  });
}

const learnAll = (pages, start) =>
  pages.reduce((known, { source }) => learnOutlet(known, source), start);

/**
 * Pages that are misread one by one, the last third of the articles: alone, with what the third before has taught in the same design, on the
 * day of a redesign (only the first third is known, in another design), and when the third between has been read in the new one.
 */
function measureHard(outlets) {
  const bodies = { alone: [], known: [], redesigned: [], recovered: [] };
  const names = Object.keys(HARD_TEMPLATES);
  for (const [at, name] of names.entries()) {
    const pages = toHardPages(name, outlets);
    const third = Math.floor(pages.length / 3);
    const fresh = pages.slice(third, 2 * third);
    const before = toHardPages(names[(at + 1) % names.length], outlets).slice(0, third);
    const redesigned = learnAll(before, NO_TEMPLATE);
    const templates = {
      alone: NO_TEMPLATE,
      known: learnAll(fresh, NO_TEMPLATE),
      redesigned,
      recovered: learnAll(fresh, redesigned),
    };
    for (const { article, source } of pages.slice(2 * third))
      for (const [state, template] of Object.entries(templates))
        bodies[state].push(scoreArticle(name, { ...source, template }, article, []).body);
  }
  return {
    "hard pages: body F1 alone": f1(bodies.alone),
    "hard pages: body F1, outlet known": f1(bodies.known),
    "hard pages: body F1 on the day of a redesign": f1(bodies.redesigned),
    "hard pages: body F1 after a redesign is learned": f1(bodies.recovered),
  };
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
    ...measureHard(outlets),
  };
}
