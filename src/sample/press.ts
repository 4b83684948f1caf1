import { parseHeaderedText } from "../extract/index.ts";
import { OUTLETS, type OutletRow } from "./tables/outlets.ts";

/** A file of the sample press: `slug` is its folder. */
export interface PressFile {
  readonly slug: string;
  /** The file's name without its ending. */
  readonly name: string;
  readonly text: string;
}

/** An article as an invented site publishes it. */
export interface PressArticle {
  /** Path on its site. */
  readonly path: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly author: string | null;
  readonly section: string | null;
  readonly keywords: readonly string[];
  /** As the outlet writes it, ISO 8601; null when the outlet gives none. */
  readonly published: string | null;
  /** When it appears on the air, in milliseconds since 1970. */
  readonly appearsAt: number;
  /** The whole text of an aggregator's page, which is printed as it stands. */
  readonly isRaw: boolean;
}

export interface PressOutlet extends OutletRow {
  readonly articles: readonly PressArticle[];
}

const DAY = /^(\d{4}-\d{2}-\d{2})-(.+)$/u;
const KEYWORD_MARKS = /[،,]/u;
const NOON_MS = 12 * 3_600_000;

/** The invented outlets with their articles, oldest first. */
export function toOutlets(files: readonly PressFile[]): PressOutlet[] {
  return OUTLETS.map((outlet) => {
    const articles = files
      .filter(({ slug }) => slug === outlet.slug)
      .flatMap((file) => toPressArticle(file) ?? [])
      .sort((a, b) => a.appearsAt - b.appearsAt);
    return { ...outlet, articles };
  });
}

function toPressArticle(file: PressFile): PressArticle | null {
  const [, day = "", short = file.name] = DAY.exec(file.name) ?? [];
  const noon = Date.parse(day) + NOON_MS;
  const headered = parseHeaderedText(file.text);
  if (!headered.ok) {
    const lines = file.text.split("\n").filter((line) => line.trim() !== "");
    const [title = ""] = lines;
    return {
      path: `/${day.replaceAll("-", "/")}/${short}`,
      title,
      paragraphs: lines.slice(1),
      author: null,
      section: null,
      keywords: [],
      published: null,
      appearsAt: noon,
      isRaw: true,
    };
  }
  const { headers, body } = headered;
  const url = headers["url"];
  if (url === undefined || headers["title"] === undefined) return null;
  const published = headers["published"] ?? null;
  const instant = Date.parse(published ?? "");
  return {
    path: new URL(url).pathname,
    title: headers["title"],
    paragraphs: body.split("\n").filter((line) => line.trim() !== ""),
    author: headers["author"] ?? null,
    section: headers["section"] ?? null,
    keywords: (headers["keywords"] ?? "").split(KEYWORD_MARKS).flatMap((word) => word.trim() || []),
    published,
    appearsAt: Number.isNaN(instant) || published?.length === 10 ? noon : instant,
    isRaw: false,
  };
}
