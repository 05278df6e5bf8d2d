import * as vscode from 'vscode';
import { handlersOf } from '../../actions/on-unit.ts';
import { featureWithCommands, type Services } from '../../feature.ts';
import { t } from '../../localize.ts';
import { runInTerminal } from '../../machine/terminal.ts';
import { systemctl } from '../../systemd/command.ts';
import { journalJson, recent } from '../../systemd/journal-query.ts';
import type { Target } from '../../systemd/unit-of-file.ts';
import { pageHtml, webviewOptions } from '../webview.ts';
import { usesHour12 } from './clock.ts';
import { feed, type JournalView } from './journal-feed.ts';
import { journalBody } from './journal-page.ts';

interface Open {
  readonly panel: vscode.WebviewPanel;
  readonly view: JournalView;
}

const journalView = {
  title: t('Open Journal'),
  detail: t('In an editor tab, with new lines as they are written.'),
  icon: 'output',
  when: 'applicable',
  menus: { unit: '2_look@2', row: '2_look@2' },
  button: 6,
  needs: ['trusted', 'systemd'],
  probe: ({ manager, name }: Target) => journalJson(manager, name, recent),
} as const;

const startAndFollow = {
  title: t('Start and Follow Journal'),
  when: 'applicable',
  menus: { unit: '1_run@8' },
  needs: ['trusted', 'systemd', 'withoutErrors', 'installed'],
  probe: ({ manager, name }: Target) => systemctl(manager, ['start'], [name]),
} as const;

/** The journal of a unit in an editor tab, followed as it grows. */
export const journalViews = featureWithCommands({
  commands: { journalView, startAndFollow },
  start(services: Services) {
    const open = new Map<string, Open>();
    const show = (target: Target) => showJournal(target, services, open);
    const follow = async (target: Target) => {
      await show(target);
      return runInTerminal({ label: t('Start {0}', target.name), command: startAndFollow.probe(target) });
    };
    const actions = {
      journalView: { ...journalView, show },
      startAndFollow: { ...startAndFollow, show: follow },
    };
    const panels = { dispose: () => vscode.Disposable.from(...[...open.values()].map(({ panel }) => panel)).dispose() };
    return { run: handlersOf(actions, services), ends: [panels] };
  },
});

function showJournal(target: Target, { tabs, context }: Services, open: Map<string, Open>): JournalView {
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
}
