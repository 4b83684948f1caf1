import { findDateline } from "../extract/index.ts";
import type { Article, Dateline } from "../model/index.ts";

/** The dateline of the text, else of a byline that is one («أبوظبي - سكاي نيوز عربية», «لندن: رنيم حنوش»). */
export function readDateline(article: Article): Dateline | null {
  const inText = findDateline(article.text);
  if (inText !== null) return inText;
  const inByline = article.author === null ? null : findDateline(`${article.author}\n`);
  return inByline === null ? null : { ...inByline, end: 0 };
}
