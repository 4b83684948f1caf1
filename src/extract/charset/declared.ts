import { Buffer } from "node:buffer";

/** Where a page says its charset, or how else it was found. */
export type CharsetSource = "bom" | "http" | "meta" | "xml" | "detected";

export interface DeclaredCharset {
  /** The name the Encoding Standard gives it. */
  readonly charset: string;
  readonly from: "http" | "meta" | "xml";
}

const HTTP_CHARSET = /;\s*charset\s*=\s*["']?(?<label>[^\s"';,]+)/iu;
const XML_CHARSET = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["'](?<label>[^"']{1,40})["']/iu;
const META_CHARSET = /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*(?<label>[\w:.-]{1,40})/iu;
/** The standard looks at 1024 bytes; real pages write scripts before it. */
const HEAD_BYTES = 8192;

/** The charsets a page declares, the most trusted first: the HTTP header, then its own `<meta>`, then its XML declaration. Names that are none are passed over. */
export function findDeclaredCharsets(
  bytes: Uint8Array,
  httpContentType: string | undefined,
): DeclaredCharset[] {
  // Latin-1 keeps every byte a letter of its own, so the ASCII of the markup can be read whatever the charset is.
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES));
  const markup = head.toString("latin1");
  const declared: DeclaredCharset[] = [];
  const add = (from: DeclaredCharset["from"], label: string | undefined) => {
    const charset = toCharset(label);
    if (charset !== null) declared.push({ charset, from });
  };
  add("http", HTTP_CHARSET.exec(httpContentType ?? "")?.groups?.["label"]);
  add("meta", inMarkup(META_CHARSET.exec(markup)?.groups?.["label"]));
  add("xml", inMarkup(XML_CHARSET.exec(markup)?.groups?.["label"]));
  return declared;
}

/** Markup that could be read as ASCII is not UTF-16, whatever it says: the standard takes it for UTF-8. */
function inMarkup(label: string | undefined): string | undefined {
  return label?.toLowerCase().startsWith("utf-16") === true ? "utf-8" : label;
}

function toCharset(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
