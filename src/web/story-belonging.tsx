import type { JSX } from "hono/jsx/jsx-runtime";
import { type AppliedCorrection, isOnStories, type Story } from "../model/index.ts";
import type { Voice } from "./format.ts";
import { links } from "./links.ts";
import { CorrectionBadge } from "./story-corrections.tsx";

/** The report that stands for a story when a reader says what belongs to it: the one whose title it bears, for that one another account's. */
export function toAnchor({ accounts, titleFrom }: Story, report: string): string | null {
  const own = accounts.find(({ reports }) => reports.includes(report));
  const others = accounts.filter((account) => account !== own).flatMap(({ reports }) => reports);
  return others.includes(titleFrom) ? titleFrom : (others[0] ?? null);
}

interface ReportProps {
  readonly story: Story;
  readonly report: string;
  /** Whether readers' corrections are taken here. */
  readonly correctable: boolean;
  readonly voice: Voice;
}

/** What readers have said of where a report belongs, and the way to say that it does not belong here. */
export function Belonging({ story, report, correctable, voice }: ReportProps): JSX.Element {
  const { t } = voice;
  const anchor = toAnchor(story, report);
  const stated = story.corrections.filter(
    ({ first, second, verdict }) => isOnStories(verdict) && (first === report || second === report),
  );
  return (
    <>
      {stated.map((correction) => (
        <li class="correction">
          <CorrectionBadge correction={correction} voice={voice} />{" "}
          <a href={links.article(otherOf(correction, report))}>{t.correction.otherReport}</a>
          {correctable && (
            <StoryForm
              story={story}
              left={report}
              right={otherOf(correction, report)}
              verdict="undo"
            >
              {t.correction.undo}
            </StoryForm>
          )}
        </li>
      ))}
      {correctable && anchor !== null && (
        <li class="correction">
          <StoryForm story={story} left={report} right={anchor} verdict="apart">
            {t.correction.toApart}
          </StoryForm>
        </li>
      )}
    </>
  );
}

function otherOf({ first, second }: AppliedCorrection, report: string): string {
  return first === report ? second : first;
}

function StoryForm({
  story,
  left,
  right,
  verdict,
  children,
}: {
  readonly story: Story;
  readonly left: string;
  readonly right: string;
  readonly verdict: "apart" | "undo";
  readonly children: string;
}) {
  return (
    <form action={links.corrections(story.id)} method="post">
      <input type="hidden" name="left" value={left} />
      <input type="hidden" name="right" value={right} />
      <input type="hidden" name="on" value="story" />
      <button type="submit" name="verdict" value={verdict}>
        {children}
      </button>
    </form>
  );
}

/** The way to say that a report belongs to a story, by its id or address. */
export function MissingReport({
  story,
  voice,
}: {
  readonly story: Story;
  readonly voice: Voice;
}): JSX.Element {
  const { t } = voice;
  return (
    <section class="correction" aria-label={t.correction.missing}>
      <form action={links.corrections(story.id)} method="post">
        <label>
          {t.correction.missing} <input type="text" name="left" required={true} dir="ltr" />
        </label>
        <input type="hidden" name="right" value={story.titleFrom} />
        <input type="hidden" name="on" value="story" />
        <button type="submit" name="verdict" value="together">
          {t.correction.toTogether}
        </button>
        <small>{t.correction.note}</small>
      </form>
    </section>
  );
}
