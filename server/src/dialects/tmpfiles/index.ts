import { alignColumns } from '../../engine/lines/align-columns.ts';
import { inColumns } from '../../engine/lines/columns.ts';
import type { LineContext, LineDialect, LineReference, ReadLine } from '../../engine/lines/line-dialect.ts';
import { hiddenFile } from '../lines/hidden-file.ts';
import { type FolderFiles, inFolders } from '../lines/identify-in-folder.ts';
import { accountsOfAcl } from './arguments/acl.ts';
import { checkLine } from './check.ts';
import { columnsOf } from './columns.ts';
import { describe, manualOf } from './describe.ts';
import { DROPS } from './drops.ts';
import { duplicates } from './duplicates.ts';
import { argumentKindOf, purposeOfType } from './line-types.ts';
import { ownerName } from './owner.ts';
import { FIELDS, given, readLine } from './read.ts';

const files: FolderFiles = {
  dialect: 'tmpfiles',
  folders: ['tmpfiles.d'],
  userFolders: ['user-tmpfiles.d'],
  suffix: '.conf',
};

/** What systemd-tmpfiles creates, cleans and removes; tmpfiles.d(5). */
export const tmpfilesDialect: LineDialect = {
  id: 'tmpfiles',
  called: 'A tmpfiles.d file',
  ...inFolders(files),
  read: readLine,
  check: checkLine,
  checkAmong: (file, among) => [...hiddenFile(file, among), ...duplicates(file, among)],
  ...inColumns(columnsOf),
  describe,
  manualOf,
  references,
  symbol: ({ content }) => {
    const [type, path] = content.fields;
    return type && path ? { name: path.text, detail: purposeOfType(type.text[0] ?? '') ?? type.text } : undefined;
  },
  // Behind the age stands the argument, whose blanks are its own.
  format: (file) => alignColumns(file, FIELDS.length - 1),
};

function references({ content }: ReadLine, { version }: LineContext): LineReference[] {
  const found: LineReference[] = [];
  for (const type of ['user', 'group'] as const) {
    const owner = given(content, type);
    const target = owner && ownerName(owner.text, version);
    if (target) found.push({ type, target, start: owner.start, end: owner.end, without: DROPS });
  }
  const kind = argumentKindOf(content.fields[0]?.text[0] ?? '');
  const acl = kind === 'acl' ? given(content, 'argument') : undefined;
  for (const { kind: type, name, start } of acl ? accountsOfAcl(acl.text) : [])
    found.push({
      type,
      target: name,
      start: acl!.start + start,
      end: acl!.start + start + name.length,
      without: 'systemd-tmpfiles ignores the whole list',
    });
  const leads = kind === 'target' || kind === 'source' ? [given(content, 'argument')] : [];
  for (const field of [given(content, 'path'), ...leads])
    if (field?.text.startsWith('/'))
      found.push({ type: 'path', target: field.text, start: field.start, end: field.end });
  return found;
}
