import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { t } from '../localize.ts';
import { agreesToErrors } from '../machine/errors-first.ts';
import { ensureInstalled } from '../machine/install-unit.ts';
import { targetOf } from '../machine/target.ts';
import { mayRun, runInTerminal } from '../machine/terminal.ts';
import type { Target } from '../operate/actions.ts';
import { usesHour12 } from '../operate/clock-style.ts';
import { systemctl } from '../operate/command.ts';
import { journalJson, recent } from '../operate/journal-query.ts';
import { journalBody } from '../webviews/journal-page.ts';
import { feed, type JournalView } from './journal-feed.ts';
import { pageHtml, webviewOptions } from './webview.ts';

interface Open {
  readonly panel: vscode.WebviewPanel;
  readonly view: JournalView;
}

/** The journal of a unit in an editor tab, followed as it grows. */
export const journalViews: Feature = ({ managers, pages, context }) => {
  const open = new Map<string, Open>();
  const show = async (target: Target): Promise<JournalView | undefined> => {
    if (!(await mayRun(journalJson(target.manager, target.name, recent)))) return undefined;
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
    pages.add(panel, target);
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
      const target = await targetOf(argument, { managers, pages });
      return target && show(target);
    }),
    vscode.commands.registerCommand('systemdUnits.startAndFollow', async (argument?: unknown) => {
      const asked = await targetOf(argument, { managers, pages });
      const target = asked && (await ensureInstalled(asked, managers));
      if (!target || !(await agreesToErrors(target, t('Start Anyway')))) return undefined;
      await show(target);
      const command = systemctl(target.manager, ['start'], [target.name]);
      return runInTerminal({ label: `start ${target.name}`, command });
    }),
  );
};
