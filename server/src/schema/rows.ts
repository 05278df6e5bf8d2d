/** The rows of a generated table: lines of cells, a tab between them. */
export const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));

/** A table in parts, each asked for by the first cell of its rows, which is left out; split when the first is asked for. */
export function partsOf(table: string): (first: string) => string {
  let parts: ReadonlyMap<string, string> | undefined;
  return (first) => {
    parts ??= splitByFirst(table);
    return parts.get(first) ?? '';
  };
}

function splitByFirst(table: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string[]>();
  for (const line of table.trim().split('\n')) {
    const end = line.indexOf('\t');
    const first = line.slice(0, end);
    const rest = line.slice(end + 1);
    const part = parts.get(first);
    if (part) part.push(rest);
    else parts.set(first, [rest]);
  }
  return new Map([...parts].map(([first, part]) => [first, part.join('\n')]));
}
