import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { t } from '../localize.ts';
import { queryApplicable, queryTemplate } from '../machine/query-unit.ts';
import { targetOf } from '../machine/target.ts';
import { type MenuItem, menuOf, offlineMenu } from '../systemd/menu.ts';
import { stateText } from '../systemd/state-text.ts';

/** The `⋯` of the code lens, the press on the status bar, and every action by name for whatever unit is meant. */
export const more: Feature = ({ states, managers, tabs }) => {
  const showMenu = async (argument: unknown, items: readonly MenuItem[], title: string) => {
    const picked = await vscode.window.showQuickPick(items.map(toItem), { title, matchOnDetail: true });
    if (picked?.id) await vscode.commands.executeCommand(`systemdUnits.${picked.id}`, argument);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('systemdUnits.more', async (argument?: unknown) => {
      const target = await targetOf(argument, { managers, tabs, takesTemplate: true });
      if (!target) return;
      if (states.obstacle === 'not-booted') return showMenu({ target }, offlineMenu, target.name);
      const { text, ids } = await queryApplicable(target);
      await showMenu({ target }, menuOf(ids, target), [target.name, text].filter(Boolean).join(': '));
    }),
    vscode.commands.registerCommand('systemdUnits.instances', async (argument?: unknown) => {
      const target = await targetOf(argument, { managers, tabs, takesTemplate: true });
      if (!target) return;
      const answer = await queryTemplate(target.manager, target.name);
      const instances = 'stderr' in answer ? [] : answer.instances;
      if (instances.length === 0) {
        vscode.window.showInformationMessage(t('No instance of {0} is loaded. Start one to see it here.', target.name));
        return;
      }
      const items = instances.map((state) => ({ label: state.id, description: stateText(state, Date.now()) }));
      const picked = await vscode.window.showQuickPick(items, { title: t('Instances of {0}', target.name) });
      const instance = picked && { ...target, name: picked.label, path: '' };
      if (instance) await vscode.commands.executeCommand('systemdUnits.more', { target: instance });
    }),
  );
};

const toItem = ({ group, id, title, detail }: MenuItem): vscode.QuickPickItem & { id?: string } =>
  group === undefined
    ? { label: title, id, ...(detail && { detail }) }
    : { label: group, kind: vscode.QuickPickItemKind.Separator };
