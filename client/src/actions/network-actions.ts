import { readdirSync } from 'node:fs';
import * as vscode from 'vscode';
import type { CommandDeclaration } from '../command-declaration.ts';
import { featureWithCommands } from '../feature.ts';
import { t } from '../localize.ts';
import { query } from '../machine/query.ts';
import { activeFile } from '../machine/target.ts';
import { checkRunnable, runInTerminal } from '../machine/terminal.ts';
import type { Command } from '../systemd/command.ts';
import {
  linkReconfigure,
  linkStatus,
  linkTest,
  listLinks,
  machinectl,
  networkEdit,
  networkReload,
} from '../systemd/network-commands.ts';
import { containerName, isLinkName, type NetworkFile, networkFileOf } from '../systemd/network-file.ts';
import { confirm } from './confirm.ts';
import type { Question } from './run-action.ts';

/** What is done with files of systemd-networkd, systemd-udevd and systemd-nspawn. */
interface NetworkAction extends CommandDeclaration {
  /** Undefined when the user dismissed a question. */
  command(file: NetworkFile): Command | undefined | Promise<Command | undefined>;
  harm?(file: NetworkFile): Question | undefined;
  /** Talks with the user in a terminal of its own. */
  readonly lasting?: true;
}

const breaks = (title: string): Question => ({
  text: t('{0}?', title),
  detail: t('Links whose settings have changed are set up anew: a connection over them, such as SSH, may break.'),
  accept: title,
});

const reload = t('Reload Network Files (networkctl reload)');
const reconfigure = t('Reconfigure Link…');

const ofNetworks = {
  linkStatus: {
    title: t('Show Status of Links'),
    icon: 'pulse',
    when: 'linkFile',
    menus: { unit: '1_run@1' },
    command: ({ links }) => linkStatus(links),
  },
  networkReload: {
    title: reload,
    icon: 'refresh',
    when: 'networkFile',
    menus: { unit: '1_run@2' },
    command: () => networkReload,
    harm: () => breaks(t('Reload Network Files')),
  },
  linkReconfigure: {
    title: reconfigure,
    when: 'networkFile',
    menus: { unit: '1_run@3' },
    command: async ({ links }) => withLink(links, linkReconfigure),
    harm: () => breaks(t('Reconfigure')),
  },
  listLinks: { title: t('List Links'), when: 'linkFile', menus: { unit: '2_look@1' }, command: () => listLinks },
  networkEdit: {
    title: t('Override with a Drop-In (networkctl edit)'),
    when: 'linkFile',
    menus: { unit: '2_look@2' },
    lasting: true,
    command: async ({ name }) => ((await hasEdit()) ? networkEdit(name) : undefined),
  },
  linkTest: {
    title: t('Test Which Link File Applies…'),
    when: 'udevLinkFile',
    menus: { unit: '1_run@4' },
    command: async ({ links }) => withLink(links, linkTest),
    // What root tests is done.
    harm: () => (process.getuid?.() === 0 ? breaks(t('Test and Apply')) : undefined),
  },
} satisfies Record<string, NetworkAction>;

const ofContainers = {
  containerStatus: {
    title: t('Show Status of Container'),
    icon: 'pulse',
    when: 'nspawnFile',
    menus: { unit: '1_run@1' },
    command: (file) => withContainer(file, 'status'),
  },
  containerStart: {
    title: t('Start Container'),
    icon: 'play',
    when: 'nspawnFile',
    menus: { unit: '1_run@2' },
    command: (file) => withContainer(file, 'start'),
  },
  containerShell: {
    title: t('Open Shell in Container'),
    icon: 'terminal',
    when: 'nspawnFile',
    menus: { unit: '1_run@3' },
    lasting: true,
    command: (file) => withContainer(file, 'shell'),
  },
  containerPoweroff: {
    title: t('Power Off Container'),
    icon: 'debug-stop',
    when: 'nspawnFile',
    menus: { unit: '1_run@4' },
    command: (file) => withContainer(file, 'poweroff'),
    harm: ({ name }) => ({
      text: t('Power off {0}?', name.replace(/\.nspawn$/, '')),
      detail: t('Everything that runs in the container is stopped.'),
      accept: t('Power Off'),
    }),
  },
} satisfies Record<string, NetworkAction>;

export const networkActions = { ...ofNetworks, ...ofContainers } as const;

export const networkCommands = featureWithCommands({
  commands: networkActions,
  start: () => ({
    run: Object.fromEntries(
      Object.entries<NetworkAction>(networkActions).map(([id, action]) => [
        id,
        (argument?: unknown) => run(action, argument),
      ]),
    ) as Record<keyof typeof networkActions, (argument?: unknown) => Promise<number | undefined>>,
  }),
});

/** The same steps as for a unit: the file, what is asked of the user, trust and program, the question before harm, the terminal. */
async function run(action: NetworkAction, argument: unknown): Promise<number | undefined> {
  const uri = activeFile(argument);
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri?.toString());
  const file = uri && networkFileOf(uri.path, document?.getText());
  if (!file) {
    vscode.window.showWarningMessage(t('Open a .network, .netdev, .link or .nspawn file first.'));
    return undefined;
  }
  const command = await action.command(file);
  if (!command || !(await checkRunnable(command))) return undefined;
  const harm = action.harm?.(file);
  if (harm && !(await confirm(harm))) return undefined;
  return runInTerminal({ label: `${action.title} ${file.name}`, command, lasting: action.lasting });
}

/** The links of this machine; none where the kernel does not say. */
function machineLinks(): string[] {
  try {
    return readdirSync('/sys/class/net').sort();
  } catch {
    return [];
  }
}

/** Asks which link is meant, unless the file names one. */
async function withLink(links: readonly string[], command: (link: string) => Command): Promise<Command | undefined> {
  const [only, ...others] = links;
  if (only !== undefined && others.length === 0 && isLinkName(only)) return command(only);
  const picked = await vscode.window.showQuickPick(machineLinks().filter(isLinkName), {
    title: t('Which link?'),
    placeHolder: t('The links of this machine'),
  });
  return picked === undefined ? undefined : command(picked);
}

function withContainer(file: NetworkFile, verb: Parameters<typeof machinectl>[0]): Command | undefined {
  const container = containerName(file);
  if (container !== undefined) return machinectl(verb, container);
  vscode.window.showWarningMessage(
    t('{0} is not named after a container: machinectl would refuse the name.', file.name),
  );
  return undefined;
}

const FIRST_WITH_EDIT = 254;

/** Whether networkctl has a verb for it; says what to do instead. */
async function hasEdit(): Promise<boolean> {
  const { stdout, failure } = await query({ program: 'networkctl', args: ['--version'] });
  // That it is missing is said when it is run.
  if (failure !== undefined || Number(/\d+/.exec(stdout)?.[0]) >= FIRST_WITH_EDIT) return true;
  vscode.window.showWarningMessage(
    t(
      'networkctl edit came with systemd 254. Write a drop-in by hand: /etc/systemd/network/NAME.d/50-local.conf adds to the file called NAME, wherever it lies.',
    ),
  );
  return false;
}
