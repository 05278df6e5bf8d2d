import * as vscode from 'vscode';
import { onUnit } from '../actions/on-unit.ts';
import { type CommandDeclaration, type Menu, submenus, type When } from '../command-declaration.ts';
import { type Commands, featureWithCommands, type Services } from '../feature.ts';
import { t } from '../localize.ts';
import { queryApplicable, queryTemplate } from '../machine/query-unit.ts';
import type { Applicable, StateAction } from '../systemd/applicable-commands.ts';
import { stateText } from '../systemd/state-text.ts';
import type { Target } from '../systemd/unit-of-file.ts';

const declared = {
  more: {
    title: t('More Actions…'),
    icon: 'server-process',
    when: 'journalTab',
    menus: { unit: '4_all', row: '4_all', editor: 'navigation' },
    needs: [],
    takesTemplate: true,
  },
  instances: {
    title: t('Show Instances…'),
    when: 'applicable',
    menus: { unit: '1_run@10' },
    needs: ['trusted', 'systemd'],
    takesTemplate: true,
  },
} as const;

/** The list of all actions on a unit: `⋯` of the code lens, a click on the status bar, *More Actions…* of menus. */
export const unitActionsMenu = featureWithCommands({
  commands: declared,
  start: (services: Services) => ({
    run: {
      more: onUnit({ ...declared.more, show: (target) => showMenu(target, services) }, services),
      instances: onUnit({ ...declared.instances, show: showInstances }, services),
    },
  }),
});

async function showMenu(target: Target, { states, commands }: Services): Promise<void> {
  const isOffline = states.obstacle === 'not-booted';
  const { text, ids } = isOffline ? { text: '', ids: new Set<StateAction>() } : await queryApplicable(target);
  const items = menuOf(commands, ids, target);
  const title = [target.name, text].filter(Boolean).join(': ');
  const picked = await vscode.window.showQuickPick(items.map(toItem), { title, matchOnDetail: true });
  if (picked?.id) await vscode.commands.executeCommand(`systemdUnits.${picked.id}`, { target });
}

async function showInstances(target: Target): Promise<void> {
  const answer = await queryTemplate(target.manager, target.name);
  const instances = 'stderr' in answer ? [] : answer.instances;
  if (instances.length === 0) {
    vscode.window.showInformationMessage(t('No instance of {0} is loaded. Start one to see it here.', target.name));
    return;
  }
  const items = instances.map((state) => ({ label: state.id, description: stateText(state, Date.now()) }));
  const picked = await vscode.window.showQuickPick(items, { title: t('Instances of {0}', target.name) });
  const instance = picked && { ...target, name: picked.label, path: '' };
  if (instance) await vscode.commands.executeCommand('systemdUnits.more', { target: instance });
}

/** A line of the list of actions: an action, or the heading of a group. */
export type MenuItem =
  | { readonly group: string; readonly id?: undefined }
  | { readonly group?: undefined; readonly id: string; readonly title: string; readonly detail?: string | undefined };

const groups: readonly (readonly [menu: Menu, group: RegExp, title: string])[] = [
  ['unit', /^1_run/, t('Run')],
  ['unit', /^2_look/, t('Show')],
  ...(['journal', 'enable', 'analyze', 'edit'] as const).map((menu) => [menu, /^/, submenus[menu]] as const),
];

/** The actions that apply to the unit in its present state, in the groups of the menus. */
export function menuOf(commands: Commands, ids: Applicable, { path }: Pick<Target, 'path'>): MenuItem[] {
  const fits = (id: string, when: When): boolean =>
    when === 'applicable'
      ? ids.has(id as StateAction)
      : when === 'installed'
        ? ids.has('status')
        : when === 'file' || (when === 'tools' && path !== '');
  // Only commands with needs act on any unit; the others act on a file or on none.
  const offered = Object.entries(commands).filter(([id, command]) => 'needs' in command && fits(id, command.when));
  return groups.flatMap(([menu, group, title]) => {
    const items = offered
      .flatMap(([id, command]) => {
        const place = command.menus?.[menu];
        return place !== undefined && group.test(place) ? [{ id, command }] : [];
      })
      .sort((a, b) => placeIn(menu, a.command) - placeIn(menu, b.command));
    return items.length > 0
      ? [{ group: title }, ...items.map(({ id, command }) => ({ id, title: command.title, detail: command.detail }))]
      : [];
  });
}

/** `2_ask@1` comes behind `1_show@3`. */
function placeIn(menu: Menu, { menus }: CommandDeclaration): number {
  const [, group = 0, place = 0] = /^(\d+)\w*?(?:@(\d+))?$/.exec(menus?.[menu] ?? '') ?? [];
  return 100 * Number(group) + Number(place);
}

const toItem = (item: MenuItem): vscode.QuickPickItem & { id?: string } =>
  item.group === undefined
    ? { label: item.title, id: item.id, ...(item.detail && { detail: item.detail }) }
    : { label: item.group, kind: vscode.QuickPickItemKind.Separator };
