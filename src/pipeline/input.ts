import type { Article } from "../model/index.ts";

/** One thing an input held: an article, or a part that gave none, with where it stands and why. */
export type InputItem =
  | {
      readonly ok: true;
      readonly article: Article;
      readonly where: string;
      readonly warnings: readonly string[];
    }
  | {
      readonly ok: false;
      readonly where: string;
      readonly reason: string;
      readonly detail: string;
    };
