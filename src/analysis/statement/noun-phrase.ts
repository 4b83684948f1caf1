import { cueAt, isHomograph } from "./cue-forms.ts";
import { afterBracket, readMarks } from "./in-marks.ts";
import {
  ALI,
  endsBody,
  endsOutlet,
  hasSurname,
  isChannelAt,
  isCutOff,
  isFull,
  isName,
  isNamed,
  isPersonAt,
  isWithinName,
  leavesName,
  leavesTitle,
  startsName,
  startsOtherName,
} from "./name-signs.ts";
import type { NounPhrase } from "./phrase.ts";
import { isAdverb, isNoSubject, isOnesOwn, kindOfHead, wordWithout } from "./phrase-start.ts";
import {
  afterShortQuotation,
  endOffset,
  gapBefore,
  type Prose,
  quotationFrom,
  type Run,
  startOffset,
  wordAt,
} from "./prose.ts";
import { addressBefore, isNamedAt, isTitleOnly, titleWord } from "./title-words.ts";
import { isToMedia } from "./to-media.ts";
import {
  endsPhrase,
  type HeadKind,
  headKind,
  interrupts,
  isAct,
  isConstruct,
  isDefinite,
  isKnownAs,
  isOfficeName,
  isOverseer,
  isSameAgain,
  isTime,
  isWhole,
} from "./word-kinds.ts";

export type { NounPhrase } from "./phrase.ts";

