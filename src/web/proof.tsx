import type { JSX } from "hono/jsx/jsx-runtime";
import type { Article, Story } from "../model/index.ts";
import type { Voice } from "./format.ts";

const MOST_DOTS = 12;

/** What stands behind a story in one line: a filled dot an independent account, a hollow one every other report. */
export function Proof({
  story,
  voice,
  first,
}: {
  readonly story: Story;
  readonly voice: Voice;
  /** The reports that had it first; several when no clock tells them apart. */
  readonly first: readonly Article[];
}): JSX.Element {
  const { t, count } = voice;
  const one = story.independent === 1 && story.reports > 1;
  const origin = story.accounts.find((account) => account.origin !== null)?.origin ?? null;
  return (
    <div class={one ? "proof one" : "proof"}>
      <Dots filled={story.independent} hollow={story.reports - story.independent} />
      <span>
        {one ? (
          <b>
            {t.oneOrigin}
            {origin !== null && (
              <>
                {" "}
                (<bdi>{origin.name}</bdi>)
              </>
            )}
          </b>
        ) : (
          <b>
            {count("accounts", story.independent)}
            {story.independent > 1 && ` ${t.atMost}`}
          </b>
        )}
        {story.reports > 1 && ` ${count("inReports", story.reports)}`}
      </span>
      {story.outlets > 1 && <span>{count("outlets", story.outlets)}</span>}
      {first.length > 0 && (
        <span>
          {story.reports > 1 && `${t.first}: `}
          {first.map(({ outlet }, at) => (
            <>
              {at > 0 && t.comma}
              <bdi>{outlet ?? t.unknownOutlet}</bdi>
            </>
          ))}{" "}
          {first.length > 1 && `${t.together} · `}
          <bdi>{voice.published(first[0]?.published ?? null)}</bdi>
        </span>
      )}
      {origin?.inferred === true && <span class="badge warn">{t.inferred}</span>}
    </div>
  );
}

function Dots({ filled, hollow }: { readonly filled: number; readonly hollow: number }) {
  const full = Math.min(filled, MOST_DOTS);
  const empty = Math.min(hollow, MOST_DOTS - full);
  return (
    <span class="dots" aria-hidden="true">
      {Array.from({ length: full }, () => (
        <i />
      ))}
      {empty > 0 && <i class="bar-dot" />}
      {Array.from({ length: empty }, () => (
        <i class="copy" />
      ))}
      {filled + hollow > MOST_DOTS && <small>+</small>}
    </span>
  );
}
