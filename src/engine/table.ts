/** What a column of a table holds. */
export type ColumnKind = "text" | "count" | "share";

const TYPES = { text: "STRING", count: "INT32", share: "DOUBLE" } as const;

/** Rows as a Parquet file, any cell null where it is so in the row. The same rows give the same bytes. */
export async function packParquet<Column extends string>(
  columns: Readonly<Record<Column, ColumnKind>>,
  rows: readonly Readonly<Record<Column, string | number | null>>[],
): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import("hyparquet-writer"); // loaded where it is asked for
  const names = Object.keys(columns) as Column[];
  const columnData = names.map((name) => ({
    name,
    type: TYPES[columns[name]],
    nullable: true,
    data: rows.map((row) => row[name]),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: "stemma" }));
}
