export interface InventedRecord {
  readonly id: string;
  readonly url: string;
  readonly source: string;
  readonly title: string;
  readonly text: string;
  readonly published: string;
}

export function inventNews(count: number, seed?: number): InventedRecord[];
export function toJsonLines(rows: readonly unknown[]): string;
