import type { Context } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { PageTask, Poll, Subscription } from "../model/index.ts";
import type { CollectionSize, OutletCount, SourceRecord } from "../store/index.ts";
import type { Voice } from "./format.ts";
import { type Frame, Page } from "./layout.tsx";
import { links, toWebAddress } from "./links.ts";

interface Props {
  readonly frame: Frame;
  readonly sources: readonly SourceRecord[];
  readonly size: CollectionSize;
  readonly outlets: readonly OutletCount[];
  readonly subscriptions: readonly Subscription[];
  /** Pages that were given up, latest first. */
  readonly aside: readonly PageTask[];
  /** Whether they can be tried again from here. */
  readonly retriable: boolean;
}

/** Makes pages due again that were given up; says how many. */
export type Retrier = (pages: readonly string[] | "all") => Promise<number>;

/** What is collected, from where, and how it goes: for whoever keeps the machine. */
export function SourcesPage(props: Props): JSX.Element {
  const { frame, sources, size, outlets, subscriptions, aside, retriable } = props;
  const { t } = frame.voice;
  const copies = new Map(outlets.map((outlet) => [outlet.outlet, outlet]));
  const pushes = new Map(subscriptions.map((one) => [one.source, one]));
  return (
    <Page {...frame} title={t.sources.title} at="outlets">
      <div class="narrow">
        <h1>{t.sources.title}</h1>
        {sources.length === 0 && <p>{t.sources.none}</p>}
        <Counts voice={frame.voice} size={size} />
        <table class="stacked">
          <thead>
            <tr>
              <th>{t.publisher}</th>
              <th>{t.sources.last}</th>
              <th>{t.sources.next}</th>
              <th>{t.sources.late}</th>
              <th>{t.copiesShare}</th>
            </tr>
          </thead>
          <tbody>
            {sources.map((record) => (
              <SourceRow
                voice={frame.voice}
                record={record}
                outlet={copies.get(record.source.title ?? "") ?? null}
                push={pushes.get(record.source.id) ?? null}
              />
            ))}
          </tbody>
        </table>
        {aside.length > 0 && <Aside voice={frame.voice} pages={aside} retriable={retriable} />}
      </div>
    </Page>
  );
}

