import * as vscode from 'vscode';
import { featureWithCommands } from '../feature.ts';
import { t } from '../localize.ts';
import { query } from '../machine/query.ts';
import { checkRunnable } from '../machine/terminal.ts';
import { systemctl } from '../systemd/command.ts';
import { stateText } from '../systemd/state-text.ts';
import { parseShow, show } from '../systemd/systemctl-show.ts';
import { listProperties } from '../systemd/unit-list.ts';
import type { Manager, Target } from '../systemd/unit-of-file.ts';
import { type PickFilter, startable, stoppable, targetNamed, type UnitPick, unitPicks } from '../systemd/unit-picks.ts';
import { unitIcon } from './unit-rows.ts';
import { LARGE_ANSWER } from './workspace-units.ts';

interface PickCommand {
  readonly title: string;
  readonly icon?: string;
  readonly when: 'machine';
  readonly question: string;
  readonly offers: PickFilter;
  /** The command that is run for the unit; without one the unit is opened. */
  readonly command?: string;
}

const all: PickFilter = () => true;
const when = 'machine';

const commands = {
  'any.open': { title: t('Open Unit…'), icon: 'go-to-file', when, question: t('Open which unit?'), offers: all },
  'any.start': { title: t('Start Unit…'), when, question: t('Start which unit?'), offers: startable, command: 'start' },
  'any.stop': { title: t('Stop Unit…'), when, question: t('Stop which unit?'), offers: stoppable, command: 'stop' },
  'any.restart': {
    title: t('Restart Unit…'),
    when,
    question: t('Restart which unit?'),
    offers: stoppable,
    command: 'restart',
  },
  'any.status': {
    title: t('Show Status of Unit…'),
    when,
    question: t('Show the status of which unit?'),
    offers: all,
    command: 'status',
  },
  'any.journal': {
    title: t('Open Journal of Unit…'),
    when,
    question: t('Open the journal of which unit?'),
    offers: all,
    command: 'journalView',
  },
  'any.more': {
    title: t('Show Actions for Unit…'),
    when,
    question: t('Show actions for which unit?'),
    offers: all,
    command: 'more',
  },
} satisfies Record<string, PickCommand>;

/** Commands for any unit of the machine, without an open file. */
export const pickUnitCommands = featureWithCommands({
  commands,
  start: () => ({
    run: Object.fromEntries(
      Object.entries<PickCommand>(commands).map(([id, command]) => [id, () => runWithPick(command)]),
    ) as Record<keyof typeof commands, () => Promise<unknown>>,
  }),
});

async function runWithPick({ question, offers, command }: PickCommand): Promise<unknown> {
  if (!(await checkRunnable(systemctl('system', ['show'])))) return undefined;
  const target = await pickUnit(question, offers);
  if (!target) return undefined;
  return command ? vscode.commands.executeCommand(`systemdUnits.${command}`, { target }) : openUnit(target);
}

type Item = vscode.QuickPickItem & { readonly target?: Target };

/** Lists the units of both managers as they answer; other names, such as those of instances, can be typed. */
async function pickUnit(title: string, offers: PickFilter): Promise<Target | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  Object.assign(pick, { title, placeholder: t('Name or description'), matchOnDescription: true, busy: true });
  const listed: Item[] = [];
  // The typed name comes last, so that Enter takes the first match.
  const update = () => {
    pick.items = [...listed, ...(offers === stoppable ? [] : asTyped(pick.value, listed))];
  };
  const answer = new Promise<Target | undefined>((resolve) => {
    pick.onDidAccept(() => resolve(pick.selectedItems[0]?.target));
    pick.onDidHide(() => resolve(undefined));
  });
  pick.onDidChangeValue(update);
  pick.show();
  const list = async () => {
    for (const manager of ['system', 'user'] as const) {
      listed.push(...(await itemsOf(manager, offers)));
      update();
    }
    pick.busy = false;
  };
  void list();
  const target = await answer;
  pick.dispose();
  return target;
}

function asTyped(value: string, listed: readonly Item[]): Item[] {
  const typed = value.trim();
  const target = typed === '' || listed.some(({ label }) => label === typed) ? undefined : targetNamed(typed, 'system');
  return target ? [{ label: target.name, description: t('as typed'), target }] : [];
}

async function itemsOf(manager: Manager, offers: PickFilter): Promise<Item[]> {
  const [loaded, files] = await Promise.all([
    query(show(manager, listProperties, ['*']), LARGE_ANSWER),
    query(systemctl(manager, ['list-unit-files', '--no-pager', '--no-legend', '--full']), LARGE_ANSWER),
  ]);
  const picks = loaded.code === 0 ? unitPicks(manager, loaded.stdout, files.stdout).filter(offers) : [];
  if (picks.length === 0) return [];
  const label = manager === 'user' ? t('User Manager') : t('System Manager');
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...picks.map(toItem)];
}

function toItem({ target, state, fileState }: UnitPick): Item {
  const text = state ? stateText(state, Date.now()) : t('not loaded, {0}', fileState ?? '');
  return {
    label: target.name,
    description: [text, state?.description].filter(Boolean).join(' · '),
    iconPath: state ? unitIcon(state) : new vscode.ThemeIcon('circle-outline'),
    target,
  };
}

/** Opens the unit's file, or its properties if it has none. */
async function openUnit(target: Target): Promise<void> {
  const path = await pathOf(target);
  if (path) await vscode.window.showTextDocument(vscode.Uri.file(path), { preview: false });
  else await vscode.commands.executeCommand('systemdUnits.units.properties', { target });
}

async function pathOf({ manager, name }: Target): Promise<string> {
  const [properties] = parseShow((await query(show(manager, ['FragmentPath'], [name]))).stdout);
  const fragment = properties?.get('FragmentPath')?.[0];
  if (fragment) return fragment;
  // `systemctl show` fails for templates; `systemctl cat` prints their path in the first line.
  const { stdout } = await query(systemctl(manager, ['cat', '--no-pager'], [name]));
  return /^# (\/.+)$/m.exec(stdout)?.[1] ?? '';
}
