import { expect, test } from "vitest";
import { createRoom } from "./room.ts";

test("lists taken from a room do not overlap, also when it had to grow", () => {
  const room = createRoom();
  const lists = [10, 9000, 9000, 50_000, 3].map((length) => room.take(length));
  for (const [at, list] of lists.entries()) list.fill(at);
  expect(lists.map((list) => list.length >= 3)).toEqual(lists.map(() => true));
  expect(lists[3]?.length).toBeGreaterThanOrEqual(50_000);
  expect(lists.every((list, at) => list.every((value) => value === at))).toBe(true);
});

test("a cleared room gives its space out again", () => {
  const room = createRoom();
  const before = room.take(5);
  room.clear();
  expect(room.take(5).buffer).toBe(before.buffer);
});
