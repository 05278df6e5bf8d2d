import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { t } from '../localize.ts';
import { standingOf } from '../machine/standing.ts';
import { activeFile, targetOf } from '../machine/target.ts';
import { askPlaced } from '../machine/where.ts';
import { systemctl } from '../operate/command.ts';
import { parseShow } from '../operate/show.ts';
import { offers, stateText } from '../operate/state-text.ts';
import { stateProperties, unitState } from '../operate/unit-state.ts';

interface Item extends vscode.QuickPickItem {
  readonly id?: string;
}

const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
const item = (id: string, label: string, detail = ''): Item => ({ id, label, detail });

/** Everything else that can be done with the unit, the rarer things below. */
const rest: readonly Item[] = [
  separator(t('install')),
  item('install', t('Install…')),
  item('enable', t('Enable at boot')),
  item('disable', t('Disable at boot')),
  item('mask', t('Mask'), t('Nothing can start it any more, not even another unit.')),
  item('unmask', t('Unmask')),
  item('runOnce', t('Run once without installing')),
  item('createDropIn', t('Create a drop-in')),
  item('daemonReload', t('Reload the manager'), t('daemon-reload: read changed unit files anew. Services go on.')),
  separator(t('look')),
  item('journalView', t('Journal in the editor')),
  item('journalFollow', t('Journal in the terminal, followed')),
  item('startAndFollow', t('Start and follow the journal')),
  item('status', t('Status')),
  item('cat', t('As loaded (systemctl cat)')),
  item('listDependencies', t('Dependencies')),
  item('verify', t('Verify with systemd-analyze')),
  item('security', t('Security report')),
];

/** What needs systemd's tools and files, but no systemd that runs. */
const offline = new Set(['createDropIn', 'verify', 'security']);

/** The `⋯` of the code lens, and the press on the status bar. */
export const more: Feature = ({ states, managers }) =>
  vscode.Disposable.from(
    vscode.commands.registerCommand('systemdUnits.more', async (argument?: unknown) => {
      const uri = activeFile(argument);
      if (!uri) return;
      const state = states.of(uri);
      const offered = states.obstacle === 'not-booted' ? rest.filter(({ id = '' }) => offline.has(id)) : rest;
      const fitting = state ? offers(state, standingOf(uri, state)) : [];
      const ids = new Set(fitting.map(({ id }) => id));
      const items = [
        ...fitting.map(({ id, title }) => item(id, title)),
        ...offered.filter(({ id }) => id === undefined || !ids.has(id)),
      ];
      const title = state ? `${state.id}: ${stateText(state, Date.now())}` : t('Unit');
      const picked = await vscode.window.showQuickPick(items, { title });
      if (picked?.id) await vscode.commands.executeCommand(`systemdUnits.${picked.id}`, uri);
    }),
    vscode.commands.registerCommand('systemdUnits.instances', async (argument?: unknown) => {
      const uri = activeFile(argument);
      const target = await targetOf(uri, { managers, takesTemplate: true });
      if (!uri || !target) return;
      const items = states.instancesOf(uri).map((state) => ({
        label: state.id,
        description: stateText(state, Date.now()),
      }));
      if (items.length === 0) {
        vscode.window.showInformationMessage(t('No instance of {0} is loaded. Start one to see it here.', target.name));
        return;
      }
      const picked = await vscode.window.showQuickPick(items, { title: t('Instances of {0}', target.name) });
      if (picked) await showInstance(picked.label, target);
    }),
  );

async function showInstance(name: string, template: { manager: 'system' | 'user'; kind: string }): Promise<void> {
  const command = systemctl(template.manager, ['show', `--property=${stateProperties.join(',')}`], [name]);
  const [properties] = parseShow((await askPlaced(command, { utc: true })).stdout);
  if (!properties) return;
  const items = offers(unitState(properties), 'unknown').map(({ id, title }) => item(id, title));
  const picked = await vscode.window.showQuickPick(items, { title: name });
  const target = { ...template, name, path: '' };
  if (picked?.id) await vscode.commands.executeCommand(`systemdUnits.${picked.id}`, { target });
}
