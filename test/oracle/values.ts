import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Hand-picked values per parser: good, bad and odd ones. `values/*.txt` has one value per line below headings
 * `== parser parser…`; what stands below `== *` is asked of every parser.
 */
export function valuesFor(parser: string): string[] {
  const table = load();
  const own = table.get(parser) ?? [];
  return [...new Set(['', ...own, ...(table.get('*') ?? []), 'a'.repeat(3000), `/${'a/'.repeat(3000)}`])];
}

const directory = fileURLToPath(new URL('values', import.meta.url));
let loaded: ReadonlyMap<string, readonly string[]> | undefined;

function load(): ReadonlyMap<string, readonly string[]> {
  if (loaded !== undefined) return loaded;
  const table = new Map<string, string[]>();
  for (const name of readdirSync(directory).filter((file) => file.endsWith('.txt'))) {
    let parsers: string[] = [];
    for (const line of readFileSync(join(directory, name), 'utf8').split('\n')) {
      if (line.startsWith('== ')) parsers = line.slice(3).split(' ');
      else if (line !== '') for (const parser of parsers) table.set(parser, [...(table.get(parser) ?? []), line]);
    }
  }
  loaded = table;
  return table;
}
