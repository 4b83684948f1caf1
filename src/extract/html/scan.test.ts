import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attributeOf } from "./attributes.ts";
import { scanHtml } from "./scan.ts";
import { ENTITIES } from "./tables/entities.ts";
import { IMPLIED_ENDS, RAW_TEXT_TAGS, UNSEEN_TAGS, VOID_TAGS } from "./tables/tags.ts";

/** The blocks of a page as text. */
function lines(html: string): string[] {
  const { text, blocks } = scanHtml(html);
  return blocks.map(({ start, end }) => text.slice(start, end));
}

test.each([
  ["paragraphs are blocks", "<p>أول</p><p>ثان</p>", ["أول", "ثان"]],
  ["white space collapses", "<p> واحد \n\t اثنان </p>", ["واحد اثنان"]],
  ["inline elements do not break a line", "<p>قال <b>الوزير</b> أمس</p>", ["قال الوزير أمس"]],
  ["a word may go on over a tag", "<p>ال<b>وزير</b></p>", ["الوزير"]],
  ["br breaks", "<div>أ<br>ب<br/>ج</div>", ["أ", "ب", "ج"]],
  ["text stands outside of paragraphs", "<div>أ<p>ب</p>ج</div>", ["أ", "ب", "ج"]],
  ["a paragraph ends where a block begins", "<p>أ<div>ب</div>ج", ["أ", "ب", "ج"]],
  ["tags in capitals", "<P>أ</P><DIV>ب</DIV>", ["أ", "ب"]],
  ["a comment is passed over", "<p>أ<!-- <p>س</p> -->ب</p>", ["أب"]],
  ["a comment with a tag end", "<p>أ<!-- > -->ب</p>", ["أب"]],
  ["the shortest comments", "<p>أ<!-->ب<!--->ج</p>", ["أبج"]],
  ["a comment without an end hides nothing", "<p>أ</p><!-- x ><p>ب</p>", ["أ", "ب"]],
  ["CDATA is passed over", "<p>أ<![CDATA[ <b>س ]]>ب</p>", ["أب"]],
  ["a declaration is passed over", "<?xml version='1.0'?><!doctype html><p>أ", ["أ"]],
  ["a quoted value may hold a tag end", `<p title="a > b">أ</p>`, ["أ"]],
  ["a quote that never closes is none", `<p title="a>أ</p><p>ب</p>`, ["أ", "ب"]],
  ["a less-than sign is text", "<p>3 < 5 وهكذا</p>", ["3 < 5 وهكذا"]],
  ["a stray end tag is passed over", "<p>أ</b></span>ب</p>", ["أب"]],
  ["an inline end does not close its block", "<b><div>أ</b> ب</div>", ["أ ب"]],
  ["text after a too early end of the body", "<body><p>أ</p></body><p>ب</p>", ["أ", "ب"]],
  ["a tag without its end", "<p>أ</p><div class='x", ["أ"]],
  ["a script may hold tags", "<script>if (a<b) x('<p>س</p>')</script><p>أ", ["أ"]],
  ["an unclosed script hides the rest", "<p>أ</p><script>x <p>ب</p>", ["أ"]],
  ["an unclosed drawing hides nothing", "<svg><p>أ</p>", ["أ"]],
  ["a no-break space stays", "<p>أ&nbsp;ب</p>", ["أ\u00A0ب"]],
])("%s", (_fact, html, expected) => {
  expect(lines(html)).toEqual(expected);
});

test.each(ENTITIES)("&%s; is resolved", (name, codePoint) => {
  const character = String.fromCodePoint(codePoint);
  expect(lines(`<p>x&${name};y</p>`)).toEqual(
    codePoint === 10 || codePoint === 9 ? ["x y"] : [`x${character}y`],
  );
});

test.each([
  ["decimal", "&#1593;", "ع"],
  ["hexadecimal", "&#x639;", "ع"],
  ["windows-1252 by number", "&#147;x&#148;", "“x”"],
  ["an oldest name without its semicolon", "a&amp b", "a& b"],
  ["an address's parameter", "?a=1&copy=2", "?a=1&copy=2"],
  ["an unknown name", "&unheard;", "&unheard;"],
  ["zero, surrogates and beyond Unicode", "&#0;&#xD800;&#x110000;", "\uFFFD\uFFFD\uFFFD"],
])("a reference: %s", (_fact, written, expected) => {
  expect(lines(`<p>${written}</p>`)).toEqual([expected]);
});

test.each([...RAW_TEXT_TAGS, ...UNSEEN_TAGS])("no text of <%s> is on the page", (tag) => {
  expect(lines(`<p>أ</p><${tag}>ب</${tag.toUpperCase()} ><p>ج</p>`)).toEqual(["أ", "ج"]);
});

test.each(VOID_TAGS)("<%s> holds nothing", (tag) => {
  const { elements } = scanHtml(`<div><${tag}>أ</div>`);
  for (const element of elements.filter((found) => found.tag === tag)) {
    expect(element.end).toBe(element.start);
  }
});

