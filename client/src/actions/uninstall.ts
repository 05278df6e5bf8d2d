import { lstatSync, realpathSync } from 'node:fs';
import * as vscode from 'vscode';
import { t } from '../localize.ts';
import { fileRelation } from '../machine/file-relation.ts';
import { queryState } from '../machine/query-unit.ts';
import { systemctl } from '../systemd/command.ts';
import { uninstallPlan } from '../systemd/uninstall-plan.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import { linkedDropIns } from './installation-files.ts';
import { unitFeature } from './on-unit.ts';
import type { Plan } from './run-action.ts';

/** The way back from *Install…*: the manager forgets the unit; a file it was linked from stays. */
export const uninstallCommand = unitFeature({
  uninstall: {
    title: t('Uninstall…'),
    detail: t('Stops it and takes it away from the manager.'),
    when: 'applicable',
    menus: { enable: '3_manager@1', rowEnable: '3_manager' },
    needs: ['trusted', 'systemd', 'confirmedIfHarmful'],
    probe: ({ manager, name }) => systemctl(manager, ['disable'], [name]),
    plan: planUninstall,
  },
});

async function planUninstall(target: Target): Promise<Plan | { readonly refusal: string } | undefined> {
  const state = await queryState(target);
  if (!state) return undefined;
  const isEdited = target.path !== '' && fileRelation(vscode.Uri.file(target.path), state) === 'loaded';
  const plan = uninstallPlan(target, state, {
    isEdited,
    linkedFrom: targetOfLink(state.fragment),
    dropInLinks: linkedDropIns(state),
  });
  if ('refusal' in plan) return plan;
  const { commands, detail } = plan;
  return { commands, harm: { text: t('Uninstall {0}?', target.name), detail, accept: t('Uninstall') } };
}

function targetOfLink(path: string): string | undefined {
  try {
    return lstatSync(path).isSymbolicLink() ? realpathSync(path) : undefined;
  } catch {
    return undefined;
  }
}
