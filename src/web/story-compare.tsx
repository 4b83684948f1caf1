import type { JSX } from "hono/jsx/jsx-runtime";
import type { Story } from "../model/index.ts";
import type { StoredArticle } from "../store/index.ts";
import { compareTexts, type Piece, recordParagraphs, toFate } from "../story/index.ts";
import type { Voice } from "./format.ts";
import { type Frame, Page } from "./layout.tsx";
import { links } from "./links.ts";
import { toRecordText } from "./record-text.ts";
import { CorrectionForm } from "./story-corrections.tsx";
import { ComparePicker } from "./story-show.tsx";

/** One side of a comparison: a report, or one version of it. */
export interface Side {
  readonly heading: string;
  readonly href: string;
  readonly title: string | null;
  readonly under: string;
  readonly text: string;
}

interface CompareProps {
  readonly frame: Frame;
  readonly story: Story;
  readonly articles: ReadonlyMap<string, StoredArticle>;
  readonly left: StoredArticle;
  readonly right: StoredArticle;
  /** Whether readers' corrections are taken here. */
  readonly correctable: boolean;
}

/** Two reports of a story side by side. */
export function ComparePage(props: CompareProps): JSX.Element {
  const { frame, story, articles, left, right, correctable } = props;
  const { voice } = frame;
  return (
    <Page {...frame} title={voice.t.compareTitle} at="other">
      <article class="wide-page">
        <p class="crumb">
          <a href={links.story(story.id)} dir="auto">
            {story.title}
          </a>
        </p>
        <h1>{voice.t.compareTitle}</h1>
        {left.id !== right.id && (
          <CorrectionForm
            story={story}
            left={left.id}
            right={right.id}
            open={correctable}
            voice={voice}
          />
        )}
        <SideBySide left={toSide(left, voice)} right={toSide(right, voice)} voice={voice} />
        <ComparePicker
          story={story}
          articles={articles}
          voice={voice}
          left={left.id}
          right={right.id}
        />
      </article>
    </Page>
  );
}

function toSide(article: StoredArticle, voice: Voice): Side {
  return {
    heading: article.outlet ?? voice.t.unknownOutlet,
    href: links.article(article.id),
    title: article.title,
    under: voice.published(article.published),
    text: article.text,
  };
}

/** Two texts in two columns; words that only one of them has are underlined. */
export function SideBySide({
  left,
  right,
  voice,
}: {
  readonly left: Side;
  readonly right: Side;
  readonly voice: Voice;
}): JSX.Element {
  const rows = compareTexts(left.text, right.text);
  return (
    <>
      <p class="note">{voice.t.compareNote}</p>
      <p class="record">
        {voice.t.paragraphs.rightOfLeft} {toRecordText(recordParagraphs(rows), voice)}
      </p>
      <div class="sides">
        {[left, right].map((side) => (
          <header>
            <a href={side.href}>
              <b>
                <bdi>{side.heading}</bdi>
              </b>
            </a>{" "}
            <small>
              <bdi>{side.under}</bdi>
            </small>
            <h2 dir="auto">{side.title ?? voice.t.untitled}</h2>
          </header>
        ))}
        {rows.map((row) => {
          const fate = toFate(row);
          const label = fate === "kept" ? null : voice.t.paragraphs.fates[fate];
          return [row.left, row.right].map((pieces) => (
            <Cell pieces={pieces} label={pieces === row.right || fate === "cut" ? label : null} />
          ));
        })}
      </div>
    </>
  );
}

function Cell({
  pieces,
  label,
}: {
  readonly pieces: readonly Piece[] | null;
  readonly label: string | null;
}) {
  if (pieces === null)
    return (
      <p class="gone" aria-hidden="true">
        —
      </p>
    );
  return (
    <p dir="auto">
      {label !== null && <small class="fate">{label}</small>}
      {pieces.map(({ text, shared }) => (shared ? text : <ins>{text}</ins>))}
    </p>
  );
}
