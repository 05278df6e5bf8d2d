import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { featureWithCommands, type Services } from '../feature.ts';
import { t } from '../localize.ts';
import { link } from '../systemd/command.ts';
import { runOnce } from '../systemd/run-once.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import { installUnit, pickWay, type WayId } from './install-unit.ts';
import { handlersOf } from './on-unit.ts';
import type { Need, Plan, PlannedAction } from './run-action.ts';

const NEEDS: readonly Need[] = ['trusted', 'systemd', 'withoutErrors'];

const install = {
  title: t('Install…'),
  icon: 'desktop-download',
  when: 'applicable',
  menus: { unit: '1_run@1', row: '1_run@1' },
  button: 1,
  needs: NEEDS,
  takesTemplate: true,
  probe: ({ manager, path }: Target) => link(manager, [path]),
} as const;

const once: PlannedAction = {
  title: t('Run Once Without Installing'),
  detail: t('Under a name of its own, gone when it has ended.'),
  when: 'applicable',
  menus: { unit: '1_run@7', row: '1_run@2' },
  needs: NEEDS,
  lasting: true,
  probe: ({ manager }) => ({ program: 'systemd-run', args: manager === 'user' ? ['--user'] : [] }),
  plan: planOnce,
};

/** From a file in a folder to a unit that a manager knows, each way with what it means. */
export const installCommands = featureWithCommands({
  commands: { install, runOnce: once },
  start(services: Services) {
    const show = async (target: Target, wanted?: unknown): Promise<unknown> => {
      const way = (wanted as WayId | undefined) ?? (await pickWay(target, t('Install {0}', target.name)));
      if (way === undefined) return undefined;
      if (way === 'once') return vscode.commands.executeCommand('systemdUnits.runOnce', { target });
      const { code } = await installUnit(target, { managers: services.managers, way });
      // What one installs for stands above the file by now.
      if (code === 0) vscode.window.setStatusBarMessage(t('{0} is installed.', target.name), 5_000);
      return code;
    };
    return { run: handlersOf({ install: { ...install, show }, runOnce: once }, services) };
  },
});

function planOnce(target: Target): Plan | { readonly refusal: string } {
  if (target.kind !== 'service') {
    return { refusal: t('Only a service can be run once. Install {0}, or run the service it starts.', target.name) };
  }
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === target.path);
  const command = runOnce({ ...target, text: open?.getText() ?? readFileSync(target.path, 'utf8') });
  return 'refusal' in command ? command : { commands: [command] };
}
