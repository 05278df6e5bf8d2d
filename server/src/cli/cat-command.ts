import { assignmentsIn } from '../engine/judged-block.ts';
import type { MergedFiles } from '../engine/merged-files.ts';
import { placeName } from '../engine/schema.ts';
import type { Surroundings } from '../features/diagnostics.ts';
import { createDocument } from '../features/document.ts';
import { effectiveConfiguration, effectiveUnit, loadedUnitOf, madeUnitOf } from '../features/lenses/effective-unit.ts';
import type { Manager } from '../schema/file-kind.ts';
import { NEWEST_PODMAN } from '../schema/podman.ts';
import { parseUnitName } from '../schema/unit-name.ts';
import { editorLines } from '../syntax/editor-lines.ts';
import type { LoadedUnit } from '../units/loaded-unit.ts';
import { type ResolvedUnit, resolveUnit } from '../units/resolve-unit.ts';
import { filesOf } from '../units/resolved-units.ts';
import { treeOf } from '../units/unit-location.ts';
import { readArguments } from './arguments.ts';
import { BEYOND, boundaryOf, within } from './boundary.ts';
import { generatedService, isQuadlet } from './cat-quadlet.ts';
import { findConfig, unitPathsOf } from './config.ts';
import { type DaemonFiles, daemonFiles } from './daemon-files.ts';
import { complain } from './door.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import { lineConfiguration } from './line-files.ts';
import { rootedHost } from './rooted-host.ts';
import { generatorFor, oneTarget, podmanOption, versionOption } from './target-version.ts';
import { type UnitTree, unitTree } from './unit-tree.ts';
import type { Help } from './usage.ts';

const OPTIONS = {
  user: { type: 'boolean', default: false, about: 'look for names among the units of the user manager' },
  root: { type: 'string', value: 'DIR', about: 'look for names in an image tree, as its systemd would' },
  ...versionOption,
  ...podmanOption,
  origins: {
    type: 'boolean',
    default: false,
    about: 'of a Quadlet file say above the lines of its service which lines they are made of',
  },
} as const;

export const catHelp: Help = {
  synopsis: ['[options] UNIT...'],
  about: `Prints units as systemd has them after reading fragment and drop-ins: lists joined, empty assignments applied, of
settings with one value the last. Each stretch of lines says which file it is from. UNIT is a file, or the name of a
unit of this machine. Of a Quadlet file (web.container) comes the service that Podman makes of it. Of a daemon's
configuration (journald.conf) comes what the daemon has after reading its drop-ins in /etc, /run and /usr/lib; of files
that are read line by line (tmpfiles.d, sysusers.d) come those that count, in the order in which they are read.`,
  options: OPTIONS,
  exitStatus: '0 printed, 2 wrong usage, or a unit that is not there',
};

export async function catCommand(machine: CliHost, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length === 0) throw new UsageError('name a file or a unit to print');
  const { root } = values;
  if (root !== undefined && machine.kindOf(root) !== 'directory')
    throw new UsageError(`--root takes a folder, not "${root}"`);
  const host = root === undefined ? machine : rootedHost(machine, root);
  const manager: Manager = values.user ? 'user' : 'system';
  const config = findConfig(machine);
  const wish = {
    option: values['systemd-version'],
    podman: values['podman-version'],
    config,
    isImage: root !== undefined,
  };
  const target = oneTarget(host, wish);
  const { version } = target;
  const podman = positionals.some(isQuadlet) ? generatorFor(host, target) : NEWEST_PODMAN;
  const isFile = (name: string): boolean => host.kindOf(name) === 'file';
  const unitPaths = root === undefined ? unitPathsOf(machine, config) : [];
  const boundary = boundaryOf(host, [...positionals.filter(isFile), ...unitPaths], await host.machinePaths());
  const tree = unitTree(within(host, boundary));
  if (!positionals.every(isFile)) await tree.addMachine(unitPaths);
  else for (const path of unitPaths) tree.addFolder(path, 'machine');
  let failed = false;
  for (const name of positionals) {
    if (isQuadlet(name)) {
      const made = generatedService(within(host, boundary), { name, manager, podman, withOrigins: values.origins });
      if (made && 'text' in made) host.stdout(positionals[0] === name ? made.text : `\n${made.text}`);
      else {
        failed = true;
        complain(host, `${name}: ${made?.refused ?? 'no such file'}`);
      }
      continue;
    }
    const lines = lineConfiguration(host, name);
    if (lines !== undefined) {
      if (!printLines(host, { name, text: lines, isFirst: positionals[0] === name })) failed = true;
      continue;
    }
    const daemon = daemonFiles(within(host, boundary), name, version);
    if (daemon) {
      if (!printDaemon(host, daemon, positionals[0] === name)) failed = true;
      continue;
    }
    const unit = isFile(name)
      ? fromFile(tree, { path: name, manager, version })
      : fromName(tree, unitCalled(tree, name, manager), version);
    if (unit === undefined) {
      failed = true;
      complain(host, `${name}: ${boundary.leadsOut(name) ? BEYOND : 'no such unit'}`);
      continue;
    }
    const { text } = effectiveUnit(unit);
    host.stdout(positionals[0] === name ? text : `\n${text}`);
    for (const line of ignoredIn(unit)) complain(host, line);
  }
  return failed ? EXIT.failure : EXIT.clean;
}

