import * as vscode from 'vscode';
import { onUnit } from '../../actions/on-unit.ts';
import { featureWithCommands, type Services } from '../../feature.ts';
import { t } from '../../localize.ts';
import { run } from '../../machine/process.ts';
import { query } from '../../machine/query.ts';
import { activeFile } from '../../machine/target.ts';
import { checkRunnable } from '../../machine/terminal.ts';

import { askManagerTimes, askUnitTimes, bootTimes, criticalChain, parseChain, plot } from '../../systemd/boot-times.ts';
import { analyze } from '../../systemd/command.ts';
import type { Manager, Target } from '../../systemd/unit-of-file.ts';
import { pageHtml, webviewOptions } from '../webview.ts';
import { type BootView, bootBody, type FromBoot, type ToBoot } from './boot-page.ts';

interface Question {
  readonly view: BootView;
  readonly manager: Manager;
  /** Whose critical chain it is. */
  readonly unit?: string;
}

const criticalChainAction = {
  title: t('Show Critical Chain'),
  when: 'installed',
  menus: { analyze: '2_boot@1' },
  needs: ['trusted', 'systemd'],
} as const;

/** What systemd-analyze tells of the boot, as pages: plot, blame, and the critical chain of a unit. */
export const bootPages = featureWithCommands({
  commands: {
    plot: { title: t('Show Boot Plot'), when: 'machine', menus: { analyze: '2_boot@3', view: '1_manager@3' } },
    blame: {
      title: t('Show Slowest Units at Boot (blame)'),
      when: 'machine',
      menus: { analyze: '2_boot@2', view: '1_manager@2' },
    },
    criticalChain: criticalChainAction,
  },
  start(services: Services) {
    const open = new Map<string, Open>();
    const ofManager = (view: BootView) => (argument?: unknown) =>
      show({ view, manager: services.managers.of(activeFile(argument)) }, services, open);
    const ofUnit = ({ manager, name }: Target) => show({ view: 'chain', manager, unit: name }, services, open);
    return {
      run: {
        plot: ofManager('plot'),
        blame: ofManager('blame'),
        criticalChain: onUnit({ ...criticalChainAction, probe: bootProbe, show: ofUnit }, services),
      },
    };
  },
});

const bootProbe = ({ manager }: Target) => askUnitTimes(manager);

/** A page that is there, and how it is brought up to date. */
interface Open {
  readonly panel: vscode.WebviewPanel;
  refresh(): Promise<void>;
}

/** Settles with 0 when there is something to show, else with the exit code of what failed. */
async function show(question: Question, { context }: Services, open: Map<string, Open>): Promise<number | undefined> {
  if (!(await checkRunnable(askUnitTimes(question.manager)))) return undefined;
  const key = JSON.stringify(question);
  const existing = open.get(key);
  if (existing) {
    existing.panel.reveal();
    await existing.refresh();
    return 0;
  }
  let boot = await ask(question);
  if ('reason' in boot) {
    vscode.window.showWarningMessage(t('The times of the boot are not available: {0}', boot.reason));
    return boot.code;
  }
  const { title } = boot;
  const panel = vscode.window.createWebviewPanel(
    'systemdUnits.boot',
    title,
    vscode.ViewColumn.Active,
    webviewOptions(context),
  );
  const refresh = async () => {
    const fresh = await ask(question);
    if (!('reason' in fresh)) boot = fresh;
    panel.webview.postMessage(boot);
  };
  open.set(key, { panel, refresh });
  panel.onDidDispose(() => open.delete(key));
  panel.webview.onDidReceiveMessage(async (message: FromBoot) => {
    if ('reason' in boot) return;
    if (message.kind === 'ready') panel.webview.postMessage(boot);
    else if (message.kind === 'refresh') await refresh();
    else if (message.kind === 'open') await openUnit(message.unit, boot);
    else if (message.kind === 'save') await save(`${title}.${message.format}`, message.text);
    else await savePicture(title, question.manager);
  });
  panel.webview.html = pageHtml(panel.webview, context, { name: 'boot', title, body: bootBody(question.view) });
  return 0;
}

const PATIENT = { timeout: 30_000, bytes: 32 << 20 };

interface Failed {
  readonly reason: string;
  readonly code: number | undefined;
}

async function ask({ view, manager, unit }: Question): Promise<ToBoot | Failed> {
  const [units, times] = await Promise.all([query(askUnitTimes(manager), PATIENT), query(askManagerTimes(manager))]);
  if (units.code !== 0) return { reason: units.stderr.trim(), code: units.code };
  const boot = { kind: 'boot' as const, view, ...bootTimes(units.stdout, times.stdout) };
  if (unit === undefined)
    return { ...boot, title: titleOf(view, manager), summary: await summaryOf(manager), chain: [] };
  const { code, stdout, stderr } = await query(criticalChain(manager, unit), PATIENT);
  if (code !== 0) return { reason: stderr.trim() || t('systemd-analyze failed.'), code };
  const summary = t('Each unit waited for the one below it. Times are measured from the start of the manager.');
  return { ...boot, title: t('Critical chain of {0}', unit), summary, chain: parseChain(stdout) };
}

function titleOf(view: BootView, manager: Manager): string {
  if (view === 'plot') return manager === 'user' ? t('Boot of the user manager') : t('Boot of the system manager');
  return manager === 'user' ? t('Slowest units at startup (user manager)') : t('Slowest units at boot');
}

/** `Startup finished in …`, or that it goes on. */
async function summaryOf(manager: Manager): Promise<string> {
  const { stdout, stderr } = await query(analyze(manager, ['time']));
  return (stdout.trim() || stderr.trim()).replaceAll(/\s*\n\s*/g, ' · ');
}

/** Only accepts names that were displayed. */
async function openUnit(name: string, { units }: ToBoot): Promise<void> {
  const path = units.find((unit) => unit.name === name)?.path;
  if (path) await vscode.window.showTextDocument(vscode.Uri.file(path));
}

async function save(name: string, text: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = name.replaceAll(/[/\\:]/g, ' ');
  const target = await vscode.window.showSaveDialog(folder ? { defaultUri: vscode.Uri.joinPath(folder, file) } : {});
  if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
}

async function savePicture(title: string, manager: Manager): Promise<void> {
  const argv = await checkRunnable(plot(manager));
  if (!argv) return;
  const { code, stdout, stderr } = await run(argv, PATIENT);
  if (code === 0) await save(`${title}.svg`, stdout);
  else vscode.window.showWarningMessage(stderr.trim() || t('systemd-analyze failed.'));
}
