import type { Story } from "../model/index.ts";
import { findRelated } from "../search/index.ts";
import type { Store } from "../store/index.ts";
import { findSagaLink, type SagaLink, toMatter, toNameId } from "../story/index.ts";
import { readStory, type WholeStory } from "./reading.ts";
import { type SagaDay, toDays } from "./saga-days.ts";

/** Another story of the same running matter, with what shows it. */
export interface SagaStory {
  readonly story: Story;
  readonly link: SagaLink;
}

/** What a reader goes on to from a story. */
export interface Further {
  /** Of the same matter, oldest first. */
  readonly saga: readonly SagaStory[];
  /** Related and not of the same matter, nearest first. */
  readonly related: readonly Story[];
}

const LOOKED_AT = 16;
const MOST_RELATED = 5;
/** A matter is told by so many accounts of a story, the first ones. */
const MOST_TELLINGS = 6;
/** Rarity is counted as in a collection of at least this size: in a small one every name would look common. */
const SMALLEST_COLLECTION = 2000;

/** The stories that go on from one: those of its running matter, and others that are related. */
export async function readFurther(store: Store, { story, articles }: WholeStory): Promise<Further> {
  const { catalog } = store;
  const face = articles.get(story.titleFrom);
  if (face === undefined) return { saga: [], related: [] };
  const analysis = (await catalog.analyses([face.id])).get(face.id) ?? null;
  const found = await findRelated(store, face, analysis, LOOKED_AT);
  const storyOf = await catalog.storiesOf(found.map(({ id }) => id));
  const ids = [...new Set(found.flatMap(({ id }) => storyOf.get(id) ?? []))];
  const read = await Promise.all(
    ids.filter((id) => id !== story.id).map((id) => catalog.story(id)),
  );
  const others = read.filter((other) => other !== null);
  const links = await linkAll(store, story, others);
  const saga = others.flatMap((other, at) => {
    const link = links[at];
    return link === undefined || link === "none" ? [] : [{ story: other, link }];
  });
  const linked = new Set(saga.map((each) => each.story.id));
  return {
    saga: saga.sort((a, b) => ((a.story.from ?? "") < (b.story.from ?? "") ? -1 : 1)),
    related: others.filter(({ id }) => !linked.has(id)).slice(0, MOST_RELATED),
  };
}

/** A story of a running matter, and how the matter was followed to it. */
export interface SagaMember {
  readonly story: Story;
  /** "start" for the story that the matter was followed from. */
  readonly link: SagaLink | "start";
  /** The story it is linked to; null for the start. */
  readonly linkedTo: Story | null;
}

/** A running matter as followed from one of its stories. */
export interface Saga {
  readonly story: Story;
  /** Oldest first. */
  readonly members: readonly SagaMember[];
  readonly days: readonly SagaDay[];
  readonly undated: number;
  /** False where the matter goes on beyond what one page follows. */
  readonly isWhole: boolean;
}

/** So many stories of a matter are asked for what goes on from them, and so many are shown. */
const MOST_FOLLOWED = 12;
const MOST_MEMBERS = 40;

/** Follows a running matter from a story, from link to link; null when there is no such story. */
export async function readSaga(store: Store, id: string): Promise<Saga | null> {
  const start = await readStory(store, id);
  if (start === null) return null;
  const members = new Map<string, SagaMember>([
    [id, { story: start.story, link: "start", linkedTo: null }],
  ]);
  const waiting = [id];
  let followed = 0;
  while (waiting.length > 0 && followed < MOST_FOLLOWED && members.size < MOST_MEMBERS) {
    followed += 1;
    const next = waiting.shift() ?? id;
    const whole = next === id ? start : await readStory(store, next);
    if (whole === null) continue;
    const { saga } = await readFurther(store, whole);
    for (const { story, link } of saga) {
      if (members.has(story.id) || members.size >= MOST_MEMBERS) continue;
      members.set(story.id, { story, link, linkedTo: whole.story });
      waiting.push(story.id);
    }
  }
  const ordered = [...members.values()].sort((a, b) =>
    (a.story.from ?? "") < (b.story.from ?? "") ? -1 : 1,
  );
  const stories = ordered.map(({ story }) => story);
  const ids = stories.flatMap(({ accounts }) => accounts.flatMap(({ reports }) => reports));
  const articles = new Map(
    (await store.catalog.articles(ids)).map((article) => [article.id, article]),
  );
  const isWhole = waiting.length === 0 && members.size < MOST_MEMBERS;
  return { story: start.story, members: ordered, ...toDays(stories, articles), isWhole };
}

async function linkAll({ catalog, index }: Store, story: Story, others: readonly Story[]) {
  const firsts = [story, ...others].map(({ accounts }) =>
    accounts.slice(0, MOST_TELLINGS).flatMap(({ reports }) => reports[0] ?? []),
  );
  const subjects = await catalog.subjects(firsts.flat());
  const matters = firsts.map((ids) => toMatter(ids.flatMap((id) => subjects.get(id) ?? [])));
  const names = new Map(matters.flatMap((matter) => [...matter.names]));
  const asked = [...names.values()];
  const counts = await catalog.reportsNaming(asked);
  const size = Math.max(await index.size(), SMALLEST_COLLECTION);
  const rarity = new Map(
    asked.map((name, at) => [toNameId(name), Math.log(1 + size / (1 + (counts[at] ?? 0)))]),
  );
  const [own, ...rest] = matters;
  if (own === undefined) return [];
  return rest.map((matter) => findSagaLink(own, matter, (id) => rarity.get(id) ?? 0));
}
