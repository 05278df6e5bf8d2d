import * as vscode from 'vscode';
import { feature, featureWithCommands } from '../feature.ts';
import { t } from '../localize.ts';
import { activeFile } from '../machine/target.ts';
import { runInTerminal } from '../machine/terminal.ts';
import { daemonReload, systemctl } from '../systemd/command.ts';
import { listBoots } from '../systemd/journal-query.ts';
import { userManagerUnit } from '../systemd/unavailable-manager.ts';

/** Commands about a manager rather than one unit. */
export const managerCommands = featureWithCommands({
  commands: {
    daemonReload: {
      title: t('Reload Manager Configuration (daemon-reload)'),
      when: 'machine',
      menus: { enable: '3_manager@2', view: '1_manager@1' },
    },
    listBoots: { title: t('List Boots'), when: 'machine', menus: { journal: '2_ask@3' } },
  },
  start: ({ managers }) => ({
    run: {
      daemonReload: (argument?: unknown) =>
        runInTerminal({ label: 'daemon-reload', command: daemonReload(managers.of(activeFile(argument))) }),
      listBoots: () => runInTerminal({ label: 'list-boots', command: listBoots }),
    },
  }),
});

/** Explains why the state of a unit is unknown, and offers to start the user's manager. */
export const startUserManager = feature(({ states }) =>
  vscode.commands.registerCommand('systemdUnits.explainUnavailable', async (argument?: unknown) => {
    const uri = activeFile(argument);
    const reason = uri && states.unavailable(uri);
    if (!reason) return undefined;
    const uid = process.getuid?.();
    const start = t('Start User Manager');
    const actions = reason.canStart && uid !== undefined ? [start] : [];
    const answer = await vscode.window.showWarningMessage(
      `${reason.short[0]?.toUpperCase()}${reason.short.slice(1)}`,
      { modal: true, detail: reason.long },
      ...actions,
    );
    if (answer !== start || uid === undefined) return undefined;
    const code = await runInTerminal({
      label: t('start user manager'),
      command: systemctl('system', ['start'], [userManagerUnit(uid)]),
    });
    await states.refresh();
    return code;
  }),
);
