import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { baseOf, quadletService } from '../../../server/src/index.ts';
import { t } from '../localize.ts';
import type { ManagerChoice } from '../machine/manager-choice.ts';
import { runAllInTerminal } from '../machine/terminal.ts';
import { daemonReload, link } from '../systemd/command.ts';
import {
  copy,
  dropInFolder,
  installedPath,
  linkDropIns,
  QUADLET_SYSTEM_FOLDER,
  quadletUserFolder,
  SYSTEM_FOLDER,
  userFolder,
} from '../systemd/install-paths.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import { filesToInstall, isKnown } from './installation-files.ts';
import { explainMissingService, hasGenerator } from './quadlet-generator.ts';

export type WayId = 'link' | 'system' | 'user' | 'once';

interface Way extends vscode.QuickPickItem {
  readonly id: WayId;
}

function waysFor(target: Target): Way[] {
  const { path, manager, kind } = target;
  if (quadletService(path)) return quadletWays(target);
  const isDropIn = /\.d\/[^/]+$/.test(path);
  const user = userFolder('~', undefined);
  const ways: Way[] = [
    { id: 'link', label: t('Link from here'), description: 'systemctl link', detail: t('Edits stay in this folder.') },
    { id: 'system', label: t('Copy to {0}', SYSTEM_FOLDER), detail: t('For all users of this machine.') },
    { id: 'user', label: t('Copy to {0}', user), detail: t('For me, while I am logged in; needs no root privileges.') },
    {
      id: 'once',
      label: t('Run once without installing'),
      description: 'systemd-run',
      detail: t('Under a separate name, which is gone when the service has ended.'),
    },
  ];
  const fits = ({ id }: Way) =>
    (id !== 'link' || !isDropIn) &&
    (id !== 'once' || (kind === 'service' && !isDropIn)) &&
    (id !== 'system' || manager === 'system');
  return ways.filter(fits);
}

/** Podman reads links in its folders as well, but a repository that moves would take the container with it. */
function quadletWays({ manager }: Target): Way[] {
  const [system, user] = [QUADLET_SYSTEM_FOLDER, quadletUserFolder('~', undefined)];
  const ways: Way[] = [
    {
      id: 'system',
      label: t('Copy to {0}', system),
      detail: t('The container runs as root, for all users of this machine.'),
    },
    { id: 'user', label: t('Copy to {0}', user), detail: t('The container runs without root privileges, as you.') },
  ];
  return ways.filter(({ id }) => id !== 'system' || manager === 'system');
}

/** Lets the user pick a way to install a unit; undefined if none was picked. */
export async function pickWay(
  target: Target,
  title: string,
  without: readonly WayId[] = [],
): Promise<WayId | undefined> {
  const ways = waysFor(target).filter(({ id }) => !without.includes(id));
  const others = (await filesToInstall(target)).slice(1).map(baseOf);
  const options = {
    title,
    ignoreFocusOut: true,
    ...(others.length > 0 && { placeHolder: t('Together with {0}', others.join(', ')) }),
  };
  return (await vscode.window.showQuickPick(ways, options))?.id;
}

export interface Installed {
  /** The exit code of what was run. */
  readonly code: number | undefined;
  /** The unit as it was installed, maybe with another manager. */
  readonly target: Target;
}

/** Installs a unit in one of the ways. */
export async function installUnit(
  target: Target,
  { managers, way }: { managers: ManagerChoice; way: Exclude<WayId, 'once'> },
): Promise<Installed> {
  const files = await filesToInstall(target);
  const sources = files.length > 0 ? files : [target.path];
  if (way === 'link') return { target, code: await linkAll(target, sources) };
  const installed = { ...target, manager: way };
  const isQuadlet = quadletService(target.path) !== undefined;
  if (isQuadlet && !hasGenerator(way)) return { target, code: undefined };
  if (way === 'user') await managers.choose(vscode.Uri.file(target.path), 'user');
  const code = await copyAll(installed, sources);
  if (isQuadlet && code === 0) await explainMissingService(installed);
  return { target: installed, code };
}

async function linkAll(target: Target, files: readonly string[]): Promise<number | undefined> {
  const dropIns = files.filter((path) => dropInFolder(path) !== undefined);
  const units = files.filter((path) => !dropIns.includes(path));
  const links = linkDropIns(installFolderOf(target), dropIns);
  const reload = links.length > 0 ? [daemonReload(target.manager)] : [];
  return runAllInTerminal(t('link {0}', target.name), [link(target.manager, units), ...links, ...reload]);
}

function copyAll(target: Target, files: readonly string[]): Promise<number | undefined> {
  const copies = files.map((path) => {
    // The folder of a drop-in tells which unit it belongs to.
    const name = dropInFolder(path)?.slice(0, -'.d'.length) ?? target.name;
    return copy(path, installedPath(installFolderOf(target), { name, path }));
  });
  return runAllInTerminal(t('copy {0}', target.name), [...copies, daemonReload(target.manager)]);
}

/** The folder that a unit is copied to, or a Quadlet file. */
export function installFolderOf({ manager, path }: Target): string {
  const [system, user] = quadletService(path)
    ? [QUADLET_SYSTEM_FOLDER, quadletUserFolder]
    : [SYSTEM_FOLDER, userFolder];
  return manager === 'user' ? user(homedir(), process.env.XDG_CONFIG_HOME) : system;
}

/** Asks how to install a unit the manager does not know. Undefined if it is still not installed. */
export async function ensureInstalled(target: Target, managers: ManagerChoice): Promise<Target | undefined> {
  if (await isKnown(target, target.name)) return target;
  if (target.path === '' || (await filesToInstall(target)).length === 0) {
    vscode.window.showWarningMessage(
      t(
        '{0} is not installed: the {1} manager has no such unit, and there is no file of it here. Install the unit first.',
        target.name,
        target.manager,
      ),
    );
    return undefined;
  }
  const way = await pickWay(target, t('{0} is not installed. Install it first:', target.name), ['once']);
  const done = way && way !== 'once' ? await installUnit(target, { managers, way }) : undefined;
  return done?.code === 0 ? done.target : undefined;
}
