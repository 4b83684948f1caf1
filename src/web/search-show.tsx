import type { JSX } from "hono/jsx/jsx-runtime";
import type {
  Expansion,
  FoundArticle,
  Marked,
  SearchOrder,
  SearchResult,
} from "../search/index.ts";
import { MOST_COUNTED } from "../store/index.ts";
import { type Frame, Page } from "./layout.tsx";
import { links } from "./links.ts";

const FILTERS = ['source:"…"', "from:2026-03-01", "to:2026-03"];

interface SearchProps {
  readonly frame: Frame;
  readonly text: string;
  readonly order: SearchOrder;
  readonly page: number;
  readonly pageSize: number;
  readonly result: SearchResult | null;
}

/** The search page, with what was understood of the query and where it was found. */
export function SearchPage({
  frame,
  text,
  order,
  page,
  pageSize,
  result,
}: SearchProps): JSX.Element {
  const { voice } = frame;
  const { t } = voice;
  const total = result?.total ?? 0;
  const asksNothing = result?.query.normal === "";
  return (
    <Page
      {...frame}
      title={text === "" ? t.search : `${t.search}: ${text}`}
      at="search"
      query={text}
    >
      <div class="narrow">
        <h1 class="quiet">{t.search}</h1>
        {asksNothing && <p class="fault">{t.nothingAsked}</p>}
        {result !== null && !asksNothing && (
          <p class="understood">
            {t.searchedFor}: <bdi class="query">{result.query.normal}</bdi> —{" "}
            {total >= MOST_COUNTED && `${t.moreThan} `}
            {voice.count("hits", total)}
          </p>
        )}
        {result?.expansions.map((expansion) => (
          <AlsoSearched expansion={expansion} order={order} frame={frame} />
        ))}
        {result?.query.faults.map((fault) => (
          <p class="fault">
            {t.notUnderstood}: <bdi>{fault}</bdi>
          </p>
        ))}
        {result !== null && total > 0 && (
          <nav class="orders" aria-label={t.search}>
            {(["best", "recent", "newest"] as const).map((each) =>
              each === order ? (
                <b aria-current="true">{t[each]}</b>
              ) : (
                <a href={links.search(text, each, 1)}>{t[each]}</a>
              ),
            )}
          </nav>
        )}
        {result !== null && !asksNothing && total === 0 && (
          <div class="empty">
            <h2>{t.noHits}</h2>
          </div>
        )}
        {result !== null && <DidYouMean result={result} frame={frame} />}
        <ol class="hits">
          {result?.hits.map((hit) => (
            <Hit hit={hit} frame={frame} />
          ))}
        </ol>
        <nav class="pages" aria-label={t.next}>
          {page > 1 && (
            <a href={links.search(text, order, page - 1)} rel="prev">
              {t.previous}
            </a>
          )}
          {page * pageSize < total && (
            <a href={links.search(text, order, page + 1)} rel="next">
              {t.next}
            </a>
          )}
        </nav>
        <p class="help">
          {t.searchHelp}
          {FILTERS.map((filter) => (
            <>
              {" "}
              <code dir="ltr">{filter}</code>
            </>
          ))}
        </p>
      </div>
    </Page>
  );
}

function DidYouMean({ result, frame }: { readonly result: SearchResult; readonly frame: Frame }) {
  if (result.suggestions.length === 0) return null;
  return (
    <p class="meant">
      {frame.voice.t.didYouMean}:{" "}
      {result.suggestions.map((text, at) => (
        <>
          {at > 0 && "، "}
          <a href={links.search(text, "best", 1)} dir="auto">
            {text}
          </a>
        </>
      ))}
    </p>
  );
}

/** The other names that were looked for too, with a way to leave them out. */
function AlsoSearched({
  expansion,
  order,
  frame,
}: {
  readonly expansion: Expansion;
  readonly order: SearchOrder;
  readonly frame: Frame;
}) {
  const { t } = frame.voice;
  return (
    <p class="understood">
      {t.alsoSearched}:{" "}
      {expansion.names.map((name, at) => (
        <>
          {at > 0 && "، "}
          <bdi>{name}</bdi>
        </>
      ))}{" "}
      (<a href={links.search(expansion.without, order, 1)}>{t.leaveOut}</a>)
    </p>
  );
}

function Hit({ hit, frame }: { readonly hit: FoundArticle; readonly frame: Frame }) {
  const { voice } = frame;
  const { article } = hit;
  return (
    <li>
      <h2 dir="auto">
        <a href={links.article(article.id)}>
          {hit.title.length === 0 ? voice.t.untitled : <Marks pieces={hit.title} />}
        </a>
      </h2>
      <p dir="auto">
        {hit.cutBefore && "… "}
        <Marks pieces={hit.snippet} />
        {hit.cutAfter && " …"}
      </p>
      <div class="who">
        <bdi>{article.outlet ?? voice.t.unknownOutlet}</bdi> ·{" "}
        <bdi>{voice.published(article.published)}</bdi>
      </div>
    </li>
  );
}

function Marks({ pieces }: { readonly pieces: readonly Marked[] }) {
  return <>{pieces.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}</>;
}
