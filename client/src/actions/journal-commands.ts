import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { containerOf, parseUnitName } from '../../../server/src/index.ts';
import { t } from '../localize.ts';
import { query } from '../machine/query.ts';
import type { Command } from '../systemd/command.ts';
import { journalOfBoot, journalSince, listBoots, parseBoots } from '../systemd/journal-query.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import { unitFeature } from './on-unit.ts';
import type { Plan } from './run-action.ts';

/** Journal commands that ask for the boot or the time first. */
export const journalCommands = unitFeature({
  journalOfBoot: {
    title: t('Show Journal of an Earlier Boot…'),
    when: 'installed',
    menus: { journal: '2_ask@1' },
    needs: ['trusted', 'systemd'],
    probe: () => listBoots,
    plan: pickBoot,
  },
  journalSince: {
    title: t('Show Journal Since…'),
    when: 'installed',
    menus: { journal: '2_ask@2' },
    needs: ['trusted', 'systemd'],
    probe: () => listBoots,
    plan: pickSince,
  },
  containerLogs: {
    title: t('Follow Logs of the Container (podman logs)'),
    when: 'applicable',
    menus: { journal: '3_container@1' },
    needs: ['trusted', 'systemd'],
    lasting: true,
    probe: podmanLogs,
    plan: (target: Target) => ({ commands: [podmanLogs(target)] }),
  },
});

async function pickBoot(target: Target): Promise<Plan | undefined> {
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
  return picked && { commands: [journalOfBoot(target, picked.boot)] };
}

function podmanLogs({ name, path }: Target): Command {
  const text = path !== '' && existsSync(path) ? readFileSync(path, 'utf8') : '';
  return {
    program: 'podman',
    args: ['logs', '--follow', '--tail=50', '--', containerOf(parseUnitName(name)!, path, text)],
  };
}

/** Times as journalctl accepts them, see systemd.time(7). */
const times: readonly (readonly [since: string | undefined, label: string])[] = [
  ['5 minutes ago', t('5 minutes ago')],
  ['1 hour ago', t('1 hour ago')],
  ['today', t('today')],
  ['yesterday', t('yesterday')],
  [undefined, t('Another time…')],
];

async function pickSince(target: Target): Promise<Plan | undefined> {
  const title = t('Journal of {0}: since when?', target.name);
  const items = times.map(([since, label]) => ({ label, since }));
  const picked = await vscode.window.showQuickPick(items, { title });
  if (!picked) return undefined;
  const since =
    picked.since ??
    (await vscode.window.showInputBox({
      title,
      placeHolder: '2026-01-31 18:00, -2h, yesterday',
      prompt: t('A time as described in systemd.time(7).'),
    }));
  return since ? { commands: [journalSince(target, since)] } : undefined;
}
