import type { JSX } from "hono/jsx/jsx-runtime";
import type { Story } from "../model/index.ts";
import type { Voice } from "./format.ts";
import { type Frame, Page } from "./layout.tsx";
import { links } from "./links.ts";
import { SagaChart } from "./saga-chart.tsx";
import type { SagaDay } from "./saga-days.ts";
import type { Saga, SagaMember } from "./saga-reading.ts";

/** A running matter over time: its reports and accounts by day, and its stories in order with what links each to it. */
export function SagaPage({
  frame,
  saga,
}: {
  readonly frame: Frame;
  readonly saga: Saga;
}): JSX.Element {
  const { voice } = frame;
  const { t } = voice;
  const { story, members, days, undated } = saga;
  const accounts = members.reduce((sum, { story: { independent } }) => sum + independent, 0);
  const reports = members.reduce((sum, { story: { reports: own } }) => sum + own, 0);
  return (
    <Page {...frame} title={`${t.saga.title}: ${story.title}`} at="other">
      <article class="wide-page">
        <span class="topic">{t.saga.title}</span>
        <h1 dir="auto">{story.title}</h1>
        <p class="note">
          {voice.count("stories", members.length)} · {voice.count("accounts", accounts)} {t.atMost}{" "}
          {voice.count("inReports", reports)}
        </p>
        <p class="note">{saga.isWhole ? t.saga.note : `${t.saga.note} ${t.saga.cut}`}</p>
        {days.length > 0 && (
          <>
            <h2 class="section">{t.saga.days}</h2>
            <figure>
              <SagaChart days={days} voice={voice} />
              <figcaption>{t.saga.bars}</figcaption>
            </figure>
            <details>
              <summary>{t.saga.table}</summary>
              <DayTable days={days} voice={voice} />
              {undated > 0 && (
                <p class="note">
                  {t.firstUnknown}: {voice.count("reports", undated)}
                </p>
              )}
            </details>
          </>
        )}
        <h2 class="section">{t.saga.stories}</h2>
        <ol class="saga-stories">
          {members.map((member) => (
            <MemberLine member={member} from={story} voice={voice} />
          ))}
        </ol>
      </article>
    </Page>
  );
}

function DayTable({ days, voice }: { readonly days: readonly SagaDay[]; readonly voice: Voice }) {
  const { t } = voice;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t.saga.day}</th>
          <th scope="col">{t.reports}</th>
          <th scope="col">{t.saga.accounts}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, reports, accounts }) => (
          <tr>
            <th scope="row">
              <a href={links.day(day)}>{voice.day(day)}</a>
            </th>
            <td>{voice.number(reports)}</td>
            <td>{voice.number(accounts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MemberLine({
  member: { story, link, linkedTo },
  from,
  voice,
}: {
  readonly member: SagaMember;
  readonly from: Story;
  readonly voice: Voice;
}) {
  const { t } = voice;
  return (
    <li>
      <small>
        <bdi>{story.from === null ? t.firstUnknown : voice.day(story.from.slice(0, 10))}</bdi>
      </small>
      <div>
        <a href={links.story(story.id)} dir="auto">
          {story.title}
        </a>
        <p class="note">
          {voice.count("accounts", story.independent)}
          {story.independent > 1 && ` ${t.atMost}`}
          {story.reports > 1 && ` ${voice.count("inReports", story.reports)}`}
          {story.id === from.id && <span class="badge">{t.saga.here}</span>}
        </p>
        {link !== "start" && (
          <details>
            <summary>{t.evidence}</summary>
            <p>
              {t.saga.shared}: <bdi>{link.shared.join(t.comma)}</bdi>
            </p>
            {linkedTo !== null && linkedTo.id !== from.id && (
              <p>
                {t.saga.through}{" "}
                <a href={links.story(linkedTo.id)} dir="auto">
                  {linkedTo.title}
                </a>
              </p>
            )}
          </details>
        )}
      </div>
    </li>
  );
}
