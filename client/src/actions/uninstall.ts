import { lstatSync, realpathSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { t } from '../localize.ts';
import { fileRelation } from '../machine/file-relation.ts';
import { queryState } from '../machine/query-unit.ts';
import { targetOf } from '../machine/target.ts';
import { runInTerminal } from '../machine/terminal.ts';
import { uninstallPlan } from '../systemd/uninstall-plan.ts';
import { linkedDropIns } from './installation-files.ts';
import { confirm } from './question.ts';

/** The way back from *Install…*: the manager forgets the unit; a file it was linked from stays. */
export const uninstalling: Feature = (services) =>
  vscode.commands.registerCommand('systemdUnits.uninstall', async (argument?: unknown) => {
    const target = await targetOf(argument, services);
    const state = target && (await queryState(target));
    if (!target || !state) return undefined;
    const isEdited = target.path !== '' && fileRelation(vscode.Uri.file(target.path), state) === 'loaded';
    const plan = uninstallPlan(target, state, {
      isEdited,
      linkedFrom: targetOfLink(state.fragment),
      dropInLinks: linkedDropIns(state),
    });
    if ('refusal' in plan) {
      vscode.window.showWarningMessage(plan.refusal);
      return undefined;
    }
    const { commands, detail } = plan;
    if (!(await confirm({ text: t('Uninstall {0}?', target.name), detail, accept: t('Uninstall') }))) return undefined;
    for (const command of commands) {
      const code = await runInTerminal({ label: t('uninstall {0}', target.name), command });
      if (code !== 0) return code;
    }
    return 0;
  });

function targetOfLink(path: string): string | undefined {
  try {
    return lstatSync(path).isSymbolicLink() ? realpathSync(path) : undefined;
  } catch {
    return undefined;
  }
}
