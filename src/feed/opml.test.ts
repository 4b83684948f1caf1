import fc from "fast-check";
import { expect, test } from "vitest";
import { type OpmlFeed, parseOpml, toOpml } from "./opml.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("folders, Arabic titles and feeds outside of folders", () => {
  const reading = parseOpml(
    bytes(`<opml version="2.0"><head><title>مصادري &amp; غيرها</title></head><body>
    <outline text="وكالات"><outline text="المغرب العربي"><outline type="rss" text="الشاطئ" xmlUrl="https://s.example/feed" htmlUrl="https://s.example/"/></outline></outline>
    <outline text="المرفأ" xmlURL="https://m.example/?a=1&b=2"></outline><outline text="فارغ"/></body></opml>`),
  );
  expect(reading).toEqual({
    ok: true,
    title: "مصادري & غيرها",
    feeds: [
      {
        url: "https://s.example/feed",
        title: "الشاطئ",
        home: "https://s.example/",
        folder: ["وكالات", "المغرب العربي"],
      },
      { url: "https://m.example/?a=1&b=2", title: "المرفأ", home: null, folder: [] },
    ],
    passedOver: 0,
  });
});

test("addresses written for feed readers are web addresses", () => {
  const outlines = [
    "feed://a.example/rss",
    "feed:https://b.example/rss",
    "feed://https://c.example/rss",
  ]
    .map((url) => `<outline text="x" xmlUrl="${url}"/>`)
    .join("");
  expect(parseOpml(bytes(`<opml><body>${outlines}</body></opml>`))).toMatchObject({
    feeds: [
      { url: "http://a.example/rss" },
      { url: "https://b.example/rss" },
      { url: "https://c.example/rss" },
    ],
    passedOver: 0,
  });
});

test("what has no web address is counted and passed over", () => {
  const outlines = ["javascript:alert(1)", "file:///etc/passwd", "https://a.example/", " "]
    .map((url) => `<outline text="x" xmlUrl="${url}"/>`)
    .join("");
  expect(parseOpml(bytes(`<opml><body>${outlines}</body></opml>`))).toMatchObject({
    feeds: [{ url: "https://a.example/" }],
    passedOver: 2,
  });
});

test.each<[string, string, string]>([
  ["a feed", "<rss><channel/></rss>", "not-opml"],
  ["entities of entities", '<!DOCTYPE o [<!ENTITY a "&b;">]><opml/>', "entity-declarations"],
  ["folders without end", `<opml>${"<outline text='x'>".repeat(500)}</opml>`, "too-deep"],
])("%s is refused", (_case, document, reason) => {
  expect(parseOpml(bytes(document))).toEqual({ ok: false, reason });
});

test("what is written is read back the same", () => {
  const name = fc.stringMatching(/^[\u0621-\u064A&<"'a-z]{1,10}$/);
  const feed: fc.Arbitrary<OpmlFeed> = fc.record({
    url: fc.nat().map((n) => `https://a.example/?n=${n}&m=1`),
    title: name,
    home: fc.constantFrom(null, "https://a.example/"),
    folder: fc.array(name, { maxLength: 2 }),
  });
  const sorted = (feeds: readonly OpmlFeed[]) => feeds.map((one) => JSON.stringify(one)).sort();
  fc.assert(
    fc.property(fc.array(feed, { maxLength: 8 }), (feeds) => {
      const reading = parseOpml(bytes(toOpml("قائمة", feeds)));
      expect(reading.ok && sorted(reading.feeds)).toEqual(sorted(feeds));
    }),
  );
});
