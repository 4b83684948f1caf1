import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Article, Name, Placement, Story } from "../model/index.ts";
import type { ArticleVersion, StoredArticle } from "../store/index.ts";
import type { Voice } from "./format.ts";
import { type Frame, Page } from "./layout.tsx";
import { links, toWebAddress } from "./links.ts";
import { SideBySide } from "./story-compare.tsx";
import { Credits } from "./story-report.tsx";
import { VersionChanges } from "./version-changes.tsx";

interface ArticleProps {
  readonly frame: Frame;
  readonly article: StoredArticle;
  readonly story: Story | null;
  readonly placement: Placement | null;
  readonly versions: readonly ArticleVersion[];
  /** The engine's own, shown where the outlet gives no keywords. */
  readonly keyphrases: readonly string[];
  readonly names: readonly Name[];
  readonly reposts: readonly string[];
  readonly related: readonly StoredArticle[];
  /** When its outlet was found to have deleted it, ISO 8601; null when it has not. */
  readonly goneAt: string | null;
  /** Whether its page is kept and can be shown as it was read. */
  readonly inspectable: boolean;
  /** The version set beside the latest, when one was asked for. */
  readonly against: ArticleVersion | null;
}

/** One report as published, with everything the engine knows of it. */
export function ArticlePage(props: ArticleProps): JSX.Element {
  const { frame, article, related, against, versions, goneAt } = props;
  const { voice } = frame;
  const { t } = voice;
  const latest = versions.at(-1);
  return (
    <Page {...frame} title={article.title ?? t.untitled} at="other">
      <div class="columns">
        <article class="report-text">
          {article.section && (
            <span class="topic" dir="auto">
              {article.section}
            </span>
          )}
          <h1 dir="auto">{article.title ?? t.untitled}</h1>
          <p class="who">
            <bdi>{article.outlet ?? t.unknownOutlet}</bdi>
            {article.author !== null && (
              <>
                {" "}
                · <bdi>{article.author}</bdi>
              </>
            )}{" "}
            · <bdi>{voice.published(article.published)}</bdi>
          </p>
          {goneAt !== null && (
            <p class="fault">
              {t.sources.goneSince} <bdi>{voice.instant(goneAt)}</bdi>
            </p>
          )}
          {against !== null && latest !== undefined ? (
            <SideBySide voice={voice} left={toSide(against, props)} right={toSide(latest, props)} />
          ) : (
            article.text
              .split("\n")
              .filter((line) => line.trim() !== "")
              .map((line) => <p dir="auto">{line}</p>)
          )}
          <VersionChanges versions={versions} voice={voice} goneAt={goneAt} />
          {related.length > 0 && (
            <section class="related">
              <h2 class="section">{t.related}</h2>
              <ul>
                {related.map((other) => (
                  <li>
                    <a href={links.article(other.id)} dir="auto">
                      {other.title ?? t.untitled}
                    </a>{" "}
                    <small>
                      <bdi>{other.outlet ?? t.unknownOutlet}</bdi>
                    </small>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </article>
        <Facts {...props} />
      </div>
    </Page>
  );
}

function toSide(version: ArticleVersion, { article, frame }: ArticleProps) {
  const { t, number, instant } = frame.voice;
  return {
    heading: `${t.version} ${number(version.version)}`,
    href: links.article(article.id),
    title: version.article.title,
    under: `${t.seen} ${instant(version.seenAt)}`,
    text: version.article.text,
  };
}

/** The lead picture as a link to where it is, never as a picture from another host; and the captions. */
function BesideText({ article, voice }: { readonly article: Article; readonly voice: Voice }) {
  const { image = null, captions = [] } = article.beside ?? {};
  const address = toWebAddress(image);
  const { t } = voice;
  return (
    <>
      {address !== null && (
        <Fact name={t.inspect.image}>
          <a href={address} rel="noopener noreferrer" dir="ltr" class="address">
            {new URL(address).hostname}
          </a>
        </Fact>
      )}
      {captions.length > 0 && (
        <Fact name={t.inspect.captions}>
          {captions.map((caption) => (
            <p dir="auto">{caption}</p>
          ))}
        </Fact>
      )}
    </>
  );
}

/** Everyone and everything the report names, once each. */
function Names({ names, voice }: { readonly names: readonly Name[]; readonly voice: Voice }) {
  const first = names.filter(
    ({ type, key }, at) =>
      names.findIndex((other) => other.type === type && other.key === key) === at,
  );
  if (first.length === 0) return null;
  return (
    <section>
      <h2>{voice.t.namesHere}</h2>
      <p class="names">
        {first.map(({ type, key, text }) => (
          <>
            <a href={links.name(type, key)}>
              <bdi>{text}</bdi>
            </a>{" "}
          </>
        ))}
      </p>
    </section>
  );
}

function Facts(props: ArticleProps) {
  const { frame, article, story, placement, versions, reposts, keyphrases } = props;
  const { voice } = frame;
  const { t } = voice;
  const address = toWebAddress(article.url);
  const { dateline } = article.attribution;
  return (
    <aside>
      <section>
        <dl class="facts">
          <Fact name={t.publisher}>
            <bdi>{article.outlet ?? t.unknown}</bdi>
          </Fact>
          <Fact name={t.creditLine}>
            {article.source === null ? t.unknown : <bdi>{article.source}</bdi>}
          </Fact>
          <Fact name={t.credits}>
            <Credits article={article} voice={voice} />
          </Fact>
          {dateline?.place && (
            <Fact name={t.dateline}>
              <bdi>{dateline.place}</bdi>
            </Fact>
          )}
          <Fact name={t.published}>
            <bdi>{voice.published(article.published)}</bdi>
            {article.published !== null && (
              <small>
                {" "}
                ({t.precisions[article.published.precision]}، {t.readFrom}{" "}
                <bdi>{article.published.from}</bdi>)
              </small>
            )}
          </Fact>
          {article.fetchedAt !== null && (
            <Fact name={t.collected}>
              <bdi>{voice.instant(article.fetchedAt)}</bdi>
            </Fact>
          )}
          {address !== null && (
            <Fact name={t.original}>
              <a href={address} rel="noopener noreferrer" dir="ltr" class="address">
                {new URL(address).hostname}
              </a>
            </Fact>
          )}
          <BesideText article={article} voice={voice} />
          {props.inspectable && (
            <Fact name={t.inspect.page}>
              <a href={links.inspect(article.id)}>{t.inspect.open}</a>
            </Fact>
          )}
          {(article.keywords.length > 0 || keyphrases.length > 0) && (
            <Fact name={t.keywords}>
              <bdi>{(article.keywords.length > 0 ? article.keywords : keyphrases).join("، ")}</bdi>
            </Fact>
          )}
        </dl>
      </section>
      <Names names={props.names} voice={voice} />
      {story !== null && (
        <section>
          <h2>{t.story}</h2>
          <p>
            <a href={links.story(story.id)} dir="auto">
              {story.title}
            </a>
          </p>
          <p class="who">
            {voice.count("accounts", story.independent)} {t.atMost}{" "}
            {voice.count("inReports", story.reports)}
          </p>
          {placement?.copy && (
            <p class="who">
              <span class="badge">{t.copyKinds[placement.copy.kind]}</span>{" "}
              <bdi>{voice.percent(placement.copy.share)}</bdi> {t.shareHere}.{" "}
              <a href={links.compare(story.id, placement.copy.of, article.id)}>{t.sideBySide}</a>
            </p>
          )}
        </section>
      )}
      {versions.length > 1 && (
        <section>
          <h2>{t.versions}</h2>
          <ul>
            {versions.map(({ version, seenAt }) => (
              <li>
                <a href={`${links.article(article.id)}?against=${version}`}>
                  {t.version} {voice.number(version)}
                </a>
                <span class="n">
                  <bdi>{voice.instant(seenAt)}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {reposts.length > 0 && (
        <section>
          <h2>{t.reposts}</h2>
          <ul>
            {reposts.map((id) => (
              <li>
                <a href={links.article(id)}>
                  <bdi>{id}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children?: Child }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
