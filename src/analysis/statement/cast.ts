import { findAgencies } from "../../extract/index.ts";
import type { Word } from "../../text/index.ts";
import {
  type Figure,
  feminineOff,
  fuller,
  hasAll,
  isPeerOf,
  isSpelledAlike,
  tellingWords,
  tells,
  tidy,
  withArticle,
} from "./figure.ts";
import { isName } from "./name-signs.ts";
import { type NounPhrase, readNounPhrase } from "./noun-phrase.ts";
import { mediumName, textOf, wordsOf } from "./phrase-text.ts";
import { bareWords, type Prose, type Run, wordAt } from "./prose.ts";
import {
  bare,
  cliticBefore,
  headKind,
  isDefinite,
  isOtherAgency,
  isSameAgain,
  opensAsVerb,
} from "./word-kinds.ts";

interface Mention {
  readonly at: number;
  readonly to: number;
  readonly figure: number;
}

const MOST_NAME_WORDS = 6;
const AGENCY = "وكاله";
const NETWORKING = "التواصل";

/** The figures of an article: who is named where, and whom a surname or a description means. */
export class Cast {
  private readonly prose: Prose;
  private readonly figures: Figure[] = [];
  private readonly mentions: Mention[] = [];

  constructor(prose: Prose) {
    this.prose = prose;
    const { tokens, words } = prose;
    for (let k = 0; k < tokens.length; k += 1) {
      const clitic = cliticBefore(words[k] as Word);
      if (clitic === null) continue;
      const phrase = readNounPhrase(prose, k, tokens.length, clitic);
      // «موقع التواصل الاجتماعي» is any of them.
      if (phrase === null || wordAt(prose, k + 1) === NETWORKING) continue;
      if (phrase.name !== null || phrase.to - phrase.from > 1) this.note(phrase);
    }
    this.noteNames();
    this.noteSurnames();
  }

  /** Later mentions by one word of the name. */
  private noteSurnames(): void {
    const { prose } = this;
    for (const [at, { type, isFirst, isJoined }] of prose.named) {
      if (!isFirst || isJoined || type !== "person" || prose.within[at] !== -1) continue;
      if (prose.named.get(at + 1)?.isFirst === false) continue;
      if (this.mentions.some((mention) => mention.at <= at && mention.to > at)) continue;
      const figure = this.findPerson(new Set([bare(wordAt(prose, at))]), at);
      if (figure !== -1) this.mentions.push({ at, to: at + 1, figure });
    }
  }

  /** People that the text names, whether they speak or not: «في حديث لسالم الحربي … قال». */
  private noteNames(): void {
    const { prose } = this;
    for (const [at, { type, isFirst, isJoined }] of prose.named) {
      if (!isFirst || type !== "person" || prose.within[at] !== -1) continue;
      if (this.mentions.some((mention) => mention.at <= at && mention.to > at)) continue;
      const phrase = readNounPhrase(prose, at, prose.tokens.length, isJoined ? 1 : 0);
      if (phrase?.kind !== "name" || phrase.to - at < 2) continue;
      const words = bareWords(prose, phrase);
      if (words.some(isName) || !opensAsVerb(words[0] ?? "")) this.note(phrase);
    }
  }

  /** Takes a phrase down as a mention of a figure, new or known. */
  note(phrase: NounPhrase): Figure {
    const figure = this.toFigure(phrase);
    const surname = this.surnameOf(figure, phrase);
    if (surname !== null) return surname;
    const known = this.sameFigure(figure, phrase.from);
    const index = known === -1 ? this.figures.push(figure) - 1 : known;
    const before = this.figures[index] ?? figure;
    this.figures[index] = fuller(before, figure);
    this.mentions.push({ at: phrase.from, to: phrase.to, figure: index });
    return this.figures[index] ?? figure;
  }

