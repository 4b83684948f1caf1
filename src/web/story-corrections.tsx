import type { Context } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { AppliedCorrection, Story, Verdict } from "../model/index.ts";
import type { Voice } from "./format.ts";
import { links } from "./links.ts";

/** How what a reader states of two reports is kept; given to the reader by whoever may write. */
export interface Corrector {
  readonly state: (one: string, other: string, verdict: Verdict) => Promise<{ ok: boolean }>;
  readonly undo: (one: string, other: string) => Promise<boolean>;
}

/** What was stated of two reports of a story; undefined when nothing was. */
export function findCorrection(
  { corrections }: Story,
  one: string,
  other: string,
): AppliedCorrection | undefined {
  return corrections.find(
    ({ first, second }) =>
      (first === one && second === other) || (first === other && second === one),
  );
}

function isOneAccount({ accounts }: Story, one: string, other: string): boolean {
  return accounts.some(({ reports }) => reports.includes(one) && reports.includes(other));
}

/** Says whether two reports count as one account and why, and lets the reader state otherwise. */
export function CorrectionForm({
  story,
  left,
  right,
  open,
  voice,
}: {
  readonly story: Story;
  readonly left: string;
  readonly right: string;
  /** Whether corrections are taken here. */
  readonly open: boolean;
  readonly voice: Voice;
}): JSX.Element {
  const { t } = voice;
  const one = isOneAccount(story, left, right);
  const stated = findCorrection(story, left, right);
  const choices = [
    ["same", t.correction.toSame, !one],
    ["different", t.correction.toDifferent, one],
    ["undo", t.correction.undo, stated !== undefined],
  ] as const;
  return (
    <section class="correction" aria-label={t.correction.title}>
      <p>
        {one ? t.correction.isSame : t.correction.isDifferent}{" "}
        {stated !== undefined && <CorrectionBadge correction={stated} voice={voice} />}
      </p>
      {open && (
        <form action={links.corrections(story.id)} method="post">
          <input type="hidden" name="left" value={left} />
          <input type="hidden" name="right" value={right} />
          {choices.map(
            ([value, label, offered]) =>
              offered && (
                <button type="submit" name="verdict" value={value}>
                  {label}
                </button>
              ),
          )}
          <small>{t.correction.note}</small>
        </form>
      )}
    </section>
  );
}

/** That a reader has stated something, and whether it still holds. */
export function CorrectionBadge({
  correction,
  voice,
}: {
  readonly correction: AppliedCorrection;
  readonly voice: Voice;
}): JSX.Element {
  const { verdict, holds, at } = correction;
  const { t } = voice;
  return (
    <span class={holds ? "badge reader" : "badge warn"}>
      {t.correction.statements[verdict]} · <bdi>{voice.day(at.slice(0, 10))}</bdi>
      {!holds && ` · ${t.correction.overruled}`}
    </span>
  );
}

/** Keeps what the form of two reports states, and leads back to them. The caller has seen that the form is ours. */
export async function saveCorrection(
  c: Context,
  corrector: Corrector,
  story: string,
  findReport: (written: string) => Promise<string>,
): Promise<Response | "refused"> {
  const form = await c.req.parseBody();
  const { left, right, verdict, on } = form;
  if (typeof left !== "string" || typeof right !== "string") return "refused";
  const report = await findReport(left);
  if (verdict === "undo") await corrector.undo(report, right);
  else if (!VERDICTS.has(String(verdict))) return "refused";
  else if (!(await corrector.state(report, right, verdict as Verdict)).ok) return "refused";
  if (on !== "story") return c.redirect(links.compare(story, report, right), 303);
  return c.redirect(verdict === "undo" ? links.article(report) : links.story(story), 303);
}

const VERDICTS: ReadonlySet<string> = new Set<Verdict>(["same", "different", "together", "apart"]);
