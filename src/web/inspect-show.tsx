import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { InspectedArticle, InspectedChoice, Inspection } from "../model/index.ts";
import type { StoredArticle } from "../store/index.ts";
import { type Frame, Page } from "./layout.tsx";
import { links } from "./links.ts";
import type { Strings } from "./strings/ar.ts";

/** How a kept page is read; given to the reader by whoever has the originals. */
export type Inspector = (articleId: string) => Promise<Inspection>;

interface Props {
  readonly frame: Frame;
  readonly article: StoredArticle;
  readonly inspection: Inspection;
}

const MOST_REMOVED = 400;
const MOST_CHOICES = 60;
const LONGEST_TEXT = 400;

/** What the page of an article held, block by block: what is kept, what is not and why, and why this title and this date. */
export function InspectPage({ frame, article, inspection }: Props): JSX.Element {
  const { t } = frame.voice;
  return (
    <Page {...frame} title={t.inspect.title} at="other">
      <div class="narrow">
        <h1>{t.inspect.title}</h1>
        <p>
          <a href={links.article(article.id)} dir="auto">
            {article.title ?? t.untitled}
          </a>
        </p>
        {inspection.ok ? (
          <Inspected frame={frame} inspection={inspection} />
        ) : (
          <p>{t.inspect.failures[inspection.reason]}</p>
        )}
      </div>
    </Page>
  );
}

type Read = Extract<Inspection, { ok: true }>;

function Inspected({ frame, inspection }: { readonly frame: Frame; readonly inspection: Read }) {
  const { t, number } = frame.voice;
  const { url, charset, refusal, articles, removed, choices } = inspection;
  return (
    <>
      <p>{t.inspect.note}</p>
      <p>
        <bdi dir="ltr" class="address">
          {cut(url)}
        </bdi>
        {charset !== null && (
          <>
            {" "}
            · <bdi dir="ltr">{charset}</bdi>
          </>
        )}
      </p>
      {refusal !== null && (
        <p class="fault">
          {t.inspect.refused}: {worded(t.inspect.refusals, refusal)}
        </p>
      )}
      <Choices choices={choices.slice(0, MOST_CHOICES)} t={t} />
      {articles.map((article) => (
        <Kept article={article} t={t} />
      ))}
      <section>
        <h2 class="section">
          {t.inspect.removed} ({number(removed.length)})
        </h2>
        <table>
          <thead>
            <tr>
              <th>{t.inspect.block}</th>
              <th>{t.inspect.step}</th>
              <th>{t.inspect.reason}</th>
            </tr>
          </thead>
          <tbody>
            {removed.slice(0, MOST_REMOVED).map(({ step, reason, text }) => (
              <tr>
                <td dir="auto">{cut(text)}</td>
                <td>{worded(t.inspect.steps, step)}</td>
                <td>{worded(t.inspect.reasons, reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {removed.length > MOST_REMOVED && <p>{t.inspect.more}</p>}
      </section>
    </>
  );
}

/** The values of each field: the first was chosen, the others were not. */
function Choices({
  choices,
  t,
}: {
  readonly choices: readonly InspectedChoice[];
  readonly t: Strings;
}) {
  if (choices.length === 0) return null;
  return (
    <section>
      <h2 class="section">{t.inspect.choices}</h2>
      <table>
        <thead>
          <tr>
            <th>{t.inspect.field}</th>
            <th>{t.inspect.value}</th>
            <th>{t.readFrom}</th>
          </tr>
        </thead>
        <tbody>
          {choices.map(({ field, from, value }, at) => (
            <tr>
              <td>
                {worded(t.inspect.fields, field)}
                {choices.findIndex((other) => other.field === field) === at && (
                  <>
                    {" "}
                    <span class="badge">{t.inspect.chosen}</span>
                  </>
                )}
              </td>
              <td dir="auto">{cut(value)}</td>
              <td>
                <bdi dir="ltr">{from}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Kept({ article, t }: { readonly article: InspectedArticle; readonly t: Strings }) {
  const { title, text, image, captions, links: taken } = article;
  return (
    <section>
      <h2 class="section">{t.inspect.kept}</h2>
      <h3 dir="auto">{title ?? t.untitled}</h3>
      {text.split("\n").map((line) => (
        <p dir="auto">{line}</p>
      ))}
      <Listed heading={t.inspect.captions} items={captions.map((caption) => cut(caption))} />
      <Listed
        heading={t.inspect.links}
        items={taken.map(({ text: words, url }) => `${cut(words)} · ${cut(url)}`)}
      />
      {image !== null && (
        <p>
          {t.inspect.image}: <bdi dir="ltr">{cut(image)}</bdi>
        </p>
      )}
    </section>
  );
}

function Listed({
  heading,
  items,
}: {
  readonly heading: string;
  readonly items: readonly Child[];
}) {
  if (items.length === 0) return null;
  return (
    <>
      <h4>{heading}</h4>
      <ul>
        {items.map((item) => (
          <li dir="auto">{item}</li>
        ))}
      </ul>
    </>
  );
}

/** The extractor's own word where the reader has none for it. */
function worded(words: Readonly<Record<string, string>>, key: string): Child {
  return words[key] ?? <bdi lang="en">{key}</bdi>;
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}…`;
}
