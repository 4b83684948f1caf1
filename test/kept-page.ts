import type { KeptRecord } from "../src/archive/index.ts";
import { type Inspection, NEW_PAGE, type PageTask } from "../src/model/index.ts";
import { inspectArticle } from "../src/pipeline/index.ts";

const PARAGRAPH =
  "أعلنت بلدية الواحة صباح الأحد افتتاح الجسر الجديد أمام المركبات، بعد عامين من العمل فيه، وقال المهندس سالم البردي إن الجسر يختصر الطريق إلى الميناء نصف ساعة.";

/** A page that tries what pages try: scripts in text, in titles, in addresses. */
export const HOSTILE_HTML: string = `<!doctype html><html lang="ar"><head>
<title>افتتاح الجسر &lt;script&gt;alert(1)&lt;/script&gt; | صحيفة الواحة</title>
<meta property="article:published_time" content="2026-03-02T09:00:00+03:00">
<meta property="og:image" content="https://sahifa.example/jisr.jpg?&quot;&gt;&lt;img src=x onerror=alert(2)&gt;"></head><body>
<nav><a href="javascript:alert(3)">الرئيسية &lt;script&gt;alert(4)&lt;/script&gt;</a> <a href="/siyasa">سياسة</a></nav>
<article><h1>افتتاح الجسر &lt;script&gt;alert(1)&lt;/script&gt;</h1>
<figure><img src="jisr.jpg"><figcaption>الجسر الجديد &lt;b onclick=alert(5)&gt; عند الفجر</figcaption></figure>
<p>${PARAGRAPH}</p><p>${PARAGRAPH.replace("الأحد", "الاثنين")} &lt;iframe src=x&gt;</p>
<p>اقرأ أيضاً: <a href="https://sahifa.example/2">الميناء يستقبل أولى السفن</a></p>
<p>${PARAGRAPH.replace("الأحد", "الثلاثاء")}</p></article>
<footer>© 2026 صحيفة الواحة</footer><script>alert(6)</script></body></html>`;

export const KEPT_PLACE = { file: "x.warc.gz", offset: 0, length: 1 } as const;

/** A page as it is known when it was fetched and kept. */
export function toKeptTask(id: string, original: PageTask["original"]): PageTask {
  return {
    ...NEW_PAGE,
    id,
    url: id,
    source: "https://sahifa.example/feed",
    state: "done",
    looks: 1,
    original,
    articles: [id],
    fetchedAt: "2026-03-02T10:00:00.000Z",
  };
}

/** The answer of a server as an archive keeps it. */
export function toKept(html: string, contentType: string, url: string): KeptRecord {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: ${contentType}\r\n\r\n`;
  return {
    record: {
      type: "response",
      url,
      date: "2026-03-02T10:00:00Z",
      contentType: "application/http; msgtype=response",
      fields: new Map(),
      block: Buffer.from(head + html),
    },
    member: new Uint8Array(),
  };
}

/** The hostile page as it is inspected. */
export function inspectHostile(id: string): Promise<Inspection> {
  return inspectArticle(
    { pageOf: async () => toKeptTask(id, KEPT_PLACE) },
    async () => toKept(HOSTILE_HTML, "text/html; charset=utf-8", id),
    id,
  );
}
