import type { JSX } from "hono/jsx/jsx-runtime";
import { type Account, isOnStories, type Story } from "../model/index.ts";
import type { StoredArticle } from "../store/index.ts";
import type { Voice } from "./format.ts";

const ROW = 34;
const GROUP_GAP = 18;
const TOP = 40;
const BOX = 40;
const WIDTH = 940;
const MOST_REPORTS_DRAWN = 8;
const LONGEST_NAME = 24;

/** One account of the tree with the heights of its reports and of its own box. */
export interface TreeAccount {
  readonly account: Account;
  readonly shown: readonly string[];
  readonly hidden: number;
  readonly rows: readonly number[];
  readonly middle: number;
}

export interface Tree {
  readonly accounts: readonly TreeAccount[];
  /** Each origin with the accounts that come from it, by place in `accounts`; uncredited accounts have one of their own. */
  readonly origins: readonly {
    readonly name: string | null;
    readonly inferred: boolean;
    readonly of: readonly number[];
    readonly middle: number;
  }[];
  readonly height: number;
}

/** Lays out origin, account and report as rows from top to bottom; accounts of one origin stand together. */
export function toTree(story: Story): Tree {
  const ordered = toOrdered(story);
  let y = TOP + ROW / 2;
  const accounts = ordered.map((account): TreeAccount => {
    const shown = account.reports.slice(0, MOST_REPORTS_DRAWN);
    const rows = shown.map((_, at) => y + at * ROW);
    const hidden = account.reports.length - shown.length;
    const end = y + (shown.length - 1 + (hidden > 0 ? 1 : 0)) * ROW;
    const middle = (y + end) / 2;
    y = end + Math.max(ROW, BOX - ROW) + GROUP_GAP;
    return { account, shown, hidden, rows, middle };
  });
  const groups = new Map<string, number[]>();
  accounts.forEach(({ account }, at) => {
    const key = account.origin?.key ?? account.id;
    groups.set(key, [...(groups.get(key) ?? []), at]);
  });
  const origins = [...groups.values()].map((of) => {
    const first = accounts[of[0] ?? 0];
    const middles = of.map((at) => accounts[at]?.middle ?? 0);
    return {
      name: first?.account.origin?.name ?? null,
      inferred: first?.account.origin?.inferred ?? false,
      of,
      middle: middles.reduce((sum, middle) => sum + middle, 0) / middles.length,
    };
  });
  return { accounts, origins, height: y };
}

/** Accounts of one origin side by side, in the order the origins first appear. */
export function toOrdered(story: Story): Account[] {
  const keys = [...new Set(story.accounts.map(({ origin, id }) => origin?.key ?? id))];
  const placeOf = ({ origin, id }: Account) => keys.indexOf(origin?.key ?? id);
  return [...story.accounts].sort((a, b) => placeOf(a) - placeOf(b));
}

function shorten(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`;
}

/** The way of a story's news, right to left in Arabic: origin, account, reports. The same is told as a list below it. */
export function StoryTree({
  story,
  articles,
  voice,
}: {
  readonly story: Story;
  readonly articles: ReadonlyMap<string, StoredArticle>;
  readonly voice: Voice;
}): JSX.Element {
  const tree = toTree(story);
  const rtl = voice.direction === "rtl";
  const x = (from: number) => (rtl ? WIDTH - from : from);
  const { t } = voice;
  const label = `${t.whereFrom}: ${voice.count("accounts", story.independent)}، ${voice.count("reports", story.reports)}`;
  return (
    <section class="wide" tabindex={0} aria-label={t.whereFrom}>
      <svg
        viewBox={`0 0 ${WIDTH} ${tree.height}`}
        width={WIDTH}
        height={tree.height}
        role="img"
        aria-label={label}
        direction={voice.direction}
      >
        <text class="soft" x={x(10)} y="18">
          {t.origin}
        </text>
        <text class="soft" x={x(330)} y="18">
          {t.account}
        </text>
        <text class="soft" x={x(590)} y="18">
          {t.reports}
        </text>
        {tree.origins.map((origin) => (
          <>
            {origin.of.map((at) => (
              <path
                class={origin.inferred ? "edge inferred" : "edge"}
                d={toCurve(x(230), origin.middle, x(320), tree.accounts[at]?.middle ?? 0)}
              />
            ))}
            <rect
              class={origin.name === null ? "box none" : "box origin"}
              x={rtl ? x(230) : 10}
              y={origin.middle - BOX / 2}
              width="220"
              height={BOX}
              rx="8"
            />
            <text x={x(24)} y={origin.middle + 5}>
              {origin.name === null ? t.noOrigin : shorten(origin.name)}
            </text>
          </>
        ))}
        {tree.accounts.map(({ account, shown, hidden, rows, middle }, at) => (
          <>
            {rows.map((row, place) => (
              <path
                class={toEdgeClass(story, articles.get(shown[place] ?? ""), place === 0)}
                d={toCurve(x(490), middle, x(570), row)}
              />
            ))}
            <rect
              class="box"
              x={rtl ? x(490) : 320}
              y={middle - BOX / 2}
              width="170"
              height={BOX}
              rx="8"
            />
            <text
              x={x(334)}
              y={middle + 5}
            >{`${t.account} ${voice.number(at + 1)} · ${voice.count("reports", account.reports.length)}`}</text>
            {rows.map((row, place) => (
              <>
                <circle class={place === 0 ? "dot" : "dot copy"} cx={x(577)} cy={row} r="6" />
                <text x={x(592)} y={row + 5}>
                  {shorten(articles.get(shown[place] ?? "")?.outlet ?? t.unknownOutlet)}
                </text>
              </>
            ))}
            {hidden > 0 && (
              <text
                class="soft"
                x={x(592)}
                y={(rows.at(-1) ?? 0) + ROW + 5}
              >{`+ ${voice.number(hidden)}`}</text>
            )}
          </>
        ))}
      </svg>
    </section>
  );
}

/** Stated by a reader, stated by the report itself, or inferred from its text. */
function toEdgeClass(
  { corrections }: Story,
  article: StoredArticle | undefined,
  isFirst: boolean,
): string {
  const isStated = corrections.some(
    ({ first, second, verdict, holds }) =>
      holds && !isOnStories(verdict) && (first === article?.id || second === article?.id),
  );
  if (isStated) return "edge reader";
  return !isFirst && article?.attribution.credits.length === 0 ? "edge inferred" : "edge";
}

function toCurve(fromX: number, fromY: number, toX: number, toY: number): string {
  const middle = (fromX + toX) / 2;
  return `M${fromX} ${fromY} C${middle} ${fromY} ${middle} ${toY} ${toX} ${toY}`;
}
