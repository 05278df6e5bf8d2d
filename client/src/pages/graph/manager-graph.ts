import * as vscode from 'vscode';
import type { ManagedUnit } from '../../../../server/src/index.ts';
import { managerGraphRequest } from '../../../../server/src/protocol/requests.ts';
import { featureWithCommands, type Services } from '../../feature.ts';
import { t } from '../../localize.ts';
import { query } from '../../machine/query.ts';
import { isTargetHolder } from '../../machine/target.ts';
import type { Command } from '../../systemd/command.ts';
import { type Properties, parseShow, show } from '../../systemd/systemctl-show.ts';
import type { Manager, Target } from '../../systemd/unit-of-file.ts';
import type { GraphSource } from './graph-source.ts';
import { graphCommands, graphTab } from './graph-tab.ts';

/** The graph of the files with the states of their units, and that of a running manager from the view of units. */
export const dependencyGraphs = featureWithCommands({
  commands: {
    ...graphCommands,
    'units.graph': {
      title: t('Show Loaded Dependency Graph'),
      icon: 'type-hierarchy',
      when: 'row',
      menus: { row: '2_look@4' },
    },
  },
  start(services: Services) {
    const tab = graphTab(services, (names, file) => statesOf(names, services.managers.of(file)));
    // A task may have changed the states of units.
    const tasks = vscode.tasks.onDidEndTask(({ execution }) => {
      if (execution.task.definition.type === 'systemd') void tab.draw();
    });
    return {
      run: {
        showGraph: tab.showFile,
        'units.graph': async (row?: unknown) => {
          if (isTargetHolder(row)) await tab.show(managerGraph(row.target, services));
        },
      },
      ends: [tab, tasks],
    };
  },
});

async function statesOf(names: readonly string[], manager: Manager): Promise<Record<string, string>> {
  // Templates have no state, and systemctl refuses to be asked for one.
  const asked = names.filter((name) => !name.includes('@.'));
  if (!vscode.workspace.isTrusted || asked.length === 0) return {};
  const { stdout } = await query(show(manager, ['LoadState', 'ActiveState'], asked));
  const states = parseShow(stdout).flatMap((properties, index) => {
    const [load, active] = ['LoadState', 'ActiveState'].map((name) => properties.get(name)?.[0]);
    return load === 'loaded' ? [[asked[index], active]] : [];
  });
  return Object.fromEntries(states);
}

const LARGE_ANSWER = { timeout: 15_000, bytes: 32 << 20 };

/** What a running manager has loaded, around one of its units: `systemd-analyze dot`, in the view for files. */
const managerGraph = ({ name, manager }: Target, { client }: Services): GraphSource => ({
  kind: 'manager',
  id: `${manager} ${name}`,
  async draw(options) {
    const { stdout, stderr } = await query(askAll(manager, name), LARGE_ANSWER);
    const loaded = managedUnits(stdout);
    if (!loaded) return { refusal: t('The manager gives no information about {0}. {1}', name, stderr.trim()) };
    const { unit, units, states } = loaded;
    const answer = await client.sendRequest(managerGraphRequest, {
      unit,
      units,
      ...options,
    });
    if (!answer)
      return { refusal: t('{0} could not be drawn; see the log of the language server for the reason.', unit) };
    return { title: t('{0}: dependencies, as loaded', unit), answer, states: Promise.resolve(states) };
  },
});

/** Relations, without their inverses (`RequiredBy=`, `Before=` …). */
const relations = [
  ...['Requires', 'Requisite', 'BindsTo', 'Wants', 'Upholds', 'PartOf', 'Conflicts', 'After', 'Triggers'],
  ...['OnFailure', 'OnSuccess', 'PropagatesReloadTo', 'PropagatesStopTo', 'JoinsNamespaceOf'],
];

/** Everything the manager has loaded, and the unit itself, which it loads for the question. */
export const askAll = (manager: Manager, unit: string): Command =>
  show(manager, ['Id', 'Description', 'LoadState', 'ActiveState', 'FragmentPath', ...relations], [unit, '*']);

export interface ManagedUnits {
  readonly units: readonly ManagedUnit[];
  /** The queried unit, under the name its manager uses. */
  readonly unit: string;
  /** `active`, `failed` … by name. */
  readonly states: Readonly<Record<string, string>>;
}

/** Reads the answer; undefined when there is none. */
export function managedUnits(output: string): ManagedUnits | undefined {
  const known = new Map(parseShow(output).map((properties) => [text(properties, 'Id'), properties]));
  const [unit] = known.keys();
  if (unit === undefined) return undefined;
  const states = [...known].map(([name, properties]) => [name, text(properties, 'ActiveState')]);
  return { unit, units: [...known.values()].map(managedUnit), states: Object.fromEntries(states) };
}

const text = (properties: Properties, name: string): string => properties.get(name)?.[0] ?? '';

function managedUnit(properties: Properties): ManagedUnit {
  const said = relations.flatMap((key) => {
    const names = text(properties, key).split(' ').filter(Boolean);
    return names.length > 0 ? [[key, names] as const] : [];
  });
  return {
    name: text(properties, 'Id'),
    load: text(properties, 'LoadState'),
    path: text(properties, 'FragmentPath'),
    description: text(properties, 'Description'),
    relations: Object.fromEntries(said),
  };
}
