import * as vscode from 'vscode';
import { TIMER_PROPERTIES } from '../../../../server/src/index.ts';
import { featureWithCommands, type Services } from '../../feature.ts';
import { t } from '../../localize.ts';
import { query } from '../../machine/query.ts';
import { listBoots } from '../../systemd/earlier-boot.ts';
import { parseShow } from '../../systemd/systemctl-show.ts';
import { askManagerStart, askTimerNames, askTimers, offBetweenBoots, timerNames } from '../../systemd/timers.ts';
import type { Manager } from '../../systemd/unit-of-file.ts';
import { type TimersMachine, timersCommands, timersTab } from './timers-tab.ts';

/** Timers on an axis: of files, and of the managers of the machine. */
export const machineTimers = featureWithCommands({
  commands: timersCommands,
  start(services: Services) {
    const tab = timersTab(services, machineOf(services));
    return { run: { timers: tab.show }, ends: [tab] };
  },
});

const machineOf = ({ managers, client }: Services): TimersMachine => ({
  ask: askManager,
  async off() {
    const { stdout } = await query(listBoots, UTC);
    return offBetweenBoots(stdout);
  },
  run({ activates, activatesPath, path = '', manager }) {
    const file = activatesPath && client.protocol2CodeConverter.asUri(vscode.Uri.file(activatesPath).toString());
    const kind = activates.slice(activates.lastIndexOf('.') + 1);
    // Of a file of the workspace the manager may have been chosen.
    const chosen = file ? managers.of(file) : manager;
    const target = {
      name: activates,
      kind,
      manager: chosen,
      path: file ? file.fsPath : file === undefined ? '' : path,
    };
    return Promise.resolve(vscode.commands.executeCommand('systemdUnits.start', { target }));
  },
});

const UTC = { utc: true, timeout: 15_000, bytes: 32 << 20 };

/** Timers that are loaded, and those that only have a file: asked about, they are loaded. */
async function askManager(manager: Manager): ReturnType<TimersMachine['ask']> {
  const files = await query(askTimerNames(manager), UTC);
  const [timers, started] = await Promise.all([
    query(askTimers(manager, TIMER_PROPERTIES, timerNames(files.stdout)), UTC),
    query(askManagerStart(manager), UTC),
  ]);
  if (timers.code !== 0)
    return { refusal: t('The manager gives no information about its timers. {0}', timers.stderr.trim()) };
  const seen = new Map(parseShow(timers.stdout).map((properties) => [properties.get('Id')?.[0] ?? '', properties]));
  return { manager, timers: [...seen.values()].map((each) => Object.fromEntries(each)), started: started.stdout };
}
