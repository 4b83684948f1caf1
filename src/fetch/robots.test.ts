/** Variants of the published test suites of robots.txt (RFC 9309, and crawlers at large). */
import { expect, test } from "vitest";
import { toRobotsRules } from "./robots.ts";
import { MISSPELLED_FIELDS } from "./tables/robots-fields.ts";

const rulesOf = (text: string) =>
  toRobotsRules("https://marfaa.example/robots.txt", { kind: "text", text }, 0);
const FOR_US = "user-agent: Tawatur\n";

/** A file whose groups are those of three robots; some of its lines stand where no group has begun. */
const groups = (first: string, second: string, third: string) =>
  `allow: /foo/bar/\n\nuser-agent: ${first}\ndisallow: /\nallow: /x/\nuser-agent: ${second}\ndisallow: /\nallow: /y/\n\n\nallow: /w/\nuser-agent: ${third}\n\nuser-agent: ${first}\nallow: /z/\ndisallow: /\n`;

type Row = readonly [
  what: string,
  text: string,
  allowed: readonly string[],
  not: readonly string[],
];

const ROWS: readonly Row[] = [
  ["nothing", "", ["/"], []],
  ["one group", `${FOR_US}disallow: /\n`, [], ["/x/y"]],
  ["other fields", "foo: FooBot\nbar: /\n", ["/x/y"], []],
  ["colons forgotten", "user-agent Tawatur\ndisallow /\n", [], ["/x/y"]],
  [
    "the first robot of three",
    groups("Tawatur", "BarBot", "BazBot"),
    ["/x/b", "/z/d"],
    ["/y/c", "/foo/bar/"],
  ],
  [
    "the second robot of three",
    groups("FooBot", "Tawatur", "BazBot"),
    ["/y/c", "/w/a"],
    ["/z/d", "/foo/bar/"],
  ],
  [
    "the third robot of three, whose group is another's too",
    groups("FooBot", "BarBot", "Tawatur"),
    ["/z/d"],
    [],
  ],
  [
    "two robots before one group",
    "user-agent: A\ndisallow: /\n\nuser-agent: Tawatur\n\nuser-agent: B\nallow: /z/\ndisallow: /",
    ["/z/d"],
    ["/y"],
  ],
  [
    "a sitemap between robots",
    "User-agent: Tawatur\nSitemap: https://foo.bar/sitemap\nUser-agent: *\nDisallow: /\n",
    [],
    ["/x"],
  ],
  [
    "an unknown field between robots",
    "User-agent: Tawatur\nInvalid-Unknown-Line: unknown\nUser-agent: *\nDisallow: /\n",
    [],
    ["/x"],
  ],
  [
    "a delay of our own",
    "User-agent: Tawatur\nCrawl-delay: 5\nUser-agent: B\nDisallow: /\n",
    ["/x"],
    [],
  ],
  ["capitals", "USER-AGENT: TAWATUR\nALLOW: /x/\nDISALLOW: /", ["/x/y"], ["/a"]],
  ["mixed letters", "uSeR-aGeNt: tAwAtUr\nAlLoW: /x/\ndIsAlLoW: /", ["/x/y"], ["/a"]],
  [
    "a name with words after it",
    "User-Agent: *\nDisallow: /\nUser-Agent: Tawatur Bar\nAllow: /x/\nDisallow: /",
    ["/x/y"],
    ["/a"],
  ],
  [
    "a name with a version",
    "User-Agent: *\nDisallow: /\nUser-Agent: Tawatur/2.1\nAllow: /",
    ["/x/y"],
    [],
  ],
  [
    "a longer name is another",
    "User-Agent: Tawatur-News\nDisallow: /\nUser-agent: *\nAllow: /",
    ["/x"],
    [],
  ],
  [
    "a shorter name is another",
    "User-Agent: Tawa\nDisallow: /\nUser-agent: *\nAllow: /",
    ["/x"],
    [],
  ],
  ["our group before all", "user-agent: *\nallow: /\nuser-agent: Tawatur\ndisallow: /", [], ["/x"]],
  ["our group before all, first", `${FOR_US}allow: /\nuser-agent: *\ndisallow: /`, ["/x"], []],
  [
    "groups of others",
    "user-agent: A\nallow: /\nuser-agent: B\ndisallow: /\nuser-agent: C\ndisallow: /",
    ["/x"],
    [],
  ],
  ["paths keep their case", `${FOR_US}disallow: /x/`, ["/X/y"], ["/x/y"]],
  [
    "the longer rule forbids",
    `${FOR_US}disallow: /x/page.html\nallow: /x/`,
    ["/x/"],
    ["/x/page.html"],
  ],
  [
    "the longer rule allows",
    `${FOR_US}allow: /x/page.html\ndisallow: /x/`,
    ["/x/page.html"],
    ["/x/"],
  ],
  ["rules without a path", `${FOR_US}disallow: \nallow: `, ["/x/page.html"], []],
  ["of equal rules the milder", `${FOR_US}disallow: /\nallow: /`, ["/x/page.html"], []],
  ["a path and what is under it", `${FOR_US}disallow: /x\nallow: /x/`, ["/x/"], ["/x"]],
  [
    "of equal longer rules the milder",
    `${FOR_US}disallow: /x/page.html\nallow: /x/page.html`,
    ["/x/page.html"],
    [],
  ],
  ["a longer pattern", `${FOR_US}allow: /page\ndisallow: /*.html`, ["/page"], ["/page.html"]],
  [
    "a shorter pattern",
    `${FOR_US}allow: /x/page.\ndisallow: /*.html`,
    ["/x/page.html"],
    ["/x/y.html"],
  ],
  [
    "our group alone counts",
    "User-agent: *\nDisallow: /x/\nUser-agent: Tawatur\nDisallow: /y/",
    ["/x/page"],
    ["/y/page"],
  ],
  [
    "a query",
    `${FOR_US}Disallow: /\nAllow: /foo/bar?qux=taz&baz=http://foo.bar?tar&par`,
    ["/foo/bar?qux=taz&baz=http://foo.bar?tar&par"],
    [],
  ],
  [
    "letters that are not escaped",
    `${FOR_US}Disallow: /\nAllow: /foo/bar/ツ`,
    ["/foo/bar/%E3%83%84", "/foo/bar/ツ"],
    [],
  ],
  [
    "letters that are escaped",
    `${FOR_US}Disallow: /\nAllow: /foo/bar/%E3%83%84`,
    ["/foo/bar/%E3%83%84", "/foo/bar/ツ"],
    [],
  ],
  [
    "escapes in small letters",
    `${FOR_US}Disallow: /\nAllow: /foo/bar/%e3%83%84`,
    ["/foo/bar/%E3%83%84"],
    [],
  ],
  [
    "escapes that need not be",
    `${FOR_US}Disallow: /\nAllow: /foo/bar/%62%61%7A`,
    ["/foo/bar/baz", "/foo/bar/%62%61%7A"],
    [],
  ],
  ["an escaped tilde", `${FOR_US}Disallow: /%7Ejoe/`, [], ["/~joe/x", "/%7ejoe/x"]],
  ["an escaped slash stays one", `${FOR_US}Disallow: /a%2fb`, ["/a/b"], ["/a%2Fb"]],
  [
    "Arabic",
    `${FOR_US}Disallow: /أرشيف/`,
    ["/x"],
    ["/%D8%A3%D8%B1%D8%B4%D9%8A%D9%81/1", "/أرشيف/1"],
  ],
  [
    "a star",
    `${FOR_US}Disallow: /foo/bar/quz\nAllow: /foo/*/qux`,
    ["/foo/quz", "/foo//quz", "/foo/bax/quz"],
    ["/foo/bar/quz"],
  ],
  [
    "an end",
    `${FOR_US}Disallow: /foo/bar$\nAllow: /foo/bar/qux`,
    ["/foo/bar/qux", "/foo/bar/", "/foo/bar/baz"],
    ["/foo/bar"],
  ],
  [
    "remarks",
    `${FOR_US}# Disallow: /\nDisallow: /foo/quz#qux\nAllow: /\n`,
    ["/foo/bar"],
    ["/foo/quz"],
  ],
  [
    "a beginning",
    `${FOR_US}disallow: /\nallow: /fish`,
    ["/fish", "/fish.html", "/fish/salmon.html", "/fishheads", "/fish.php?id=x"],
    ["/bar", "/Fish.asp", "/catfish", "/?id=fish"],
  ],
  [
    "a beginning with a star",
    `${FOR_US}disallow: /\nallow: /fish*`,
    ["/fish", "/fishheads/yummy.html"],
    ["/Fish.asp", "/catfish"],
  ],
  [
    "a folder",
    `${FOR_US}disallow: /\nallow: /fish/`,
    ["/fish/", "/fish/salmon", "/fish/?salmon"],
    ["/fish", "/fish.html", "/animals/fish/"],
  ],
  [
    "an ending anywhere",
    `${FOR_US}disallow: /\nallow: /*.php`,
    ["/index.php", "/folder/filename.php?parameters", "/filename.php/", "/filename.php5"],
    ["/php/", "/windows.PHP"],
  ],
  [
    "an ending at the end",
    `${FOR_US}disallow: /\nallow: /*.php$`,
    ["/filename.php", "/folder/filename.php"],
    ["/filename.php?parameters", "/filename.php/", "/filename.php5", "/php/"],
  ],
  [
    "a star within",
    `${FOR_US}disallow: /\nallow: /fish*.php`,
    ["/fish.php", "/fishheads/catfish.php?parameters"],
    ["/Fish.PHP"],
  ],
  ["precedence of the longer", `${FOR_US}allow: /p\ndisallow: /`, ["/page"], []],
  ["precedence of the milder", `${FOR_US}allow: /folder\ndisallow: /folder`, ["/folder/page"], []],
  ["precedence of the pattern", `${FOR_US}allow: /page\ndisallow: /*.htm`, [], ["/page.htm"]],
  ["the home page alone", `${FOR_US}allow: /$\ndisallow: /`, ["/"], ["/page.html"]],
  [
    "line ends of old machines",
    "User-Agent: Tawatur\rDisallow: /a\rDisallow: /b",
    ["/c"],
    ["/a", "/b"],
  ],
  ["line ends", "User-Agent: Tawatur\nDisallow: /a\nDisallow: /b", ["/c"], ["/a", "/b"]],
  [
    "line ends of the net",
    "User-Agent: Tawatur\r\nDisallow: /a\r\nDisallow: /b",
    ["/c"],
    ["/a", "/b"],
  ],
  [
    "mixed line ends",
    "User-Agent: Tawatur\rDisallow: /a\n\rDisallow: /b\r\n",
    ["/c"],
    ["/a", "/b"],
  ],
  ["a byte order mark", "\uFEFFUser-Agent: Tawatur\nDisallow: /", [], ["/x"]],
  [
    "two groups of ours",
    "User-agent: Tawatur\nDisallow: /a\n\nUser-agent: B\nDisallow: /\n\nUser-agent: Tawatur\nDisallow: /b",
    ["/c"],
    ["/a", "/b"],
  ],
  [
    "two groups of all",
    "User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /b",
    ["/c"],
    ["/a", "/b"],
  ],
  [
    "nothing forbidden to us",
    "User-agent: *\nDisallow: /\n\nUser-agent: Tawatur\nDisallow:",
    ["/x"],
    [],
  ],
  ["robots.txt itself", `${FOR_US}Disallow: /`, ["/robots.txt"], []],
  ["spaces", "  User-agent :  Tawatur  \n\tDisallow\t:\t/a \t# c", ["/b"], ["/a"]],
  ["a web page", "<!doctype html><html><body>Disallow: / User-agent: *</body></html>", ["/x"], []],
  ["a path without a slash", `${FOR_US}Disallow: private`, ["/private"], []],
  ["a star first", `${FOR_US}Disallow: *.pdf`, ["/a"], ["/a.pdf"]],
  ["any query", `${FOR_US}Disallow: /*?`, ["/a"], ["/a?b"]],
  ["one query", `${FOR_US}Disallow: /?s=`, ["/"], ["/?s=x"]],
  ["a mark of the end within", `${FOR_US}Disallow: /a$b`, ["/a"], ["/a$b"]],
  ["rules before any group", "Disallow: /\nuser-agent: Tawatur\nAllow: /", ["/x"], []],
  ["empty lines in a group", `${FOR_US}\nDisallow: /a\n\nDisallow: /b`, [], ["/a", "/b"]],
];

