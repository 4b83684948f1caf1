import type { JSX } from "hono/jsx/jsx-runtime";
import type { Face, Placement, Story } from "../model/index.ts";
import type { StoredArticle } from "../store/index.ts";
import { CountChart } from "./count-chart.tsx";
import type { Voice } from "./format.ts";
import { type Frame, Page } from "./layout.tsx";
import { links } from "./links.ts";
import type { WholeStory } from "./reading.ts";
import type { Further } from "./saga-reading.ts";
import { MissingReport } from "./story-belonging.tsx";
import { Denials, Speakers, Summary, Timeline, WordChoices } from "./story-face.tsx";
import { FurtherStories } from "./story-further.tsx";
import { ReportLine } from "./story-report.tsx";
import { StoryTree, toOrdered } from "./story-tree.tsx";

const LEADING_NUMBER = /^[\d٠-٩]+\s*/u;

interface StoryProps {
  readonly frame: Frame;
  readonly story: Story;
  readonly articles: ReadonlyMap<string, StoredArticle>;
  readonly placements: ReadonlyMap<string, Placement>;
}

interface StoryPageProps extends StoryProps {
  readonly topic: WholeStory["topic"];
  readonly told: Face;
  readonly further: Further;
  /** Whether readers' corrections are taken here. */
  readonly correctable: boolean;
}

/** A story: its number, where it comes from, and every report with the evidence for its place. */
export function StoryPage({
  frame,
  story,
  articles,
  placements,
  topic,
  told,
  further,
  correctable,
}: StoryPageProps): JSX.Element {
  const { voice } = frame;
  const { t } = voice;
  return (
    <Page {...frame} title={story.title} at="other">
      <article class="wide-page">
        {topic !== null && <span class="topic">{t.topics[topic]}</span>}
        <h1 dir="auto">{story.title}</h1>
        <Summary summary={told.summary} articles={articles} voice={voice} />
        <Counts
          story={story}
          first={story.first.flatMap((id) => articles.get(id) ?? [])}
          voice={voice}
        />
        <h2 class="section">{t.whereFrom}</h2>
        <figure>
          <StoryTree story={story} articles={articles} voice={voice} />
          <figcaption>
            {t.treeNote} {t.atMostWhy}
          </figcaption>
        </figure>
        <Told told={told} articles={articles} voice={voice} />
        <h2 class="section">{t.accountsTitle}</h2>
        {toOrdered(story).map((account, at) => (
          <section class="account">
            <h3>
              {t.accountNumber} <bdi>{voice.number(at + 1)}</bdi>
              {account.origin === null ? (
                <span class="badge warn">{t.noOrigin}</span>
              ) : (
                <span class={account.origin.inferred ? "badge warn" : "badge"}>
                  {account.origin.inferred ? t.inferred : t.origin}:{" "}
                  <bdi>{account.origin.name}</bdi>
                </span>
              )}
            </h3>
            <ol>
              {account.reports.map((id) => (
                <ReportLine
                  id={id}
                  story={story}
                  articles={articles}
                  placements={placements}
                  correctable={correctable}
                  voice={voice}
                />
              ))}
            </ol>
          </section>
        ))}
        {story.reports > 1 && <ComparePicker story={story} articles={articles} voice={voice} />}
        {correctable && <MissingReport story={story} voice={voice} />}
        <FurtherStories story={story} further={further} voice={voice} />
      </article>
    </Page>
  );
}

/** What the story's accounts tell; a part that has nothing to show is left out. */
function Told({
  told,
  ...props
}: Pick<StoryProps, "articles"> & { readonly told: Face; readonly voice: Voice }) {
  const { t } = props.voice;
  const parts = [
    [t.timelineTitle, told.timeline.length > 1 && <Timeline timeline={told.timeline} {...props} />],
    [
      t.countsTitle,
      told.counts.length > 0 && told.counts.map((count) => <CountChart count={count} {...props} />),
    ],
    [t.speakersTitle, told.speakers.length > 0 && <Speakers speakers={told.speakers} {...props} />],
    [t.denialsTitle, told.denials.length > 0 && <Denials denials={told.denials} {...props} />],
    [
      t.wordsTitle,
      told.words.length > 0 && (
        <>
          <p class="note">{t.wordsNote}</p>
          <WordChoices words={told.words} voice={props.voice} />
        </>
      ),
    ],
  ] as const;
  return (
    <>
      {parts.map(
        ([title, part]) =>
          part !== false && (
            <>
              <h2 class="section">{title}</h2>
              {part}
            </>
          ),
      )}
    </>
  );
}

function Counts({
  story,
  first,
  voice,
}: {
  readonly story: Story;
  readonly first: readonly StoredArticle[];
  readonly voice: Voice;
}) {
  const { t, number } = voice;
  const noun = (text: string) => text.replace(LEADING_NUMBER, "");
  return (
    <dl class="count">
      <div class="key">
        <dt>
          {noun(voice.count("accounts", story.independent))} {t.atMost}
        </dt>
        <dd>{number(story.independent)}</dd>
      </div>
      <div>
        <dt>{noun(voice.count("reports", story.reports))}</dt>
        <dd>{number(story.reports)}</dd>
      </div>
      <div>
        <dt>{noun(voice.count("outlets", story.outlets))}</dt>
        <dd>{number(story.outlets)}</dd>
      </div>
      <div class="first">
        <dt>{t.first}</dt>
        <dd>
          {first.length > 0 ? (
            <>
              {first.map(({ outlet }, at) => (
                <>
                  {at > 0 && t.comma}
                  <bdi>{outlet ?? t.unknownOutlet}</bdi>
                </>
              ))}{" "}
              <small>
                {first.length > 1 && `${t.together} · `}
                <bdi>{voice.published(first[0]?.published ?? null)}</bdi>
              </small>
            </>
          ) : (
            <small>{t.firstUnknown}</small>
          )}
        </dd>
      </div>
    </dl>
  );
}

export function ComparePicker({
  story,
  articles,
  voice,
  left,
  right,
}: {
  readonly story: Story;
  readonly articles: ReadonlyMap<string, StoredArticle>;
  readonly voice: Voice;
  readonly left?: string;
  readonly right?: string;
}): JSX.Element {
  const ids = story.accounts.flatMap(({ reports }) => reports);
  const { t } = voice;
  const options = (chosen: string | undefined) =>
    ids.map((id) => (
      <option value={id} selected={id === chosen}>
        {articles.get(id)?.outlet ?? t.unknownOutlet} — {articles.get(id)?.title ?? t.untitled}
      </option>
    ));
  return (
    <form class="pick" action={`${links.story(story.id)}/compare`} method="get">
      <b>{t.compareOther}</b>
      <select name="left" aria-label="1">
        {options(left ?? ids[0])}
      </select>
      <select name="right" aria-label="2">
        {options(right ?? ids[1])}
      </select>
      <button type="submit">{t.compare}</button>
    </form>
  );
}
