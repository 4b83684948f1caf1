import { expect, test } from "vitest";
import type { Name, Topic } from "../model/index.ts";
import { findSagaLink, toMatter } from "./saga.ts";

const place = (text: string, start = 0): Name => ({
  type: "place",
  text,
  start,
  end: start + text.length,
  key: text,
});
const telling = (topic: Topic | null, ...names: readonly Name[]) => ({ topic, names });
const even = () => 1;

const PORT = toMatter([
  telling("accidents", place("مرفأ السنديان"), place("الرصيف الشرقي"), place("سرمدان")),
  telling("accidents", place("مرفأ السنديان"), place("الرصيف الشرقي")),
]);

test("two stories that share names and a topic are of one saga, with the names as evidence", () => {
  const inquiry = toMatter([telling("accidents", place("مرفأ السنديان"), place("الرصيف الشرقي"))]);
  const link = findSagaLink(PORT, inquiry, (id) => (id.includes("الرصيف") ? 5 : 1));
  expect(link).toMatchObject({ shared: ["الرصيف الشرقي", "مرفأ السنديان"] });
});

test("one name, another topic, or common names among many rare ones do not make a saga", () => {
  expect(findSagaLink(PORT, toMatter([telling("accidents", place("مرفأ السنديان"))]), even)).toBe(
    "none",
  );
  const sport = toMatter([telling("sport", place("مرفأ السنديان"), place("الرصيف الشرقي"))]);
  expect(findSagaLink(PORT, sport, even)).toBe("none");
  const others = ["وادي الغزال", "نهر الشاهد", "تل القناديل"].map((text) => place(text));
  const far = toMatter([telling("accidents", place("سرمدان"), place("مرفأ السنديان"), ...others)]);
  const rare = (id: string) => (others.some(({ text }) => id.endsWith(text)) ? 9 : 1);
  expect(findSagaLink(PORT, far, rare)).toBe("none");
});

test("a name far down is background, and a name counts once a telling", () => {
  const matter = toMatter([
    telling(null, place("سرمدان"), place("سرمدان", 40), place("أوشان", 900)),
    telling("economy", place("كيمان")),
  ]);
  expect([...matter.names.values()].map(({ text, share }) => [text, share])).toEqual([
    ["سرمدان", 0.5],
    ["كيمان", 0.5],
  ]);
  expect(matter.topic).toBe("economy");
});

test("stories without names are linked with none", () => {
  expect(findSagaLink(toMatter([]), toMatter([]), even)).toBe("none");
});
