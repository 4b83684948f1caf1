import type { JSX } from "hono/jsx/jsx-runtime";
import type { OutletCount } from "../store/index.ts";
import { type Frame, Page } from "./layout.tsx";
import { links } from "./links.ts";
import { CHOICES } from "./preferences.ts";

/** The outlets with how much of each is copied. */
export function OutletsPage({
  frame,
  outlets,
}: {
  readonly frame: Frame;
  readonly outlets: readonly OutletCount[];
}): JSX.Element {
  const { t, number, percent } = frame.voice;
  return (
    <Page {...frame} title={t.outlets} at="outlets">
      <div class="narrow">
        <h1>{t.outlets}</h1>
        <p>
          <a href="/sources">{t.sources.title}</a>
        </p>
        <table>
          <thead>
            <tr>
              <th>{t.publisher}</th>
              <th>{t.reports}</th>
              <th>{t.copiesShare}</th>
            </tr>
          </thead>
          <tbody>
            {outlets.map(({ outlet, reports, copies }) => (
              <tr>
                <td>
                  <a href={links.outlet(outlet)}>
                    <bdi>{outlet}</bdi>
                  </a>
                </td>
                <td class="n">{number(reports)}</td>
                <td class="n">{percent(reports === 0 ? 0 : copies / reports)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  );
}

/** The starter list, listed and added; one site; and collecting for good. */
const COLLECT_COMMANDS: readonly string[] = [
  "node bin/tawatur.js starter",
  "node bin/tawatur.js starter --add",
  "node bin/tawatur.js add https://example.org/",
  "node bin/tawatur.js serve --collect",
];

/** What the words mean, how the number is counted, what it cannot know, and how to add news. */
export function AboutPage({ frame }: { readonly frame: Frame }): JSX.Element {
  const { t } = frame.voice;
  return (
    <Page {...frame} title={t.about} at="about">
      <div class="narrow prose">
        <h1>{t.about}</h1>
        <dl>
          {t.aboutText.map(([term, meaning]) => (
            <>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </>
          ))}
        </dl>
        <p>{t.aboutLimits}</p>
        <h2 id="add">{t.addTitle}</h2>
        <p>{t.addText}</p>
        <pre dir="ltr" tabindex={0}>
          node bin/tawatur.js import news.jsonl.gz
        </pre>
        <p>{t.addLater}</p>
        <pre dir="ltr" tabindex={0}>
          {COLLECT_COMMANDS.join("\n")}
        </pre>
      </div>
    </Page>
  );
}

/** The reader's choices, kept in a cookie. */
export function SettingsPage({ frame }: { readonly frame: Frame }): JSX.Element {
  const { t, preferences } = frame.voice;
  const rows = [
    ["language", t.language],
    ["months", t.months],
    ["digits", t.digits],
    ["theme", t.theme],
  ] as const;
  return (
    <Page {...frame} title={t.settings} at="settings">
      <div class="narrow">
        <h1>{t.settings}</h1>
        <form class="settings" action="/settings" method="post">
          {rows.map(([key, label]) => (
            <fieldset>
              <legend>{label}</legend>
              {CHOICES[key].map((choice) => (
                <label>
                  <input
                    type="radio"
                    name={key}
                    value={choice}
                    checked={preferences[key] === choice}
                  />{" "}
                  <bdi>{t.choices[choice]}</bdi>
                </label>
              ))}
            </fieldset>
          ))}
          <button type="submit">{t.save}</button>
        </form>
      </div>
    </Page>
  );
}

/** An empty database. */
export function EmptyPage({ frame }: { readonly frame: Frame }): JSX.Element {
  const { t } = frame.voice;
  return (
    <Page {...frame} title={t.today} at="today">
      <div class="narrow empty">
        <h1>{t.emptyTitle}</h1>
        <p>{t.emptyText}</p>
        <pre dir="ltr" tabindex={0}>
          node bin/tawatur.js import news.jsonl.gz
        </pre>
      </div>
    </Page>
  );
}

/** Today while there are reports and no story of a day: they are being grouped, or have no date. */
export function UngroupedPage({ frame }: { readonly frame: Frame }): JSX.Element {
  const { t } = frame.voice;
  return (
    <Page {...frame} title={t.today} at="today">
      <div class="narrow empty">
        <h1>{t.ungroupedTitle}</h1>
        <p>{t.ungroupedText}</p>
      </div>
    </Page>
  );
}

/** A page that is not there, or could not be made. */
export function FaultPage({
  frame,
  title,
}: {
  readonly frame: Frame;
  readonly title: string;
}): JSX.Element {
  const { t } = frame.voice;
  return (
    <Page {...frame} title={title} at="other">
      <div class="narrow empty">
        <h1>{title}</h1>
        <p>
          <a href={links.today}>{t.back}</a>
        </p>
      </div>
    </Page>
  );
}
