import * as vscode from 'vscode';
import { featureWithCommands } from '../feature.ts';
import { t } from '../localize.ts';
import { runInTerminal } from '../machine/terminal.ts';
import { analyze, type Command } from '../systemd/command.ts';

/** The commands of systemd-analyze other than verify, security and those about the boot. */
export const analyzeCommands = featureWithCommands({
  commands: {
    calendar: {
      title: t('Show Next Runs of a Calendar Event…'),
      when: 'machineTools',
      menus: { analyze: '3_other@2' },
    },
    catConfig: {
      title: t('Show Configuration File with Drop-Ins…'),
      when: 'machineTools',
      menus: { analyze: '3_other@3' },
    },
  },
  start: () => ({
    run: {
      async calendar(expression?: unknown) {
        const value = typeof expression === 'string' ? expression : await askExpression();
        return value ? runInTerminal({ label: 'calendar', command: calendar(value) }) : undefined;
      },
      async catConfig(path?: unknown) {
        const value = typeof path === 'string' && isConfigPath(path) ? path : await askConfigPath();
        return value ? runInTerminal({ label: `cat-config ${value}`, command: catConfig(value) }) : undefined;
      },
    },
  }),
});

const askExpression = (): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: t('When does a calendar event elapse?'),
    prompt: t('A calendar expression as in OnCalendar=, see systemd.time(7).'),
    placeHolder: 'Mon..Fri *-*-* 04:00',
    value: calendarAtCursor(),
  });

const askConfigPath = (): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: t('Show Configuration File with Drop-Ins'),
    placeHolder: 'systemd/journald.conf',
    validateInput: (text) =>
      isConfigPath(text) ? undefined : t('Enter a path below /etc, such as systemd/journald.conf.'),
  });

/** The value of OnCalendar= on the line of the cursor. */
function calendarAtCursor(): string {
  const editor = vscode.window.activeTextEditor;
  const line = editor?.document.lineAt(editor.selection.active.line).text ?? '';
  return /^\s*OnCalendar\s*=\s*(.*?)\s*$/.exec(line)?.[1] ?? '';
}

export const calendar = (expression: string): Command =>
  analyze('system', ['calendar', '--iterations=5'], [expression]);

export const catConfig = (file: string): Command => analyze('system', ['cat-config', '--no-pager'], [file]);

/** A path below systemd's configuration folders, as `systemd/journald.conf`. */
export const isConfigPath = (text: string): boolean => /^[\w.@-]+(\/[\w.@-]+)*$/.test(text) && !text.includes('..');
