import type { JSX } from "hono/jsx/jsx-runtime";
import type {
  ChosenSentence,
  Denial,
  Happening,
  Saying,
  Speaker,
  WordChoice,
} from "../model/index.ts";
import type { StoredArticle } from "../store/index.ts";
import type { Voice } from "./format.ts";
import { links } from "./links.ts";

/** What the parts of a story's face need: the reader's voice and the reports they were chosen from. */
export interface FaceProps {
  readonly voice: Voice;
  readonly articles: ReadonlyMap<string, StoredArticle>;
}

/** The report a part of the face stands in, as a link. */
export function From({
  article,
  articles,
  voice,
}: FaceProps & { readonly article: string }): JSX.Element {
  return (
    <a href={links.article(article)} class="from">
      <bdi>{articles.get(article)?.outlet ?? voice.t.unknownOutlet}</bdi>
    </a>
  );
}

/** The chosen sentences, each with the report it is from. */
export function Summary({
  summary,
  ...props
}: FaceProps & { readonly summary: readonly ChosenSentence[] }): JSX.Element {
  return (
    <p class="summary" dir="auto">
      {summary.map((sentence) => (
        <>
          {sentence.text} <From article={sentence.article} {...props} />{" "}
        </>
      ))}
    </p>
  );
}

/** The dated happenings in order of time. */
export function Timeline({
  timeline,
  ...props
}: FaceProps & { readonly timeline: readonly Happening[] }): JSX.Element {
  const { voice } = props;
  const { t } = voice;
  return (
    <ol class="timeline">
      {timeline.map((happening) => (
        <li class={happening.kind}>
          <b>
            <bdi>{voice.span(happening.from, happening.to, happening.grain)}</bdi>
          </b>
          <div>
            {happening.kind !== "happening" && (
              <span class="badge">{t.happenings[happening.kind]}</span>
            )}{" "}
            <span dir="auto" class="told">
              {happening.told.text}
            </span>
            <div class="who">
              <From article={happening.told.article} {...props} /> ·{" "}
              {voice.count("tellings", happening.accounts.length)} · {t.datedBy}{" "}
              <bdi>«{happening.when}»</bdi>
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Speakers with what they said and through whom it came. */
export function Speakers({
  speakers,
  ...props
}: FaceProps & { readonly speakers: readonly Speaker[] }): JSX.Element {
  return (
    <div class="speakers">
      {speakers.map(({ name, key, role, sayings }) => (
        <section>
          <h3>
            {key === null ? (
              <bdi>{name}</bdi>
            ) : (
              <a href={links.name(key.type, key.key)}>
                <bdi>{name}</bdi>
              </a>
            )}{" "}
            {role !== null && <small dir="auto">{role}</small>}
          </h3>
          {sayings.map((saying) => (
            <SayingLine saying={saying} {...props} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** One saying with its stance, the chain it came through and how many accounts carry it. */
export function SayingLine({
  saying,
  ...props
}: FaceProps & { readonly saying: Saying }): JSX.Element {
  const { voice } = props;
  const { t } = voice;
  return (
    <blockquote class={saying.kind}>
      <p dir="auto">{saying.kind === "direct" ? `«${saying.text}»` : saying.text}</p>
      <footer>
        <span class={saying.stance === "denying" ? "badge warn" : "badge"}>
          {t.stances[saying.stance]}
        </span>{" "}
        <Chain via={saying.via} article={saying.article} {...props} /> ·{" "}
        {voice.count("tellings", saying.accounts.length)}
        {saying.speakerFrom !== null && <span class="badge warn">{t.speakerInferred}</span>}
      </footer>
    </blockquote>
  );
}

/** Publisher, then each relayer, outermost first. */
function Chain({
  via,
  article,
  ...props
}: FaceProps & { readonly via: readonly string[]; readonly article: string }) {
  return (
    <span class="chain">
      <From article={article} {...props} />
      {via.map((relayer) => (
        <>
          {" ← "}
          <bdi>{relayer}</bdi>
        </>
      ))}
    </span>
  );
}

/** Denials beside what they deny. */
export function Denials({
  denials,
  ...props
}: FaceProps & { readonly denials: readonly Denial[] }): JSX.Element {
  const { t } = props.voice;
  return (
    <div class="denials">
      {denials.map(({ speaker, denial, against }) => (
        <div class="sides">
          <section>
            <h3>
              {t.affirms} {against !== null && <bdi>{against.speaker}</bdi>}
            </h3>
            {against === null ? (
              <p class="gone">{t.deniedUnknown}</p>
            ) : (
              <SayingLine saying={against.saying} {...props} />
            )}
          </section>
          <section>
            <h3>
              {t.denies} <bdi>{speaker}</bdi>
            </h3>
            <SayingLine saying={denial} {...props} />
          </section>
        </div>
      ))}
    </div>
  );
}

/** Which outlet uses which word, as plain counts. */
export function WordChoices({
  words,
  voice,
}: {
  readonly words: readonly WordChoice[];
  readonly voice: Voice;
}): JSX.Element {
  const { t, number } = voice;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t.word}</th>
          <th scope="col">{t.usedBy}</th>
        </tr>
      </thead>
      <tbody>
        {words.map(({ term, outlets }) => (
          <tr>
            <th scope="row">
              <bdi lang="ar">{term}</bdi>
            </th>
            <td>
              {outlets.map(({ outlet, count }, at) => (
                <>
                  {at > 0 && "، "}
                  <bdi>{outlet}</bdi> (<bdi>{number(count)}</bdi>)
                </>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
