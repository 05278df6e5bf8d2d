import type { Span } from '../../text/span.ts';
import { partStart } from '../../text/word-part.ts';
import { since } from '../changes.ts';
import { whole } from '../problem.ts';
import type { Candidate, Completion, Description, Signature } from '../value-type.ts';
import { isPartition, PARTITIONS } from './partitions.ts';

/** What each word says of a partition; systemd.image-policy(7). */
const meanings: Readonly<Record<string, string>> = {
  unprotected: 'used without protection',
  verity: 'used where Verity vouches for it',
  signed: 'used where a signature vouches for its Verity hash',
  encrypted: 'used where it is encrypted with LUKS',
  unused: 'there, but not used',
  absent: 'not there',
  open: 'there or not, protected or not',
  ignore: 'there or not, but never used',
  '-': 'there or not, but never used',
  'read-only-on': 'only with its read-only flag',
  'read-only-off': 'only without its read-only flag',
  'growfs-on': 'only with its growfs flag',
  'growfs-off': 'only without its growfs flag',
};

const FLAGS = Object.keys(meanings);

const FILE_SYSTEMS = ['encryptedwithintegrity', 'btrfs', 'erofs', 'ext4', 'f2fs', 'squashfs', 'vfat', 'xfs'];

/** Whole policies: everything, nothing, ignore. */
export const SHORTHANDS: Readonly<Record<string, string>> = {
  '*': 'Every partition may be used, whatever its protection.',
  '-': 'No partition may be used: absent or ignored only.',
  '~': 'Every partition must be absent.',
};

export const knownFlags = (version: number): readonly string[] =>
  since(version, 'file systems in image policies') ? [...FLAGS, ...FILE_SYSTEMS] : FLAGS;

function meaningOf(flag: string): string {
  if (Object.hasOwn(meanings, flag)) return meanings[flag]!;
  return flag === 'encryptedwithintegrity'
    ? 'used where it is encrypted with LUKS and its integrity is checked'
    : `only with the file system ${flag}`;
}

/** Whole policies where nothing is written yet, partitions, and behind `=` what may be said of one. */
export function completePolicy(text: string, offset: number, version: number): Completion {
  const start = partStart(text, offset, ':=+ ');
  const flags = (): Candidate[] =>
    knownFlags(version)
      .filter((flag) => flag !== '-')
      .map((label) => ({ label, kind: 'value', detail: meaningOf(label) }));
  if (isFlag(text, offset)) return { start, end: offset, items: flags() };
  const shorthands = Object.entries(SHORTHANDS).map(([label, detail]): Candidate => ({ label, kind: 'value', detail }));
  const partitions = PARTITIONS.map((name): Candidate => ({ label: `${name}=`, kind: 'value' }));
  return { start, end: offset, items: [...partitions, ...(text === '' ? shorthands : [])] };
}

/** A whole policy, a partition with all that may be true of it, or one such word. */
export function describePolicy(text: string, offset: number, version: number): Description | undefined {
  const all = SHORTHANDS[text.trim()];
  if (all) return { ...whole(text), markdown: all };
  const at = wordAt(text, offset);
  const word = text.slice(at.start, at.end);
  if (isFlag(text, at.start)) {
    return knownFlags(version).includes(word) ? { ...at, markdown: `\`${word}\`: ${meaningOf(word)}.` } : undefined;
  }
  if (word !== '' && !isPartition(word)) return undefined;
  const [, list = ''] = /^[^:=]*=([^:]*)/.exec(text.slice(at.start)) ?? [];
  const flags = list.split('+').filter((flag) => knownFlags(version).includes(flag));
  const subject = word === '' ? 'Every other partition' : `The partition \`${word}\``;
  const may = flags.length === 0 ? [meaningOf('open')] : flags.map(meaningOf);
  return { ...at, markdown: `${subject} has to be: ${may.join('; or ')}.` };
}

const isFlag = (text: string, offset: number): boolean => text[partStart(text, offset, '=:') - 1] === '=';

function wordAt(text: string, offset: number): Span {
  const start = partStart(text, offset, ':=+ ');
  const length = text.slice(start).search(/[:=+ ]|$/);
  return { start, end: start + length };
}

/** `root=verity+signed:usr=absent`. */
export const policySignature: Signature = {
  label: 'PARTITION=FLAG+FLAG:…',
  parameters: [
    { label: 'PARTITION', documentation: 'root, usr, home …; nothing for all that are not named.' },
    { label: 'FLAG+FLAG', documentation: 'What may be true of it; one of them has to be.' },
  ],
  active: (text, offset) => (isFlag(text, offset) ? 1 : 0),
};
