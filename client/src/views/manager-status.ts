import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { t } from '../localize.ts';

/** Says in the language status of the editor which manager is meant, and lets one say otherwise. */
export const managerStatus: Feature = ({ managers }) => {
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
};
