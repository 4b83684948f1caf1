/**
 * Words whose last ان belongs to the word and is no dual, as written without the article. Only what news writes often; the ان of any other
 * word comes off, as in other stemmers. Names of places that end so are taken from their own table.
 */
export const AN_LEXEMES: readonly string[] = [
  // acts and things
  ..."إعلان بيان عدوان ميزان ميدان عنوان برلمان ديوان لسان مكان زمان ضمان أمان إيمان دخان بركان بستان سلطان إنسان حيوان جيران فنان".split(
    " ",
  ),
  // months, names of people and places
  ..."رمضان شعبان سليمان عثمان سلمان مروان حمدان عدنان رضوان ريان لقمان عفان طهران وهران نجران جازان حوران كردستان خراسان طالبان".split(
    " ",
  ),
];
