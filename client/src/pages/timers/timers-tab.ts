import * as vscode from 'vscode';
import {
  type ShownTimers,
  type TimersAnswer,
  type TimersParams,
  timersRequest,
} from '../../../../server/src/protocol/requests.ts';
import { type EditingServices, featureWithCommands } from '../../feature.ts';
import { t } from '../../localize.ts';
import { openSchedule } from '../schedule/schedule-panel.ts';
import { pageHtml, webviewOptions } from '../webview.ts';
import { type Choice, type FromTimers, type ToTimers, timersBody } from './timers-page.ts';

type Timer = TimersAnswer['plan']['timers'][number];
type Periods = readonly { readonly from: number; readonly to: number }[];

/** What a machine adds to files: its managers, when it was off, and that units can be started. */
export interface TimersMachine {
  ask(manager: 'system' | 'user'): Promise<ShownTimers | { readonly refusal: string }>;
  off(): Promise<Periods>;
  run(timer: Timer): Promise<unknown>;
}

export const timersCommands = {
  timers: {
    title: t('Show Timers on an Axis'),
    icon: 'calendar',
    when: 'always',
    menus: { view: '1_manager@4', analyze: '3_other@4' },
  },
} as const;

/** The timers of the workspace on an axis, where there is no machine to ask. */
export const fileTimers = featureWithCommands({
  commands: timersCommands,
  start: (services: EditingServices) => {
    const tab = timersTab(services);
    return { run: { timers: tab.show }, ends: [tab] };
  },
});

const RULES = {
  night: { from: '22:00', to: '06:00' },
  weekend: { from: 'Fri 18:00', to: 'Mon 08:00' },
} as const;

/** The one tab of timers. */
export function timersTab(services: EditingServices, machine?: TimersMachine) {
  let panel: vscode.WebviewPanel | undefined;
  const show = (): void => {
    if (panel) {
      panel.reveal();
      return;
    }
    panel = openPanel(services, machine);
    panel.onDidDispose(() => {
      panel = undefined;
    });
  };
  return { show, dispose: () => panel?.dispose() };
}

function openPanel(services: EditingServices, machine: TimersMachine | undefined): vscode.WebviewPanel {
  const { context } = services;
  const panel = vscode.window.createWebviewPanel('systemdUnits.timers', t('Timers'), vscode.ViewColumn.Active, {
    ...webviewOptions(context),
    retainContextWhenHidden: true,
  });
  const drawing = timersDrawing(panel, services, machine);
  const changes = vscode.workspace.onDidChangeTextDocument(({ document }) => {
    if (document.languageId === 'systemd' && /\.timer(\.d\/|$)/.test(document.uri.path)) drawing.redrawSoon();
  });
  panel.onDidDispose(() => {
    changes.dispose();
    drawing.dispose();
  });
  panel.webview.onDidReceiveMessage((message: FromTimers): unknown => {
    if (message.kind === 'ready' || message.kind === 'refresh') return drawing.change({});
    if (message.kind === 'choose') return drawing.change({ choice: message.choice });
    const timer = drawing.timer(message.timer);
    if (!timer) return undefined;
    if (message.kind === 'run') return machine?.run(timer);
    if (message.kind === 'schedule') return timer.path && openSchedule(uriOf(timer.path, services), services);
    return openPlace(timer, message.trigger, services);
  });
  panel.webview.html = pageHtml(panel.webview, context, {
    name: 'timers',
    title: t('Timers'),
    body: timersBody(machine !== undefined),
  });
  return panel;
}

/** Between letters that somebody types the axis stays as it is. */
const PAUSE = 400;

/** What is drawn in the panel; each change draws it anew. */
function timersDrawing(panel: vscode.WebviewPanel, services: EditingServices, machine: TimersMachine | undefined) {
  let choice: Choice = { source: 'files', days: 7, off: 'never' };
  let timers: readonly Timer[] = [];
  let round = 0;
  let soon: ReturnType<typeof setTimeout> | undefined;
  const post = (message: ToTimers): void => void panel.webview.postMessage(message);
  const change = async (changes: { readonly choice?: Choice }): Promise<void> => {
    clearTimeout(soon);
    choice = changes.choice ?? choice;
    const mine = ++round;
    const answer = await ask(choice, services, machine);
    // A later question may have been answered already.
    if (mine !== round) return;
    if ('refusal' in answer) return post({ kind: 'failed', message: answer.refusal });
    timers = answer.plan.timers;
    post({ kind: 'timers', answer, choice, canRun: machine !== undefined });
  };
  return {
    change,
    timer: (index: number): Timer | undefined => timers[index],
    redrawSoon() {
      clearTimeout(soon);
      if (choice.source === 'files') soon = setTimeout(() => void change({}), PAUSE);
    },
    dispose: () => clearTimeout(soon),
  };
}

async function ask(
  { source, days, at, zone, off }: Choice,
  { client }: EditingServices,
  machine: TimersMachine | undefined,
): Promise<TimersAnswer | { readonly refusal: string }> {
  const shown = source === 'files' || !machine ? undefined : await machine.ask(source);
  if (shown && 'refusal' in shown) return shown;
  const periods = off === 'never' ? undefined : off === 'boots' ? await machine?.off() : RULES[off];
  const params: TimersParams = { days, at, zone, shown, off: periods };
  const answer = await client.sendRequest(timersRequest, params);
  return answer ?? { refusal: t('The timers could not be reckoned: is {0} a time zone?', zone ?? '') };
}

const uriOf = (path: string, { client }: Pick<EditingServices, 'client'>): vscode.Uri =>
  client.protocol2CodeConverter.asUri(vscode.Uri.file(path).toString());

async function openPlace(
  { path, triggers }: Timer,
  trigger: number | undefined,
  services: EditingServices,
): Promise<void> {
  const place = trigger === undefined ? undefined : triggers[trigger]?.place;
  const file = place?.path ?? path;
  if (!file) return;
  const at = new vscode.Position(place?.line ?? 0, 0);
  await vscode.window.showTextDocument(uriOf(file, services), { selection: new vscode.Range(at, at) });
}
