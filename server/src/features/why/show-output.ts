/** The properties of one unit; a list property has one string per line printed. */
export type Properties = ReadonlyMap<string, readonly string[]>;

/** Reads what `systemctl show` prints: `NAME=VALUE` lines, an empty line between units. */
export function parseShow(output: string): Properties[] {
  return output
    .split(/\n\n+/)
    .filter((block) => block.trim() !== '')
    .map(parseBlock);
}

function parseBlock(block: string): Properties {
  const properties = new Map<string, string[]>();
  for (const line of block.split('\n')) {
    const equals = line.indexOf('=');
    if (equals <= 0) continue;
    const name = line.slice(0, equals);
    const values = properties.get(name);
    if (values) values.push(line.slice(equals + 1));
    else properties.set(name, [line.slice(equals + 1)]);
  }
  return properties;
}
