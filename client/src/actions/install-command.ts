import * as vscode from 'vscode';
import { featureWithCommands, type Services } from '../feature.ts';
import { t } from '../localize.ts';
import { link } from '../systemd/command.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import { installUnit, pickWay, type WayId } from './install-unit.ts';
import { onUnit } from './on-unit.ts';

const install = {
  title: t('Install…'),
  icon: 'desktop-download',
  when: 'applicable',
  menus: { unit: '1_run@1', row: '1_run@1' },
  button: 1,
  needs: ['trusted', 'systemd', 'withoutErrors'],
  takesTemplate: true,
  probe: ({ manager, path }: Target) => link(manager, [path]),
} as const;

/** From a file in a folder to a unit that a manager knows, each way with what it means. */
export const installCommand = featureWithCommands({
  commands: { install },
  start(services: Services) {
    const show = async (target: Target, wanted?: unknown): Promise<unknown> => {
      const way = (wanted as WayId | undefined) ?? (await pickWay(target, t('Install {0}', target.name)));
      if (way === undefined) return undefined;
      if (way === 'once') return vscode.commands.executeCommand('systemdUnits.runOnce', { target });
      const { code } = await installUnit(target, { managers: services.managers, way });
      // The code lens offers the next step by now.
      if (code === 0) vscode.window.setStatusBarMessage(t('{0} is installed.', target.name), 5_000);
      return code;
    };
    return { run: { install: onUnit({ ...install, show }, services) } };
  },
});
