import { fileWriter, ParquetWriter } from "hyparquet-writer";
import { FLAT_COLUMNS, type FlatRow } from "./export-row.ts";

/** Rows of a table going into a Parquet file. Nothing but the rows of one call is held in memory. */
export interface ParquetFile {
  readonly write: (rows: readonly FlatRow[]) => Promise<void>;
  /** Without it the file is no Parquet file. */
  readonly finish: () => Promise<void>;
}

/** Opens a Parquet file of text columns (UTF8, optional, Snappy) for writing; a file of that name is replaced. */
export function openParquet(path: string): ParquetFile {
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: [
      { name: "root", num_children: FLAT_COLUMNS.length },
      ...FLAT_COLUMNS.map((name) => ({
        name,
        type: "BYTE_ARRAY" as const,
        converted_type: "UTF8" as const,
        repetition_type: "OPTIONAL" as const,
      })),
    ],
  });
  return {
    write: async (rows) => {
      const columnData = FLAT_COLUMNS.map((name) => ({
        name,
        data: rows.map((row) => row[name] ?? undefined),
      }));
      await writer.write({ columnData, rowGroupSize: rows.length });
    },
    finish: async () => {
      await writer.finish();
    },
  };
}