const LONGEST = 16;
const STOPS = /[.؟!:؛;\n[\]]|--|[–—]/u;
const COMMA = /[،,]/u;
const OPENING_BRACKET = /\(/u;
const DASH = /-/u;
const TANWIN = /[\u064B-\u064D]/u;
/** «اختفائها», «رسالته»: a noun that is somebody's, as no name is. */
const WITH_PRONOUN = /(?:اي|ات|يت|ال|ار|ام)(?:ه|ها|هم)$|تها$|تهم$/u;
/** «شهود عيان حديثهم عن …» */
const OF_THEM = /^(?!ال).{4,}هم$/u;
const THIS: ReadonlySet<string> = new Set(["هذا", "هذه"]);
const OF_OFFICES: ReadonlySet<string> = new Set(["عام", "العام"]);
const BY_NAME = "باسم";
const BEH = /^ب/u;
const LAM_ON_ARTICLE = /^لل(?=..)/u;
const ON_ARTICLE = /^[بكو]ال(?=..)/u;
const PREPOSITION_IN_TITLE: ReadonlySet<string> = new Set(["في", "من", "لدي", "باسم", "عن"]);
const PREPOSITION_IN_BODY: ReadonlySet<string> = new Set(["في"]);

/** Reads the noun phrase that begins at a token; null when nothing there can be one. */
export function readNounPhrase(
  prose: Prose,
  at: number,
  limit: number,
  clitic = 0,
): NounPhrase | null {
  const address = clitic === 0 ? addressBefore(prose, at, limit) : 0;
  if (address > 0) return readNounPhrase(prose, at + address, limit);
  const first = wordWithout(prose, at, clitic);
  const token = prose.tokens[at];
  if (at >= limit || token === undefined || token.kind !== "word") return null;
  const kind = kindOfHead(prose, at, first);
  if (kind === "none" || (clitic === 0 && isNoSubject(prose, at, first))) return null;
  const state = new PhraseState(prose, { from: at, to: limit }, kind, first, clitic);
  while (state.step());
  return state.finish();
}

/** One walk along a noun phrase. Mutable and private to this file. */
class PhraseState {
  private readonly prose: Prose;
  readonly from: number;
  private limit: number;
  private kind: HeadKind | null;
  at: number;
  private nameFrom = -1;
  private nameTo = -1;
  private roleFrom = -1;
  private roleTo = -1;
  private commas = 0;
  private afterPreposition = false;

  readonly head: string;
  private readonly clitic: number;

  constructor(prose: Prose, run: Run, kind: HeadKind | null, head: string, clitic: number) {
    const at = run.from;
    this.prose = prose;
    this.from = at;
    this.at = at;
    this.limit = Math.min(run.to, at + LONGEST);
    this.kind = kind;
    this.head = head;
    this.clitic = clitic;
    if (kind === "role") {
      this.roleFrom = at;
      this.roleTo = at + 1;
      this.at = at + 1;
    } else if (kind === null) {
      this.nameFrom = at;
      this.nameTo = at + 1;
      const isQuoted = quotationFrom(prose, at) !== null;
      this.at = isQuoted ? afterShortQuotation(prose, at) : at + 1;
      this.nameTo = this.at;
      // «"الميناء" الأسبوعية»: what the marks hold is the name.
      if (isQuoted && this.at > at) this.limit = this.at;
    } else {
      this.at = at + 1;
    }
  }

  /** Takes the next word in, or says that the phrase has ended. */
  step(): boolean {
    if (this.skipsAddress()) return this.take(wordAt(this.prose, this.at));
    const { prose, at } = this;
    if (at >= this.limit) return false;
    const gap = gapBefore(prose, at);
    if (STOPS.test(gap)) return false;
    if (OPENING_BRACKET.test(gap)) return this.bracket();
    if (quotationFrom(prose, at) !== null) return this.quoted();
    if (COMMA.test(gap)) return this.comma();
    if (DASH.test(gap) && gap.includes(" ")) return false;
    const word = wordAt(prose, at);
    if (prose.tokens[at]?.kind !== "word" || isAdverb(prose, at)) return false;
    if (this.isNamedAfter(word)) return false;
    if (this.skipsInterrupter(word)) return true;
    if (this.takesPreposition(word)) return true;
    if (this.endsHere(word) || isToMedia(word) || this.isCue(at)) return false;
    return this.take(word);
  }

  /** Words at which phrases end; but «العام» belongs to an office, and «علي» is a name where «على» is not written. */
  private endsHere(word: string): boolean {
    if (isKnownAs(word)) return BEH.test(wordAt(this.prose, this.at + 1));
    // «الهيئة ببيانها»
    if (BEH.test(word) && isOnesOwn(word.slice(1))) return true;
    if (!endsPhrase(word) || isWithinName(this.prose, this.at, word)) return false;
    // «صاحب هذا التطبيق»
    if (THIS.has(word) && this.at === this.from + 1 && this.kind === "role")
      return isDefinite(this.head) || !isDefinite(wordAt(this.prose, this.at + 1));
    if (OF_OFFICES.has(word)) return this.kind !== "role" || this.nameFrom !== -1;
    if (word !== ALI) return true;
    const token = this.prose.tokens[this.at];
    const written = token === undefined ? "" : this.prose.text.slice(token.start, token.end);
    return !(written.endsWith("ي") && this.kind === "role" && isDefinite(this.head));
  }

  /** No name goes on with «و…» or with a noun in the accusative. */
  private endsName(word: string): boolean {
    const token = this.prose.tokens[this.at];
    if (
      token === undefined ||
      (word.startsWith("و") && word.length > 3 && !isName(word) && !isNamed(this.prose, word))
    )
      return true;
    if (TANWIN.test(this.prose.text.slice(token.start, token.end))) return true;
    if (WITH_PRONOUN.test(word)) return true;
    return hasSurname(this.prose, this.at, word) || isFull(this.prose, this.nameFrom, this.at);
  }

  private take(word: string): boolean {
    if (LAM_ON_ARTICLE.test(word) || ON_ARTICLE.test(word)) {
      // «لحقوق الإنسان», «والتعليم»: goes on with a title or a body, never with a name.
      if (this.nameFrom !== -1 || this.kind === null) return false;
      return this.kind !== "role" && isCutOff(this, word) ? false : this.advance("title");
    }
    if (this.nameFrom !== -1) return this.goOnWithName(word);
    if (this.kind !== "role") return this.endsBody(word) ? false : this.advance("title");
    return this.goOnWithTitle(word);
  }

  private goOnWithTitle(word: string): boolean {
    if (isOnesOwn(word) || leavesTitle(this.prose, this, word)) return false;
    const known = this.afterPreposition ? null : titleWord(this.prose, this.at, word);
    if (known === "names") return this.advance("name");
    if (known !== null) return known === "goes-on" && this.advance("title");
    if (this.afterPreposition || !startsName(this.prose, this, word)) return this.advance("title");
    // «أعلن وزير الدفاع إطلاق …»: what is announced is no name.
    return isAct(word) ? false : this.advance("name");
  }

  private goOnWithName(word: string): boolean {
    if (this.endsName(word) || startsOtherName(this.prose, this.at)) return false;
    if (this.kind !== "role" && this.kind !== null) return this.advance("title");
    if (leavesName(this.prose, { from: this.nameFrom, at: this.at }, word)) return false;
    return this.startsAppositive() ? this.appositiveRole() : this.advance("name");
  }

  /** A body's name is a chain of genitives with adjectives at its end: after a definite word an indefinite one is another's. */
  private endsBody(word: string): boolean {
    if (this.kind === "unnamed" && OF_THEM.test(word)) return true;
    if (this.kind === "media") return endsOutlet(this.prose, this, word);
    if (this.afterPreposition || isSameAgain(word)) return false;
    return endsBody(this.prose, this, word);
  }

  /** «أحد أعضاء اللجنة النائب فلان»: one of many, then who it is. */
  private isNamedAfter(word: string): boolean {
    if (this.kind !== "unnamed" || !isDefinite(word) || headKind(word) !== "role") return false;
    const next = readNounPhrase(this.prose, this.at, this.limit + LONGEST);
    if (next?.name === undefined || next.name === null || next.role === null) return false;
    this.kind = "role";
    this.roleFrom = next.role.from;
    this.roleTo = next.role.to;
    this.nameFrom = next.name.from;
    this.nameTo = next.name.to;
    this.at = next.to;
    return true;
  }

  private advance(as: "title" | "name"): boolean {
    const next = this.at + 1;
    if (as === "name") {
      if (this.nameFrom === -1) this.nameFrom = this.at;
      this.nameTo = next;
    } else if (this.kind === "role") this.roleTo = next;
    this.afterPreposition = false;
    this.at = next;
    return true;
  }

  /** «نفتالي بينيت زعيم حزب …»: an office after the name, without a comma. */
  private startsAppositive(): boolean {
    const word = wordAt(this.prose, this.at);
    if (headKind(word) !== "role" || this.at === this.nameFrom) return false;
    const next = wordAt(this.prose, this.at + 1);
    if (isDefinite(next) || isConstruct(next) || headKind(next) !== null || next === BY_NAME)
      return true;
    return this.at - this.nameFrom > 1 && !isDefinite(word) && !isOfficeName(word);
  }

  private appositiveRole(): boolean {
    if (this.roleFrom !== -1) return false;
    const role = readNounPhrase(this.prose, this.at, this.limit + LONGEST);
    if (role === null || role.role === null || role.name !== null) return false;
    this.roleFrom = role.from;
    this.roleTo = role.to;
    this.at = role.to;
    return false;
  }

  /** «وزير الخارجية، فلان», «فلان، وزير الخارجية». */
  private comma(): boolean {
    if (this.commas > 0) return false;
    this.commas += 1;
    const next = readNounPhrase(this.prose, this.at, this.limit + LONGEST);
    if (next === null) return false;
    const named = this.nameFrom !== -1;
    if (!named && this.kind === "role" && next.kind === "name" && isNamedAt(this.prose, next)) {
      this.nameFrom = next.from;
      this.nameTo = next.to;
      this.at = next.to;
      return false;
    }
    if (!named && this.kind === "role" && next.role !== null && next.name !== null) {
      // «ولي العهد السعودي، الأمير فلان»
      this.nameFrom = next.name.from;
      this.nameTo = next.name.to;
      this.at = next.to;
      return false;
    }
    if (next.role === null) return false;
    // «الدكتور سالم الحربي، وزير النقل»: the title says no office.
    const isTitled = named && this.isTitle() && next.name === null;
    if (this.kind === null || isTitled) {
      // «…، الكاتب في مجلة فلانية»: behind a name a name belongs to the office.
      this.roleFrom = next.from;
      this.roleTo = next.to;
      this.at = next.to;
    }
    return false;
  }

  private isTitle(): boolean {
    return this.kind === "role" && this.roleTo - this.roleFrom === 1 && isTitleOnly(this.head);
  }

  private bracket(): boolean {
    const end = afterBracket(this.prose, this.at);
    if (end === this.at || (this.kind !== "media" && this.kind !== "body" && this.kind !== null))
      return false;
    this.at = end;
    return this.kind !== null;
  }

  /** A name in quotation marks: «صحيفة "العرب"», «العضو "سالم الحربي"». */
  private quoted(): boolean {
    const marks = readMarks(this.prose, this.kind, {
      from: this.from,
      at: this.at,
      isNamed: this.nameFrom !== -1,
      afterPreposition: this.afterPreposition,
    });
    if (marks === null) return false;
    if (marks.as === "title") this.roleTo = marks.to;
    else if (this.nameFrom === -1) {
      this.nameFrom = this.at;
      this.nameTo = marks.to;
    }
    this.at = marks.to;
    return true;
  }

  private skipsAddress(): boolean {
    if (this.kind !== "role" || this.nameFrom !== -1) return false;
    const length = addressBefore(this.prose, this.at, this.limit);
    this.at += length;
    return length > 0;
  }

  private skipsInterrupter(word: string): boolean {
    if (!interrupts(word) || this.kind !== "role" || this.nameFrom !== -1) return false;
    const next = wordAt(this.prose, this.at + 1);
    if (gapBefore(this.prose, this.at + 1).trim() !== "") return false;
    if (endsPhrase(next) || interrupts(next) || headKind(next) !== null || isDefinite(next))
      return false;
    if (this.isCue(this.at + 1) || isToMedia(next)) return false;
    if (titleWord(this.prose, this.at + 1, next) !== null) return false;
    this.at += 1;
    this.nameFrom = this.at;
    return this.advance("name");
  }

  private takesPreposition(word: string): boolean {
    // «المصدر ذاته من …»: what follows says where.
    if (this.nameFrom !== -1 || isSameAgain(wordAt(this.prose, this.at - 1))) return false;
    const allowed =
      this.kind === "role" || this.kind === "unnamed"
        ? PREPOSITION_IN_TITLE
        : this.kind === "body"
          ? PREPOSITION_IN_BODY
          : null;
    if (allowed === null || !(allowed.has(word) || this.isOver(word))) return false;
    const next = wordAt(this.prose, this.at + 1);
    if (
      this.at + 1 >= this.limit ||
      isChannelAt(this.prose, this.at + 1) ||
      isTime(next) ||
      endsPhrase(next) ||
      interrupts(next)
    )
      return false;
    if (this.prose.tokens[this.at + 1]?.kind !== "word") return false;
    if (this.kind === "role") this.roleTo = this.at + 1;
    this.at += 1;
    this.afterPreposition = true;
    return true;
  }

  /** «المشرف العام على …» */
  private isOver(word: string): boolean {
    return word === ALI && this.kind === "role" && isOverseer(this.head);
  }

  private isCue(at: number): boolean {
    const cue = cueAt(this.prose, at);
    if (cue === null || cue.form.shape === "noun") return false;
    if (isPersonAt(this.prose, this.at, wordAt(this.prose, at))) return false;
    return cue.attached || !isHomograph(cue.form);
  }

  finish(): NounPhrase | null {
    const { prose, from } = this;
    const to = this.at;
    const kind = this.kind ?? (isWhole(this.head) ? "whole" : "name");
    return {
      from,
      to,
      kind,
      role: this.roleFrom === -1 ? null : { from: this.roleFrom, to: this.roleTo },
      name: this.nameFrom === -1 ? null : { from: this.nameFrom, to: this.nameTo },
      head: this.head,
      clitic: this.clitic,
      surface: prose.text.slice(startOffset(prose, from) + this.clitic, endOffset(prose, to)),
    };
  }
}
