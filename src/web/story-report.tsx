import type { JSX } from "hono/jsx/jsx-runtime";
import {
  type AppliedCorrection,
  isOnStories,
  type Placement,
  type Story,
  toInstant,
} from "../model/index.ts";
import type { StoredArticle } from "../store/index.ts";
import type { Voice } from "./format.ts";
import { links } from "./links.ts";
import { Belonging } from "./story-belonging.tsx";
import { CorrectionBadge } from "./story-corrections.tsx";

interface ReportProps {
  readonly id: string;
  readonly story: Story;
  readonly articles: ReadonlyMap<string, StoredArticle>;
  readonly placements: ReadonlyMap<string, Placement>;
  /** Whether readers' corrections are taken here. */
  readonly correctable: boolean;
  readonly voice: Voice;
}

/** A report in its account, with the evidence for its place there. */
export function ReportLine({
  id,
  story,
  articles,
  placements,
  correctable,
  voice,
}: ReportProps): JSX.Element | null {
  const article = articles.get(id);
  const placement = placements.get(id);
  const { t } = voice;
  if (article === undefined) return null;
  return (
    <li class={placement?.copy ? "report copy" : "report"}>
      <a href={links.article(id)} dir="auto">
        {article.title ?? t.untitled}
      </a>
      <div class="who">
        <bdi>{article.outlet ?? t.unknownOutlet}</bdi> ·{" "}
        <bdi>{voice.published(article.published)}</bdi>
        {placement?.copy && (
          <span class="badge">
            {t.copyKinds[placement.copy.kind]} <bdi>{voice.percent(placement.copy.share)}</bdi>
          </span>
        )}
        {placement?.origin?.inferred && <span class="badge warn">{t.inferred}</span>}
        {statedOf(story, id).length > 0 && <span class="badge reader">{t.correction.stated}</span>}
      </div>
      <Evidence
        article={article}
        placement={placement}
        story={story}
        articles={articles}
        correctable={correctable}
        voice={voice}
      />
    </li>
  );
}

interface EvidenceProps extends Omit<ReportProps, "id" | "placements"> {
  readonly article: StoredArticle;
  readonly placement: Placement | undefined;
}

function Evidence({ article, placement, story, articles, correctable, voice }: EvidenceProps) {
  const { t } = voice;
  const copy = placement?.copy ?? null;
  const joined = placement?.joined ?? null;
  const other = articles.get(copy?.of ?? joined?.with ?? "");
  const gap = other === undefined ? null : toGap(article, other);
  return (
    <details>
      <summary>{t.evidence}</summary>
      <ul>
        {copy !== null && (
          <li>
            <bdi>{voice.percent(copy.share)}</bdi> {t.shareHere} (
            <bdi>{other?.outlet ?? t.unknownOutlet}</bdi>)
          </li>
        )}
        {copy !== null && (
          <li>
            <bdi>{voice.percent(copy.shareOfOther)}</bdi> {t.shareThere}
          </li>
        )}
        {joined !== null && (
          <li>
            {t.joinedWith}{" "}
            <a href={links.article(joined.with)} dir="auto">
              {other?.title ?? joined.with}
            </a>{" "}
            (<bdi>{voice.percent(joined.similarity)}</bdi>)
          </li>
        )}
        {joined !== null && joined.shared.length > 0 && (
          <li>
            {t.sharedWords}: <bdi>{joined.shared.join("، ")}</bdi>
          </li>
        )}
        {gap !== null && (
          <li>
            {t.gap}: {voice.gap(gap)}
          </li>
        )}
        {statedOf(story, article.id)
          .filter(({ verdict }) => !isOnStories(verdict))
          .map((correction) => (
            <li>
              <CorrectionBadge correction={correction} voice={voice} />{" "}
              <a href={links.compare(story.id, correction.first, correction.second)}>
                {t.sideBySide}
              </a>
            </li>
          ))}
        <Belonging story={story} report={article.id} correctable={correctable} voice={voice} />
        <li>
          {t.credits}: <Credits article={article} voice={voice} />
        </li>
        <InferredOrigin {...{ article, placement, articles, voice }} />
        {copy !== null && (
          <li>
            <a href={links.compare(story.id, copy.of, article.id)}>{t.sideBySide}</a>
          </li>
        )}
      </ul>
    </details>
  );
}

/** Where a report comes from though it does not say so, and what shows it: a report that says so, or words that only that agency writes. */
function InferredOrigin({
  article,
  placement,
  articles,
  voice,
}: Pick<EvidenceProps, "article" | "placement" | "articles" | "voice">) {
  const { t } = voice;
  const origin = placement?.origin ?? null;
  if (origin === null || !origin.inferred) return null;
  const teller = articles.get(origin.evidence);
  return (
    <li>
      {t.inferred}: <bdi>{origin.name}</bdi>
      {teller !== undefined && (
        <>
          {" — "}
          <a href={links.article(teller.id)} dir="auto">
            {teller.title ?? t.untitled}
          </a>
        </>
      )}
      {teller === undefined && article.text.includes(origin.evidence) && (
        <>
          {" — "}
          {t.houseStyle}: <bdi>{origin.evidence}</bdi>
        </>
      )}
    </li>
  );
}

/** What readers have stated of a report. */
function statedOf({ corrections }: Story, id: string): readonly AppliedCorrection[] {
  return corrections.filter(({ first, second }) => first === id || second === id);
}

/** A gap is told only between two times that are known to the minute. */
function toGap(a: StoredArticle, b: StoredArticle): number | null {
  if (a.published?.precision !== "minute" || b.published?.precision !== "minute") return null;
  const [x, y] = [toInstant(a), toInstant(b)];
  return x === null || y === null ? null : x - y;
}

/** Whom an article credits, each with where it does. */
export function Credits({
  article,
  voice,
}: {
  readonly article: StoredArticle;
  readonly voice: Voice;
}): JSX.Element {
  const { t } = voice;
  const { credits } = article.attribution;
  if (credits.length === 0) return <>{t.creditsNone}</>;
  return (
    <>
      {credits.map((credit, at) => (
        <>
          {at > 0 && "، "}
          <bdi>{credit.name}</bdi> ({t.creditPlaces[credit.place]})
        </>
      ))}
    </>
  );
}
