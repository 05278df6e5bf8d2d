import * as vscode from 'vscode';
import { quadletService } from '../../../server/src/index.ts';
import { exists } from '../exists.ts';
import { feature } from '../feature.ts';
import { t } from '../localize.ts';
import { queryState } from '../machine/query-unit.ts';
import { systemctl } from '../systemd/command.ts';
import { isVendorPath } from '../systemd/install-paths.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import { editedFile } from '../systemd/unit-state.ts';
import { installFolderOf } from './install-unit.ts';
import { unitFeature } from './on-unit.ts';

/** Commands about the edited file and the installed one. */
export const installedFileCommands = unitFeature({
  compareInstalled: {
    title: t('Compare with Installed File'),
    when: 'applicable',
    menus: { edit: '1_edit@2' },
    needs: ['trusted', 'systemd'],
    takesTemplate: true,
    probe: ({ manager, name }) => systemctl(manager, ['show'], [name]),
    show: compareInstalled,
  },
  createDropIn: {
    title: t('Create Drop-In'),
    when: 'file',
    menus: { edit: '1_edit@1', rowMore: '2_edit' },
    needs: [],
    takesTemplate: true,
    show: openDropIn,
  },
});

async function compareInstalled(target: Target): Promise<void> {
  const state = await queryState(target);
  const installed = state && editedFile(state);
  if (!installed) {
    vscode.window.showInformationMessage(t('{0} is not installed: there is nothing to compare with.', target.name));
    return;
  }
  const title = t('{0}: installed ↔ this file', target.name);
  await vscode.commands.executeCommand('vscode.diff', vscode.Uri.file(installed), vscode.Uri.file(target.path), title);
}

/** Warns once per file that the next update of its package overwrites changes. */
export const packagedFileWarning = feature(() => {
  const warned = new Set<string>();
  return vscode.workspace.onDidChangeTextDocument(({ document: { uri, languageId } }) => {
    if (languageId !== 'systemd' || !isVendorPath(uri.path) || warned.has(uri.path)) return;
    warned.add(uri.path);
    vscode.window.showWarningMessage(
      t(
        'This unit belongs to a package, whose next update overwrites your changes. Use "Create drop-in" above the first line to put them into a drop-in below /etc.',
      ),
    );
  });
});

/** Opens the same drop-in as `systemctl edit`, which is read after the unit's own file; of a Quadlet file the like. */
async function openDropIn(target: Target): Promise<void> {
  const { name, manager } = target;
  const quadlet = quadletService(target.path);
  const beside = quadlet ? `${installFolderOf(target)}/${quadlet.file}` : `/etc/systemd/${manager}/${name}`;
  const path = `${beside}.d/override.conf`;
  const existing = vscode.Uri.file(path);
  const uri = (await exists(existing)) ? existing : existing.with({ scheme: 'untitled' });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}
