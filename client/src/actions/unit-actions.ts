import { quadletService } from '../../../server/src/index.ts';
import { t } from '../localize.ts';
import { analyze, journalctl, systemctl } from '../systemd/command.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import { harmOfMasking, harmOfStopping } from './confirm.ts';
import { enablingHarm } from './enable-question.ts';
import { unitFeature } from './on-unit.ts';
import type { CommandAction, Need } from './run-action.ts';

/** For actions that only show something. */
const LOOKS: readonly Need[] = ['trusted', 'systemd'];
/** For actions that change a loaded unit, or whether it is enabled. */
const CHANGES: readonly Need[] = [...LOOKS, 'confirmedIfHarmful'];
/** For actions for which the manager reads the unit's file. */
const LOADS: readonly Need[] = [...CHANGES, 'withoutErrors', 'installed'];

const verb =
  (...words: readonly string[]) =>
  ({ manager, name }: Target) => [systemctl(manager, words, [name])];

const journal =
  (...options: readonly string[]) =>
  ({ manager, name }: Target) => [journalctl(manager, name, options)];

/** systemd-analyze takes the unit's own file and finds drop-ins beside it by itself. */
function fragmentOf({ name, path }: Target): string {
  // Of a Quadlet file systemd sees what Podman has made of it.
  if (quadletService(path)) return name;
  const folder = path.slice(0, path.lastIndexOf('/'));
  return folder.endsWith(`/${name}.d`) ? folder.slice(0, -'.d'.length) : path;
}

const running = {
  start: {
    title: t('Start'),
    icon: 'play',
    when: 'applicable',
    menus: { unit: '1_run@2', row: '1_run@3' },
    button: 2,
    needs: LOADS,
    commands: verb('start'),
  },
  restart: {
    title: t('Restart'),
    icon: 'debug-restart',
    when: 'applicable',
    menus: { unit: '1_run@3', row: '1_run@4' },
    button: 3,
    needs: LOADS,
    commands: verb('restart'),
    harm: harmOfStopping,
  },
  reloadAndRestart: {
    title: t('Reload Daemon and Restart'),
    icon: 'debug-rerun',
    when: 'applicable',
    menus: { unit: '1_run@4', row: '1_run@5' },
    button: 4,
    needs: LOADS,
    commands: ({ manager, name }) => [systemctl(manager, ['daemon-reload']), systemctl(manager, ['restart'], [name])],
    harm: harmOfStopping,
  },
  stop: {
    title: t('Stop'),
    icon: 'debug-stop',
    when: 'applicable',
    menus: { unit: '1_run@5', row: '1_run@6' },
    button: 5,
    needs: CHANGES,
    commands: verb('stop'),
    harm: harmOfStopping,
  },
  reload: {
    title: t('Reload Service Configuration'),
    detail: t('Asks the service to reread its own configuration.'),
    when: 'applicable',
    menus: { unit: '1_run@6', row: '1_run@7' },
    needs: LOADS,
    commands: verb('reload'),
  },
} satisfies Record<string, CommandAction>;

const enabling = {
  enable: {
    title: t('Enable'),
    when: 'applicable',
    menus: { enable: '1_boot@1', rowEnable: '1_boot@1' },
    needs: LOADS,
    takesTemplate: true,
    commands: verb('enable'),
    harm: enablingHarm,
  },
  disable: {
    title: t('Disable'),
    when: 'applicable',
    menus: { enable: '1_boot@2', rowEnable: '1_boot@2' },
    needs: CHANGES,
    takesTemplate: true,
    commands: verb('disable'),
    harm: harmOfStopping,
  },
  mask: {
    title: t('Mask'),
    detail: t('Prevents the unit from being started, even by other units.'),
    when: 'applicable',
    menus: { enable: '2_mask', rowEnable: '2_mask' },
    needs: CHANGES,
    takesTemplate: true,
    commands: verb('mask'),
    harm: harmOfMasking,
  },
  unmask: {
    title: t('Unmask'),
    when: 'applicable',
    menus: { unit: '1_run@9', row: '1_run@8' },
    needs: CHANGES,
    takesTemplate: true,
    commands: verb('unmask'),
  },
} satisfies Record<string, CommandAction>;

const looking = {
  status: {
    title: t('Show Status'),
    icon: 'pulse',
    when: 'applicable',
    menus: { unit: '2_look@1', row: '2_look@1' },
    needs: LOOKS,
    commands: verb('status', '--no-pager', '--full'),
  },
  cat: {
    title: t('Show Loaded Unit Files (systemctl cat)'),
    when: 'installed',
    menus: { analyze: '1_unit@1', rowMore: '1_look@2' },
    needs: LOOKS,
    takesTemplate: true,
    commands: verb('cat', '--no-pager'),
  },
  listDependencies: {
    title: t('List Dependencies'),
    when: 'installed',
    menus: { analyze: '1_unit@2', rowMore: '1_look@3' },
    needs: LOOKS,
    commands: verb('list-dependencies', '--no-pager'),
  },
  listUnits: {
    title: t('List Units of This Type'),
    when: 'machine',
    menus: { analyze: '3_other@1' },
    needs: LOOKS,
    takesTemplate: true,
    commands: ({ manager, kind }) => [systemctl(manager, ['list-units', '--no-pager', '--all', `--type=${kind}`])],
  },
  verify: {
    title: t('Verify with systemd-analyze'),
    when: 'tools',
    menus: { unit: '2_look@6' },
    needs: LOOKS,
    takesTemplate: true,
    commands: (target) => [analyze(target.manager, ['verify'], [fragmentOf(target)])],
  },
  journal: {
    title: t('Show Last Lines of Journal'),
    icon: 'output',
    when: 'installed',
    menus: { journal: '1_show@1' },
    needs: LOOKS,
    commands: journal('--no-pager', '--lines=100'),
  },
  journalFollow: {
    title: t('Follow Journal in Terminal'),
    when: 'installed',
    menus: { journal: '1_show@2', row: '2_look@3' },
    needs: LOOKS,
    lasting: true,
    commands: journal('--follow', '--lines=20'),
  },
  journalThisBoot: {
    title: t('Show Journal of This Boot'),
    when: 'installed',
    menus: { journal: '1_show@3' },
    needs: LOOKS,
    commands: journal('--boot', '--pager-end'),
  },
} satisfies Record<string, CommandAction>;

/** The actions that are one or two command lines, for the unit being edited or those selected in a view. */
export const unitActions = { ...running, ...enabling, ...looking } as const;

export type UnitActionId = keyof typeof unitActions;

/** The action of this id; undefined if the id belongs to another command. */
export const unitAction = (id: string): CommandAction | undefined =>
  Object.hasOwn(unitActions, id) ? unitActions[id as UnitActionId] : undefined;

export const unitCommands = unitFeature(unitActions);
