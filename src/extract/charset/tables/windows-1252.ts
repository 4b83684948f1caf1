/**
 * The characters of windows-1252 at bytes 80 to 9F, where Latin-1 has controls. Many releases of Node (20.18.3, 22.13, 24.0 and later)
 * read windows-1252 as Latin-1, so that quotation marks and the euro sign come out as invisible controls (nodejs/node issue 56542). Source: Encoding Standard, index-windows-1252.
 */
export const WINDOWS_1252_BEYOND_LATIN_1 =
  "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
