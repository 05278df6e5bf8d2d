import * as vscode from 'vscode';
import { featureWithCommands, type Services } from '../feature.ts';
import { t } from '../localize.ts';
import { activeFile } from '../machine/target.ts';
import type { Manager } from '../systemd/unit-of-file.ts';

/** Shows the unit's manager in the language status of the editor, and lets the user choose another. */
export const managerStatus = featureWithCommands({
  commands: {
    chooseManager: {
      title: t('Choose System or User Manager…'),
      when: 'file',
      menus: { enable: '3_manager@3' },
    },
  },
  start: ({ managers }: Services) => ({
    ends: [statusItem(managers)],
    run: {
      async chooseManager(argument?: unknown) {
        const uri = activeFile(argument);
        const picked =
          uri && (await vscode.window.showQuickPick(choices, { title: t('Which manager runs this unit?') }));
        if (picked) await managers.choose(uri, picked.manager);
      },
    },
  }),
});

interface Choice extends vscode.QuickPickItem {
  /** Undefined: decided by the folder. */
  readonly manager: Manager | undefined;
}

const choices: readonly Choice[] = [
  { label: t('System manager'), detail: t('Runs as root from boot on: systemctl'), manager: 'system' },
  { label: t('User manager'), detail: t('Runs as you while you are logged in: systemctl --user'), manager: 'user' },
  {
    label: t('Decide by folder'),
    detail: t('The user manager for files below a user/ unit folder, otherwise the system manager'),
    manager: undefined,
  },
];

function statusItem(managers: Services['managers']): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('systemdUnits.manager', {
    language: 'systemd',
    scheme: 'file',
  });
  item.name = t('systemd manager');
  item.command = { title: t('Change'), command: 'systemdUnits.chooseManager' };
  const update = () => {
    const manager = managers.of(vscode.window.activeTextEditor?.document.uri);
    item.text = manager === 'user' ? t('Unit of the user manager') : t('Unit of the system manager');
  };
  update();
  return vscode.Disposable.from(item, managers.onDidChange(update), vscode.window.onDidChangeActiveTextEditor(update));
}
