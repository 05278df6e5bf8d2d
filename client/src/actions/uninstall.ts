import { lstatSync, realpathSync } from 'node:fs';
import * as vscode from 'vscode';
import { t } from '../localize.ts';
import { fileRelation, queryState } from '../machine/query-unit.ts';
import { type Command, daemonReload, systemctl } from '../systemd/command.ts';
import { isOwnPath, isOwnQuadlet } from '../systemd/install-paths.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import type { UnitState } from '../systemd/unit-state.ts';
import { linkedDropIns } from './installation-files.ts';
import { unitFeature } from './on-unit.ts';
import type { Plan } from './run-action.ts';

/** The reverse of *Install…*: removes the unit from the manager; a linked file is not deleted. */
export const uninstallCommand = unitFeature({
  uninstall: {
    title: t('Uninstall…'),
    detail: t('Stops the unit and removes it from the manager.'),
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

export interface UninstallPlan {
  readonly commands: readonly Command[];
  /** What happens to the unit and its files, for the question. */
  readonly detail: string;
}

/** Folders of systemd.unit(5) in which a file is a unit without a link to it. */
const unitFolder = /^(\/etc\/systemd\/(system|user)|.*\/\.config\/systemd\/user)\/[^/]+$/;

/** How a unit is present in the unit folders. */
export interface InstalledFile {
  /** The file a link in a folder of units leads to, if the unit is such a link. */
  readonly linkedFrom?: string | undefined;
  /** The file being edited is the one the manager has loaded. */
  readonly isEdited: boolean;
  /** Links of its drop-ins. */
  readonly dropInLinks?: readonly string[];
}

/**
 * Stops a unit, removes its links, and deletes a copy in a unit folder. `systemctl disable` also removes the link
 * that `systemctl link` made; a file outside systemd's folders is never deleted.
 */
export function uninstallPlan(
  { name, manager }: Target,
  { fragment, source, active }: UnitState,
  { linkedFrom, isEdited, dropInLinks = [] }: InstalledFile,
): UninstallPlan | { readonly refusal: string } {
  if (isOwnQuadlet(source)) {
    // Without its file the generator makes no service at the next reload.
    const commands: Command[] = [
      systemctl(manager, ['stop'], [name]),
      { program: 'rm', args: ['--', source] },
      daemonReload(manager),
    ];
    const fate = isEdited ? t('{0}, the file you are editing, is deleted.', source) : t('{0} is deleted.', source);
    return { commands, detail: [t('The service is stopped, and Podman no longer makes it.'), fate].join(' ') };
  }
  if (!isOwnPath(fragment)) {
    return {
      refusal: t(
        '{0} belongs to a package. Remove the package to uninstall it, or mask the unit to prevent it from starting.',
        name,
      ),
    };
  }
  const isCopy = linkedFrom === undefined && unitFolder.test(fragment);
  const commands: Command[] = [systemctl(manager, ['disable', '--now'], [name])];
  const left = [...dropInLinks, ...(isCopy ? [fragment] : [])];
  if (left.length > 0) commands.push({ program: 'rm', args: ['--', ...left] }, daemonReload(manager));
  // A failed unit stays loaded otherwise.
  if (active === 'failed') commands.push(systemctl(manager, ['reset-failed'], [name]));
  return { commands, detail: [t('The unit is stopped and no longer starts by itself.'), fateOfFile()].join(' ') };

  function fateOfFile(): string {
    if (!isCopy) return t('{0} is not changed.', linkedFrom ?? fragment);
    return isEdited ? t('{0}, the file you are editing, is deleted.', fragment) : t('{0} is deleted.', fragment);
  }
}
