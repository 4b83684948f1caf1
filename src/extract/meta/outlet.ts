import { foldText } from "../../text/index.ts";
import { OUTLET_METAS } from "../tables/meta-names.ts";
import { OUTLET_NOUNS } from "../tables/outlet-nouns.ts";
import { type Evidence, findMeta } from "./evidence.ts";
import { resolve, textOf, typesOf } from "./linked-data.ts";
import { toSegments } from "./title-parts.ts";

export interface FoundText {
  readonly value: string;
  readonly from: string;
}

const LONGEST_NAME = 80;

/** Every name the page gives its outlet, the most trusted first. */
export function findOutlets(evidence: Evidence): FoundText[] {
  const { article, linked, page } = evidence;
  const found: FoundText[] = [];
  const add = (value: string | null | undefined, from: string) => {
    if (typeof value === "string" && value !== "" && value.length <= LONGEST_NAME) {
      found.push({ value, from });
    }
  };
  const siteName = findMeta(evidence, OUTLET_METAS.slice(0, 1));
  if (siteName !== null) add(siteName.content, siteName.name);
  add(textOf(resolve(article?.["publisher"], linked)), "json-ld");
  const site = linked.nodes.find((node) => typesOf(node).includes("WebSite"));
  add(textOf(site?.["name"]), "json-ld");
  const organization = linked.nodes.find((node) =>
    typesOf(node).some((type) => type === "NewsMediaOrganization" || type === "Organization"),
  );
  add(textOf(organization?.["name"]), "json-ld");
  const other = findMeta(evidence, OUTLET_METAS.slice(1, 3));
  if (other !== null) add(other.content, other.name);
  add(siteSegment(page.head.title ?? ""), "title");
  return found;
}

const NOUNS: ReadonlySet<string> = new Set(OUTLET_NOUNS.map((noun) => foldText(noun)));
/** A headline may begin with such a word; a name is shorter. */
const MOST_NAME_WORDS = 3;

/** Whether a title is no more than a newspaper's name, «جريدة النخيل». */
export function isOutletName(segment: string): boolean {
  const words = foldText(segment).split(" ");
  return words.length > 1 && words.length <= MOST_NAME_WORDS && NOUNS.has(words[0] ?? "");
}

/** The segment of a title where the site's name stands: the first where it calls itself a newspaper and the last does not, else the last; null when there is one. */
function siteSegment(title: string): string | null {
  const segments = toSegments(title);
  const [first = "", last = ""] = [segments[0], segments.at(-1)];
  if (segments.length < 2) return isOutletName(first) ? first : null;
  return isOutletName(first) && !isOutletName(last) ? first : last;
}

const HOST = /^https?:\/\/(?:www\d?\.|m\.|amp\.)?(?<host>[^/:?#]+)/iu;
const SECOND_LEVEL: ReadonlySet<string> = new Set(["co", "com", "net", "org", "gov", "ac", "edu"]);

/** The name in an address: «example» of https://www.example.co.uk/; empty without one. */
export function hostLabel(url: string | null): string {
  const parts = (HOST.exec(url ?? "")?.groups?.["host"] ?? "").toLowerCase().split(".");
  const last = parts.length - 1;
  const at = parts.length > 2 && SECOND_LEVEL.has(parts[last - 1] ?? "") ? last - 2 : last - 1;
  return parts[at] ?? "";
}

/** The host in an address, without "www."; null when it has none. */
export function hostOf(url: string | null): string | null {
  return HOST.exec(url ?? "")?.groups?.["host"]?.toLowerCase() ?? null;
}

const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;

/** A name without spaces, marks and letter case, as hosts are written. */
export function squeeze(name: string): string {
  return foldText(name).replace(NOT_LETTERS, "");
}
