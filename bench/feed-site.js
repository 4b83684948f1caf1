// Serves as many feeds as are asked for, each on a host of its own: http://h7.localhost:PORT/feed.xml. Used by bench/collect.js.
import { createHash } from "node:crypto";
import { createServer } from "node:http";

const [items = "20"] = process.argv.slice(2);
const count = Number(items);
const seen = [];

function toFeed(host) {
  const entries = Array.from({ length: count }, (_, n) => {
    const at = new Date(Date.UTC(2026, 2, 2, 10) - n * 3_600_000).toUTCString();
    return `<item><title>خبر ${n} من ${host}</title><link>http://${host}/news/${n}</link><guid>${host}-${n}</guid><pubDate>${at}</pubDate><description>${"مقدمة الخبر كما تكتبها الصحف في خلاصاتها. ".repeat(5)}</description></item>`;
  });
  return `<rss version="2.0"><channel><title>صحيفة ${host}</title><link>http://${host}/</link>${entries.join("\n")}</channel></rss>`;
}

const server = createServer((request, response) => {
  const { host = "" } = request.headers;
  const row = { host, path: request.url, start: performance.now(), end: 0 };
  seen.push(row);
  response.once("close", () => {
    row.end = performance.now();
  });
  if (request.url === "/seen") {
    response.end(JSON.stringify(seen.filter(({ path }) => path !== "/seen")));
    return;
  }
  if (request.url !== "/feed.xml") {
    response.writeHead(404).end();
    return;
  }
  const body = toFeed(host);
  const etag = `"${createHash("sha1").update(body).digest("hex")}"`;
  if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
  else response.writeHead(200, { "content-type": "application/rss+xml", etag }).end(body);
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
