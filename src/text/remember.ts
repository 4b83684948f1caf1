/** Words of a newsroom's weeks: beyond so many, the memory starts anew, which changes nothing but speed. */
const MOST_REMEMBERED = 100_000;
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
  const known = new Map<string, Exclude<Read, undefined>>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const made = read(word);
    if (word.length > longest) return made;
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(word, made);
    return made;
  };
}
