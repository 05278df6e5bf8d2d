import * as vscode from 'vscode';
import { managerGraphRequest } from '../../../../server/src/protocol/requests.ts';
import { featureWithCommands, type Services } from '../../feature.ts';
import { t } from '../../localize.ts';
import { query } from '../../machine/query.ts';
import { isTargetHolder } from '../../machine/target.ts';
import { askAll, managedUnits } from '../../systemd/managed-units.ts';
import { parseShow, show } from '../../systemd/systemctl-show.ts';
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
    // A start or a stop may have changed what is red and what is green.
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
    if (!loaded) return { refusal: t('The manager tells nothing of {0}. {1}', name, stderr.trim()) };
    const { unit, units, states } = loaded;
    const answer = await client.sendRequest(managerGraphRequest, {
      unit,
      units,
      ...options,
    });
    if (!answer) return { refusal: t('{0} could not be drawn; the log of the language server says why.', unit) };
    return { title: t('{0}: dependencies, as loaded', unit), answer, states: Promise.resolve(states) };
  },
});
