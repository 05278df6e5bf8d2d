import { networksAmong } from '../dialects/networkd/networks/networks.ts';
import { toDot } from '../features/graph/dot.ts';
import { networkGraph, nodeOf } from '../features/graph/network-graph.ts';
import { type Picture, type PictureGraph, picture } from '../features/graph/picture.ts';
import { toSvg } from '../features/graph/svg.ts';
import type { Manager } from '../schema/file-kind.ts';
import { NEWEST_VERSION } from '../schema/versions.ts';
import type { IndexedFile } from '../units/indexed-file.ts';
import type { RelationKind } from '../units/relation-kinds.ts';
import { unitGraph } from '../units/unit-graph.ts';
import { treeOf } from '../units/unit-location.ts';
import { readArguments, wordOf } from './arguments.ts';
import { boundaryOf, within } from './boundary.ts';
import { findConfig, unitPathsOf } from './config.ts';
import { complain } from './door.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import { networkFilesIn, networkReader } from './network-files.ts';
import { rootedHost } from './rooted-host.ts';
import { type UnitTree, unitTree } from './unit-tree.ts';
import type { Help } from './usage.ts';

const KINDS: readonly RelationKind[] = ['requirement', 'ordering', 'conflict', 'trigger', 'other'];

const FORMATS = ['dot', 'svg'];

const OPTIONS = {
  format: {
    type: 'string',
    default: 'dot',
    value: FORMATS.join('|'),
    about: "Graphviz' language, or a picture (default dot)",
  },
  unit: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    about: 'only this unit and what is around it; may be given several times',
  },
  depth: {
    type: 'string',
    default: '1',
    value: 'N',
    about: 'how many steps around units others are shown (default 1)',
  },
  only: {
    type: 'string',
    default: 'requirement,ordering,conflict,trigger',
    value: 'KIND,...',
    about: `${KINDS.join(', ')} (default all but other)`,
  },
  machine: { type: 'boolean', default: false, about: 'the units of this machine as well' },
  root: { type: 'string', value: 'DIR', about: 'the units of an image tree, as its systemd would find them' },
  user: { type: 'boolean', default: false, about: 'of an image tree those of the user manager' },
} as const;

export const graphHelp: Help = {
  synopsis: ['[options] PATH...', '[options] --root DIR [UNIT...]'],
  about: 'Draws units and what they require, order and start; of a folder of networks, their devices.',
  options: OPTIONS,
  after: 'Requirements are solid, ordering is dashed; what is missing is dotted.',
  exitStatus: '0 drawn, 2 wrong usage or unreadable input',
};

export async function graphCommand(host: CliHost, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const { unit: units = [] } = values;
  const format = wordOf('--format', values.format, FORMATS);
  if (!/^\d$/.test(values.depth)) throw new UsageError(`--depth takes a number from 0 to 9, not "${values.depth}"`);
  const look = { format, depth: Number(values.depth), kinds: kindsOf(values.only) };
  if (values.root !== undefined) {
    const manager = values.user ? 'user' : 'system';
    const graph = await graphBelow(host, values.root, { manager, names: [...units, ...positionals] });
    return await draw(host, graph, look);
  }
  if (positionals.length === 0 && !(values.machine && units.length > 0)) {
    throw new UsageError('name a file or a folder, or give --machine and --unit');
  }
  const unitPaths = unitPathsOf(host, findConfig(host));
  const boundary = boundaryOf(host, [...positionals, ...unitPaths], await host.machinePaths());
  const tree = unitTree(within(host, boundary));
  if (values.machine) await tree.addMachine(unitPaths);
  else for (const path of unitPaths) tree.addFolder(path, 'machine');
  const failed = positionals.filter((path) => !addPath(host, tree, path));
  const names = namesIn(tree);
  const networks = names.length === 0 && networksIn(host, positionals);
  if (networks) {
    const about = { graph: networks, roots: units.length > 0 ? units.map(nodeOf) : networks.names() };
    return (
      (await draw(host, about, { ...look, depth: look.depth + 1 })) || (failed.length > 0 ? EXIT.failure : EXIT.clean)
    );
  }
  const roots = units.length > 0 ? units : names;
  const first = [...tree.index.files()].find(({ origin }) => origin === 'workspace');
  const status = await draw(host, { graph: unitGraph(tree.index, first), roots }, look);
  return failed.length > 0 ? EXIT.failure : status;
}

/** A graph, and the units that are drawn with what is around them. */
interface Subject {
  readonly graph: PictureGraph;
  readonly roots: readonly string[];
}

interface Look {
  readonly format: string;
  readonly depth: number;
  readonly kinds: ReadonlySet<RelationKind>;
}

async function draw(host: CliHost, { graph, roots }: Subject, { format, depth, kinds }: Look): Promise<number> {
  const drawn = picture(graph, { roots, depth, kinds });
  host.stdout(format === 'svg' ? await svgOf(drawn) : toDot(drawn));
  return EXIT.clean;
}

async function svgOf(drawn: Picture): Promise<string> {
  try {
    return await toSvg(drawn);
  } catch (error) {
    throw new UsageError(`${(error as Error).message} Or let Graphviz draw what --format dot prints.`);
  }
}

interface Choice {
  readonly manager: Manager;
  /** All of the manager's where none is named. */
  readonly names: readonly string[];
}

/** The networks of the first folder that has some; undefined where there are none. */
function networksIn(host: CliHost, paths: readonly string[]) {
  const files = paths.flatMap((path) =>
    host.kindOf(path) === 'directory' ? networkFilesIn(host, path).map((file) => file.path) : [path],
  );
  const read = networkReader(host);
  for (const path of files) {
    const among = read(path);
    if (among) return networkGraph(networksAmong(among, NEWEST_VERSION));
  }
  return undefined;
}

async function graphBelow(machine: CliHost, root: string, { manager, names }: Choice): Promise<Subject> {
  if (machine.kindOf(root) !== 'directory') throw new UsageError(`--root takes a folder, not "${root}"`);
  const tree = unitTree(rootedHost(machine, root));
  await tree.addMachine();
  const graph = unitGraph(tree.index, { tree: treeOf('', manager), manager });
  const wanted = names.map((name) => (name.includes('.') ? name : `${name}.service`));
  const missing = wanted.find((name) => (graph.unit(name)?.state ?? 'missing') === 'missing');
  if (missing !== undefined) throw new UsageError(`there is no unit "${missing}" below ${root}`);
  return { graph, roots: wanted.length > 0 ? wanted : namesIn(tree, (file) => file.manager === manager) };
}

function addPath(host: CliHost, tree: UnitTree, path: string): boolean {
  const kind = host.kindOf(path);
  if (kind === 'directory') tree.addFolder(path);
  else if (kind === 'file') tree.addFile(path);
  else complain(host, `${path}: no such file or folder`);
  return kind !== undefined;
}

function namesIn(
  { index }: UnitTree,
  isMeant = ({ origin }: IndexedFile): boolean => origin === 'workspace',
): string[] {
  const files = [...index.files()].filter(
    (file) => isMeant(file) && file.role === 'fragment' && file.aliasOf === undefined,
  );
  return [...new Set(files.map(({ owner }) => owner))].sort();
}

function kindsOf(only: string): ReadonlySet<RelationKind> {
  const words = only.split(',').filter((word) => word !== '');
  return new Set(words.map((word) => wordOf('--only', word, KINDS)));
}
