import * as vscode from 'vscode';
import type { DanglingLink } from '../../../server/src/protocol/requests.ts';
import type { Feature } from '../feature.ts';
import { t } from '../localize.ts';
import { query } from '../machine/query.ts';
import { runInTerminal } from '../machine/terminal.ts';
import { commandLine, systemctl } from '../systemd/command.ts';
import { type RenamedUnit, relinkCommands, renamedUnits } from '../systemd/dangling-links.ts';
import { parseShow, show } from '../systemd/systemctl-show.ts';

/** After a rename: names the links of the machine that lead nowhere now, and makes them anew. */
export const relink: Feature = () =>
  vscode.commands.registerCommand('systemdUnits.relink', async (links: readonly DanglingLink[]) => {
    const commands = relinkCommands(links);
    const accept = t('Renew Links');
    const detail = [
      ...links.map(({ path, from }) => `${path} → ${from}`),
      ...(commands.length > 0 ? ['', t('To renew them, this is run:'), ...commands.map(commandLine)] : []),
    ];
    const answer = await vscode.window.showWarningMessage(
      t('Links of this machine lead to files that have other names now. systemd no longer finds these units.'),
      { modal: true, detail: detail.join('\n') },
      ...(commands.length > 0 ? [accept] : []),
    );
    if (answer !== accept) return undefined;
    const running = await stillActive(renamedUnits(links));
    for (const command of commands) {
      const code = await runInTerminal({ label: t('renew links'), command });
      if (code !== 0) return code;
    }
    if (running.length > 0) await offerNewName(running);
    return 0;
  });

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
    t('What ran under the old name still does, and nothing tells it of the new one.'),
    { modal: true, detail: pairs.join('\n') },
    accept,
  );
  if (answer !== accept) return;
  for (const { manager, old, name } of units) {
    await runInTerminal({ label: t('stop {0}', old), command: systemctl(manager, ['stop'], [old]) });
    await runInTerminal({ label: t('start {0}', name), command: systemctl(manager, ['start'], [name]) });
  }
}
