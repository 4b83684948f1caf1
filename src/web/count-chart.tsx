import type { JSX } from "hono/jsx/jsx-runtime";
import type { CountPoint, RunningCount } from "../model/index.ts";
import { type FaceProps, From } from "./story-face.tsx";

const WIDTH = 640;
const HEIGHT = 120;
const PAD = 28;

interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly point: CountPoint;
}

/** Places points by rank of time and by value; undated ones are not drawn. */
export function toDrawn(points: readonly CountPoint[]): Drawn[] {
  const dated = points.filter(({ at }) => at !== null);
  const values = dated.map(({ value }) => value);
  const most = Math.max(...values);
  const least = Math.min(0, ...values);
  const range = most - least || 1;
  const step = dated.length > 1 ? (WIDTH - 2 * PAD) / (dated.length - 1) : 0;
  return dated.map((point, at) => ({
    x: PAD + at * step,
    y: HEIGHT - PAD - ((point.value - least) / range) * (HEIGHT - 2 * PAD),
    point,
  }));
}

/** A count over the reports that state it: a small chart, and the same as a list with who says it and when. */
export function CountChart({
  count,
  ...props
}: FaceProps & { readonly count: RunningCount }): JSX.Element {
  const { voice } = props;
  const { t } = voice;
  const rtl = voice.direction === "rtl";
  const drawn = toDrawn(count.points).map(({ x, ...rest }) => ({
    x: rtl ? WIDTH - x : x,
    ...rest,
  }));
  const title = toTitle(count, t.tolls);
  return (
    <section class="running">
      <h3>
        <bdi>{title}</bdi>
        {count.changed && <span class="badge warn">{t.changed}</span>}
      </h3>
      {count.changed && drawn.length > 1 && (
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title} class="chart">
          <polyline class="edge" points={drawn.map(({ x, y }) => `${x},${y}`).join(" ")} />
          {drawn.map(({ x, y, point }) => (
            <>
              <circle class="dot" cx={x} cy={y} r={4} />
              <text x={x} y={y - 9} class="value">
                {voice.number(point.value)}
              </text>
            </>
          ))}
        </svg>
      )}
      <ul>
        {count.points.map((point) => (
          <li>
            <b>
              <bdi>{toValue(point, voice.number)}</bdi>
            </b>{" "}
            <From article={point.article} {...props} />{" "}
            <small>
              <bdi>
                {point.at === null
                  ? t.firstUnknown
                  : voice.published(props.articles.get(point.article)?.published ?? null)}
              </bdi>
            </small>
            <details>
              <summary>{t.evidence}</summary>
              <p dir="auto">{point.told.text}</p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function toTitle({ of, unit }: RunningCount, tolls: Readonly<Record<string, string>>): string {
  return [tolls[of] ?? of, unit].filter(Boolean).join(" · ");
}

function toValue({ value, low, high }: CountPoint, number: (n: number) => string): string {
  if (low !== null && high !== null && low !== high) return `${number(low)}–${number(high)}`;
  if (low !== null && high === null) return `≥ ${number(low)}`;
  if (high !== null && low === null) return `≤ ${number(high)}`;
  return number(value);
}
