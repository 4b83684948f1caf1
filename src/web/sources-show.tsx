import type { JSX } from "hono/jsx/jsx-runtime";
import type { Poll, Subscription } from "../model/index.ts";
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
}

/** What is collected, from where, and how it goes: for whoever keeps the machine. */
export function SourcesPage({ frame, sources, size, outlets, subscriptions }: Props): JSX.Element {
  const { t, number } = frame.voice;
  const copies = new Map(outlets.map((outlet) => [outlet.outlet, outlet]));
  const pushes = new Map(subscriptions.map((one) => [one.source, one]));
  return (
    <Page {...frame} title={t.sources.title} at="outlets">
      <div class="narrow">
        <h1>{t.sources.title}</h1>
        {sources.length === 0 && <p>{t.sources.none}</p>}
        <p>
          {t.sources.pages}: {number(size.done)} · {t.sources.waiting}: {number(size.duePages)} ·{" "}
          {t.sources.aside}: {number(size.aside)} · {t.sources.gone}: {number(size.gone)}
        </p>
        <table>
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
      </div>
    </Page>
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
      <td class="n">{poll.succeededAt === null ? t.sources.never : instant(poll.succeededAt)}</td>
      <td class="n">
        {source.state === "paused" ? t.sources.paused : instant(new Date(nextAt).toISOString())}
      </td>
      <td class="n">{toLateness(voice, poll)}</td>
      <td class="n">
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
  const reasons: Readonly<Record<string, string>> = t.sources.reasons;
  return reasons[reason] ?? `${t.sources.unknownReason} (${reason})`;
}
