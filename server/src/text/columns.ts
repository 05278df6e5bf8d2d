/** Rows with their cells below each other, a gap between columns and no blanks at the ends of lines. */
export function columns(rows: readonly (readonly string[])[], gap: string): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join(gap)
      .trimEnd();
  return rows.map(line).join('\n');
}
