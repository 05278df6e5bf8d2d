import { parseArgs } from 'node:util';
import { toDot } from '../features/units/dot.ts';
import { picture } from '../features/units/picture.ts';
import type { RelationKind } from '../units/relation-kinds.ts';
import { unitGraph } from '../units/unit-graph.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import { unitTree } from './unit-tree.ts';

export const graphUsage = `systemd-units graph [options] PATH...

Draws the units of files and folders, and what they require, order and start.

  --format dot|svg     Graphviz' language, or a picture (default dot)
  --unit NAME          only this unit and what is around it; may be given several times
  --depth N            how many steps around units others are shown (default 1)
  --only KIND,...      requirement, ordering, conflict, trigger, other (default all but other)
  --machine            the units of this machine as well

Requirements are solid, ordering is dashed; what is missing is dotted.
Exit status: 0 drawn, 2 wrong usage or unreadable input.
`;

const KINDS: readonly RelationKind[] = ['requirement', 'ordering', 'conflict', 'trigger', 'other'];

export async function graphCommand(host: CliHost, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'dot' },
      unit: { type: 'string', multiple: true, default: [] },
      depth: { type: 'string', default: '1' },
      only: { type: 'string', default: 'requirement,ordering,conflict,trigger' },
      machine: { type: 'boolean', default: false },
    },
  });
  if (values.format !== 'dot' && values.format !== 'svg') {
    throw new UsageError(`--format knows no "${values.format}"; choose dot or svg`);
  }
  if (!/^\d$/.test(values.depth)) throw new UsageError(`--depth takes a number from 0 to 9, not "${values.depth}"`);
  if (positionals.length === 0 && !(values.machine && values.unit.length > 0)) {
    throw new UsageError('graph needs a file or a folder, or --machine and --unit');
  }
  const tree = unitTree(host);
  if (values.machine) await tree.addMachine();
  const failed = positionals.filter((path) => !addPath(host, tree, path));
  const roots = values.unit.length > 0 ? values.unit : namesIn(tree);
  const graph = unitGraph(
    tree.index,
    [...tree.index.files()].find(({ origin }) => origin === 'workspace'),
  );
  const dot = toDot(picture(graph, { roots, depth: Number(values.depth), kinds: kindsOf(values.only) }));
  host.stdout(values.format === 'svg' ? await host.drawGraph(dot) : dot);
  return failed.length > 0 ? EXIT.failure : EXIT.clean;
}

function addPath(host: CliHost, tree: ReturnType<typeof unitTree>, path: string): boolean {
  const kind = host.kindOf(path);
  if (kind === 'directory') tree.addFolder(path);
  else if (kind === 'file') tree.addFile(path);
  else host.stderr(`systemd-units: ${path}: no such file or folder\n`);
  return kind !== undefined;
}

function namesIn({ index }: ReturnType<typeof unitTree>): string[] {
  const files = [...index.files()].filter(
    ({ origin, role, aliasOf }) => origin === 'workspace' && role === 'fragment' && aliasOf === undefined,
  );
  return [...new Set(files.map(({ owner }) => owner))].sort();
}

function kindsOf(only: string): ReadonlySet<RelationKind> {
  const words = only.split(',').filter((word) => word !== '');
  const unknown = words.find((word) => !(KINDS as readonly string[]).includes(word));
  if (unknown !== undefined) throw new UsageError(`--only knows no "${unknown}"; choose among ${KINDS.join(', ')}`);
  return new Set(words as RelationKind[]);
}
