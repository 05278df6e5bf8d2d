import { fileSystems } from '../../schema/generated/names.ts';
import { rowsOf } from '../../schema/rows.ts';
import type { Word } from '../../syntax/words.ts';
import { nearest } from '../../text/edit-distance.ts';
import { faultAt, nameOf, problem, quoted } from '../problem.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { checkWords, completeWord, describeWord, type ListForm } from '../word-list.ts';

/** A named group of file systems, `systemd-analyze filesystems`. */
interface FilesystemGroup {
  readonly name: string;
  readonly about: string;
}

export const filesystemGroups: readonly FilesystemGroup[] = [
  { name: '@basic-api', about: 'basic API file systems' },
  { name: '@anonymous', about: 'anonymous inodes: pipes, sockets' },
  { name: '@application', about: 'application virtual file systems: FUSE, overlay, autofs' },
  { name: '@auxiliary-api', about: 'auxiliary API file systems' },
  { name: '@common-block', about: 'common file systems on block devices' },
  { name: '@historical-block', about: 'old file systems on block devices' },
  { name: '@network', about: 'network file systems' },
  { name: '@privileged-api', about: 'API file systems for privileged programs' },
  { name: '@security', about: 'file systems of security modules' },
  { name: '@temporary', about: 'file systems in memory' },
  { name: '@known', about: 'every file system systemd knows' },
];

const rows: readonly (readonly string[])[] = rowsOf(fileSystems);

/** The file systems of a group; all for @known. */
export const filesystemsIn = (group: string): string[] =>
  rows.filter(([name]) => name === group).map(([, member]) => member!);

const filesystems: readonly string[] = [...new Set(rows.map(([, member]) => member!))];

const FORM: ListForm = { unquote: true, invert: true };

const items: readonly Candidate[] = [
  ...filesystemGroups.map(({ name, about }): Candidate => ({ label: name, kind: 'keyword', detail: about })),
  ...filesystems.map((label): Candidate => ({ label, kind: 'value' })),
];

const known = new Set(filesystems);

/** `RestrictFileSystems=`: systemd minds unknown groups and lets unknown file systems pass. */
export const filesystemList: ValueType = {
  parsers: ['config_parse_restrict_filesystems'],
  repeats: 'extends',
  check: (text, context) => checkWords(text, FORM, context, (word) => checkName(word, context)),
  complete: (text, offset) => completeWord(text, offset, FORM, items),
  describe: (text, offset) =>
    describeWord(text, offset, FORM, (word) => {
      const group = filesystemGroups.find(({ name }) => name === word);
      if (!group) return describeFilesystem(word);
      const members = word === '@known' ? [] : filesystemsIn(word).map((name) => `\`${name}\``);
      return `**${word}**: ${group.about}.${members.length > 0 ? `\n\n${members.join(' ')}` : ''}`;
    }),
};

function describeFilesystem(name: string): string | undefined {
  if (!known.has(name)) return undefined;
  const groups = filesystemGroups.filter(
    (group) => group.name !== '@known' && filesystemsIn(group.name).includes(name),
  );
  const part = groups.length > 0 ? `, part of ${groups.map((group) => `\`${group.name}\``).join(', ')}` : '';
  return `File system \`${name}\`${part}.`;
}

function checkName(word: Word, context: ValueContext): ValueProblem[] {
  const name = word.text;
  if (name.startsWith('@')) {
    const groups = filesystemGroups.map((group) => group.name);
    if (groups.includes(name)) return [];
    const guess = nearest(name, groups);
    const remedy = guess ? `Did you mean ${guess}?` : `Write one of ${groups.join(', ')}.`;
    const what = `Unknown group of file systems ${quoted(name)}`;
    return [faultAt(word, { rule: 'value-invalid', consequence: 'entry', what, remedy, replacement: guess })];
  }
  const guess = known.has(name) ? undefined : slipOf(name);
  if (!guess) return [];
  const message = `Unknown file system ${quoted(name)}; systemd silently leaves it out of ${nameOf(context)}. Did you mean ${guess}?`;
  return [problem(word, 'value-invalid', message, { severity: 'hint', replacement: guess })];
}

/** A file system we do not know may still exist in the kernel; one letter off a known one it is a slip. */
function slipOf(name: string): string | undefined {
  if (name.length < 4 || !/^[a-z0-9_]+$/.test(name)) return undefined;
  const near = filesystems.filter(
    (candidate) => Math.abs(candidate.length - name.length) <= 1 && candidate[0] === name[0],
  );
  return near.length > 0 ? nearest(name, near) : undefined;
}
