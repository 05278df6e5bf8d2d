import { readWords, type WordOptions } from '../../syntax/words.ts';
import { since } from '../changes.ts';
import { type Located, locatedWord, partOf, wordWithin } from '../located.ts';
import { type Consequence, faultAt, nameOf } from '../problem.ts';
import { PATH_LIMIT, resolve } from '../resolve.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { faultsOf, quotingProblem, wordsNear } from '../word-list.ts';
import { invalidPartition } from './partitions.ts';
import { type PathRules, pathFault } from './path-fault.ts';
import { activeField, completePath, pathReferences } from './path-help.ts';

const OUTER: WordOptions = { unquote: true, retainEscape: true };
const INNER: WordOptions = { separators: ':', cunescape: true, unescapeSeparators: true };

/** How many paths come before the mount options: source and destination, or the image alone. */
const imageList = (parser: string, paths: 1 | 2): ValueType => ({
  parsers: [parser],
  repeats: 'extends',
  specifiers: 'all',
  check(text, context) {
    const { words, fault } = readWords(text, OUTER);
    const consequence = words.length > 1 ? 'entry' : 'ignored';
    const problems = faultsOf(words, (word) => checkImage(locatedWord(word), paths, context, consequence));
    return fault ? [...problems, quotingProblem(fault, context, words.length > 0)] : problems;
  },
  references: (text, context, near) =>
    pathReferences(
      wordsNear(readWords(text, OUTER).words, near).flatMap((word) => imageOf(locatedWord(word)) ?? []),
      context,
    ),
  complete: (text, offset) => completePath(text, offset, { separators: ' \t:' }),
  signature: () => ({
    label: paths === 2 ? '[-]image:destination[:partition:options …] …' : '[-]image[:partition:options …] …',
    parameters: [
      {
        label: 'image',
        documentation: 'A disk image or block device; "-" in front of it: skip it when it is not there.',
      },
      ...(paths === 2 ? [{ label: 'destination', documentation: 'Where the service sees its file system.' }] : []),
      { label: 'partition', documentation: 'The partition the options are for: root, usr, home, srv, esp …' },
      { label: 'options', documentation: 'Its mount options, separated by commas.' },
    ],
    active: activeField,
  }),
});

/** MountImages=. */
export const mountImages = imageList('config_parse_mount_images', 2);

/** ExtensionImages=. */
export const extensionImages = imageList('config_parse_extension_images', 1);

function fieldsOf(entry: Located): { fields: Located[]; fault?: ReturnType<typeof readWords>['fault'] } {
  const { words, fault } = readWords(entry.text, INNER);
  const fields = words.map((word) => wordWithin(entry, word));
  return fault ? { fields, fault: { ...fault, ...entry.span(fault.start, fault.end) } } : { fields };
}

const imageOf = (entry: Located): Located | undefined => {
  const first = fieldsOf(entry).fields[0];
  return first && partOf(first, first.text.startsWith('-') ? 1 : 0);
};

function checkImage(entry: Located, paths: 1 | 2, context: ValueContext, consequence: Consequence): ValueProblem[] {
  const { fields, fault } = fieldsOf(entry);
  if (fault) return [quotingProblem(fault, context)];
  const image = imageOf(entry);
  if (!image) return [];
  const noApiVfs = since(context.version, 'images keep off API file systems') && (paths === 1 || 'but /dev');
  const problem = checkPart(image, context, { consequence, noApiVfs });
  if (problem) return [problem];
  const destination = fields[1];
  if (paths === 1) return checkOptions(fields.slice(1), context);
  if (!destination) {
    const what = `${nameOf(context)} needs a destination after a colon`;
    return [faultAt(entry.span(), { rule: 'value-invalid', consequence, what })];
  }
  const second = checkPart(destination, context, { consequence, noApiVfs, part: 'The destination' });
  return second ? [second] : checkOptions(fields.slice(2), context);
}

function checkPart(path: Located, context: ValueContext, rules: PathRules): ValueProblem | undefined {
  const resolved = resolve(path, context, { consequence: rules.consequence, limit: PATH_LIMIT });
  return resolved.problem ?? pathFault(resolved.value, context, rules);
}

/** Pairs of partition and options; options alone count for the root partition. The image is taken in any case. */
function checkOptions(fields: readonly Located[], context: ValueContext): ValueProblem[] {
  const problems: ValueProblem[] = [];
  for (let i = 0; i < fields.length; i += 2) {
    const partition = fields[i]!;
    const options = fields[i + 1];
    const invalid = options && invalidPartition(partition, 'entry');
    const resolved = resolve(options ?? partition, context, { consequence: 'entry' });
    const problem = invalid ?? resolved.problem;
    if (problem) problems.push(problem);
  }
  return problems;
}
