import { readWords } from '../../../syntax/words.ts';
import { since } from '../../../values/changes.ts';
import { faultAt, nameOf, quoted, whole } from '../../../values/problem.ts';
import type { ValueContext, ValueProblem, ValueType } from '../../../values/value-type.ts';
import { withMachineSpecifiers } from '../../values/machine-specifiers.ts';
import { named } from '../../values/one-of.ts';
import { isAbsolutePath, isFilename } from '../../values/paths.ts';
import { taking, takingWords } from '../../values/taking.ts';

const QUOTED = { unquote: true } as const;

const FIELDS = { separators: ':', dontCoalesce: true, cunescape: true } as const;

/** `config_parse_copy_files()` of src/repart/repart.c: what is copied, where it is put, and options. */
function checkCopyFiles(text: string, context: ValueContext): ValueProblem[] {
  const name = nameOf(context);
  const form = 'a path, and behind a colon where it is put, like /srv/data:/data';
  const { words, fault } = readWords(text, FIELDS);
  const hasOptions = since(context.version, 'copied files have options');
  const isCut = text.endsWith(':') && words.length === 1;
  if (fault || words.length > (hasOptions ? 3 : 2)) {
    const what = `${name} takes ${form}, not ${quoted(text)}`;
    return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'file', what })];
  }
  const [source, target = source, options] = words;
  for (const path of [source, isCut ? undefined : target]) {
    if (path && (path.text.startsWith('/') || path.text.startsWith('%'))) continue;
    const what = `${name} takes absolute paths, not ${quoted(path?.text ?? '')}`;
    return [faultAt(path ?? whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
  }
  const unknown = options?.text.split(',').find((option) => option !== '' && !/^fsverity=(?:off|copy)$/.test(option));
  if (unknown === undefined) return [];
  const what = `Unknown option ${quoted(unknown)} in ${name}`;
  return [
    faultAt(options!, {
      rule: 'value-invalid',
      consequence: 'kept',
      what,
      remedy: 'Write fsverity=copy or fsverity=off.',
    }),
  ];
}

/** What is put into a new file system; repart.d(5). */
export const files: readonly ValueType[] = [
  withMachineSpecifiers({ parsers: named('copy_files'), repeats: 'extends', check: checkCopyFiles }),
  ...[
    taking({
      parsers: named('copy_blocks'),
      what: 'an absolute path or auto',
      takes: (text) => text === 'auto' || isAbsolutePath(text),
      empty: true,
    }),
    taking({ parsers: named('default_subvolume'), what: 'an absolute path', takes: isAbsolutePath, empty: true }),
    takingWords({
      parsers: named('exclude_files make_dirs'),
      what: 'absolute paths',
      takes: isAbsolutePath,
      words: QUOTED,
    }),
    takingWords({
      parsers: named('make_symlinks'),
      what: 'pairs of paths like /etc/os-release:../usr/lib/os-release',
      takes: (text) => text.includes(':') && isAbsolutePath(text.slice(0, text.indexOf(':'))),
      words: QUOTED,
    }),
    takingWords({
      parsers: named('subvolumes'),
      what: 'absolute paths, each with the flags ro and nodatacow behind a colon if wanted',
      takes(text, { version }) {
        const [path = '', flags] = splitAt(text, ':');
        const known = since(version, 'subvolumes without checksums') ? ['ro', 'nodatacow'] : ['ro'];
        return isAbsolutePath(path) && (flags === undefined || flags.split(',').every((flag) => known.includes(flag)));
      },
      words: QUOTED,
    }),
  ].map((type) => withMachineSpecifiers(type)),
  taking({ parsers: named('path'), what: 'an absolute path', takes: isAbsolutePath, empty: true }),
  taking({
    parsers: named('fstype'),
    what: 'the name of a file system like ext4, or empty or swap',
    takes: isFilename,
    consequence: 'file',
    items: ['ext4', 'btrfs', 'xfs', 'vfat', 'erofs', 'squashfs', 'swap', 'empty'].map((label) => ({
      label,
      kind: 'keyword',
    })),
  }),
  taking({
    parsers: named('mountpoint'),
    what: 'an absolute path, and options of the mount behind a colon, like /efi:umask=0077',
    takes: isMountPoint,
    empty: true,
  }),
  taking({
    parsers: named('encrypted_volume'),
    what: 'a name, and behind colons a file with the key and options, like root:/etc/key:discard',
    takes: (text, { version }) => isVolume(text, since(version, 'encrypted volumes without a name')),
    empty: true,
  }),
];

const splitAt = (text: string, mark: string): [string, string?] => {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
};

const PARTS = { ...FIELDS, unquote: true } as const;

function isMountPoint(text: string): boolean {
  const { words, fault } = readWords(text, PARTS);
  return !fault && words.length <= 2 && isAbsolutePath(words[0]?.text ?? '');
}

function isVolume(text: string, mayBeNameless: boolean): boolean {
  const { words, fault } = readWords(text, PARTS);
  const name = words[0]?.text ?? '';
  return !fault && words.length <= 4 && (isFilename(name) || (name === '' && mayBeNameless));
}