test.each(IMPLIED_ENDS)("<%s> ends what it cannot stand in", (tag, ends) => {
  for (const name of ends) {
    const { elements } = scanHtml(`<div><${name} href=x>أ<${tag} href=x>ب</div>`);
    const last = elements.findLast((element) => element.tag === tag);
    expect(elements[last?.parent ?? -1]?.tag).not.toBe(name);
  }
});

describe("an element", () => {
  const page = scanHtml(
    `<article class="a b" ID='x'><h1>عنوان</h1><p>نص <a href="/x">رابط</a></p><img src=y.jpg></article>`,
  );
  const byTag = (tag: string) => {
    const found = page.elements.find((element) => element.tag === tag);
    if (found === undefined) throw new Error(`no <${tag}>`);
    return found;
  };

  test("is a range of the text", () => {
    const { start, end } = byTag("article");
    expect(page.text.slice(start, end)).toBe("عنوان\nنص رابط");
    expect(page.text.slice(byTag("h1").start, byTag("h1").end)).toBe("عنوان");
  });

  test("knows how much of it is links", () => {
    expect(byTag("article").linkLength).toBe("رابط".length);
    expect(byTag("h1").linkLength).toBe(0);
  });

  test("has its attributes as written", () => {
    expect(attributeOf(byTag("article").attributes, "class")).toBe("a b");
    expect(attributeOf(byTag("article").attributes, "id")).toBe("x");
    expect(attributeOf(byTag("img").attributes, "src")).toBe("y.jpg");
    expect(attributeOf(byTag("img").attributes, "alt")).toBe(null);
  });
});

test("the head tells title, language, direction, metas, links and linked data", () => {
  const { head } = scanHtml(`<html lang=ar dir="rtl"><head><title>عنوان &amp; موقع</title>
    <meta property="og:title" itemprop="name" content="أ &quot;ب&quot;"><meta charset=utf-8>
    <link rel=canonical href="https://example.org/1"><base href="/b/">
    <script type="application/ld+json">{"@type":"NewsArticle"}</script></head>`);
  expect(head).toEqual({
    title: "عنوان & موقع",
    language: "ar",
    direction: "rtl",
    base: "/b/",
    metas: [
      { name: "og:title", content: `أ "ب"`, at: 0 },
      { name: "name", content: `أ "ب"`, at: 0 },
      { name: "charset", content: "utf-8", at: 0 },
    ],
    links: [{ rel: "canonical", href: "https://example.org/1", type: null }],
    jsonLd: [`{"@type":"NewsArticle"}`],
  });
});

const PIECES = [
  "<p>",
  "</p>",
  "<div class='a'>",
  "</div>",
  "<a href=x>",
  "</a>",
  "<b>",
  "</b>",
  "<li>",
  "<td>",
  "<table>",
  "</table>",
  "<br>",
  "<!--",
  "-->",
  "<script>",
  "</script>",
  "<",
  ">",
  '"',
  "'",
  "=",
  "&amp;",
  "&#",
  "نص",
  " ",
  "\n",
  "</",
  "<svg>",
  "</svg>",
  "\u0000",
];

test("any source has a page whose ranges are in order and inside of the text", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join("")),
      ),
      (html) => {
        const { text, blocks, elements } = scanHtml(html);
        let last = 0;
        for (const { start, end, linkLength, element } of blocks) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(linkLength).toBeLessThanOrEqual(end - start);
          expect(element).toBeLessThan(elements.length);
          last = end;
        }
        expect(text.length).toBeGreaterThanOrEqual(last);
        for (const [at, { start, end, parent, linkLength }] of elements.entries()) {
          expect(parent).toBeLessThan(at);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(linkLength).toBeGreaterThanOrEqual(0);
        }
      },
    ),
  );
});

test.each([
  ["a hundred thousand nested tags", "<div>".repeat(100_000)],
  ["a hundred thousand unclosed paragraphs and links", "<p>نص<a href=x>".repeat(100_000)],
  ["a hundred thousand stray ends", "<div>".repeat(600) + "</b></p></li></td>".repeat(100_000)],
  ["a hundred thousand comments without an end", "<!-- ".repeat(100_000)],
  ["a hundred thousand unclosed quotes", `<a href="`.repeat(100_001)],
  ["a hundred thousand quotes of the other kind", `<a href="'x>`.repeat(100_001)],
  ["a hundred thousand scripts without an end", "<script>".repeat(100_000)],
  ["a hundred thousand drawings without an end", "<svg></".repeat(100_000)],
  ["an attribute of a megabyte", `<p class="${"x ".repeat(500_000)}">نص</p>`],
  ["a megabyte of less-than signs", "<".repeat(1_000_000)],
  ["a megabyte of ampersands", "&".repeat(1_000_000)],
  ["a megabyte of spaces", `<p>${" ".repeat(1_000_000)}x`],
])("%s are read in bounded time", (_what, html) => {
  const started = process.cpuUsage();
  scanHtml(html);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(2000);
});