test.each(ROWS)("%s", (_what, text, allowed, not) => {
  const rules = rulesOf(text);
  const judge = (path: string) => rules.isAllowed(`https://marfaa.example${path}`);
  expect(allowed.filter((path) => judge(path) !== true)).toEqual([]);
  expect(not.filter((path) => judge(path) !== false)).toEqual([]);
});

test.each(MISSPELLED_FIELDS)("«%s» is «%s»", (written, meant) => {
  const [robot, rule, sitemap] = ["user-agent", "disallow", "sitemap"].map((field) =>
    meant === field ? written : field,
  );
  const rules = rulesOf(`${robot}: Tawatur\n${rule}: /a\n${sitemap}: https://marfaa.example/s.xml`);
  expect(rules.isAllowed("https://marfaa.example/a")).toBe(false);
  expect(rules.sitemaps).toEqual(["https://marfaa.example/s.xml"]);
});

test.each([
  ["many stars", `Disallow: /${"a*".repeat(30)}b$`, `/${"a".repeat(3000)}`],
  ["many folders with stars", `Disallow: ${"/*".repeat(400)}x$`, `/${"a/".repeat(2000)}`],
])("%s take no time to speak of", (_what, rule, path) => {
  const rules = rulesOf(FOR_US + rule);
  const started = performance.now();
  expect(rules.isAllowed(`https://marfaa.example${path}`)).toBe(true);
  expect(performance.now() - started).toBeLessThan(1000);
});

test("sitemaps are found in any spelling, made whole, and belong to no group", () => {
  const { sitemaps } = rulesOf(
    "Sitemap: https://marfaa.example/1.xml\nuser-agent: x\nsitemap:https://marfaa.example/2.xml#a\nSITEMAP: /3.xml\n",
  );
  expect(sitemaps).toEqual([1, 2, 3].map((n) => `https://marfaa.example/${n}.xml`));
});

test("the delay is that of our own group", () => {
  expect(rulesOf(`${FOR_US}Crawl-delay: 2.5\nUser-agent: *\nCrawl-delay: 9`).crawlDelayMs).toBe(
    2500,
  );
});
