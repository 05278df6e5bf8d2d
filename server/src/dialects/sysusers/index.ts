import { alignColumns } from '../../engine/lines/align-columns.ts';
import { inColumns } from '../../engine/lines/columns.ts';
import type { LineDialect, LineReference, ReadLine } from '../../engine/lines/line-dialect.ts';
import { hiddenFile } from '../lines/hidden-file.ts';
import { type FolderFiles, inFolders } from '../lines/identify-in-folder.ts';
import { checkLine } from './check.ts';
import { columnsOf, describe, manualOf, purposeOfType } from './columns.ts';
import { conflicts } from './conflicts.ts';
import { FIELDS, given, readLine } from './read.ts';

const files: FolderFiles = { dialect: 'sysusers', folders: ['sysusers.d'], suffix: '.conf' };

/** The users and groups that systemd-sysusers makes; sysusers.d(5). */
export const sysusersDialect: LineDialect = {
  id: 'sysusers',
  called: 'A sysusers.d file',
  ...inFolders(files),
  read: readLine,
  check: checkLine,
  checkAmong: (file, among) => [...hiddenFile(file, among), ...conflicts(file, among)],
  ...inColumns(columnsOf),
  describe,
  manualOf,
  references,
  symbol: ({ content }) => {
    const [type, name, id] = content.fields;
    if (!type || !name) return undefined;
    const label = type.text.startsWith('r') ? (id?.text ?? name.text) : name.text;
    return { name: label, detail: purposeOfType(type.text) ?? type.text };
  },
  format: (file) => alignColumns(file, FIELDS.length),
};

function references({ content }: ReadLine): LineReference[] {
  const found: LineReference[] = [];
  for (const name of ['id', 'home', 'shell'] as const) {
    const field = given(content, name);
    if (field?.text.startsWith('/'))
      found.push({ type: 'path', target: field.text, start: field.start, end: field.end });
  }
  if (content.fields[0]?.text !== 'm') return found;
  for (const [name, type] of [
    ['name', 'user'],
    ['id', 'group'],
  ] as const) {
    const field = given(content, name);
    if (field) found.push({ type, target: field.text, start: field.start, end: field.end });
  }
  return found;
}