function printLines(host: CliHost, { name, text, isFirst }: { name: string; text: string; isFirst: boolean }): boolean {
  if (text === '') complain(host, `${name}: no such file`);
  else host.stdout(isFirst ? text : `\n${text}`);
  return text !== '';
}

function printDaemon(host: CliHost, { name, files }: DaemonFiles, isFirst: boolean): boolean {
  if (files.length === 0) {
    complain(host, `${name}: no such file`);
    return false;
  }
  const { text } = effectiveConfiguration(name, files);
  host.stdout(isFirst ? text : `\n${text}`);
  for (const line of ignoredIn({ files, refused: false })) complain(host, line);
  return true;
}

function unitCalled({ index }: UnitTree, text: string, manager: Manager): ResolvedUnit | undefined {
  const name = parseUnitName(text.includes('.') ? text : `${text}.service`);
  return name && resolveUnit(index, name, { tree: treeOf('', manager), manager });
}

/** An instance has drop-ins of its own, which its template knows nothing of. */
function fromName(tree: UnitTree, unit: ResolvedUnit | undefined, version: number): LoadedUnit | undefined {
  if (!unit?.fragment) return undefined;
  const { path, manager } = unit.fragment;
  const files = filesOf(unit).flatMap((file) => {
    const text = tree.text(file.path);
    return text === undefined ? [] : [{ path: file.path, text }];
  });
  const { among } = tree.around(path);
  const loaded = loadedFrom(tree, { path, manager, version, around: { units: [files], among } });
  return loaded && { ...loaded, name: unit.name };
}

function fromFile(tree: UnitTree, file: Omit<Source, 'around'>): LoadedUnit | undefined {
  tree.addFile(file.path);
  return loadedFrom(tree, { ...file, around: tree.around(file.path) });
}

/** The lines that are not in the text because systemd ignores them, or refuses the unit for them. */
function ignoredIn({ files, refused }: Pick<MergedFiles, 'files' | 'refused'>): string[] {
  return files.flatMap(({ source, schema, allBlocks, blocks }) => {
    const taken = new Set(assignmentsIn(blocks).flatMap(({ accepted, node }) => (accepted ? node.start : [])));
    const lines = editorLines(source.tree);
    return assignmentsIn(allBlocks)
      .filter(({ node }) => !taken.has(node.start))
      .map(({ section, node, problems }) => {
        const isFatal = refused && problems.some(({ severity }) => severity === 'error');
        const fate = isFatal ? 'makes systemd refuse the unit' : 'is ignored';
        return `${source.path}:${lines.positionAt(node.start).line + 1}: ${node.key}= in ${placeName(section, schema, source.identity)} ${fate}`;
      });
  });
}

interface Source {
  readonly path: string;
  readonly manager: Manager;
  readonly version: number;
  readonly around: Surroundings;
}

function loadedFrom(tree: UnitTree, { path, manager, version, around }: Source): LoadedUnit | undefined {
  const text = tree.text(path);
  if (text === undefined) return undefined;
  const document = createDocument(text, { path, version, ...(manager === 'user' && { manager }) });
  return loadedUnitOf(document, around) ?? madeUnitOf(document, around);
}