  /** Takes down that somebody named for the first time has an office that was spoken of before. */
  holds(office: NounPhrase, name: NounPhrase | null): void {
    if (name === null || this.firstAt(name) < office.from) return;
    const index = this.findPerson(this.toFigure(name).words, name.from);
    const figure = this.figures[index];
    if (figure === undefined || figure.role !== null) return;
    const role = wordsOf(this.prose, office, office);
    this.figures[index] = {
      kind: figure.kind,
      name: figure.name,
      role: tidy(withArticle(office.surface, office)),
      words: figure.words,
      roleWords: new Set(role),
      head: bare(office.head),
    };
  }

  /** Where the article first mentions whom a name means. */
  private firstAt(name: NounPhrase): number {
    const index = this.findPerson(this.toFigure(name).words, name.from);
    return this.mentions.reduce(
      (first, { at, figure }) => (figure === index ? Math.min(first, at) : first),
      Number.POSITIVE_INFINITY,
    );
  }

  private sameFigure(figure: Figure, at: number): number {
    if (figure.kind === "person") return this.findPerson(figure.words, at);
    return this.figures.findIndex(
      ({ kind, words }) =>
        kind === figure.kind &&
        (words.size === figure.words.size || kind === "medium") &&
        [...figure.words].every((word) => words.has(word)),
    );
  }

  private toFigure(phrase: NounPhrase): Figure {
    const { prose } = this;
    const isPerson = phrase.kind === "role" || phrase.kind === "name";
    if (isPerson && phrase.name !== null && !this.isMedium(phrase)) {
      return {
        kind: "person",
        name: textOf(this.prose, phrase.name, phrase),
        role: phrase.role === null ? null : textOf(this.prose, phrase.role, phrase),
        words: new Set(wordsOf(this.prose, phrase.name, phrase)),
        roleWords: new Set(phrase.role === null ? [] : wordsOf(this.prose, phrase.role, phrase)),
        head: phrase.role === null ? "" : bare(wordAt(prose, phrase.role.from)),
      };
    }
    const words = wordsOf(this.prose, phrase, phrase);
    const medium = this.isMedium(phrase);
    return {
      kind: medium ? "medium" : "other",
      name: medium ? mediumName(this.prose, phrase) : tidy(withArticle(phrase.surface, phrase)),
      role: null,
      words: new Set(words),
      roleWords: new Set(),
      head: bare(phrase.head),
    };
  }

  /** Whether a phrase names a news agency or an outlet. */
  isMedium(phrase: NounPhrase): boolean {
    if (phrase.kind === "media") {
      const next = wordAt(this.prose, phrase.from + 1);
      const isNews = bare(phrase.head) !== AGENCY || !isOtherAgency(next);
      return isNews && phrase.head !== "وسايل";
    }
    if (phrase.kind !== "name") return false;
    const [agency] = findAgencies(phrase.surface);
    if (agency !== undefined && agency.end - agency.start >= phrase.surface.length - 3) return true;
    const words = bareWords(this.prose, phrase);
    return this.figures.some(
      ({ kind, words: known }) => kind === "medium" && words.every((word) => known.has(word)),
    );
  }

  /** Whether the article names elsewhere whom a phrase of a bare name means. */
  knows(phrase: NounPhrase): boolean {
    const own = this.toFigure(phrase);
    if (own.kind !== "person") return own.kind === "medium";
    return this.surnameOf(own, phrase) !== null || this.findPerson(own.words, phrase.from) !== -1;
  }

  /** Who a phrase means, by the fullest name the article gives before or after it. */
  resolve(phrase: NounPhrase): Figure {
    const own = this.toFigure(phrase);
    const surname = this.surnameOf(own, phrase);
    if (surname !== null) return surname;
    const index =
      own.kind === "person"
        ? this.findPerson(own.words, phrase.from)
        : phrase.kind === "role"
          ? this.findByRole(own, phrase)
          : this.findLike(own, phrase);
    const found = this.figures[index];
    if (found === undefined || (own.kind === "person" && found.words.size === 1))
      return this.alike(own, phrase.from) ?? found ?? own;
    if (own.kind !== "person") return found;
    return fuller(found, own);
  }

