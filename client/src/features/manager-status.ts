import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';

/** Says in the language status of the editor which manager is meant, and lets one say otherwise. */
export const managerStatus: Feature = ({ managers }) => {
  const item = vscode.languages.createLanguageStatusItem('systemdUnits.manager', {
    language: 'systemd',
    scheme: 'file',
  });
  item.name = 'systemd manager';
  item.command = { title: 'Change', command: 'systemdUnits.chooseManager' };
  const update = () => {
    item.text = `Unit of the ${managers.of(vscode.window.activeTextEditor?.document.uri)} manager`;
  };
  update();
  return vscode.Disposable.from(item, managers.onDidChange(update), vscode.window.onDidChangeActiveTextEditor(update));
};
