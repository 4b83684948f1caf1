import type { JSX } from "hono/jsx/jsx-runtime";
import type { Voice } from "./format.ts";
import type { SagaDay } from "./saga-days.ts";

const WIDTH = 640;
const HEIGHT = 150;
const PAD = 30;
const WIDEST_BAR = 26;
const MS_PER_DAY = 86_400_000;

/** A day's two bars: reports behind, accounts before them. */
export interface DrawnDay {
  readonly x: number;
  readonly width: number;
  readonly reports: number;
  readonly accounts: number;
  readonly of: SagaDay;
}

/** Places days on a line of the calendar, so that quiet weeks show as gaps; heights by the busiest day. */
export function toBars(days: readonly SagaDay[]): DrawnDay[] {
  const first = Date.parse(days[0]?.day ?? "");
  const last = Date.parse(days.at(-1)?.day ?? "");
  const span = Math.round((last - first) / MS_PER_DAY) + 1;
  const step = (WIDTH - 2 * PAD) / Math.max(span, 1);
  const width = Math.max(2, Math.min(WIDEST_BAR, step * 0.8));
  const most = Math.max(1, ...days.map(({ reports }) => reports));
  const room = HEIGHT - 2 * PAD;
  return days.map((of) => ({
    x: PAD + ((Date.parse(of.day) - first) / MS_PER_DAY + 0.5) * step,
    width,
    reports: (of.reports / most) * room,
    accounts: (of.accounts / most) * room,
    of,
  }));
}

/** Reports and accounts by day as bars; the same numbers stand in a table behind it. */
export function SagaChart({
  days,
  voice,
}: {
  readonly days: readonly SagaDay[];
  readonly voice: Voice;
}): JSX.Element {
  const { t } = voice;
  const rtl = voice.direction === "rtl";
  const floor = HEIGHT - PAD;
  const bars = toBars(days).map(({ x, ...rest }) => ({ x: rtl ? WIDTH - x : x, ...rest }));
  const ends = bars.length > 1 ? [bars[0], bars.at(-1)] : [bars[0]];
  const [busiest] = [...bars].sort((a, b) => b.of.reports - a.of.reports);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t.saga.days} class="chart saga">
      <line class="edge" x1={PAD} x2={WIDTH - PAD} y1={floor} y2={floor} />
      {bars.map(({ x, width, reports, accounts }) => (
        <>
          <rect
            class="bar copy"
            x={x - width / 2}
            y={floor - reports}
            width={width}
            height={reports}
          />
          <rect
            class="bar"
            x={x - width / 2}
            y={floor - accounts}
            width={width}
            height={accounts}
          />
        </>
      ))}
      {busiest !== undefined && (
        <text class="value" x={busiest.x} y={floor - busiest.reports - 8}>
          {voice.number(busiest.of.reports)}
        </text>
      )}
      {ends.map(
        (bar) =>
          bar !== undefined && (
            <text class="tick" x={within(bar.x)} y={HEIGHT - 8}>
              {voice.date(bar.of.day)}
            </text>
          ),
      )}
    </svg>
  );
}

const LABEL_ROOM = 80;

/** A label's middle, so that its ends stay in the picture. */
function within(x: number): number {
  return Math.min(WIDTH - LABEL_ROOM, Math.max(LABEL_ROOM, x));
}
