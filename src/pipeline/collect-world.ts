import type { WarcNote } from "../archive/index.ts";
import type { FetchedResponse, Fetcher } from "../fetch/index.ts";
import type { Original } from "../model/index.ts";
import type { Lessons } from "./lessons.ts";
import type { World } from "./world.ts";

/** Keeps what was fetched. */
export interface OriginalKeeper {
  keep(response: FetchedResponse): Promise<Original>;
  /** Keeps that a response was what is kept already. */
  keepRevisit(response: FetchedResponse): Promise<void>;
  /** Keeps what is known of a page and was not received. */
  note(note: WarcNote): Promise<void>;
}

/** Something that happened while collecting, for logs and metrics. */
export type CollectEvent =
  | {
      readonly kind: "poll";
      readonly source: string;
      readonly result: "changed" | "unchanged" | "not-modified" | "failed";
      readonly entries: number;
      readonly found: number;
      readonly bytes: number;
      readonly ms: number;
      readonly reason: string | null;
      readonly detail: string | null;
    }
  | {
      readonly kind: "page";
      readonly page: string;
      readonly result: "articles" | "unchanged" | "not-modified" | "failed" | "aside" | "gone";
      readonly articles: number;
      readonly bytes: number;
      readonly ms: number;
      readonly reason: string | null;
      readonly detail: string | null;
    }
  | {
      readonly kind: "saved";
      readonly new: number;
      readonly changed: number;
      readonly unchanged: number;
    }
  | {
      readonly kind: "push";
      readonly source: string;
      readonly result: "changed" | "failed";
      readonly entries: number;
      readonly found: number;
      readonly bytes: number;
      readonly reason: string | null;
    }
  | {
      /** Of the sitemaps of a source one that could not be read, or was not followed. */
      readonly kind: "sitemap";
      readonly source: string;
      readonly reason: string;
      readonly detail: string;
    }
  | { readonly kind: "moved"; readonly source: string; readonly to: string }
  | { readonly kind: "store-fault"; readonly reason: string; readonly detail: string };

/** Times of a day in which nothing is polled, in minutes from midnight, and the offset they are of. */
export interface QuietHours {
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly offsetMinutes: number;
}

/** The outside world of the collector. */
export interface CollectWorld extends World {
  readonly fetcher: Fetcher;
  readonly originals: OriginalKeeper;
  /** What the pages of each host have taught; without it each page is read alone. */
  readonly lessons?: Pick<Lessons, "of">;
  /** 0..1, for the jitter of waits. */
  readonly random: () => number;
  readonly onEvent: (event: CollectEvent) => void;
  /** Names this worker; no other may bear it. */
  readonly owner: string;
  /** Between two requests to one host. */
  readonly pauseMs: number;
  readonly quiet: QuietHours | null;
  /** The address at which hubs reach a subscription of ours; without it none are made. */
  readonly callback?: (token: string) => string;
}
