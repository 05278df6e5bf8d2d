import * as vscode from 'vscode';
import { exists } from '../exists.ts';
import type { Feature } from '../feature.ts';
import { t } from '../localize.ts';
import { targetOf } from '../machine/target.ts';
import { runInTerminal } from '../machine/terminal.ts';
import { daemonReload } from '../systemd/actions.ts';
import { systemctl } from '../systemd/command.ts';
import { isVendorPath } from '../systemd/install-paths.ts';
import { confirmErrors } from './confirm-errors.ts';

/** From an edited file to a manager that has read it. */
export const reloadCommands: Feature = ({ managers, tabs, states }) => {
  const warned = new Set<string>();
  return vscode.Disposable.from(
    vscode.commands.registerCommand('systemdUnits.reloadAndRestart', async (argument?: unknown) => {
      const target = await targetOf(argument, { managers, tabs });
      if (!target || !(await confirmErrors(target, t('Restart Anyway')))) return undefined;
      const reload = daemonReload(target.manager);
      const code = await runInTerminal({ label: 'daemon-reload', command: reload });
      if (code !== 0) return code;
      const restart = systemctl(target.manager, ['restart'], [target.name]);
      return runInTerminal({ label: `restart ${target.name}`, command: restart });
    }),
    vscode.commands.registerCommand('systemdUnits.compareInstalled', async (argument?: unknown) => {
      const target = await targetOf(argument, { managers, tabs, takesTemplate: true });
      if (!target) return;
      const uri = vscode.Uri.file(target.path);
      const fragment = states.of(uri)?.fragment;
      if (!fragment) {
        vscode.window.showInformationMessage(t('{0} is not installed: there is nothing to compare with.', target.name));
        return;
      }
      const title = t('{0}: installed ↔ this file', target.name);
      await vscode.commands.executeCommand('vscode.diff', vscode.Uri.file(fragment), uri, title);
    }),
    vscode.commands.registerCommand('systemdUnits.createDropIn', async (argument?: unknown) => {
      const target = await targetOf(argument, { managers, tabs, takesTemplate: true });
      if (target) await openDropIn(target.name, target.manager);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document: { uri, languageId } }) => {
      if (languageId !== 'systemd' || !isVendorPath(uri.path) || warned.has(uri.path)) return;
      warned.add(uri.path);
      vscode.window.showWarningMessage(
        t(
          'This unit belongs to a package, whose next update overwrites it. Put your settings into a drop-in below /etc: "Create drop-in" stands above the first line.',
        ),
      );
    }),
  );
};

/** As `systemctl edit` would: a file of one's own that is read after the unit's. */
async function openDropIn(name: string, manager: 'system' | 'user'): Promise<void> {
  const path = `/etc/systemd/${manager}/${name}.d/override.conf`;
  const existing = vscode.Uri.file(path);
  const uri = (await exists(existing)) ? existing : existing.with({ scheme: 'untitled' });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}
