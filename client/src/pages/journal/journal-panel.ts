import * as vscode from 'vscode';
import { confirmErrors } from '../../actions/confirm-errors.ts';
import { ensureInstalled } from '../../actions/install-unit.ts';
import type { Feature } from '../../feature.ts';
import { t } from '../../localize.ts';
import { targetOf } from '../../machine/target.ts';
import { checkRunnable, runInTerminal } from '../../machine/terminal.ts';
import type { Target } from '../../systemd/actions.ts';
import { systemctl } from '../../systemd/command.ts';
import { journalJson, recent } from '../../systemd/journal-query.ts';
import { pageHtml, webviewOptions } from '../webview.ts';
import { usesHour12 } from './clock.ts';
import { feed, type JournalView } from './journal-feed.ts';
import { journalBody } from './journal-page.ts';

interface Open {
  readonly panel: vscode.WebviewPanel;
  readonly view: JournalView;
}

/** The journal of a unit in an editor tab, followed as it grows. */
export const journalViews: Feature = ({ managers, tabs, context }) => {
  const open = new Map<string, Open>();
  const show = async (target: Target): Promise<JournalView | undefined> => {
    if (!(await checkRunnable(journalJson(target.manager, target.name, recent)))) return undefined;
    const key = `${target.manager} ${target.name}`;
    const existing = open.get(key);
    existing?.panel.reveal();
    if (existing) return existing.view;
    const title = t('{0}: journal', target.name);
    const panel = vscode.window.createWebviewPanel('systemdUnits.journal', title, vscode.ViewColumn.Beside, {
      ...webviewOptions(context),
      retainContextWhenHidden: true,
    });
    const view = feed(panel, target);
    open.set(key, { panel, view });
    tabs.add(panel, target);
    panel.onDidDispose(() => open.delete(key));
    panel.webview.html = pageHtml(panel.webview, context, {
      name: 'journal',
      title: t('Journal'),
      body: journalBody(target.name, { hour12: usesHour12(process.env) }),
    });
    return view;
  };
  return vscode.Disposable.from(
    { dispose: () => vscode.Disposable.from(...[...open.values()].map(({ panel }) => panel)).dispose() },
    vscode.commands.registerCommand('systemdUnits.journalView', async (argument?: unknown) => {
      const target = await targetOf(argument, { managers, tabs });
      return target && show(target);
    }),
    vscode.commands.registerCommand('systemdUnits.startAndFollow', async (argument?: unknown) => {
      const asked = await targetOf(argument, { managers, tabs });
      const target = asked && (await ensureInstalled(asked, managers));
      if (!target || !(await confirmErrors(target, t('Start Anyway')))) return undefined;
      await show(target);
      const command = systemctl(target.manager, ['start'], [target.name]);
      return runInTerminal({ label: `start ${target.name}`, command });
    }),
  );
};