  /** «منصور بوحشية …»: a known surname with words behind it that are no part of the name. */
  private surnameOf(figure: Figure, phrase: NounPhrase): Figure | null {
    if (figure.kind !== "person" || phrase.kind !== "name" || figure.words.size < 2) return null;
    if (this.findPerson(figure.words, phrase.from) !== -1) return null;
    const [first] = figure.words;
    const index = this.nearest(
      phrase.from,
      ({ kind, words }) => kind === "person" && words.size > 1 && [...words].at(-1) === first,
    );
    return this.figures[index] ?? null;
  }

  /** The nearest person before a place, else after it, who has all these words in the name, or whose name is within them. */
  private findPerson(words: ReadonlySet<string>, at: number): number {
    const list = [...words];
    return this.nearest(at, ({ kind, words: known }) => {
      if (kind !== "person" || list.length > MOST_NAME_WORDS) return false;
      if (list.every((word) => known.has(word))) return true;
      return known.size > 1 && [...known].every((word) => words.has(word));
    });
  }

  /** «الوزير», «وزير الخارجية الروسي», «متحدث باسم …»: the person who has such an office. */
  private findByRole(own: Figure, phrase: NounPhrase): number {
    const list = [...own.words].filter((word) => !isSameAgain(word));
    const single = list.length === 1;
    if (single && !isDefinite(phrase.head)) return -1;
    const head = feminineOff(own.head);
    const rest = list.slice(1);
    const isPeer = rest.length > 0 && isDefinite(phrase.head);
    const matches = ({ kind, roleWords, words }: Figure): boolean =>
      kind === "person" &&
      // «نظيره الفرنسي» has the office of whom he meets.
      [...roleWords].some((word) => feminineOff(word) === head || (isPeer && isPeerOf(word))) &&
      rest.every((word) => roleWords.has(word) || words.has(word));
    const named = this.nearest(phrase.from, matches, single);
    if (named !== -1) return named;
    // «الرئيس السدري المحافظ»: adjectives that the office was not named with.
    const firm = rest.filter((word) => !RELATION.test(word));
    const loose = ({ kind, roleWords, words }: Figure): boolean =>
      kind === "person" &&
      [...roleWords].some((word) => feminineOff(word) === head) &&
      firm.every((word) => roleWords.has(word) || words.has(word));
    const office =
      firm.length > 0 && firm.length < rest.length ? this.nearest(phrase.from, loose) : -1;
    if (office !== -1) return office;
    // «وزير النقل» and later «الوزير فلان»; «مدير مرصد سدرة» and later «مدير المرصد فلان».
    const short = this.nearest(
      phrase.from,
      ({ kind, roleWords, words }) =>
        kind === "person" &&
        feminineOff([...roleWords][0] ?? "") === head &&
        (roleWords.size === 1 || isWithin(roleWords, own.words)) &&
        // «متحدثة باسم شركة هولدينغ»: no name of hers.
        !isWithin(words, own.words),
    );
    if (short !== -1) return short;
    const described = ({ kind, words, head: other }: Figure): boolean =>
      kind === "other" && feminineOff(other) === head && hasAll(words, list);
    const longer = (figure: Figure): boolean =>
      described(figure) && figure.words.size > list.length;
    const before = isDefinite(phrase.head) ? this.nearest(phrase.from, longer, true) : -1;
    return before === -1 ? this.nearest(phrase.from, described, single) : before;
  }

