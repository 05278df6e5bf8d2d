import * as vscode from 'vscode';
import { feature } from '../feature.ts';
import { t } from '../localize.ts';
import { fileRelation } from '../machine/query-unit.ts';
import { unitOf } from '../machine/target.ts';
import { commandLine, systemctl } from '../systemd/command.ts';
import { failureOf } from '../systemd/failure.ts';
import { stateDetail, stateText, withoutIcons } from '../systemd/state-text.ts';

/** The state of the unit being edited, in the status bar; a click opens the list of actions. */
export const statusBar = feature(({ states, managers }) => {
  const item = vscode.window.createStatusBarItem('systemdUnits.state', vscode.StatusBarAlignment.Left, 50);
  item.name = t('systemd unit');
  const update = () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const file = uri?.scheme === 'file' ? unitOf(uri) : undefined;
    const unavailable = uri && states.unavailable(uri);
    if (unavailable && file && 'unit' in file) {
      item.text = withoutIcons(`${file.unit.text}: ${unavailable.short}`);
      item.accessibilityInformation = { label: `${file.unit.text}, ${unavailable.short}` };
      item.tooltip = unavailable.long;
      item.command = { title: t('Why'), command: 'systemdUnits.explainUnavailable', arguments: [uri] };
      item.backgroundColor = undefined;
      return item.show();
    }
    const state = uri && states.of(uri);
    if (!state || !file || !('unit' in file) || file.unit.instance === '') return item.hide();
    const failure = failureOf(state);
    const relation = fileRelation(uri, state);
    item.text = withoutIcons(`${file.unit.text}: ${stateText(state, Date.now(), relation)}`);
    // Screen readers get words in place of symbols.
    item.accessibilityInformation = { label: `${file.unit.text}, ${stateDetail(state, Date.now(), relation)}` };
    const command = commandLine(systemctl(managers.of(uri), ['status'], [file.unit.text]));
    item.tooltip = [stateDetail(state, Date.now(), relation), command].join('\n');
    item.command = { title: t('More'), command: 'systemdUnits.more', arguments: [uri] };
    item.backgroundColor = failure && new vscode.ThemeColor('statusBarItem.errorBackground');
    item.show();
  };
  update();
  return vscode.Disposable.from(item, states.onDidChange(update), vscode.window.onDidChangeActiveTextEditor(update));
});
