import { parseArgs } from 'node:util';
import { type Random, seeded } from '../mutation/random.ts';
import { compareEach, difference, targetsOf } from './differential.ts';
import { chosen, report } from './run.ts';
import { systems } from './systems.ts';
import { valuesFor } from './values.ts';

/** Says where we differ from systemd on values made from the known ones by small changes. */
export function main(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      version: { type: 'string' },
      parser: { type: 'string' },
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '200' },
      list: { type: 'string', default: '10' },
      user: { type: 'boolean', default: false },
      template: { type: 'boolean', default: false },
    },
  });
  const { user, template } = values;
  const versions = values.version?.split(',').map(Number) ?? [...systems().keys()].sort();
  let differences = 0;
  for (const version of versions) {
    const options = { version, manager: user ? ('user' as const) : ('system' as const), template, everySection: true };
    for (const parser of chosen(values.parser, version)) {
      const targets = targetsOf(parser, options).filter(({ section }) => !template || !single.test(section));
      if (targets.length === 0) continue;
      const random = seeded(Number(values.seed) * 104729 + parser.length);
      const asked = spoilt(parser, Number(values.count), random).map((value) => ({
        target: random.pick(targets),
        value,
      }));
      const comparisons = compareEach(parser, asked, options);
      const found = comparisons.filter((comparison) => difference(comparison) !== undefined).length;
      differences += found;
      if (found > 0) report(version, parser, comparisons, Number(values.list));
    }
    process.stdout.write(`systemd ${version}: ${differences} differences so far\n`);
  }
  return differences === 0 ? 0 : 1;
}

/** Values one to three changes away from those hand-picked for the parser. */
function spoilt(parser: string, count: number, random: Random): string[] {
  const pool = valuesFor(parser).filter((value) => value.length < 300);
  const made = new Set<string>();
  for (let round = 0; round < count; round++) {
    let value = random.pick(pool);
    for (let left = 1 + random.below(3); left > 0; left--) value = random.pick(changes)(value, random, pool);
    // Half of a surrogate pair reaches systemd as U+FFFD.
    made.add(Buffer.from(value).toString());
  }
  return [...made];
}

/** Sections of units that cannot be templates. */
const single = /^(Mount|Automount|Swap|Slice)$/;

const BITS = (
  '" \' \\ \\\\ % %% %i %n %H %Z %h %t %5 / // .. . : :: - + ! !! ~ | @ @@ , ; = == 0 9 00 0x -1 _ * [ ] { } $ ${A} $A # ( ) < > ^ & ? ` ' +
  '\\x41 \\x2d \\x00 \\x \\u00e9 \\ud800 \\101 \\400 \\n \\s \\; é ü ẞ 😀 \u00a0 \u200b \u007f \u0001 \t inf infinity max min ' +
  'K G % 1.5 .5 1e3 255 256 65535 65536 2147483647 2147483648 4294967295 4294967296 9223372036854775807 ' +
  '9223372036854775808 18446744073709551615 18446744073709551616 a.service @.service a@b.service root nobody /a ../b'
)
  .split(' ')
  .concat(' ', '  ', '\\\n', ' \\\n# c\n', ' \\\n; c \\\n ');

type Change = (value: string, random: Random, pool: readonly string[]) => string;

const splice = (text: string, start: number, end: number, by: string) => text.slice(0, start) + by + text.slice(end);

const changes: readonly Change[] = [
  (value, random) => {
    const at = random.below(value.length + 1);
    return splice(value, at, at, random.pick(BITS));
  },
  (value, random) => {
    const at = random.below(value.length + 1);
    return splice(value, at, at + 1, random.pick(BITS));
  },
  (value, random) => {
    const at = random.below(value.length + 1);
    return splice(value, at, at + 1 + random.below(3), '');
  },
  (value, random, pool) => value + random.pick([' ', ',', ':', '=', '', ';', '/', '-']) + random.pick(pool),
  (value, random) => value.replace(/\d+/, random.pick(BITS)),
  (value, random) => random.pick(BITS) + value,
  (value, random) => value + random.pick(BITS),
  (value, random) => {
    const words = value.split(' ');
    const at = random.below(words.length);
    return words
      .map((word, index) => (index === at ? random.pick([`"${word}"`, `'${word}'`, `${word} ${word}`, '']) : word))
      .join(' ');
  },
  (value, random) =>
    random.pick([value.toUpperCase(), value.toLowerCase(), value.slice(0, random.below(value.length + 1))]),
];
