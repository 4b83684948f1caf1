import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const GUIDE = readFileSync("docs/library.md", "utf8");
const EXAMPLE = /```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/gu;
const IMPORT = /^import (\{[^}]+\}) from ("tawatur\/\w+");$/gmu;
const MARK = "\u0001";

const examples = [...GUIDE.matchAll(EXAMPLE)].map(([, code = "", printed = ""]) => ({
  code,
  printed,
}));

/** Runs all examples in one process, each in a scope of its own, as a user of the built package would. */
function runAll(): string[] {
  const scopes = examples.map(
    ({ code }) =>
      `console.log("${MARK}");\n{\n${code.replace(IMPORT, "const $1 = await import($2);")}\n}`,
  );
  const printed = execFileSync(process.execPath, ["--input-type=module"], {
    input: scopes.join("\n"),
    env: { ...process.env, NO_COLOR: "1" },
  });
  return printed.toString().split(`${MARK}\n`).slice(1);
}

const printed = runAll();

test.each(examples.map((example, at) => [example.code.split("\n")[0], at] as const))(
  "the example with %s prints what stands under it (%d)",
  (_, at) => {
    expect(printed[at]).toBe(examples[at]?.printed);
  },
);

test("every block of code has what it prints under it", () => {
  expect(examples).toHaveLength(GUIDE.match(/```js/gu)?.length ?? 0);
});

test.each(["text", "extract", "feed", "story"])("every export of tawatur/%s is shown", (face) => {
  const code = examples.map((example) => example.code).join("\n");
  const index = readFileSync(`src/${face}/index.ts`, "utf8").replace(/\/\*[\s\S]*?\*\//gu, "");
  const names = [...index.matchAll(/export (type )?\{([^}]*)\}/gu)].flatMap(([, type, list = ""]) =>
    list
      .split(",")
      .map((entry) => entry.trim())
      .filter((entry) => entry !== "")
      .map((entry) => ({
        isType: type !== undefined || entry.startsWith("type "),
        name: entry.replace(/^type /u, "").replace(/^.* as /u, ""),
      })),
  );
  expect(names.length).toBeGreaterThan(5);
  for (const { isType, name } of names) {
    if (isType) expect(GUIDE, name).toContain(`\`${name}\``);
    else
      expect(code, name).toMatch(
        new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "tawatur/${face}"`, "u"),
      );
  }
});
