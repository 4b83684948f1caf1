import type { JSX } from "hono/jsx/jsx-runtime";
import { type Frame, Page } from "./layout.tsx";
import { links } from "./links.ts";
import type { NameSaying, WholeName } from "./name-reading.ts";
import { type FaceProps, SayingLine } from "./story-face.tsx";

const MOST_REPORTS = 30;

/** A name: its spellings, what it said, what was said of it, and its stories over time. */
export function NamePage({
  frame,
  whole,
}: {
  readonly frame: Frame;
  readonly whole: WholeName;
}): JSX.Element {
  const { voice } = frame;
  const { t, number } = voice;
  const { record, articles, stories, by, about } = whole;
  const title = record.spellings[0]?.spelling ?? record.key;
  const props = { articles, voice };
  return (
    <Page {...frame} title={title} at="other">
      <div class="wide-page">
        <span class="topic">{t.nameTypes[record.type]}</span>
        <h1 dir="auto">{title}</h1>
        <p class="note">
          {voice.count("reports", record.reports)} · {t.spellings}:{" "}
          {record.spellings.map(({ spelling, reports }, at) => (
            <>
              {at > 0 && "، "}
              <bdi>{spelling}</bdi> (<bdi>{number(reports)}</bdi>)
            </>
          ))}
        </p>
        <Sayings title={t.saidBy} sayings={by} {...props} />
        <Sayings title={t.saidAbout} sayings={about} {...props} />
        <h2 class="section">{t.storiesWith}</h2>
        <ul class="related">
          {stories.map((story) => (
            <li>
              <a href={links.story(story.id)} dir="auto">
                {story.title}
              </a>{" "}
              <small>
                {story.from !== null && <bdi>{voice.instant(story.from)}</bdi>} ·{" "}
                {voice.count("accounts", story.independent)} {t.atMost}
              </small>
            </li>
          ))}
        </ul>
        <h2 class="section">{t.mentionedIn}</h2>
        <ul class="related">
          {[...articles.values()].slice(0, MOST_REPORTS).map((article) => (
            <li>
              <a href={links.article(article.id)} dir="auto">
                {article.title ?? t.untitled}
              </a>{" "}
              <small>
                <bdi>{article.outlet ?? t.unknownOutlet}</bdi> ·{" "}
                <bdi>{voice.published(article.published)}</bdi>
              </small>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}

function Sayings({
  title,
  sayings,
  ...props
}: FaceProps & { readonly title: string; readonly sayings: readonly NameSaying[] }) {
  if (sayings.length === 0) return null;
  return (
    <>
      <h2 class="section">{title}</h2>
      <div class="speakers">
        {sayings.map(({ speaker, saying }) => (
          <section>
            <h3>
              <bdi>{speaker ?? props.voice.t.unknown}</bdi>
            </h3>
            <SayingLine saying={saying} {...props} />
          </section>
        ))}
      </div>
    </>
  );
}
