import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Voice } from "./format.ts";
import { links } from "./links.ts";

/** What every page needs to know. */
export interface Frame {
  readonly voice: Voice;
  readonly sample: boolean;
  readonly version: string;
}

interface PageProps extends Frame {
  readonly title: string;
  readonly at: "today" | "outlets" | "about" | "settings" | "search" | "other";
  readonly query?: string;
  readonly children?: Child;
}

/** A whole page: masthead, banner, content, foot. */
export function Page({
  voice,
  sample,
  version,
  title,
  at,
  query = "",
  children,
}: PageProps): JSX.Element {
  const { t, preferences, direction } = voice;
  return (
    <html lang={preferences.language} dir={direction} class={`theme-${preferences.theme}`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${t.name}`}</title>
        <link rel="stylesheet" href="/assets/style.css" />
        <link rel="icon" type="image/svg+xml" href="/assets/icon.svg" />
      </head>
      <body>
        <a class="skip" href="#content">
          {t.skip}
        </a>
        <header class="bar">
          <div class="in">
            <a class="logo" href={links.today}>
              <Logo />
              {t.name}
            </a>
            <nav aria-label={t.name}>
              <NavLink href={links.today} on={at === "today"}>
                {t.today}
              </NavLink>
              <NavLink href="/outlets" on={at === "outlets"}>
                {t.outlets}
              </NavLink>
              <NavLink href="/about" on={at === "about"}>
                {t.about}
              </NavLink>
              <NavLink href="/settings" on={at === "settings"}>
                {t.settings}
              </NavLink>
            </nav>
            <search class="find">
              <form action="/search" method="get">
                <input
                  type="search"
                  name="q"
                  value={query}
                  dir="auto"
                  aria-label={t.searchHint}
                  placeholder={t.searchHint}
                />
                <button type="submit">{t.search}</button>
              </form>
            </search>
          </div>
        </header>
        {sample && (
          <p class="sample">
            <span>
              {t.sampleBanner} <a href="/about#add">{t.sampleHow}</a>
            </span>
          </p>
        )}
        <main id="content">{children}</main>
        <footer>
          <span>{t.tagline}</span> <bdi>Tawatur {version}</bdi>
        </footer>
      </body>
    </html>
  );
}

function NavLink({
  href,
  on,
  children,
}: {
  readonly href: string;
  readonly on: boolean;
  readonly children?: Child;
}) {
  return on ? (
    <a href={href} class="on" aria-current="page">
      {children}
    </a>
  ) : (
    <a href={href}>{children}</a>
  );
}

function Logo() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
      <g fill="none" stroke="currentColor" stroke-width="2">
        <path d="M23 4 L8 13 L23 22 M23 13 L8 13" />
      </g>
      <circle cx="6" cy="13" r="4" fill="currentColor" />
    </svg>
  );
}
