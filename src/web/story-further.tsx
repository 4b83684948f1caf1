import type { JSX } from "hono/jsx/jsx-runtime";
import type { Story } from "../model/index.ts";
import type { Voice } from "./format.ts";
import { links } from "./links.ts";
import type { Further } from "./saga-reading.ts";

/** The other stories of a running matter in order of time, with the names that show it; then what else is related. */
export function FurtherStories({
  story: { id },
  further: { saga, related },
  voice,
}: {
  readonly story: Story;
  readonly further: Further;
  readonly voice: Voice;
}): JSX.Element {
  const { t } = voice;
  return (
    <>
      {saga.length > 0 && (
        <section class="further">
          <h2 class="section">{t.saga.of}</h2>
          <ol>
            {saga.map(({ story, link }) => (
              <li>
                <StoryLine story={story} voice={voice} />
                <small>
                  {t.saga.shared}: <bdi>{link.shared.join(t.comma)}</bdi>
                </small>
              </li>
            ))}
          </ol>
          <p>
            <a href={links.saga(id)}>{t.saga.open}</a>
          </p>
        </section>
      )}
      {related.length > 0 && (
        <section class="further">
          <h2 class="section">{t.related}</h2>
          <ul>
            {related.map((story) => (
              <li>
                <StoryLine story={story} voice={voice} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function StoryLine({ story, voice }: { readonly story: Story; readonly voice: Voice }) {
  return (
    <div>
      <a href={links.story(story.id)} dir="auto">
        {story.title}
      </a>{" "}
      <small>
        {story.from !== null && <bdi>{voice.day(story.from.slice(0, 10))}</bdi>}
        {story.from !== null && " · "}
        {voice.count("accounts", story.independent)}
      </small>
    </div>
  );
}
