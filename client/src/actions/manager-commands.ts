import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { t } from '../localize.ts';
import { activeFile } from '../machine/target.ts';
import { runInTerminal } from '../machine/terminal.ts';
import { daemonReload } from '../systemd/actions.ts';
import { listBoots } from '../systemd/boots.ts';

/** Commands about the manager rather than one unit. */
export const managerCommands: Feature = ({ managers }) =>
  vscode.Disposable.from(
    vscode.commands.registerCommand('systemdUnits.daemonReload', (uri?: unknown) =>
      runInTerminal({ label: 'daemon-reload', command: daemonReload(managers.of(activeFile(uri))) }),
    ),
    vscode.commands.registerCommand('systemdUnits.listBoots', () =>
      runInTerminal({ label: 'list-boots', command: listBoots }),
    ),
    vscode.commands.registerCommand('systemdUnits.chooseManager', async (argument?: unknown) => {
      const uri = activeFile(argument);
      if (!uri) return;
      const picked = await vscode.window.showQuickPick(
        [
          { label: t('System manager'), detail: t('Runs as root from boot on: systemctl'), manager: 'system' as const },
          {
            label: t('User manager'),
            detail: t('Runs as you while you are logged in: systemctl --user'),
            manager: 'user' as const,
          },
          {
            label: t('Decide by folder'),
            detail: t('Below a user/ unit folder the user manager, else the system manager'),
            manager: undefined,
          },
        ],
        { title: t('Which manager runs this unit?') },
      );
      if (picked) await managers.choose(uri, picked.manager);
    }),
  );
