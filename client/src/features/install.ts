import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { Feature, Services } from '../feature.ts';
import { t } from '../localize.ts';
import { agreesToErrors } from '../machine/errors-first.ts';
import { filesToLink } from '../machine/installed.ts';
import { targetOf } from '../machine/target.ts';
import { runInTerminal } from '../machine/terminal.ts';
import { daemonReload, link, type Target } from '../operate/actions.ts';
import { systemctl } from '../operate/command.ts';
import { copy, installedPath, SYSTEM_FOLDER, userFolder } from '../operate/install.ts';
import { runOnce } from '../operate/transient.ts';

/** From a file in a folder to a unit that a manager knows, each way with what it means. */
export const installCommands: Feature = (services) =>
  vscode.Disposable.from(
    vscode.commands.registerCommand('systemdUnits.install', async (argument?: unknown, way?: string) => {
      const target = await targetOf(argument, { managers: services.managers, takesTemplate: true });
      return target && install(target, services, way);
    }),
    vscode.commands.registerCommand('systemdUnits.runOnce', async (argument?: unknown) => {
      const target = await targetOf(argument, services);
      return target && once(target);
    }),
  );

interface Way extends vscode.QuickPickItem {
  readonly id: 'link' | 'system' | 'user' | 'once';
}

function waysFor({ path, manager, kind }: Target): Way[] {
  const isDropIn = /\.d\/[^/]+$/.test(path);
  const user = userFolder('~', undefined);
  const ways: Way[] = [
    { id: 'link', label: t('Link from here'), description: 'systemctl link', detail: t('Edits stay in this folder.') },
    { id: 'system', label: t('Copy to {0}', SYSTEM_FOLDER), detail: t('For this machine, whoever is logged in.') },
    { id: 'user', label: t('Copy to {0}', user), detail: t('Only while I am logged in; needs no rights.') },
    {
      id: 'once',
      label: t('Run once without installing'),
      description: 'systemd-run',
      detail: t('Under a name of its own, gone when it has ended.'),
    },
  ];
  const fits = ({ id }: Way) =>
    (id !== 'link' || !isDropIn) &&
    (id !== 'once' || (kind === 'service' && !isDropIn)) &&
    (id !== 'system' || manager === 'system');
  return ways.filter(fits);
}

async function install(target: Target, services: Services, wanted?: string): Promise<number | undefined> {
  const ways = waysFor(target);
  const title = t('Install {0}', target.name);
  const way = ways.find(({ id }) => id === wanted) ?? (await vscode.window.showQuickPick(ways, { title }));
  if (!way || !(await agreesToErrors(target, t('Install Anyway')))) return undefined;
  if (way.id === 'once') return once(target);
  const files = await filesToLink(target);
  const sources = files.length > 0 ? files : [target.path];
  const manager = way.id === 'link' ? target.manager : way.id;
  if (way.id === 'user') await services.managers.choose(vscode.Uri.file(target.path), 'user');
  const code = way.id === 'link' ? await linkAll(target, sources) : await copyAll({ ...target, manager }, sources);
  if (code === 0) offerNext({ ...target, manager });
  return code;
}

const linkAll = (target: Target, files: readonly string[]) =>
  runInTerminal({ label: `link ${target.name}`, command: link(target.manager, files) });

async function copyAll(target: Target, files: readonly string[]): Promise<number | undefined> {
  const folder = target.manager === 'user' ? userFolder(homedir(), process.env.XDG_CONFIG_HOME) : SYSTEM_FOLDER;
  for (const path of files) {
    const command = copy(path, installedPath(folder, { name: target.name, path }));
    const code = await runInTerminal({ label: t('copy {0}', basename(path)), command });
    if (code !== 0) return code;
  }
  return runInTerminal({ label: 'daemon-reload', command: daemonReload(target.manager) });
}

/** What one installs for; not waited for, since it is no part of the installation. */
async function offerNext(target: Target): Promise<void> {
  const { name } = target;
  const template = /@\.[a-z]+$/.test(name);
  const start = { title: t('Start'), verb: ['start'] };
  const both = { title: t('Start and Enable at Boot'), verb: ['enable', '--now'] };
  const choices = template ? [{ title: t('Enable at Boot'), verb: ['enable'] }] : [start, both];
  const answer = await vscode.window.showInformationMessage(t('{0} is installed.', name), ...choices);
  if (!answer) return;
  const { verb } = answer;
  await runInTerminal({ label: `${verb.join(' ')} ${name}`, command: systemctl(target.manager, verb, [name]) });
}

async function once(target: Target): Promise<number | undefined> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === target.path);
  const text = open?.getText() ?? readFileSync(target.path, 'utf8');
  const command =
    target.kind === 'service'
      ? runOnce({ ...target, text })
      : { refusal: t('Only a service is run by itself. Install {0}, or run the service it starts.', target.name) };
  if ('refusal' in command) {
    vscode.window.showWarningMessage(command.refusal);
    return undefined;
  }
  if (!(await agreesToErrors(target, t('Run Anyway')))) return undefined;
  return runInTerminal({ label: t('run once {0}', target.name), command, lasting: true });
}
