import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attribute } from "../src/analysis/index.ts";
import { toArticle } from "../src/archive/index.ts";
import { indexPending } from "../src/pipeline/index.ts";
import { openSqliteStore, type Store } from "../src/store/index.ts";
import { createWeb } from "../src/web/index.ts";
import { AR } from "../src/web/strings/ar.ts";
import { EN } from "../src/web/strings/en.ts";
import { openSampleStore } from "./sample-store.ts";

const folder = mkdtempSync(join(tmpdir(), "tawatur-web-"));
let store: Store;
let app: ReturnType<typeof createWeb>;

beforeAll(async () => {
  store = await openSampleStore(folder);
  app = createWeb({
    store,
    version: "0.0.0",
    onError: (error) => {
      throw error;
    },
  });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const page = async (path: string, init?: RequestInit) => {
  const response = await app.request(path, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const hrefs = (html: string, start: string) =>
  [...html.matchAll(/href="([^"]+)"/gu)]
    .map(([, href = ""]) => href.replaceAll("&amp;", "&"))
    .filter((href) => href.startsWith(start));

describe("today", () => {
  test("opens on the newest day there is, whatever the clock says", async () => {
    const { status, text } = await page("/");
    expect(status).toBe(200);
    expect(text).toContain('<html lang="ar" dir="rtl"');
    expect(text).toContain("٤ آذار/مارس ٢٠٢٦");
    expect(text).toContain("روايتان مستقلتان على الأكثر");
  });

  test("says that it is a sample, and how to add real news", async () => {
    expect((await page("/")).text).toContain('href="/about#add"');
  });

  test("says what stories are about in the language of the interface, not in the outlets' words", async () => {
    const topicsOf = (html: string) =>
      [...html.matchAll(/<span class="topic">([^<]*)<\/span>/gu)].map(([, topic]) => topic);
    const arabic = topicsOf((await page("/?day=2026-03-03")).text);
    const english = topicsOf((await page("/?day=2026-03-03&lang=en")).text);
    expect(arabic.length).toBeGreaterThan(2);
    for (const topic of arabic) expect(Object.values(AR.topics)).toContain(topic);
    expect(english).toHaveLength(arabic.length);
    for (const topic of english) expect(Object.values(EN.topics)).toContain(topic);
  });

  test("leads to the day before and back", async () => {
    const [before] = hrefs((await page("/")).text, "/?day=");
    expect(before).toBe("/?day=2026-03-03");
    expect(hrefs((await page("/?day=2026-03-03")).text, "/?day=")).toEqual([
      "/?day=2026-03-02",
      "/?day=2026-03-04",
    ]);
  });

  test.each([
    "/?day=2020-01-01",
    "/?day=x",
    "/story/none",
    "/article/none",
    "/none",
    "/story/none/compare",
  ])("%s is not found, in words", async (path) => {
    const { status, text } = await page(path);
    expect(status).toBe(404);
    expect(text).toContain("لم نجد هذه الصفحة");
  });
});

describe("story", () => {
  test("shows every report of every account, with evidence and comparisons that open", async () => {
    const [href = ""] = hrefs((await page("/")).text, "/story/");
    const { status, text } = await page(href);
    expect(status).toBe(200);
    expect(text).toContain("من أين جاء الخبر");
    expect(text).toContain("<svg");
    const articles = hrefs(text, "/article/");
    expect(articles.length).toBeGreaterThanOrEqual(5);
    for (const article of articles) expect((await page(article)).status).toBe(200);
    const compared = await page(
      hrefs(text, "/story/").find((link) => link.includes("/compare")) ?? "",
    );
    expect(compared.status).toBe(200);
    expect(compared.text).toContain("<ins>");
  });
});

describe("running matter", () => {
  test("a story leads to its matter, which shows every story, its days and what links them", async () => {
    const stories = await store.catalog.stories({ range: null, limit: 200, offset: 0 });
    const pages = await Promise.all(stories.map(({ id }) => page(`/story/${id}`)));
    const at = pages.findIndex(({ text }) =>
      hrefs(text, "/story/").some((h) => h.endsWith("/saga")),
    );
    expect(at).not.toBe(-1);
    const path = `/story/${stories[at]?.id}/saga`;
    const { status, text } = await page(path);
    expect(status).toBe(200);
    expect(text).toContain("ملف");
    expect(text).toContain("<svg");
    expect(text).toContain("أسماء مشتركة");
    expect(text.match(/<th scope="row">/gu)?.length).toBeGreaterThan(0);
    const members = hrefs(text, "/story/").filter((h) => !h.endsWith("/saga"));
    expect(new Set(members).size).toBeGreaterThan(1);
    expect(members).toContain(`/story/${stories[at]?.id}`);
    expect((await page(`${path}?lang=en`)).text).toContain("Running matter");
  });

  test("a matter of no story is not found", async () => {
    expect((await page("/story/none/saga")).status).toBe(404);
  });
});

describe("article", () => {
  test("an id with slashes, a number sign and Arabic letters is one address", async () => {
    const ids = (await store.catalog.export(0, 1000))
      .map(({ id }) => id)
      .filter((id) => id.includes("/"));
    expect(ids.length).toBeGreaterThan(3);
    for (const id of ids)
      expect((await page(`/article/${encodeURIComponent(id)}`)).status).toBe(200);
  });

  test("what is unknown is said to be unknown", async () => {
    const [second] = (await store.catalog.export(0, 1000)).filter(({ id }) => id.endsWith("#2"));
    expect(second?.published).toBeNull();
    expect((await page(`/article/${encodeURIComponent(second?.id ?? "")}`)).text).toContain(
      "غير معروف",
    );
  });
});

describe("search", () => {
  test("other names are looked for too, and can be left out", async () => {
    const { text } = await page(`/search?q=${encodeURIComponent("ترمب")}&order=recent`);
    expect(text).toContain("ترامب");
    expect(text).toContain(encodeURIComponent("=ترمب"));
  });

  test("marks the matched words and shows what was searched for", async () => {
    const { text } = await page(`/search?q=${encodeURIComponent("الرافعة")}`);
    expect(text).toMatch(/<mark>[^<]*رافعة[^<]*<\/mark>/u);
    expect(text).toContain("بحثنا عن");
  });

  test("nothing found offers what could have been meant", async () => {
    const { text } = await page(`/search?q=${encodeURIComponent("الرافغعة")}`);
    expect(text).toContain("لا نتائج");
    expect(text).toContain("لعلك تقصد");
  });

  test("what asks for nothing finds nothing, and is told so", async () => {
    const { text } = await page(`/search?q=${encodeURIComponent("؟!")}`);
    expect(text).toContain("لم نجد في ما كتبت كلمة");
    expect(text).not.toContain("بحثنا عن");
  });

  test("a part of an outlet's name offers the whole", async () => {
    const [first] = await store.catalog.outlets(1);
    const part = first?.outlet.split(" ").at(-1) ?? "";
    const { text } = await page(`/search?q=${encodeURIComponent(`source:${part}`)}`);
    expect(text).toContain(encodeURIComponent(`source:"${first?.outlet}"`));
  });

  test("behind the last page comes the last one", async () => {
    const past = await page(`/search?q=${encodeURIComponent("في")}&page=400`);
    expect(past.text).toMatch(/<ol class="hits"><li>/u);
    expect(hrefs(past.text, "/search?").filter((href) => href.includes("page=399"))).toEqual([]);
  });

  test.each([
    "page=0",
    "page=-3",
    "page=x",
    "page=99999999",
    "order=wrong",
    `q=${"ا".repeat(5000)}`,
    "q=%22",
    "q=*",
    "q=%00",
    "q=NEAR(a b)",
    "q=source:%22%22 from:x",
  ])("%s does no harm", async (query) => {
    const { status } = await page(`/search?q=${encodeURIComponent("بندر")}&${query}`);
    expect(status).toBe(200);
    expect((await page(`/search?${query}`)).status).toBe(200);
  });
});

describe("choices", () => {
  test("the interface speaks English when asked, and the news stays Arabic", async () => {
    const { text } = await page("/?lang=en");
    expect(text).toContain('<html lang="en" dir="ltr"');
    expect(text).toContain("independent accounts");
    expect(text).toMatch(/<h2 dir="auto">/u);
  });

  test("are kept in a cookie, from the reader's own form only", async () => {
    const body = new URLSearchParams({
      language: "ar",
      months: "gregorian",
      digits: "latn",
      theme: "dark",
    });
    const saved = await page("/settings", {
      method: "POST",
      body,
      headers: { origin: "http://localhost", host: "localhost" },
    });
    expect(saved.status).toBe(303);
    const cookie = saved.headers.get("set-cookie") ?? "";
    expect(cookie).toContain("SameSite=Lax");
    const { text } = await page("/", { headers: { cookie: cookie.split(";")[0] ?? "" } });
    expect(text).toContain("4 مارس 2026");
    expect(text).toContain("theme-dark");
    const foreign = await page("/settings", {
      method: "POST",
      body,
      headers: { origin: "https://evil.example", host: "localhost" },
    });
    expect(foreign.status).toBe(403);
    const silent = await page("/settings", { method: "POST", body });
    expect(silent.status).toBe(403);
  });

  test("a cookie of nonsense is the default", async () => {
    expect((await page("/", { headers: { cookie: "tawatur=x.y.z" } })).text).toContain("آذار/مارس");
  });
});

test("a story leads on to the others of its running matter, with the names that show it, and to related ones", async () => {
  const stories = await store.catalog.stories({ range: null, limit: 100, offset: 0 });
  const pages = await Promise.all(stories.map(({ id }) => page(`/story/${id}`)));
  const further = pages.flatMap(({ text }) => text.split('<section class="further">').slice(1));
  const sagas = further.filter((part) => part.includes("من الملف نفسه"));
  expect(further.length).toBeGreaterThan(sagas.length);
  for (const saga of sagas) expect(saga).toContain("أسماء مشتركة");
  expect(sagas.length).toBeGreaterThan(0);
});

test("an outlet's page tells its copies apart from its own work", async () => {
  const { status, text } = await page(`/outlet?name=${encodeURIComponent("صحيفة الهيرات")}`);
  expect(status).toBe(200);
  expect(text).toContain("نص منقول");
  expect(text).toContain("أول من نشر في");
  expect((await page("/outlet?name=x")).status).toBe(404);
});

test("a name's page tells its spellings, its words and its stories", async () => {
  const all = await store.catalog.export(0, 200);
  const analyses = await store.catalog.analyses(all.map(({ id }) => id));
  const speakers = [...analyses.values()].flatMap(({ names, statements }) =>
    names.filter(
      ({ type, text }) => type === "person" && statements.some(({ speaker }) => speaker === text),
    ),
  );
  const [{ key = "" } = {}] = speakers;
  const { status, text } = await page(`/name?type=person&key=${encodeURIComponent(key)}`);
  expect(status).toBe(200);
  expect(text).toContain("مما قاله");
  expect(text).toContain("قصص ورد فيها");
  expect((await page("/name?type=person&key=none")).status).toBe(404);
  expect((await page("/name?type=x&key=none")).status).toBe(404);
});

test("a story's page tells who said what, and its summary stands in its reports", async () => {
  const [story] = [...(await store.catalog.stories({ range: null, limit: 200, offset: 0 }))].sort(
    (a, b) => b.reports - a.reports,
  );
  const { text } = await page(`/story/${story?.id}`);
  expect(text).toContain("من قال ماذا");
  expect(text).toContain('class="summary"');
});

test("hostile text in every field comes out as text", async () => {
  const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`;
  const home = mkdtempSync(join(tmpdir(), "tawatur-evil-"));
  const hostile = await openSqliteStore(home);
  const read = toArticle({
    id: evil,
    url: "javascript:alert(1)",
    source: evil,
    title: evil,
    text: `${evil} نص طويل`,
    author: evil,
    credit: evil,
    section: evil,
    keywords: [evil],
    published: "2026-03-03",
  });
  if (!read.ok) throw new Error(read.detail);
  await hostile.catalog.saveArticles(
    [{ article: read.article, attribution: attribute(read.article), hash: "h" }],
    "2026-03-05T00:00:00Z",
  );
  await indexPending(hostile);
  const web = createWeb({ store: hostile, version: "0" });
  for (const path of [
    `/article/${encodeURIComponent(evil)}`,
    `/search?q=${encodeURIComponent(evil)}`,
    "/outlets",
    `/outlet?name=${encodeURIComponent(evil)}`,
  ]) {
    const html = await (await web.request(path)).text();
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<img");
    expect(html).not.toMatch(/href="javascript:/u);
  }
  await hostile.close();
  rmSync(home, { recursive: true, force: true });
});

test("an empty database says how to fill it", async () => {
  const home = mkdtempSync(join(tmpdir(), "tawatur-empty-"));
  const empty = await openSqliteStore(home);
  const html = await (await createWeb({ store: empty, version: "0" }).request("/")).text();
  expect(html).toContain("tawatur.js import");
  await empty.close();
  rmSync(home, { recursive: true, force: true });
});

test("reports that are in no story yet are no missing page", async () => {
  const home = mkdtempSync(join(tmpdir(), "tawatur-ungrouped-"));
  const arriving = await openSqliteStore(home);
  const read = toArticle({
    id: "a",
    title: "خبر",
    text: "وصل الخبر ولم يدخل في قصة.",
    published: "2026-03-03",
  });
  if (!read.ok) throw new Error(read.detail);
  await arriving.catalog.saveArticles(
    [{ article: read.article, attribution: attribute(read.article), hash: "h" }],
    "2026-03-05T00:00:00Z",
  );
  const response = await createWeb({ store: arriving, version: "0" }).request("/?lang=en");
  expect(response.status).toBe(200);
  expect(await response.text()).toContain("Reports without stories yet");
  await arriving.close();
  rmSync(home, { recursive: true, force: true });
});

test("every page forbids scripts and other hosts", async () => {
  for (const path of ["/", "/none", "/assets/style.css", "/settings"]) {
    const { headers } = await page(path);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  }
});

test("an unchanged asset is not sent again, and nothing else is served from its address", async () => {
  const first = await page("/assets/style.css");
  const again = await page("/assets/style.css", {
    headers: { "if-none-match": first.headers.get("etag") ?? "" },
  });
  expect(again.status).toBe(304);
  expect((await page("/assets/..%2Fpackage.json")).status).toBe(404);
});

test("the style sheet knows no left and right, and does not space letters", () => {
  const css = readFileSync(new URL("../assets/style.css", import.meta.url), "utf8");
  expect(css).not.toMatch(/\b(?:left|right)\b\s*[:;]|-(?:left|right)\s*:|letter-spacing\s*:/u);
});

test("what an outlet changed in a report is shown: title, figures and words", async () => {
  const home = mkdtempSync(join(tmpdir(), "tawatur-changes-"));
  const store = await openSqliteStore(home);
  const save = async (hash: string, seenAt: string, title: string, text: string) => {
    const read = toArticle({
      id: "a",
      title,
      text,
      source: "صحيفة الرابية",
      published: "2026-03-03",
    });
    if (!read.ok) throw new Error(read.detail);
    const { article } = read;
    await store.catalog.saveArticles([{ article, attribution: attribute(article), hash }], seenAt);
  };
  const rest = "وقالت البلدية إن الطريق ستبقى مغلقة حتى مساء الغد.";
  await save(
    "1",
    "2026-03-03T10:00:00Z",
    "قتلى في حادث",
    `قتل خمسة أشخاص في حادث على الطريق الساحلي.\n${rest}`,
  );
  await save(
    "2",
    "2026-03-03T11:00:00Z",
    "قتلى في حادث سير",
    `قتل سبعة أشخاص في حادث على الطريق الساحلي.\n${rest}`,
  );
  await indexPending(store);
  const html = await (await createWeb({ store, version: "0" }).request("/article/a")).text();
  const changes = html.slice(html.indexOf('id="changes"'));
  expect(changes).toContain(
    "<del><bdi>قتلى في حادث</bdi></del> <ins><bdi>قتلى في حادث سير</bdi></ins>",
  );
  expect(changes).toMatch(/<bdi>شخص<\/bdi><\/b> كان <del>خمسة[^<]*<\/del> وصار <ins>سبعة/u);
  expect(changes).toMatch(/قتل <del>خمسة ?<\/del>/u);
  expect(changes).toMatch(/قتل <ins>سبعة ?<\/ins>/u);
  expect(changes).not.toContain("البلدية");
  await store.close();
  rmSync(home, { recursive: true, force: true });
});
