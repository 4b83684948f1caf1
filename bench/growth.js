#!/usr/bin/env node
// How the time of extraction grows with a page: ordinary and hostile pages of one, four and sixteen times a size, by processor time.
//   node bench/growth.js [size in thousand characters, 100]     (build the project first)
// A growth of 16 from the first column to the last is linear.
import { extractPage } from "../dist/extract/index.js";

const TIMES = [1, 4, 16];
const ROUNDS = 3;
const SENTENCE =
  "أعلنت لجنة المهرجان في بيانها أن العروض ستقام في الساحة الكبرى، وأن الدخول مجاني للجميع طوال الأسبوع، بحسب ما قال رئيسها. ";

const fill = (piece, size) => piece.repeat(Math.ceil(size / piece.length));

/** The sentence as paragraphs, each with a number of its own: the same words twice are one paragraph. */
const toParagraphs = (size) =>
  Array.from({ length: Math.ceil(size / SENTENCE.length) }, (_, at) => `<p>${at} ${SENTENCE}</p>`);

/** Pages of a kind, of about so many characters. */
const KINDS = {
  "an article": (size) =>
    `<title>عروض</title><article><h1>عروض</h1>${toParagraphs(size).join("")}</article>`,
  "a list of links": (size) =>
    fill(`<div class="card related"><a href="/2024/1">${SENTENCE}</a></div>`, size),
  "appended articles": (size) =>
    toParagraphs(size)
      .map((paragraph) => `<article class="post"><h1>عنوان</h1>${paragraph}</article>`)
      .join(""),
  "read-also labels": (size) =>
    toParagraphs(size)
      .map((paragraph) => `<p>اقرأ أيضاً:</p><p>عنوان</p>${paragraph}`)
      .join(""),
  "lines parted by <br>": (size) => `<div>${toParagraphs(size).join("<br>")}</div>`,
  "nested tags": (size) => `${fill("<div>", size)}${SENTENCE}`,
  "unclosed everything": (size) => fill("<p>نص<a href=x><b><li><td>", size),
  "stray end tags": (size) => `${"<div>".repeat(600)}${fill("</b></p></li></td>", size)}`,
  "comments without an end": (size) => fill("<!-- ", size),
  "quotes without an end": (size) => fill(`<a href="`, size),
  "scripts without an end": (size) => fill("<svg></", size),
  "one attribute": (size) => `<p class="${fill("x ", size)}">${SENTENCE}</p>`,
  "many attributes": (size) => `<p ${fill("data-a=1 ", size)}>${SENTENCE}</p>`,
  "linked data": (size) =>
    `<script type="application/ld+json">{"@type":"Article","articleBody":"${fill(SENTENCE, size)}"}</script><p>${SENTENCE}</p>`,
  "broken linked data": (size) =>
    `<script type="application/ld+json">{"headline":"${fill('\\"', size)}</script><p>${SENTENCE}</p>`,
  "dates everywhere": (size) => fill("<time class=date>18 أبريل 2024</time> ", size),
  "ampersands and null bytes": (size) => `<p>${fill("&&#0;", size)}</p>`,
};

function milliseconds(html) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    extractPage({ html, url: "https://example.org/1" });
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const size = Number(process.argv[2] ?? 100) * 1000;
for (const build of Object.values(KINDS)) milliseconds(build(size / 10));
console.log(
  `${"".padEnd(26)}${TIMES.map((times) => `${(times * size) / 1000} K`.padStart(10)).join("")}    growth`,
);
for (const [kind, build] of Object.entries(KINDS)) {
  const times = TIMES.map((each) => milliseconds(build(size * each)));
  const [first = 0, , last = 0] = times;
  const cells = times.map((each) => `${each.toFixed(1)} ms`.padStart(10)).join("");
  console.log(`${kind.padEnd(26)}${cells}${(last / Math.max(first, 0.1)).toFixed(1).padStart(10)}`);
}
