import { expect, test } from "vitest";
import { StoreError } from "../errors.ts";
import { toFailure } from "./failure.ts";

const coded = (fields: object): Error => Object.assign(new Error("as it was said"), fields);

test.each([
  ["SQLITE_BUSY", { rawCode: 5 }, "busy"],
  ["SQLITE_BUSY_SNAPSHOT", { rawCode: 517 }, "busy"],
  ["SQLITE_FULL", { rawCode: 13 }, "full"],
  ["SQLITE_IOERR_WRITE", { rawCode: 778 }, "unwritable"],
  ["SQLITE_READONLY_DIRECTORY, which libsql cannot name", { rawCode: 1544 }, "unwritable"],
  ["SQLITE_NOTADB", { rawCode: 26 }, "not-a-database"],
  ["SQLITE_CORRUPT_VTAB", { rawCode: 267 }, "not-a-database"],
  ["no space for a blob", { code: "ENOSPC" }, "full"],
  ["no leave to make a folder", { code: "EACCES" }, "unwritable"],
  ["a file in the place of a folder", { code: "ENOTDIR" }, "unwritable"],
])("%s is said in one line, with its cause kept", (_name, fields, code) => {
  const cause = coded(fields);
  const failure = toFailure(cause, "/data/tawatur.db");
  expect(failure).toBeInstanceOf(StoreError);
  expect(failure).toMatchObject({ code, path: "/data/tawatur.db", cause });
  expect((failure as StoreError).message).toMatch(/^\/data\/tawatur\.db .+\(as it was said\)$/u);
});

test("a bug comes back as it was", () => {
  const bug = coded({ code: "SQLITE_CONSTRAINT_UNIQUE", rawCode: 2067 });
  expect(toFailure(bug, "/data")).toBe(bug);
  expect(toFailure("thrown text", "/data")).toBe("thrown text");
});

test("a StoreError is not wrapped again", () => {
  const failure = new StoreError("too-new", "/data", "newer");
  expect(toFailure(failure, "/elsewhere")).toBe(failure);
});

test.runIf(process.platform === "linux")(
  "a failed write where no room is left is a full disk",
  () => {
    // The file system of processes says that it has no room.
    expect(toFailure(coded({ rawCode: 4874 }), "/proc/self/tawatur.db")).toMatchObject({
      code: "full",
    });
  },
);