  /** «المنظمة», «المصدر ذاته», «الصحيفة»: what was named with the same noun. */
  private findLike(own: Figure, phrase: NounPhrase): number {
    const list = tellingWords(own);
    const definite = isDefinite(phrase.head);
    const alone = list.length <= 1;
    if (alone && !definite) return -1;
    const isAgain = own.words.size > list.length && [...own.words].some(isSameAgain);
    if (alone) {
      return this.nearest(
        phrase.from,
        ({ kind, head, words }) =>
          kind !== "person" && head === own.head && (isAgain || tells(words)),
        true,
      );
    }
    const named = definite
      ? this.nearest(
          phrase.from,
          // «الشركة السويدية» after «شركة فلان السويدية».
          ({ kind, words, head }) =>
            kind !== "person" &&
            head === own.head &&
            words.size > list.length &&
            list.every((word) => words.has(word)),
          true,
        )
      : -1;
    if (named !== -1) return named;
    return this.nearest(
      phrase.from,
      // «الخارجية السويدية» is short for «وزارة الخارجية السويدية»: the same noun, or one noun more before it.
      ({ kind, words, head }) =>
        kind !== "person" &&
        (head === own.head || words.size <= list.length + 1) &&
        list.every((word) => words.has(word)),
    );
  }

  private nearest(at: number, accepts: (figure: Figure) => boolean, onlyBefore = false): number {
    let best = -1;
    let distance = Number.POSITIVE_INFINITY;
    for (const { at: place, figure } of this.mentions) {
      if (onlyBefore && place >= at) continue;
      // Whoever was named before is meant rather than who comes later.
      const far = place <= at ? at - place : LATER + place - at;
      if (far >= distance) continue;
      const candidate = this.figures[figure];
      if (candidate === undefined || !accepts(candidate)) continue;
      best = figure;
      distance = far;
    }
    return best;
  }

  /** The figure whose mention ends right before a place: the antecedent of «الذي». */
  endingAt(to: number): Figure | null {
    for (let m = this.mentions.length - 1; m >= 0; m -= 1) {
      const mention = this.mentions[m];
      if (mention?.to === to) return this.figures[mention.figure] ?? null;
    }
    return null;
  }

  /** The figure whose mention begins at a place. */
  startingAt(from: number): Figure | null {
    const mention = this.mentions.find(({ at }) => at === from);
    return mention === undefined ? null : (this.figures[mention.figure] ?? null);
  }

  /** «مارجالو» after «خوسيه مارغالو». */
  private alike({ kind, words }: Figure, at: number): Figure | null {
    const [word = ""] = words;
    if (kind !== "person" || words.size > 1) return null;
    const index = this.nearest(at, (figure) => isSpelledAlike(figure, word), true);
    return this.figures[index] ?? null;
  }

  /** The nearest person before a place whose name a word ends. */
  surnamed(word: string, at: number): Figure | null {
    const index = this.nearest(
      at,
      ({ kind, words }) => kind === "person" && [...words].at(-1) === bare(word),
      true,
    );
    return this.figures[index] ?? null;
  }

  /** The person named nearest to the end of a run of tokens, else the body. */
  nearestIn({ from, to }: Run): Figure | null {
    const { named } = this.prose;
    const inside = this.mentions
      .filter((mention) => mention.at >= from && mention.to <= to)
      .sort((a, b) => b.at - a.at);
    const person = inside.find(
      (mention) =>
        this.figures[mention.figure]?.kind === "person" &&
        named.get(mention.to - 1)?.type === "person",
    );
    const body = inside.find((mention) => {
      const figure = this.figures[mention.figure];
      return figure?.kind === "other" && headKind(figure.head) === "body";
    });
    return this.figures[(person ?? body)?.figure ?? -1] ?? null;
  }

  /** Whoever a run of tokens mentions, in order. */
  mentionedIn({ from, to }: Run): Figure[] {
    return this.mentions
      .filter((mention) => mention.at >= from && mention.to <= to)
      .sort((a, b) => a.at - b.at)
      .flatMap(({ figure }) => this.figures[figure] ?? []);
  }

  /** The first person that a run of tokens mentions. */
  firstPersonWithin(run: Run): Figure | null {
    return this.mentionedIn(run).find(({ kind }) => kind === "person") ?? null;
  }
}

function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  for (const word of some) if (!all.has(word)) return false;
  return true;
}

/** A mention after the place is further than any before it. */
const LATER = 1_000_000;
const RELATION = /(?:ي|يه)$/u;
