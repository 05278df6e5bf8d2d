import { readWords } from '../../../syntax/words.ts';
import { since } from '../../../values/changes.ts';
import { parseInteger } from '../../../values/numbers/integer.ts';
import { faultAt, nameOf, quoted } from '../../../values/problem.ts';
import type { ValueContext, ValueProblem, ValueType } from '../../../values/value-type.ts';
import { isNumber } from '../../networkd/values/numbers.ts';
import { isId128 } from '../../values/id128.ts';
import { withMachineSpecifiers } from '../../values/machine-specifiers.ts';
import { named, oneOf } from '../../values/one-of.ts';
import { COMMON_PARTITIONS, isPartitionType } from '../../values/partition-type.ts';
import { isFilename } from '../../values/paths.ts';
import { keywords, taking } from '../../values/taking.ts';

const U64 = 2n ** 64n - 1n;

/** systemd-sysupdate 258 reads more, and more strictly, than 257 did. */
const CURRENT = 'definitions of transfers are read strictly';

const mayBeEmpty = ({ version }: ValueContext): boolean => since(version, CURRENT);

/** Between two of @v, @u and the like stands something, none comes twice, and @v has to; `pattern_split()` of src/sysupdate/sysupdate-pattern.c. */
function patternFault(pattern: string, version: number): string | undefined {
  const seen: string[] = [];
  let isApart = true;
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern[at]!;
    if (letter !== '@') {
      // Older releases find the character, and take the pattern all the same.
      if (/[\x00-\x1f$*?[\]!\\|]/.test(letter))
        return since(version, CURRENT) ? `"${letter}" cannot stand in a pattern` : undefined;
      isApart = true;
      continue;
    }
    const field = pattern[++at] ?? '';
    if (field === '@') isApart = true;
    else if (field === '') return 'it ends with @; write @@ for an @ that stands for itself';
    else if (!'vuftmsdlargh'.includes(field)) return `@${field} does not exist`;
    else if (seen.includes(field)) return `@${field} comes twice`;
    else if (!isApart) return `between @${seen.at(-1)} and @${field} stands nothing`;
    else {
      seen.push(field);
      isApart = false;
    }
  }
  return seen.includes('v') ? undefined : '@v is missing, which stands for the version';
}

/** `resource_add_pattern()`: in front of a pattern of a source `**` stands for any folder. */
function faultOfPattern(text: string, { version, directive }: ValueContext): string | undefined {
  const [, rest = ''] = /^(?:\*\*\/)+(.*)$/s.exec(text) ?? [];
  if (rest === '') return patternFault(text, version);
  if (directive.section === 'Target' && since(version, CURRENT)) return '**/ goes into [Source] alone';
  if (since(version, CURRENT) && !isFilename(rest)) return 'behind **/ stands a name without slashes';
  return patternFault(rest, version);
}

function checkPatterns(text: string, context: ValueContext): ValueProblem[] {
  const { words, fault } = readWords(text, { cunescape: true, unescapeRelax: true });
  const found = words.map((word) => ({ word, said: faultOfPattern(word.text, context) })).find(({ said }) => said);
  if (!found) {
    const what = `The last pattern of ${nameOf(context)} has an unfinished escape`;
    return fault ? [faultAt(fault, { rule: 'value-invalid', consequence: 'ignored', what })] : [];
  }
  const what = `${quoted(found.word.text)} is not a pattern like image_@v.raw: ${found.said}`;
  return [faultAt(found.word, { rule: 'value-invalid', consequence: 'file', what })];
}

/** sysupdate.d(5), "[Source] section options" and "[Target] section options". */
export const resources: readonly ValueType[] = [
  oneOf('resource_type', {
    'url-file': 'files below a URL',
    'url-tar': 'archives below a URL',
    tar: 'archives in a folder',
    partition: 'partitions of a disk',
    'regular-file': 'files in a folder',
    directory: 'folders in a folder',
    subvolume: 'subvolumes of btrfs in a folder',
  }),
  oneOf(
    'resource_path_relto',
    {
      root: 'of the root folder',
      esp: 'of the EFI system partition',
      xbootldr: 'of the extended boot loader partition',
      boot: 'of the latter, else of the former',
      explicit: 'of the folder given to --transfer-source=',
    },
    { empty: true },
  ),
  withMachineSpecifiers({ parsers: named('resource_path'), repeats: 'replaces', check: () => [] }),
  withMachineSpecifiers(
    { parsers: named('resource_pattern'), repeats: 'extends', check: checkPatterns },
    { limit: 255 },
  ),
  taking({
    parsers: named('resource_ptype'),
    what: 'a type of partition like root, usr-verity or linux-generic, or its UUID',
    takes: isPartitionType,
    empty: mayBeEmpty,
    items: keywords(COMMON_PARTITIONS),
  }),
  taking({ parsers: named('partition_uuid'), what: 'a UUID', takes: isId128, empty: mayBeEmpty }),
  taking({
    parsers: named('partition_flags'),
    what: 'a number in base 16 up to ffffffffffffffff',
    takes: (text, { version }) =>
      typeof parseInteger(text, { from: 0n, to: U64, ...(since(version, CURRENT) && { base: 16 }), unsigned: true }) ===
      'bigint',
    empty: mayBeEmpty,
  }),
  {
    parsers: named('instances_max'),
    repeats: 'replaces',
    check(text, context) {
      if (text === '' || isNumber(text, 2, U64)) return [];
      const isFew = isNumber(text, 0, 1);
      const what = `${nameOf(context)} takes a number of at least 2, not ${quoted(text)}`;
      return [
        faultAt(
          { start: 0, end: text.length },
          {
            rule: isFew ? 'value-out-of-range' : 'value-invalid',
            consequence: isFew ? 'kept' : 'ignored',
            what: isFew ? `${nameOf(context)} below 2 counts as 2` : what,
            ...(isFew && { remedy: 'Write 2.', replacement: '2' }),
          },
        ),
      ];
    },
  },
  taking({ parsers: named('uint64'), what: `a number from 0 to ${U64}`, takes: (text) => isNumber(text, 0, U64) }),
  withMachineSpecifiers(
    taking({
      parsers: named('current_symlink'),
      what: 'a path without .. in it',
      takes: (text) => !/^\.\.?$/.test(text) && !text.split('/').includes('..'),
      empty: mayBeEmpty,
    }),
  ),
];
