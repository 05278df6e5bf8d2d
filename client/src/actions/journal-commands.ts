import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { t } from '../localize.ts';
import { query } from '../machine/query.ts';
import { targetOf } from '../machine/target.ts';
import { checkRunnable, runInTerminal } from '../machine/terminal.ts';
import type { Target } from '../systemd/actions.ts';
import { journalOfBoot, journalSince, listBoots, parseBoots } from '../systemd/boots.ts';
import type { Command } from '../systemd/command.ts';

/** Journal commands that ask something first: which boot, since when. */
export const journalQuestions: Feature = ({ managers, tabs }) => {
  const register = (id: string, question: (target: Target) => Promise<Command | undefined>) =>
    vscode.commands.registerCommand(`systemdUnits.${id}`, async (argument?: unknown) => {
      const target = await targetOf(argument, { managers, tabs });
      const command = target && (await checkRunnable(listBoots)) ? await question(target) : undefined;
      return target && command && runInTerminal({ label: t('journal of {0}', target.name), command });
    });
  return vscode.Disposable.from(register('journalOfBoot', pickBoot), register('journalSince', pickSince));
};

async function pickBoot(target: Target): Promise<Command | undefined> {
  const boots = parseBoots((await query(listBoots)).stdout);
  if (boots.length === 0) {
    vscode.window.showInformationMessage(
      t('The journal lists no boots. It keeps earlier ones only with Storage=persistent, see journald.conf(5).'),
    );
    return undefined;
  }
  const items = boots.map((boot) => ({
    label: boot.period,
    description: boot.offset === 0 ? t('this boot') : `${boot.offset}`,
    boot,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: t('Journal of {0}: which boot?', target.name) });
  return picked && journalOfBoot(target, picked.boot);
}

/** What journalctl takes as it stands, see systemd.time(7). */
const times: readonly (readonly [since: string | undefined, label: string])[] = [
  ['5 minutes ago', t('5 minutes ago')],
  ['1 hour ago', t('1 hour ago')],
  ['today', t('today')],
  ['yesterday', t('yesterday')],
  [undefined, t('Another time …')],
];

async function pickSince(target: Target): Promise<Command | undefined> {
  const title = t('Journal of {0}: since when?', target.name);
  const items = times.map(([since, label]) => ({ label, since }));
  const picked = await vscode.window.showQuickPick(items, { title });
  if (!picked) return undefined;
  const since =
    picked.since ??
    (await vscode.window.showInputBox({
      title,
      placeHolder: '2026-01-31 18:00, -2h, yesterday',
      prompt: t('A time as in systemd.time(7).'),
    }));
  return since ? journalSince(target, since) : undefined;
}
