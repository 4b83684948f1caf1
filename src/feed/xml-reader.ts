import { decodeHTMLStrict } from "entities";
import { Parser } from "htmlparser2";
import type { FeedLimits } from "./feed.ts";
import { CONTAINERS, createRecordBuilder, type Mode, type RawRecord } from "./raw-record.ts";
import { createXmlNames } from "./xml-names.ts";

/** A document as its head and its records. `root` is the first element that means something. */
export interface RawDocument {
  readonly root: string | null;
  readonly head: RawRecord;
  readonly records: readonly RawRecord[];
  readonly stopped: "too-deep" | "too-many" | null;
  readonly fieldCut: boolean;
}

const ROOTS: ReadonlySet<string> = new Set([...CONTAINERS, "html", "opml", "item", "entry"]);
const CHUNK = 262_144;

interface Frame {
  readonly mode: Mode;
  readonly name: string;
  readonly hasBase: boolean;
}

/** Reads records out of XML in any state of repair. Takes time in proportion to the length, whatever it holds. */
export function readXmlRecords(
  text: string,
  entities: ReadonlyMap<string, string>,
  limits: FeedLimits,
): RawDocument {
  const reader = createReader(entities, limits);
  const parser = new Parser(reader.handler, { xmlMode: true, decodeEntities: false });
  for (let at = 0; at < text.length && !reader.isDone(); at += CHUNK) {
    parser.write(text.slice(at, at + CHUNK));
  }
  if (!reader.isDone()) parser.end();
  return reader.result();
}

function createReader(entities: ReadonlyMap<string, string>, limits: FeedLimits) {
  const decode = (raw: string): string => decodeReferences(raw, entities);
  const names = createXmlNames();
  const builder = createRecordBuilder(decode, limits);
  const frames: Frame[] = [];
  const bases: string[] = [];
  let root: string | null = null;
  let stopped: RawDocument["stopped"] = null;
  let inCdata = false;
  const handler = {
    onopentag: (written: string, attributes: Record<string, string>): void => {
      if (frames.length >= limits.maxDepth) stopped ??= "too-deep";
      if (stopped !== null) return;
      names.declare(attributes);
      const name = names.name(written);
      if (root === null && ROOTS.has(name)) root = name;
      const decoded = decodeAttributes(attributes, decode);
      const base = decoded["xml:base"];
      if (base !== undefined) bases.push(base);
      const mode = builder.open(name, decoded, { root, bases });
      frames.push({ mode, name, hasBase: base !== undefined });
    },
    onclosetag: (_written: string, isImplied: boolean): void => {
      const frame = stopped === null ? frames.pop() : undefined;
      if (frame === undefined) return;
      builder.close(frame.mode, frame.name, isImplied);
      if (frame.hasBase) bases.pop();
      if (builder.isFull()) stopped = "too-many";
    },
    oncdatastart: (): void => {
      inCdata = true;
    },
    oncdataend: (): void => {
      inCdata = false;
    },
    ontext: (text: string): void => {
      if (stopped === null) builder.addText(text, inCdata);
    },
  };
  return {
    handler,
    isDone: () => stopped !== null,
    result: (): RawDocument => ({ root, stopped, ...builder.finish() }),
  };
}

function decodeAttributes(
  attributes: Readonly<Record<string, string>>,
  decode: (raw: string) => string,
): Record<string, string> {
  const decoded: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) decoded[key.toLowerCase()] = decode(value);
  return decoded;
}

const REFERENCE = /&([\w.:-]{1,80});/gu;

/** The document's own entities, then those of XML and HTML. None is made of others, so one pass is all. */
function decodeReferences(raw: string, entities: ReadonlyMap<string, string>): string {
  if (!raw.includes("&")) return raw;
  if (entities.size === 0) return decodeHTMLStrict(raw);
  return decodeHTMLStrict(
    raw.replace(REFERENCE, (reference, name: string) => entities.get(name) ?? reference),
  );
}
