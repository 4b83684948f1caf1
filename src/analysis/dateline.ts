import { findDateline } from "../extract/index.ts";
import type { Article, Dateline } from "../model/index.ts";

/** The dateline of the text, else of a byline that is one («أبوظبي - سكاي نيوز عربية», «لندن: رنيم حنوش»). */
export function readDateline(article: Article): Dateline | null {
  const found =
    findDateline(article.text) ??
    (article.author === null ? null : findDateline(`${article.author}\n`));
  return found === null ? null : { place: found.place, credit: found.credit };
}
