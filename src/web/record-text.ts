import type { ParagraphRecord } from "../story/index.ts";
import type { Voice } from "./format.ts";

/** A record as words: «أبقى 3 فقرات، غيّر فقرة واحدة». */
export function toRecordText(record: ParagraphRecord, voice: Voice): string {
  const { verbs } = voice.t.paragraphs;
  const told = (["kept", "changed", "cut", "added"] as const).flatMap((fate) =>
    record[fate] === 0 ? [] : `${verbs[fate]} ${voice.count("paragraphs", record[fate])}`,
  );
  return `${told.join(voice.t.comma)}.`;
}
