import type { JSX } from "hono/jsx/jsx-runtime";
import type { OutletRecord, StoredArticle } from "../store/index.ts";
import { type Frame, Page } from "./layout.tsx";
import { links } from "./links.ts";

interface OutletProps {
  readonly frame: Frame;
  readonly record: OutletRecord;
  readonly latest: readonly StoredArticle[];
  /** Ids of those of the latest that carry another report's text. */
  readonly copied: ReadonlySet<string>;
}

/** An outlet: its own work and its copies, where it was first and where it followed, and what it published last. */
export function OutletPage({ frame, record, latest, copied }: OutletProps): JSX.Element {
  const { voice } = frame;
  const { t, number } = voice;
  const figures = [
    [t.reportsCount, record.reports],
    [t.ownWork, record.reports - record.copies],
    [t.asCopies, record.copies],
    [t.firstIn, record.first],
    [t.followedIn, record.followed],
  ] as const;
  return (
    <Page {...frame} title={record.outlet} at="outlets">
      <div class="wide-page">
        <h1 dir="auto">{record.outlet}</h1>
        <dl class="count">
          {figures.map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{number(value)}</dd>
            </div>
          ))}
        </dl>
        <p class="note">{t.firstNote}</p>
        <h2 class="section">{t.latestFrom}</h2>
        <ul class="related">
          {latest.map((article) => (
            <li>
              <a href={links.article(article.id)} dir="auto">
                {article.title ?? t.untitled}
              </a>{" "}
              <small>
                <bdi>{voice.published(article.published)}</bdi>
              </small>{" "}
              {copied.has(article.id) && <span class="badge warn">{t.copyOfAnother}</span>}
            </li>
          ))}
        </ul>
        <p>
          <a class="from" href={links.outletSearch(record.outlet)}>
            {t.searchOutlet}
          </a>
        </p>
      </div>
    </Page>
  );
}
