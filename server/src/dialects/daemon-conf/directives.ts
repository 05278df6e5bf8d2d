import { type DirectiveTable, directiveTable } from '../../engine/directive-table.ts';
import { daemonDirectives, daemonRenames } from '../../schema/generated/daemon-conf.ts';
import { rowsOf } from '../../schema/rows.ts';
import { daemonValueTypeOf } from './values/index.ts';

export const DIALECT = 'daemon-conf';

/** Files that are read with the table of another: that of the manager of users, and that of a journal's namespace. */
const sharers: Readonly<Record<string, string>> = { 'user.conf': 'system.conf', 'journald@.conf': 'journald.conf' };

const renames: ReadonlyMap<string, string> = new Map(
  rowsOf(daemonRenames).map(([section, key, replacement = '']) => [`${section}.${key}`, replacement]),
);

/** Where the manual has an old key today. */
function modernPlace(section: string, key: string): { readonly section: string; readonly key: string } | undefined {
  const replacement = renames.get(`${section}.${key}`);
  return replacement === undefined ? undefined : { section, key: replacement };
}

const tables: ReadonlyMap<string, DirectiveTable> = new Map(
  [...rowsByFile()].map(([file, rows]) => [
    file,
    directiveTable(DIALECT, () => rows.join('\n'), { valueTypeOf: daemonValueTypeOf, modernPlace }),
  ]),
);

function rowsByFile(): ReadonlyMap<string, string[]> {
  const files = new Map<string, string[]>();
  for (const [file = '', ...row] of rowsOf(daemonDirectives))
    files.set(file, [...(files.get(file) ?? []), row.join('\t')]);
  return files;
}

/** The directives of a file, by its name: `journald.conf`. */
export const daemonTable = (file: string): DirectiveTable => tables.get(sharers[file] ?? file)!;

/** The names of all files; that of a journal's namespace has nothing behind its `@`. */
export const daemonNames: readonly string[] = [...tables.keys(), ...Object.keys(sharers)];
