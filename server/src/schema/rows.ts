/** The rows of a generated table: lines of cells, a tab between them. */
export const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
