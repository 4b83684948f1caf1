import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(path, "utf8");
const MARKED = /`([\w./-]+)`/gu;
const LIKE_A_PATH = /^(?:src|test|eval|bench|docs|samples|assets|bin)\/|^[A-Z]+(?:\.ar)?\.md$/u;

test.each(["README.md", "README.ar.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])(
  "every path that %s names exists",
  (document) => {
    const paths = [...read(document).matchAll(MARKED)]
      .map(([, path = ""]) => path)
      .filter((path) => LIKE_A_PATH.test(path));
    for (const path of paths) expect(existsSync(path), path).toBe(true);
  },
);

test("ARCHITECTURE.md names every folder of src", () => {
  const map = read("ARCHITECTURE.md");
  for (const folder of readdirSync("src")) expect(map, folder).toContain(`\`src/${folder}\``);
});

test.each(["README.md", "README.ar.md"])("%s opens with the two commands", (document) => {
  expect(read(document).slice(0, 300)).toMatch(/npm ci && npm start[\s\S]*npm ci && npm test/u);
});

test("what the package exports is named here, so that a change is a decision", async () => {
  const faces = {
    text: Object.keys(await import("../src/text/index.ts")),
    extract: Object.keys(await import("../src/extract/index.ts")),
    feed: Object.keys(await import("../src/feed/index.ts")),
    story: Object.keys(await import("../src/story/index.ts")),
  };
  expect(faces).toMatchInlineSnapshot(`
    {
      "extract": [
        "agencyFullName",
        "findAgencies",
        "findAgenciesInProse",
        "findAgency",
        "decode",
        "decodeUtf8",
        "findDateline",
        "isDatelinePlace",
        "extractPage",
        "learnOutlet",
        "extractText",
        "parseHeaderedText",
        "restoreText",
        "cleanText",
        "AGENCIES",
        "NO_TEMPLATE",
        "parseWrittenDate",
      ],
      "feed": [
        "toAddress",
        "findFeedLinks",
        "findSitemapLines",
        "listUsualPaths",
        "FEED_LIMITS",
        "parseFeedDate",
        "findFullText",
        "toEntryKeys",
        "toPageKey",
        "findHubLinks",
        "parseOpml",
        "toOpml",
        "parseFeed",
      ],
      "story": [
        "compareTexts",
        "toCorrection",
        "toFace",
        "createGrouper",
        "WINDOW_MS",
        "toOutletKey",
        "recordParagraphs",
        "toFate",
        "findSagaLink",
        "toMatter",
        "toNameId",
        "toStory",
      ],
      "text": [
        "fold",
        "foldText",
        "foldWord",
        "metWord",
        "numberOfMet",
        "wordOf",
        "guessLanguage",
        "findFigures",
        "readNumber",
        "rememberByWord",
        "splitSentences",
        "skeleton",
        "stem",
        "isFunctionWord",
        "isStopWord",
        "ALIASES",
        "GREGORIAN_MONTHS",
        "HIJRI_MONTHS",
        "SOLAR_HIJRI_MONTHS",
        "findTimes",
        "tokensFrom",
        "wordsOf",
        "eachWord",
        "tokenize",
        "factOf",
      ],
    }
  `);
});
