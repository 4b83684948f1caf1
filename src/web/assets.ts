import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A file the reader's pages ask for. */
export interface Asset {
  readonly body: Uint8Array;
  readonly type: string;
  readonly etag: string;
}

const require = createRequire(import.meta.url);
const OWN = fileURLToPath(new URL("../../assets/", import.meta.url));
const FONTS: readonly (readonly [family: string, weights: readonly number[]])[] = [
  ["noto-naskh-arabic", [400, 700]],
  ["ibm-plex-sans-arabic", [400, 600]],
];

function readAsset(path: string, type: string): Asset {
  const body = readFileSync(path);
  return {
    body,
    type,
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 16)}"`,
  };
}

/** Every file the reader may ask for by name; nothing else is served. */
export function loadAssets(): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>([
    ["style.css", readAsset(join(OWN, "style.css"), "text/css; charset=utf-8")],
    ["icon.svg", readAsset(join(OWN, "icon.svg"), "image/svg+xml")],
  ]);
  for (const [family, weights] of FONTS) {
    const folder = dirname(require.resolve(`@fontsource/${family}/package.json`));
    for (const subset of ["arabic", "latin"]) {
      for (const weight of weights) {
        const name = `${family}-${subset}-${weight}-normal.woff2`;
        assets.set(name, readAsset(join(folder, "files", name), "font/woff2"));
      }
    }
  }
  return assets;
}
