import * as vscode from 'vscode';
import { type Feature, featureWithCommands, type Services } from '../feature.ts';
import { isTargetHolder, targetOf } from '../machine/target.ts';
import { checkInstalled, checkTrusted, runInTerminal } from '../machine/terminal.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import { confirm, confirmErrors } from './confirm.ts';
import { ensureInstalled } from './install-unit.ts';
import { type ActionHost, runAction, type UnitAction } from './run-action.ts';

/** The handler of an action. VS Code passes a file, a row of a view or nothing, and all selected rows. */
export const onUnit =
  (action: UnitAction, services: Services) =>
  async (argument?: unknown, ...more: readonly unknown[]): Promise<unknown> => {
    const targets = await targetsOf(action, argument, more, services);
    return targets && runAction(action, targets, hostOf(services), more);
  };

/** A feature whose commands are actions on units. */
export const unitFeature = <Id extends string>(actions: Readonly<Record<Id, UnitAction>>): Feature =>
  featureWithCommands({
    commands: actions,
    start: (services) => ({ run: handlersOf(actions, services) }),
  });

export const handlersOf = <Id extends string>(actions: Readonly<Record<Id, UnitAction>>, services: Services) =>
  Object.fromEntries(
    Object.entries<UnitAction>(actions).map(([id, action]) => [id, onUnit(action, services)]),
  ) as Record<Id, ReturnType<typeof onUnit>>;

/** The units the command is about; undefined if the user dismissed the question for an instance. */
async function targetsOf(
  action: UnitAction,
  argument: unknown,
  [selected]: readonly unknown[],
  services: Services,
): Promise<readonly Target[] | undefined> {
  const rows = Array.isArray(selected) ? selected.filter(isTargetHolder) : [];
  const asked = rows.length > 1 && !('show' in action) ? rows : [argument];
  const targets: Target[] = [];
  for (const one of asked) {
    const target = await targetOf(one, { ...services, takesTemplate: action.takesTemplate });
    if (!target) return undefined;
    targets.push(target);
  }
  return targets;
}

const hostOf = ({ managers }: Services): ActionHost => ({
  trusted: async (targets, { title }) => (checkTrusted(title) ? targets : undefined),
  systemd: async (targets, action) => {
    const first = (target: Target) => ('commands' in action ? action.commands(target)[0] : action.probe?.(target));
    return targets.every((target) => checkInstalled(first(target)!)) ? targets : undefined;
  },
  withoutErrors: async (targets) => ((await confirmErrors(targets)) ? targets : undefined),
  async installed(targets) {
    const known: Target[] = [];
    for (const target of targets) {
      const found = await ensureInstalled(target, managers);
      if (!found) return undefined;
      known.push(found);
    }
    return known;
  },
  confirm,
  refuse: (message) => void vscode.window.showWarningMessage(message),
  run: (command, label, lasting) => runInTerminal({ command, label, lasting }),
});
