export const WAW_LEXEMES: ReadonlySet<string> = new Set([]);
