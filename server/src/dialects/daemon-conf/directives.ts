import { type DirectiveTable, directiveTable } from '../../engine/directive-table.ts';
import { daemonDirectives, daemonRenames } from '../../schema/generated/daemon-conf.ts';
import { partsOf, rowsOf } from '../../schema/rows.ts';
import { daemonValueTypeOf } from './values/index.ts';

export const DIALECT = 'daemon-conf';

/** Files that are read with the table of another: that of the manager of users, and that of a journal's namespace. */
const sharers: Readonly<Record<string, string>> = { 'user.conf': 'system.conf', 'journald@.conf': 'journald.conf' };

let renames: ReadonlyMap<string, string> | undefined;

function replacementOf(name: string): string | undefined {
  renames ??= new Map(
    rowsOf(daemonRenames).map(([section, key, replacement = '']) => [`${section}.${key}`, replacement]),
  );
  return renames.get(name);
}

/** Where the manual has an old key today. */
function modernPlace(section: string, key: string): { readonly section: string; readonly key: string } | undefined {
  const replacement = replacementOf(`${section}.${key}`);
  return replacement === undefined ? undefined : { section, key: replacement };
}

/** The files that the table has rows of. */
const files: readonly string[] = [...new Set(daemonDirectives.trim().match(/^[^\t]+/gm))];

const rowsOfFile = partsOf(daemonDirectives);

const tables: ReadonlyMap<string, DirectiveTable> = new Map(
  files.map((file) => [
    file,
    directiveTable(DIALECT, () => rowsOfFile(file), { valueTypeOf: daemonValueTypeOf, modernPlace }),
  ]),
);

/** The directives of a file, by its name: `journald.conf`. */
export const daemonTable = (file: string): DirectiveTable => tables.get(sharers[file] ?? file)!;

/** The names of all files; that of a journal's namespace has nothing behind its `@`. */
export const daemonNames: readonly string[] = [...files, ...Object.keys(sharers)];
