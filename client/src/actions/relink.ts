import * as vscode from 'vscode';
import type { DanglingLink } from '../../../server/src/protocol/requests.ts';
import { feature } from '../feature.ts';
import { t } from '../localize.ts';
import { query } from '../machine/query.ts';
import { runAllInTerminal, runInTerminal } from '../machine/terminal.ts';
import { commandLine, systemctl } from '../systemd/command.ts';
import { type RenamedUnit, relinkCommands, renamedUnits } from '../systemd/dangling-links.ts';
import { parseShow, show } from '../systemd/systemctl-show.ts';

/** After a rename: names the links of the machine that no longer lead anywhere, and recreates them. */
export const relink = feature(() =>
  vscode.commands.registerCommand('systemdUnits.relink', async (links: readonly DanglingLink[]) => {
    const commands = relinkCommands(links);
    const accept = t('Recreate Links');
    const detail = [
      ...links.map(({ path, from }) => `${path} → ${from}`),
      ...(commands.length > 0 ? ['', t('These commands recreate them:'), ...commands.map(commandLine)] : []),
    ];
    const answer = await vscode.window.showWarningMessage(
      t('Links on this machine point to files that have been renamed. systemd no longer finds these units.'),
      { modal: true, detail: detail.join('\n') },
      ...(commands.length > 0 ? [accept] : []),
    );
    if (answer !== accept) return undefined;
    const running = await stillActive(renamedUnits(links));
    const code = await runAllInTerminal(t('recreate links'), commands);
    if (code !== 0) return code;
    if (running.length > 0) await offerNewName(running);
    return 0;
  }),
);

async function stillActive(units: readonly RenamedUnit[]): Promise<RenamedUnit[]> {
  const states = units.map(async (unit) => {
    const { stdout } = await query(show(unit.manager, ['ActiveState'], [unit.old]));
    return parseShow(stdout)[0]?.get('ActiveState')?.[0] === 'active';
  });
  const active = await Promise.all(states);
  return units.filter((_, index) => active[index]);
}

async function offerNewName(units: readonly RenamedUnit[]): Promise<void> {
  const accept = t('Stop and Start');
  const pairs = units.map(({ old, name }) => t('{0} stops, {1} starts', old, name));
  const answer = await vscode.window.showWarningMessage(
    t('These units still run under their old names.'),
    { modal: true, detail: pairs.join('\n') },
    accept,
  );
  if (answer !== accept) return;
  for (const { manager, old, name } of units) {
    await runInTerminal({ label: t('stop {0}', old), command: systemctl(manager, ['stop'], [old]) });
    await runInTerminal({ label: t('start {0}', name), command: systemctl(manager, ['start'], [name]) });
  }
}
