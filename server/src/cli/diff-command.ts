import {
  compareTrees,
  meansSame,
  type UnitComparison,
  type UnitState,
  type UnitStates,
} from '../features/compare/compare-trees.ts';
import { comparisonText } from '../features/compare/render-comparison.ts';
import { baseOf } from '../units/unit-location.ts';
import { readArguments, wordOf } from './arguments.ts';
import { isQuadlet } from './cat-quadlet.ts';
import { findConfig } from './config.ts';
import { diffRunning } from './diff-running.ts';
import { gitFiles, revisionPath } from './git-files.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import { oneVersion, versionOption } from './target-version.ts';
import { type Reading, stateOfFile, statesBelow } from './unit-snapshot.ts';
import type { Help } from './usage.ts';

const FORMATS = ['text', 'json'];

const OPTIONS = {
  format: { type: 'string', default: 'text', value: FORMATS.join('|'), about: 'for people, or for programs' },
  git: {
    type: 'boolean',
    default: false,
    about: 'REVISION [REVISION]: the units of the current folder at a revision of git, and at another or as they are',
  },
  running: {
    type: 'boolean',
    default: false,
    about:
      '[UNIT|FILE...]: what the running manager has, beside what daemon-reload would make of it, or a file; all units that changed, unless named',
  },
  user: {
    type: 'boolean',
    default: false,
    about: 'the user manager is meant, also by files whose folder does not say',
  },
  ...versionOption,
} as const;

export const diffHelp: Help = {
  synopsis: ['[options] A B', '[options] --git REVISION [REVISION]', '[options] --running [UNIT...]'],
  about: `Tells what units mean differently: fragment and drop-ins are read as systemd reads them, lists and resets applied, and
values compared by their meaning, so that 90 and 1min 30s are the same. A and B are files, folders, or REVISION:PATH of
git; of Quadlet files the services that Podman makes of them are compared. Each difference comes with both values,
where they stand, and whether daemon-reload is enough for it to count, or what runs has to be restarted.`,
  options: OPTIONS,
  exitStatus: '0 they mean the same, if perhaps in another form; 1 they do not; 2 wrong usage, or nothing to compare',
};

export async function diffCommand(host: CliHost, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const format = wordOf('--format', values.format, FORMATS);
  const version = oneVersion(host, { option: values['systemd-version'], config: findConfig(host) });
  const reading: Reading = { version, manager: values.user ? 'user' : 'system' };
  if (values.running) return await diffRunning(host, { ...reading, names: positionals, format });
  const [a, b] = values.git ? revisionsOf(positionals) : operandsOf(positionals);
  const comparisons = compared(await sideOf(host, a, reading), await sideOf(host, b, reading)).map(withPaths);
  return print(host, comparisons, format);
}

function print(host: CliHost, comparisons: readonly UnitComparison[], format: string): number {
  const same = meansSame(comparisons);
  const units = comparisons.filter(({ outcome }) => outcome !== 'same');
  host.stdout(format === 'json' ? `${JSON.stringify({ same, units }, null, 2)}\n` : comparisonText(units));
  return same ? EXIT.clean : EXIT.problems;
}

function operandsOf(positionals: readonly string[]): [string, string] {
  const [a, b, ...more] = positionals;
  if (a === undefined || b === undefined || more.length > 0)
    throw new UsageError('name two files or folders, REVISION:PATH of git among them');
  return [a, b];
}

function revisionsOf([from, to, ...more]: readonly string[]): [string, string] {
  if (from === undefined || more.length > 0) throw new UsageError('--git takes one revision, or two');
  return [`${from}:`, to === undefined ? '.' : `${to}:`];
}

/** One unit, whatever it is called, or many by their names. */
type Side = { readonly name: string; readonly one: UnitState } | { readonly many: UnitStates };

async function sideOf(machine: CliHost, operand: string, reading: Reading): Promise<Side> {
  const inGit = machine.kindOf(operand) === undefined ? revisionPath(operand) : undefined;
  const { host, path } = inGit ? await gitFiles(machine, inGit.revision, inGit.path) : { host: machine, path: operand };
  const kind = host.kindOf(path);
  if (kind === undefined) throw new UsageError(`${operand}: no such file or folder`);
  if (kind === 'directory') return { many: statesBelow(host, path, reading) };
  const one = stateOfFile(host, path, reading);
  if (!one) throw new UsageError(isQuadlet(operand) ? madeNothing(operand) : `${operand}: not a unit`);
  return { name: (one.state === 'loaded' && one.unit.name?.text) || baseOf(path), one };
}

const madeNothing = (operand: string): string =>
  `${operand}: Podman makes no service of this file; systemd-units check says why`;

function compared(a: Side, b: Side): UnitComparison[] {
  if ('many' in a && 'many' in b) {
    if (a.many.size === 0 && b.many.size === 0) throw new UsageError('neither has units');
    return compareTrees(a.many, b.many);
  }
  if ('many' in a || 'many' in b) throw new UsageError('compare a file with a file, or a folder with a folder');
  return compareTrees(new Map([[b.name, a.one]]), new Map([[b.name, b.one]]));
}

/** What is at a revision is written as git writes it: `HEAD:units/web.service`. */
const withPaths = (comparison: UnitComparison): UnitComparison => ({
  ...comparison,
  differences: comparison.differences.map((difference) => ({
    ...difference,
    old: difference.old && { ...difference.old, places: difference.old.places.map(asWritten) },
    new: difference.new && { ...difference.new, places: difference.new.places.map(asWritten) },
  })),
});

const asWritten = <T extends { readonly path: string }>(place: T): T => ({
  ...place,
  path: place.path.replace(/^([^/]+:)\//, '$1'),
});
