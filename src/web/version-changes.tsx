import type { JSX } from "hono/jsx/jsx-runtime";
import { type FigureChange, findFigureChanges } from "../analysis/index.ts";
import type { Article } from "../model/index.ts";
import type { ArticleVersion } from "../store/index.ts";
import { type ComparedRow, compareTexts, type Piece } from "../story/index.ts";
import type { Voice } from "./format.ts";

interface Props {
  /** Oldest first. */
  readonly versions: readonly ArticleVersion[];
  readonly voice: Voice;
  /** When its outlet was found to have deleted it, ISO 8601; null when it has not. */
  readonly goneAt: string | null;
}

/** An article that changes by the minute has hundreds of states; nobody reads what changed in the first of them. */
const MOST_CHANGES = 12;

/** What an outlet changed in a report after publishing it, latest first: title, figures, words, and whether it took it back. */
export function VersionChanges({ versions, voice, goneAt }: Props): JSX.Element | null {
  const { t } = voice;
  const pairs = versions.slice(1).map((after, at) => ({ before: versions[at], after }));
  if (pairs.length === 0) return null;
  return (
    <section class="changes" id="changes">
      <h2 class="section">{t.changes.title}</h2>
      {goneAt !== null && (
        <p class="fault">
          {t.sources.goneSince} <bdi>{voice.instant(goneAt)}</bdi>
        </p>
      )}
      {pairs
        .reverse()
        .slice(0, MOST_CHANGES)
        .map(({ before, after }) =>
          before === undefined ? null : (
            <section>
              <h3>
                {t.version} {voice.number(after.version)}{" "}
                <small>
                  {t.seen} <bdi>{voice.instant(after.seenAt)}</bdi>
                </small>
              </h3>
              <Change before={before.article} after={after.article} voice={voice} />
            </section>
          ),
        )}
    </section>
  );
}

interface ChangeProps {
  readonly before: Article;
  readonly after: Article;
  readonly voice: Voice;
}

function Change({ before, after, voice }: ChangeProps) {
  const { t } = voice;
  const figures = findFigureChanges(before, after);
  const rows = compareTexts(before.text, after.text).filter(isChanged);
  const sameTitle = before.title === after.title;
  return (
    <>
      {!sameTitle && (
        <p>
          <b>{t.changes.heading}</b>{" "}
          <del>
            <bdi>{before.title ?? t.untitled}</bdi>
          </del>{" "}
          <ins>
            <bdi>{after.title ?? t.untitled}</bdi>
          </ins>
        </p>
      )}
      {figures.length > 0 && (
        <ul>
          {figures.map((change) => (
            <FigureLine change={change} voice={voice} />
          ))}
        </ul>
      )}
      {rows.map(({ left, right }) => (
        <blockquote>
          {left !== null && <Was pieces={left} whole={right === null} />}
          {right !== null && <Now pieces={right} whole={left === null} />}
        </blockquote>
      ))}
      {sameTitle && rows.length === 0 && <p class="note">{t.changes.onlyDetails}</p>}
    </>
  );
}

const isChanged = ({ left, right }: ComparedRow): boolean =>
  left === null || right === null || [...left, ...right].some(({ shared }) => !shared);

interface WordsProps {
  readonly pieces: readonly Piece[];
  /** A paragraph that the other text does not have at all. */
  readonly whole: boolean;
}

function Was({ pieces, whole }: WordsProps) {
  return (
    <p dir="auto">
      {pieces.map(({ text, shared }) => (shared && !whole ? text : <del>{text}</del>))}
    </p>
  );
}

function Now({ pieces, whole }: WordsProps) {
  return (
    <p dir="auto">
      {pieces.map(({ text, shared }) => (shared && !whole ? text : <ins>{text}</ins>))}
    </p>
  );
}

function FigureLine({ change, voice }: { readonly change: FigureChange; readonly voice: Voice }) {
  const { t } = voice;
  const { of, before, after } = change;
  return (
    <li>
      <b>
        <bdi>{of}</bdi>
      </b>
      {before.length > 0 && (
        <>
          {" "}
          {t.changes.was} <del>{before.join("، ")}</del>
        </>
      )}
      {after.length > 0 && (
        <>
          {" "}
          {t.changes.now} <ins>{after.join("، ")}</ins>
        </>
      )}
    </li>
  );
}
