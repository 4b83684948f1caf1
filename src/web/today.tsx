import type { JSX } from "hono/jsx/jsx-runtime";
import { type Frame, Page } from "./layout.tsx";
import { links } from "./links.ts";
import { Proof } from "./proof.tsx";
import type { Day, FrontStory } from "./reading.ts";

interface TodayProps extends Day {
  readonly frame: Frame;
}

const OPENING_CHARACTERS = 220;
const WORD_END = /\s+\S*$/u;

/** The front page of one day. */
export function TodayPage(props: TodayProps): JSX.Element {
  const { frame, day, told, singles, stories } = props;
  const { t, count } = frame.voice;
  return (
    <Page {...frame} title={frame.voice.day(day)} at="today">
      <div class="dateline">
        <h1>
          <bdi>{frame.voice.day(day)}</bdi>
        </h1>
        <span>
          <bdi>{frame.voice.hijri(day)}</bdi> — {count("reports", props.reports)}{" "}
          {count("inStories", stories)}
        </span>
        <DayLinks {...props} />
      </div>
      <div class="columns">
        <div>
          {told.map((story, at) => (
            <FrontLine frame={frame} front={story} lead={at === 0} />
          ))}
          {singles.length > 0 && <h2 class="section">{t.singles}</h2>}
          <ul class="singles">
            {singles.map((front) => (
              <Single front={front} frame={frame} />
            ))}
          </ul>
          {stories > told.length + singles.length && (
            <p class="rest">
              <a href={links.daySearch(day)}>{t.wholeDay}</a>
            </p>
          )}
        </div>
        <Side {...props} />
      </div>
    </Page>
  );
}

function DayLinks({ frame, previous, next }: TodayProps) {
  const { t } = frame.voice;
  return (
    <nav class="days" aria-label={t.days}>
      {previous !== null && (
        <a href={links.day(previous)} rel="prev">
          {t.previousDay}
        </a>
      )}
      {next !== null && (
        <a href={links.day(next)} rel="next">
          {t.nextDay}
        </a>
      )}
    </nav>
  );
}

/** The opening of a text, cut at a word. */
export function toOpening(text: string): string {
  const [first = ""] = text.split("\n");
  return first.length <= OPENING_CHARACTERS
    ? first
    : `${first.slice(0, OPENING_CHARACTERS).replace(WORD_END, "")}…`;
}

function FrontLine({
  front,
  frame,
  lead,
}: {
  readonly front: FrontStory;
  readonly frame: Frame;
  readonly lead: boolean;
}) {
  const { story, face, topic, first } = front;
  return (
    <article class={lead ? "story lead" : "story"}>
      {topic !== null && <span class="topic">{frame.voice.t.topics[topic]}</span>}
      <h2 dir="auto">
        <a href={links.story(story.id)}>{story.title}</a>
      </h2>
      {face !== null && <p dir="auto">{toOpening(face.text)}</p>}
      <Proof story={story} voice={frame.voice} first={first} />
    </article>
  );
}

function Single({ front, frame }: { readonly front: FrontStory; readonly frame: Frame }) {
  return (
    <li>
      <a href={links.story(front.story.id)} dir="auto">
        {front.story.title}
      </a>
      <span>
        <bdi>{front.face?.outlet ?? frame.voice.t.unknownOutlet}</bdi>
      </span>
    </li>
  );
}

function Side({ frame, outlets, origins }: TodayProps) {
  const { t, number, count } = frame.voice;
  return (
    <aside>
      {origins.length > 0 && (
        <section>
          <h2>{t.originsToday}</h2>
          <ul>
            {origins.map(([name, stories]) => (
              <li>
                <bdi>{name}</bdi>
                <span class="n">{count("stories", stories)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t.outlets}</h2>
        <ul>
          {outlets.map(({ outlet, reports }) => (
            <li>
              <a href={links.outlet(outlet)}>
                <bdi>{outlet}</bdi>
              </a>
              <span class="n">{number(reports)}</span>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}
