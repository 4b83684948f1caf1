/**
 * Words of a newsroom's weeks. Beyond so many the memory turns over: what was asked for since the last turn is kept, the rest forgotten,
 * which changes nothing but speed.
 */
const MOST_NEW = 2 ** 15;
/** A longer word is rare, and may be a view of its whole text, which would be kept with it. */
const LONGEST_REMEMBERED = 12;

/**
 * The same function of a word, with a memory: words come again and again. Only for what depends on the word alone; what it gives must
 * not be changed by who gets it.
 */
export function rememberByWord<Read>(
  read: (word: string) => Exclude<Read, undefined>,
  longest: number = LONGEST_REMEMBERED,
): (word: string) => Exclude<Read, undefined> {
  let young = new Map<string, Exclude<Read, undefined>>();
  let old = young;
  return (word) => {
    const met = young.get(word);
    if (met !== undefined) return met;
    const before = old.get(word);
    const made = before === undefined ? read(word) : before;
    if (word.length > longest) return made;
    if (young.size >= MOST_NEW) {
      old = young;
      young = new Map();
    }
    young.set(word, made);
    return made;
  };
}
