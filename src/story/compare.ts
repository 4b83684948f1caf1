/** A run of words of one text: in the other text too, or only in this one. */
export interface Piece {
  readonly text: string;
  readonly shared: boolean;
}

/** Two paragraphs that answer each other, or one that has no answer. */
export interface ComparedRow {
  readonly left: readonly Piece[] | null;
  readonly right: readonly Piece[] | null;
}

/** Sets two texts side by side, paragraph by paragraph, and marks the words they share. Joining the pieces of a side gives that text back. */
export function compareTexts(_left: string, _right: string): readonly ComparedRow[] {
  return [];
}
