import * as vscode from 'vscode';
import type { Feature, Services } from '../feature.ts';
import { t } from '../localize.ts';
import { activeFile, targetOf } from '../machine/target.ts';
import { mayRun, runInTerminal } from '../machine/terminal.ts';
import { run } from '../node/process.ts';
import { blame, calendar, catConfig, criticalChain, isConfigPath, plot } from '../operate/analyze.ts';
import type { Manager } from '../operate/unit-of-file.ts';
import { plotBody } from '../webviews/plot-page.ts';
import { pageHtml, webviewOptions } from './webview.ts';

/** What systemd-analyze tells beside verify and security. */
export const analyzeCommands: Feature = (services) => {
  const managerOf = (argument: unknown) => services.managers.of(activeFile(argument));
  return vscode.Disposable.from(
    vscode.commands.registerCommand('systemdUnits.plot', (argument?: unknown) =>
      showPlot(managerOf(argument), services),
    ),
    vscode.commands.registerCommand('systemdUnits.blame', (argument?: unknown) =>
      runInTerminal({ label: 'blame', command: blame(managerOf(argument)) }),
    ),
    vscode.commands.registerCommand('systemdUnits.criticalChain', async (argument?: unknown) => {
      const target = await targetOf(argument, services);
      if (!target) return undefined;
      const command = criticalChain(target.manager, target.name);
      return runInTerminal({ label: t('critical chain of {0}', target.name), command });
    }),
    vscode.commands.registerCommand('systemdUnits.calendar', async (expression?: unknown) => {
      const value = typeof expression === 'string' ? expression : await askExpression();
      return value ? runInTerminal({ label: 'calendar', command: calendar(value) }) : undefined;
    }),
    vscode.commands.registerCommand('systemdUnits.catConfig', async (path?: unknown) => {
      const value = typeof path === 'string' && isConfigPath(path) ? path : await askConfigPath();
      return value ? runInTerminal({ label: `cat-config ${value}`, command: catConfig(value) }) : undefined;
    }),
  );
};

const askExpression = (): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: t('When does a calendar event elapse?'),
    prompt: t('An expression as of OnCalendar=, see systemd.time(7).'),
    placeHolder: 'Mon..Fri *-*-* 04:00',
    value: calendarAtCursor(),
  });

const askConfigPath = (): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: t('Show a configuration file with its drop-ins'),
    placeHolder: 'systemd/journald.conf',
    validateInput: (text) => (isConfigPath(text) ? undefined : t('A path below /etc, as systemd/journald.conf.')),
  });

/** The value of OnCalendar= on the line of the cursor. */
function calendarAtCursor(): string {
  const editor = vscode.window.activeTextEditor;
  const line = editor?.document.lineAt(editor.selection.active.line).text ?? '';
  return /^\s*OnCalendar\s*=\s*(.*?)\s*$/.exec(line)?.[1] ?? '';
}

/** As a picture, in which a script cannot run. */
async function showPlot(manager: Manager, { context }: Services): Promise<number | undefined> {
  const argv = await mayRun(plot(manager));
  if (!argv) return undefined;
  const { code, stdout, stderr, failure } = await run(argv, { timeout: 30_000, bytes: 32 << 20 });
  if (code !== 0) {
    const reason = failure === 'hung' ? t('systemd-analyze gave no answer within 30 seconds.') : stderr.trim();
    vscode.window.showWarningMessage(t('There is no plot of the boot: {0}', reason || t('systemd-analyze failed.')));
    return code;
  }
  const panel = vscode.window.createWebviewPanel(
    'systemdUnits.plot',
    manager === 'user' ? t('Boot of the user manager') : t('Boot of the system manager'),
    vscode.ViewColumn.Active,
    webviewOptions(context),
  );
  const svg = Buffer.from(stdout).toString('base64');
  const page = { name: 'plot', title: t('Plot'), body: plotBody(svg), policy: 'img-src data:' };
  panel.webview.html = pageHtml(panel.webview, context, page);
  return code;
}
