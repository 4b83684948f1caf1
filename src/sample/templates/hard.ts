import { toEscaped } from "../markup.ts";
import type { PageParts, Template } from "./page.ts";

/**
 * Pages that cannot be read right one by one: what is not the article is prose like it, in markup like its own, under names that tell
 * nothing. Only the outlet's other pages say what it is. No outlet of the sample press uses them; they are for measuring.
 */
export const HARD_TEMPLATES: Readonly<Record<"appeal" | "digest" | "house", Template>> = {
  appeal,
  digest,
  house,
};

const toHead = ({ outlet, article, origin }: PageParts): string =>
  `<head><meta charset="utf-8"><title>${toEscaped(article.title)} | ${outlet.name}</title><link rel="canonical" href="${origin}${article.path}"></head>`;

const toLines = (lines: readonly string[], className: string): string =>
  lines.map((line) => `<p class="${className}">${toEscaped(line)}</p>`).join("");

const toAppeal = (name: string): string =>
  `تعتمد ${name} على قرائها وحدهم، فلا يملكها حزب ولا شركة، وما يدفعه المشتركون كل شهر هو ما يبقي مراسليها في القرى والمرافئ البعيدة. إن كنت تجد في ما نكتب نفعاً، فشارك في هذا العمل ولو بالقليل.`;

const toHistory = (name: string): string =>
  `صدر العدد الأول من ${name} في ربيع بعيد من غرفة فوق مطبعة قديمة، وكان محرروها ثلاثة يكتبون ويصففون ويوزعون. وهي اليوم تصدر كل صباح، ويعمل فيها عشرات من الصحافيين والمصورين والمدققين.`;

const RULES =
  "نراجع كل خبر مع مصدرين على الأقل قبل نشره، ونصحح ما نخطئ فيه في الصفحة نفسها ونذكر يوم التصحيح. ومن رأى في النص خطأ فليكتب إلى مكتب التدقيق، وسيصله الرد خلال يومين.";

/** An appeal to the readers amid the paragraphs, and another after them, as paragraphs like the others. */
function appeal(parts: PageParts): string {
  const { outlet, article } = parts;
  const [first = "", second = "", ...rest] = article.paragraphs;
  const lines = [first, second, toAppeal(outlet.name), ...rest, RULES];
  return `<!DOCTYPE html><html lang="ar" dir="rtl">${toHead(parts)}<body><div class="a1"><a href="/">${outlet.name}</a></div>
<div class="b7"><h1 class="c2">${toEscaped(article.title)}</h1><div class="d4">${toLines(lines, "e9")}</div></div><div class="f3">© ${outlet.name}</div></body></html>`;
}

/** After the article the leads of others, without a link or a name that says so. */
function digest(parts: PageParts): string {
  const { outlet, article, others } = parts;
  const told = others
    .map(
      ({ title, paragraphs }) =>
        `<div class="k5"><h3 class="k6">${toEscaped(title)}</h3>${toLines(paragraphs.slice(0, 1), "k7")}</div>`,
    )
    .join("");
  return `<!DOCTYPE html><html lang="ar" dir="rtl">${toHead(parts)}<body><div class="m1"><a href="/">${outlet.name}</a></div>
<div class="m2"><h1 class="m3">${toEscaped(article.title)}</h1><div class="m4">${toLines(article.paragraphs, "m5")}</div><div class="m6">${told}</div></div></body></html>`;
}

/** What the house says of itself above the article and below it. */
function house(parts: PageParts): string {
  const { outlet, article } = parts;
  const lines = [RULES, ...article.paragraphs, toHistory(outlet.name)];
  return `<!DOCTYPE html><html lang="ar" dir="rtl">${toHead(parts)}<body><table class="r1"><tr><td class="r2"><b>${toEscaped(article.title)}</b><br>${lines.map(toEscaped).join("<br><br>")}</td></tr></table></body></html>`;
}
