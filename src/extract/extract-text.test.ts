import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractText } from "./extract-text.ts";

const CASES = fileURLToPath(new URL("./fixtures", import.meta.url));
const SEED = `${process.env["TAWATUR_SHARED"] ?? "../shared"}/seed/000_6dc6294c73a55173.txt`;

describe.each(readdirSync(CASES))("page %s", (name) => {
  test("gives the articles expected", () => {
    const { removed: _, ...found } = extractText(
      readFileSync(`${CASES}/${name}/source.txt`, "utf8"),
    );
    expect(found).toEqual(JSON.parse(readFileSync(`${CASES}/${name}/expected.json`, "utf8")));
  });
});

// The seed page belongs to its outlets and stays outside the project.
describe.skipIf(!existsSync(SEED))("the seed page (SKIPPED when the shared data is absent)", () => {
  const read = () => {
    const found = extractText(readFileSync(SEED, "utf8"));
    if (!found.ok) throw new Error(found.reason);
    return found;
  };

  test("is two articles", () => {
    expect(read().articles).toHaveLength(2);
  });

  test("the first has its own date, source, dateline, keywords and body, and no label", () => {
    const [first] = read().articles;
    expect(first).toMatchObject({
      published: { at: "2024-04-18", precision: "day", from: "label" },
      source: "صحيفة الاتحاد",
      dateline: { place: "موسكو", credit: ["وكالات"] },
      keywords: ["القوات الروسية", "روسيا", "ناجورنو كاراباخ", "الكرملين", "أذربيجان"],
      lead: true,
    });
    expect(first?.title).toMatch(/^القوات الروسية/u);
    expect(first?.text).toMatch(/^أعلن الكرملين/u);
    expect(first?.text).toMatch(/يذكر\.$/u);
    expect(first?.text).not.toMatch(/ذات صلة|المصدر:|كلمات دلالية|تاريخ النشر|أيضا/u);
  });

  test("the second has its own title and dateline, no promotion, and nothing of the first", () => {
    const [, second] = read().articles;
    expect(second).toMatchObject({
      published: null,
      source: null,
      keywords: [],
      dateline: { place: "عدن", credit: ["شمسان بوست"] },
      lead: false,
    });
    expect(second?.title).toMatch(/^رئيس الوزراء يعقد/u);
    expect(second?.text).toMatch(/^عقد رئيس/u);
    expect(second?.text).not.toContain("واتساب");
  });

  test("everything taken off is told with its reason", () => {
    expect(
      read()
        .removed.map(({ reason }) => reason)
        .sort(),
    ).toEqual(
      [
        "date label",
        "follow",
        "keywords label",
        "label glued to a paragraph",
        "read as dateline",
        "read as dateline",
        "read-also label",
        "source label",
      ].sort(),
    );
  });
});

test.each([
  ["empty", " \n\t\n"],
  ["too-short", "خبر عاجل"],
  ["not-text", `\u0000\u0001\u0002${"\u0003".repeat(40)} نص`],
])("a page is refused as %s", (reason, page) => {
  expect(extractText(page)).toMatchObject({ ok: false, reason });
});

test("no page makes it throw, and every paragraph it gives stands on the page", () => {
  const piece = fc.constantFrom(
    "أعلن الوزير",
    "المصدر: ",
    "كلمات دلالية:",
    "إقرأ أيضاً:",
    "\n",
    "تاريخ النشر: 3 مارس 2026",
    " (وكالات) ",
    "أخبار ذات صلة",
    ".",
    "-",
    "/",
    "x".repeat(170),
    "عنوان",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(piece, { maxLength: 40 }).map((parts) => parts.join("")),
      ),
      (page) => {
        const found = extractText(page);
        if (!found.ok) return;
        for (const { text } of found.articles) {
          for (const paragraph of text.split("\n")) expect(page).toContain(paragraph);
        }
      },
    ),
  );
});

test.each([
  ["one line of a megabyte", "كلمة ".repeat(200_000)],
  ["a hundred thousand lines", "سطر قصير\n".repeat(100_000)],
  ["ten thousand labels", "إقرأ أيضاً:\nعنوان\n".repeat(10_000)],
  ["brackets and dashes", "(-/".repeat(300_000)],
])("%s is read in bounded time", (_what, page) => {
  const started = process.cpuUsage();
  extractText(page);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(3000);
});