/** Each under its name: a nought in Eastern digits is not to be told from the dot that would part it from the next. */
function Counts({ voice, size }: { readonly voice: Voice; readonly size: CollectionSize }) {
  const { t, number } = voice;
  const counts = [
    [t.sources.pages, size.done],
    [t.sources.waiting, size.duePages],
    [t.sources.aside, size.aside],
    [t.sources.gone, size.gone],
  ] as const;
  return (
    <dl class="counts">
      {counts.map(([name, count]) => (
        <div>
          <dt>{name}</dt>
          <dd class="n">{number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface AsideProps {
  readonly voice: Voice;
  readonly pages: readonly PageTask[];
  readonly retriable: boolean;
}

/** The pages that were given up last, why, and the way to try them again. */
function Aside({ voice, pages, retriable }: AsideProps) {
  const { t, instant } = voice;
  return (
    <section class="aside-pages">
      <h2>{t.sources.asideTitle}</h2>
      <p class="note">{t.sources.asideHelp}</p>
      {retriable && (
        <RetryForm>
          <button type="submit" name="all" value="yes">
            {t.sources.retryAll}
          </button>
        </RetryForm>
      )}
      <ul>
        {pages.map(({ id, url, hint, fault }) => (
          <li>
            <PageName url={url} title={hint.title} />
            {fault !== null && (
              <p class="fault">
                {toReason(voice, fault.reason)} ({instant(fault.at)})
              </p>
            )}
            {retriable && (
              <RetryForm>
                <button
                  type="submit"
                  name="page"
                  value={id}
                  aria-label={`${t.sources.retry}: ${hint.title ?? url}`}
                >
                  {t.sources.retry}
                </button>
              </RetryForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function RetryForm({ children }: { readonly children: JSX.Element }) {
  return (
    <form action={links.retry} method="post">
      {children}
    </form>
  );
}

/** Makes due again what the form names, and leads back to the sources. The caller has seen that the form is ours. */
export async function retryPages(c: Context, retrier: Retrier): Promise<Response | "refused"> {
  const { all, page } = await c.req.parseBody();
  if (all === "yes") await retrier("all");
  else if (typeof page !== "string" || (await retrier([page])) === 0) return "refused";
  return c.redirect(links.sources, 303);
}

function PageName({ url, title }: { readonly url: string; readonly title: string | null }) {
  const address = toWebAddress(url);
  const name = title === null ? <bdi dir="ltr">{url}</bdi> : <bdi>{title}</bdi>;
  if (address === null) return name;
  return (
    <a href={address} rel="noreferrer">
      {name}
    </a>
  );
}

interface RowProps {
  readonly voice: Voice;
  readonly record: SourceRecord;
  readonly outlet: OutletCount | null;
  readonly push: Subscription | null;
}

function SourceRow({ voice, record, outlet, push }: RowProps) {
  const { t, instant, percent } = voice;
  const { source, poll, nextAt } = record;
  const address = toWebAddress(source.url);
  return (
    <tr>
      <td>
        {source.title === null ? (
          <bdi dir="ltr">{source.url}</bdi>
        ) : (
          <a href={links.outletSearch(source.title)}>
            <bdi>{source.title}</bdi>
          </a>
        )}{" "}
        {address !== null && (
          <a href={address} rel="noreferrer">
            {t.sources[source.kind]}
          </a>
        )}
        <Fault voice={voice} poll={poll} />
        {push !== null && <Push voice={voice} push={push} />}
      </td>
      <td class="n" data-name={t.sources.last}>
        {poll.succeededAt === null ? t.sources.never : instant(poll.succeededAt)}
      </td>
      <td class="n" data-name={t.sources.next}>
        {source.state === "paused" ? t.sources.paused : instant(new Date(nextAt).toISOString())}
      </td>
      <td class="n" data-name={t.sources.late}>
        {toLateness(voice, poll)}
      </td>
      <td class="n" data-name={t.copiesShare}>
        {outlet === null || outlet.reports === 0 ? "" : percent(outlet.copies / outlet.reports)}
      </td>
    </tr>
  );
}

function toLateness({ gap }: Voice, { lateness }: Poll): string {
  const sorted = [...lateness].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  return median === undefined ? "" : gap(median);
}

function Fault({ voice, poll }: { readonly voice: Voice; readonly poll: Poll }) {
  const { t, number, instant } = voice;
  if (poll.fault === null) return null;
  return (
    <p class="fault">
      {toReason(voice, poll.fault.reason)} · {t.sources.failures}: {number(poll.failures)} ·{" "}
      {instant(poll.fault.at)}
    </p>
  );
}

/** What a hub was asked to send of a source (WebSub), until when, and when something last came. */
function Push({ voice, push }: { readonly voice: Voice; readonly push: Subscription }) {
  const { t, instant } = voice;
  const { push: words } = t.sources;
  const refusal = push.reason === null ? "" : ` (${toReason(voice, push.reason)})`;
  return (
    <p class="note">
      {words.title} <bdi dir="ltr">{new URL(push.hub).host}</bdi>: {words[push.state]}
      {refusal}
      {push.until !== null && ` · ${words.until} ${instant(push.until)}`}
      {push.pushedAt !== null && ` · ${words.last} ${instant(push.pushedAt)}`}
    </p>
  );
}

const STATUS = /^status-(\d+)$/u;

/** A reason in words a person can act on. */
export function toReason({ t }: Voice, reason: string): string {
  const status = STATUS.exec(reason)?.[1];
  if (status !== undefined) return `${t.sources.status} ${status}`;
  const reasons: Readonly<Record<string, string>> = { ...t.inspect.refusals, ...t.sources.reasons };
  return reasons[reason] ?? `${t.sources.unknownReason} (${reason})`;
}
