import { expect, test } from "vitest";
import { run } from "../src/cli/main.ts";
import { NEW_PAGE } from "../src/model/index.ts";
import { openSqliteStore } from "../src/store/index.ts";
import { temporaryFolder } from "./process.ts";

async function tawatur(home: string, command: string, ...args: string[]) {
  const said: string[] = [];
  const code = await run([command, "--home", home, ...args], {
    input: (async function* () {})(),
    out: (text) => {
      said.push(text);
    },
    err: (text) => said.push(text),
    env: {},
    now: () => new Date("2026-03-05T00:00:00Z"),
    terminal: false,
    signal: new AbortController().signal,
  });
  return { code, said: said.join("") };
}

test("a page that was given up is counted, listed with its reason, and tried again by its name or with all", {
  timeout: 60_000,
}, async () => {
  const home = temporaryFolder();
  const url = "https://marfa.example/1";
  const fault = {
    reason: "status-500",
    detail: "the server answered 500",
    at: "2026-03-04T00:00:00Z",
  };
  const store = await openSqliteStore(home);
  await store.collection.adoptPage(
    { ...NEW_PAGE, id: url, url, state: "aside", fault },
    "marfa.example",
  );
  await store.close();
  expect((await tawatur(home, "sources")).said).toContain("1 page given up");
  const { said } = await tawatur(home, "aside");
  expect(JSON.parse(said)).toEqual({ id: url, url, source: null, ...fault });

  expect(await tawatur(home, "retry", `${url}2`)).toEqual({
    code: 1,
    said: `tawatur: ${url}2 is no page that was given up\n`,
  });
  expect(await tawatur(home, "retry", url)).toEqual({ code: 0, said: `${url}: is due again\n` });
  expect(await tawatur(home, "aside")).toEqual({ code: 0, said: "" });
  expect((await tawatur(home, "sources")).said).toBe("");
  expect(await tawatur(home, "retry")).toEqual({ code: 0, said: "0 pages are due again\n" });
});
