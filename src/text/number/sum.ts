import type { NumberWord } from "../tables/number-words.ts";

/** What has been read so far. Thousands and up are closed into `total`; `group` is what is below them. */
export interface Sum {
  total: number;
  group: number;
  /** The last number added to `group`. */
  last: number;
  /** The scale last closed. */
  scale: number;
  /** Begun in digits: until a scale follows, no word but a fraction is added («بين 5 وعشرين» are two numbers). */
  readonly numeral: boolean;
  /** Fractions end a number. */
  closed: boolean;
}

const THOUSAND = 1000;

/** Nothing read yet, written out in one order as all that is made here again and again: the engine then knows it by one shape. */
export function newSum(value: number, numeral: boolean): Sum {
  return {
    total: 0,
    group: value,
    last: value,
    scale: Number.POSITIVE_INFINITY,
    numeral,
    closed: false,
  };
}

/** A number word or digits that may go on a number. */
export interface Added {
  readonly word: NumberWord;
  /** Whether و joins it. */
  readonly and: boolean;
  readonly numeral: boolean;
}

/** Thirds and fifths have no exact form: what they leave in the sixteenth place is not of the number. */
export function toValue({ total, group }: Sum): number {
  const value = total + group;
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

/** The scale a number ends in. */
export function scaleOf({ group, total, scale }: Sum): number | undefined {
  return group === 0 && total > 0 ? scale : undefined;
}

/** Begins a number with a word. */
export function open(sum: Sum, word: NumberWord, construct: boolean): void {
  if (construct && word.construct !== undefined) {
    close(sum, word.construct, word.value);
    return;
  }
  if (word.kind === "scale" || word.kind === "scales") {
    close(sum, word.value, word.kind === "scale" ? word.value : word.value / 2);
    return;
  }
  sum.group = word.value;
  sum.last = word.value;
}

/** Adds a piece where grammar lets it go on the number; says whether it did. */
export function add(sum: Sum, piece: Added): boolean {
  if (piece.numeral) return addNumeral(sum, piece.word.value);
  return piece.and ? addJoined(sum, piece.word) : addBare(sum, piece.word);
}

/** «97 ألفا و399», «3 مئة و21»: digits only below the scale before them. */
function addNumeral(sum: Sum, value: number): boolean {
  const afterScale = sum.group === 0 && sum.total > 0 && value < sum.scale;
  const afterHundred = sum.group >= 100 && sum.group % 100 === 0 && value < 100;
  if (!Number.isInteger(value) || !(afterScale || afterHundred)) return false;
  sum.group += value;
  sum.last = value;
  return true;
}

/** Without و: «ثلاث مئة», «خمسة عشر», «97 ألفا», «ثلاثة أرباع». */
function addBare(sum: Sum, word: NumberWord): boolean {
  const { kind, value } = word;
  if (kind === "ten" && sum.last >= 1 && sum.last < 10 && Number.isInteger(sum.group)) {
    sum.group += value;
    sum.last += value;
    return true;
  }
  // «322 مئة»; in words none has more than ninety-nine of them.
  if (kind === "hundred" && sum.last >= 2 && sum.group < (sum.numeral ? 1000 : 100)) {
    sum.group *= value;
    sum.last = value;
    return true;
  }
  if (kind === "dozen" && sum.group > 0) {
    sum.group *= value;
    return true;
  }
  if (kind === "scale") return multiply(sum, value);
  // «خمس خمس» is no «five fifths»: a word that is also a number is a part only of what cannot count.
  const part = kind === "part" ? value : sum.group > 10 ? word.part : undefined;
  return part !== undefined && sum.group > 0 && sum.last >= 1 && addParts(sum, part);
}

/** Whether what has been read is one or two thousand and may be of a larger scale together with the hundreds behind it. */
export function isThousands({ total, scale }: Sum, by: number): boolean {
  return scale === THOUSAND && total <= 2 * THOUSAND && by > THOUSAND;
}

/** Multiplies what has been read by a scale; says whether it may. */
export function multiply(sum: Sum, scale: number): boolean {
  if (sum.group > 0 && scale < sum.scale) {
    close(sum, sum.group * scale, scale);
    return true;
  }
  // «ألف وخمسمئة مليون»
  if (sum.group >= 100 && isThousands(sum, scale)) {
    close(sum, (sum.total + sum.group) * scale - sum.total, scale);
    return true;
  }
  // «مئة ألف تريليون»: a scale of a scale.
  if (sum.group !== 0 || sum.total === 0 || scale < sum.scale) return false;
  sum.total *= scale;
  sum.scale = scale;
  return true;
}

/** «ثلاثة أخماس» is three of five, «مئة وثلاثون خمسا» all of it. */
function addParts(sum: Sum, part: number): boolean {
  sum.group *= part;
  sum.closed = true;
  return true;
}

/** After و: «مئة وعشرون», «ألف ومئتان», «مليون ونصف». */
function addJoined(sum: Sum, word: NumberWord): boolean {
  const { kind, value } = word;
  if (kind === "part" || kind === "parts") return word.follows !== true && addFraction(sum, value);
  if (sum.numeral && sum.scale === Number.POSITIVE_INFINITY) return false;
  if (fits(sum, word)) {
    if (kind === "scale") close(sum, value, value);
    else if (kind === "scales") close(sum, value, value / 2);
    else {
      sum.group += value;
      sum.last = value;
    }
    return true;
  }
  if (kind === "dozen") {
    sum.group += value;
    return word.follows !== true;
  }
  // What cannot be added is a part: «مئة وثلاثون وخمسين» is a hundred and thirty and two fifths.
  return word.part !== undefined && Number.isInteger(sum.group) && addFraction(sum, word.part);
}

function fits({ group, scale }: Sum, { kind, value, follows }: NumberWord): boolean {
  if (follows === true) return false;
  const rest = group % 100;
  switch (kind) {
    case "unit":
    case "lead":
    case "teen":
    case "ten":
      return rest === 0 && value > 0 && (group > 0 || scale < Number.POSITIVE_INFINITY);
    case "tens":
      return rest < 10 && group < 1000 && Number.isInteger(group);
    case "hundred":
    case "hundreds":
      return group === 0 && scale < Number.POSITIVE_INFINITY;
    case "scale":
    case "scales":
      return group === 0 && value < scale;
    default:
      return false;
  }
}

function close(sum: Sum, value: number, scale: number): void {
  sum.total += value;
  sum.group = 0;
  sum.last = 0;
  sum.scale = scale;
}

/** «مليون ونصف» is half a million more; «مئة ونصف» half of one. */
export function addFraction(sum: Sum, part: number): boolean {
  const ofScale = sum.group === 0 && sum.total > 0;
  if (ofScale) sum.total += part * sum.scale;
  else sum.group += part;
  sum.closed = true;
  return true;
}
