import type { Column, LineDialect } from '../../engine/lines/line-dialect.ts';
import { since } from '../../values/changes.ts';
import { hiddenFile } from '../lines/hidden-file.ts';
import { type FolderFiles, inFolders } from '../lines/identify-in-folder.ts';
import { ignoredPart, quotedText } from '../lines/problems.ts';
import { assignmentFields, columnPlace, outlineOf } from '../lines/simple-lines.ts';

const files: FolderFiles = { dialect: 'sysctl', folders: ['sysctl.d'], suffix: '.conf' };

const manual = { page: 'sysctl.d(5)', heading: 'CONFIGURATION FORMAT' };
const columns: readonly Column[] = [
  {
    name: 'name',
    label: 'Setting',
    purpose:
      'A kernel setting: its path below `/proc/sys`, with dots or slashes. With `-` before it a failure does not count, and without a value it is left alone.',
    manual,
    sources: ['setting'],
  },
  { name: 'value', label: 'Value', purpose: 'What is written into the setting.', manual },
];

/** Settings of the kernel that systemd-sysctl writes; sysctl.d(5). Which settings there are is for the kernel to say. */
export const sysctlDialect: LineDialect = {
  id: 'sysctl',
  called: 'A sysctl.d file',
  ...inFolders(files),
  read(line, { version }) {
    const outline = outlineOf(line, since(version, 'semicolons begin no comments in sysctl.d') ? '#' : '#;');
    return {
      kind: outline.kind,
      fields: outline.kind === 'entry' ? assignmentFields(outline, { name: 'property' }) : [],
    };
  },
  // `parse_file()` of src/sysctl/sysctl.c: without a value only what is excluded by a sign.
  check({ content: { fields } }) {
    const [name, value] = fields;
    if (!name || value || name.text.startsWith('-')) return [];
    return [
      ignoredPart(
        name,
        `${quotedText(name.text)} is not NAME = VALUE; systemd-sysctl ignores this line. Write a value, or "-" before the name to leave the setting alone.`,
      ),
    ];
  },
  checkAmong: hiddenFile,
  placeAt: ({ text, content }, offset) =>
    columnPlace(text.slice(0, offset).includes('=') ? columns : columns.slice(0, 1), content, offset),
  symbol: ({ content: { fields } }) =>
    fields[0] ? { name: fields[0].text, detail: fields[1]?.text ?? '' } : undefined,
};
