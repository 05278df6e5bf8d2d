import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { networkActions } from '../../client/src/actions/network-actions.ts';
import { unitActions } from '../../client/src/actions/unit-actions.ts';
import { desktopFeatures } from '../../client/src/desktop-features.ts';
import type { Commands } from '../../client/src/feature.ts';
import { applicableTo, applicableToTemplate, stateActions } from '../../client/src/systemd/applicable-commands.ts';
import { offers } from '../../client/src/systemd/lens-offers.ts';
import type { FileRelation } from '../../client/src/systemd/state-text.ts';
import { type UnitState, unitState } from '../../client/src/systemd/unit-state.ts';
import { contextOf } from '../../client/src/views/context-keys.ts';
import { menuOf } from '../../client/src/views/unit-actions-menu.ts';
import { readManifest } from '../../server/scripts/command-line/manifest.mjs';
import { type Context, holds } from './when.ts';

interface Item {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
  readonly group?: string;
}

const root = new URL('../../', import.meta.url);
const { contributes } = readManifest(fileURLToPath(root)) as {
  contributes: {
    menus: Record<string, Item[]>;
    commands: { command: string }[];
    submenus: { id: string; label: string }[];
  };
};

const commands: Commands = Object.assign({}, ...desktopFeatures.map((feature) => feature.commands));

const PATH = '/w/web.service';
const editor = {
  editorLangId: 'systemd',
  resourceLangId: 'systemd',
  resourceScheme: 'file',
  resourcePath: PATH,
  view: 'systemdUnits.units',
};

const installed = {
  LoadState: 'loaded',
  CanStart: 'yes',
  CanStop: 'yes',
  FragmentPath: '/etc/systemd/system/web.service',
};
const stateOf = (lines: Record<string, string>): UnitState =>
  unitState(new Map(Object.entries({ ...installed, ...lines }).map(([key, value]) => [key, [value]])));

/** The context in which a unit is edited. */
const editing = (state: UnitState, relation: FileRelation = 'loaded'): Context =>
  contextKeys({
    obstacle: undefined,
    isUnitFile: true,
    isUnitTab: false,
    networks: [],
    quadlets: [],
    fits: [[PATH, applicableTo(state, relation)]],
  });

function contextKeys(seen: Parameters<typeof contextOf>[0]): Context {
  const keys = Object.entries(contextOf(seen)).map(([key, value]) => [`systemdUnits.${key}`, value]);
  return { ...editor, ...Object.fromEntries(keys) };
}

/** The commands of a menu that are seen. */
const shown = (menu: string, context: Context): string[] =>
  contributes.menus[menu]!.flatMap(({ command, when }) =>
    command && holds(when, context) ? [command.replace('systemdUnits.', '')] : [],
  );

const submenusOf = (menu: string): string[] => contributes.menus[menu]!.flatMap(({ submenu }) => submenu ?? []);

/** Those of its submenus as well. */
const everywhere = (menu: string, context: Context): string[] => [
  ...shown(menu, context),
  ...submenusOf(menu).flatMap((submenu) => everywhere(submenu, context)),
];

const states: Record<string, [Record<string, string>, FileRelation?]> = {
  'not installed': [
    { LoadState: 'not-found', ActiveState: 'inactive', Id: 'web.service', FragmentPath: '' },
    'unknown',
  ],
  'not running': [{ ActiveState: 'inactive', UnitFileState: 'disabled' }],
  'not running, enabled': [{ ActiveState: 'inactive', UnitFileState: 'enabled' }],
  'not running, linked': [{ ActiveState: 'inactive', UnitFileState: 'linked' }],
  running: [{ ActiveState: 'active', SubState: 'running', UnitFileState: 'enabled' }],
  'running, can reload': [{ ActiveState: 'active', CanReload: 'yes', UnitFileState: 'disabled' }],
  starting: [{ ActiveState: 'activating', SubState: 'start', UnitFileState: 'disabled' }],
  failed: [{ ActiveState: 'failed', Result: 'exit-code', UnitFileState: 'enabled' }],
  masked: [{ LoadState: 'masked', ActiveState: 'inactive', UnitFileState: 'masked' }],
  'masked, still running': [{ LoadState: 'masked', ActiveState: 'active', UnitFileState: 'masked' }],
  edited: [{ ActiveState: 'active', NeedDaemonReload: 'yes', UnitFileState: 'enabled' }],
  'edited, not running': [{ ActiveState: 'inactive', NeedDaemonReload: 'yes', UnitFileState: 'enabled' }],
  'running from another file': [{ ActiveState: 'active', UnitFileState: 'enabled' }, 'elsewhere'],
  'of a package': [
    { ActiveState: 'active', UnitFileState: 'static', FragmentPath: '/usr/lib/systemd/system/web.service' },
  ],
  'systemd made it': [{ ActiveState: 'active', Transient: 'yes', FragmentPath: '/run/systemd/transient/web.service' }],
};

describe.each(Object.entries(states))('the menu of a unit: %s', (name, [lines, relation]) => {
  const state = stateOf(lines);
  const context = editing(state, relation);
  const top = shown('systemdUnits.menu', context);
  const all = everywhere('systemdUnits.menu', context);

  test('has six to ten actions, and at most ten submenus and actions beside them', () => {
    expect(top.length, top.join(' ')).toBeGreaterThanOrEqual(6);
    expect(top.length, top.join(' ')).toBeLessThanOrEqual(10);
  });

  test('starts what does not run, stops what does, and takes one of two opposites', () => {
    const runs = ['active', 'activating', 'reloading'].includes(state.active);
    const has = (id: string) => all.includes(id);
    if (runs) expect(has('start')).toBe(false);
    else expect([has('stop'), has('restart')]).toEqual([false, false]);
    expect([has('start') && has('stop'), has('enable') && has('disable'), has('mask') && has('unmask')]).toEqual([
      ...[false, false, false],
    ]);
    expect(has('install')).toBe(name === 'not installed' || relation === 'elsewhere');
  });

  test('is the same in the bar of the editor, in the view and in the list of actions', () => {
    const ids = applicableTo(state, relation ?? 'loaded');
    const row = { ...context, viewItem: `unit ${[...ids].join(' ')} file` };
    const listed = menuOf(commands, ids, { path: PATH }).flatMap(({ id }) => id ?? []);
    const own = (found: readonly string[]) => found.filter((id) => (stateActions as readonly string[]).includes(id));
    expect(own(all).sort()).toEqual([...ids].sort());
    expect(own(listed).sort()).toEqual([...ids].sort());
    for (const id of [...shown('editor/title/run', context), ...own(everywhere('view/item/context', row))]) {
      expect(all, id).toContain(id);
    }
  });

  test('the lens offers nothing else', () => {
    const offered = offers(state, relation ?? 'loaded').map(({ id }) => id);
    expect(offered.filter((id) => id !== 'daemonReload' && !all.includes(id))).toEqual([]);
  });
});

describe('a template', () => {
  const of = (fileState: string) =>
    shown(
      'systemdUnits.menu',
      contextKeys({
        ...{ obstacle: undefined, isUnitFile: true, isUnitTab: false },
        networks: [],
        quadlets: [],
        fits: [[PATH, applicableToTemplate(fileState, [])]],
      }),
    );
  test('is installed first', () => {
    expect(of('').slice(0, 2)).toEqual(['install', 'goToRelated']);
    expect(of('linked').slice(0, 2)).toEqual(['start', 'startAndFollow']);
  });
});

test('a context key stands for what is asked over and over', () => {
  const clauses = Object.values(contributes.menus).flatMap((items) => items.flatMap(({ when }) => when ?? []));
  const long = clauses.filter((when) => when.length > 70);
  // Menus of files, which appear before the extension is there to set a key.
  expect(new Set(long).size).toBeLessThanOrEqual(1);
  for (const when of clauses) holds(when, editor);
});

test('the commands that depend on the state of a unit are those whose states are known', () => {
  const declared = Object.entries(commands).flatMap(([id, { when }]) => (when === 'applicable' ? [id] : []));
  const known: readonly string[] = stateActions;
  expect(
    declared.filter((id) => !known.includes(id)),
    'add them to client/src/systemd/applicable-commands.ts, with the states they apply to',
  ).toEqual([]);
  expect(
    known.filter((id) => !declared.includes(id)),
    "declare them with when: 'applicable', or take them out of client/src/systemd/applicable-commands.ts",
  ).toEqual([]);
});

test('every command about a file has its place in the menu of a unit, of other files in the title of the editor', () => {
  const all = new Set([...namesIn('systemdUnits.menu'), ...ofLines]);
  expect(namesIn('editor/title')).toEqual(expect.arrayContaining(ofLines));
  const ofFiles = contributes.commands
    .map(({ command }) => command)
    .filter((command) => !/^systemdUnits\.(units|any)\./.test(command));
  expect(
    ofFiles.filter((command) => !all.has(command)),
    'give them a place in `menus` where they are declared',
  ).toEqual([]);
});

/** Commands about files that are read line by line, which have no menu. */
const ofLines = Object.entries(commands).flatMap(([id, { when }]) =>
  when === 'lineText' ? [`systemdUnits.${id}`] : [],
);

const namesIn = (menu: string): string[] =>
  contributes.menus[menu]!.flatMap(({ command, submenu }) => (submenu ? namesIn(submenu) : (command ?? [])));

test('menus name only commands and submenus there are', () => {
  const items = Object.values(contributes.menus).flat();
  const commands = contributes.commands.map(({ command }) => command);
  expect(items.flatMap(({ command }) => command ?? []).filter((command) => !commands.includes(command))).toEqual([]);
  const ids = contributes.submenus.map(({ id }) => id);
  expect(items.flatMap(({ submenu }) => submenu ?? []).filter((id) => !ids.includes(id))).toEqual([]);
  for (const { label } of contributes.submenus) expect(label).not.toMatch(/^%/);
});

describe('what needs a running systemd', () => {
  const without = (obstacle: string): Context =>
    contextKeys({
      obstacle,
      isUnitFile: true,
      isUnitTab: false,
      networks: [],
      quadlets: [],
      fits: [[PATH, new Set()]],
    });
  const offered = (obstacle: string) => [
    ...everywhere('systemdUnits.menu', without(obstacle)),
    ...shown('commandPalette', without(obstacle)),
  ];
  const ids = [...Object.keys(unitActions), 'journalView', 'install', 'daemonReload', 'plot', 'any.start', 'any.open'];

  test('is offered in no menu where none runs', () => {
    expect(ids.filter((id) => offered('not-booted').includes(id))).toEqual(['verify']);
    expect(ids.filter((id) => offered('missing').includes(id))).toEqual([]);
    expect(['security', 'calendar', 'catConfig'].filter((id) => offered('missing').includes(id))).toEqual([]);
  });

  test('is offered from an empty window, before the extension is active, if it takes any unit', () => {
    const empty = shown('commandPalette', {});
    expect(empty).toEqual(expect.arrayContaining(['any.open', 'any.start', 'any.journal', 'daemonReload', 'blame']));
    expect(empty.filter((id) => ['start', 'stop', 'enable', 'install', 'journalView'].includes(id))).toEqual([]);
    expect(shown('commandPalette', { isWeb: true })).not.toContain('any.start');
  });

  test('is offered by name while a journal has the focus', () => {
    const page = contextKeys({
      obstacle: undefined,
      isUnitFile: false,
      isUnitTab: true,
      networks: [],
      quadlets: [],
      fits: [],
    });
    expect(shown('commandPalette', { ...page, editorLangId: undefined })).toEqual(
      expect.arrayContaining(['start', 'restart', 'enable', 'more']),
    );
  });
});

describe.each([
  ['network', ['linkStatus', 'networkReload', 'linkReconfigure', 'listLinks', 'networkEdit']],
  ['netdev', ['linkStatus', 'networkReload', 'linkReconfigure', 'listLinks', 'networkEdit']],
  ['link', ['linkStatus', 'listLinks', 'networkEdit', 'linkTest']],
  ['nspawn', ['containerStatus', 'containerStart', 'containerShell', 'containerPoweroff']],
] as const)('the menu of a .%s file', (kind, ids) => {
  const seen = { isUnitFile: false, isUnitTab: false, quadlets: [], fits: [], networks: [[PATH, kind]] } as const;
  const all = networkIds(everywhere('systemdUnits.menu', contextKeys({ ...seen, obstacle: undefined })));

  test('has what can be done with it, and the palette too', () => {
    expect(all.sort()).toEqual([...ids].sort());
    expect(networkIds(shown('commandPalette', contextKeys({ ...seen, obstacle: undefined }))).sort()).toEqual(
      [...ids].sort(),
    );
  });

  test('has none of it where systemd does not run', () => {
    expect(networkIds(everywhere('systemdUnits.menu', contextKeys({ ...seen, obstacle: 'not-booted' })))).toEqual([]);
  });
});

function networkIds(ids: readonly string[]): string[] {
  return ids.filter((id) => Object.hasOwn(networkActions, id));
}

test('every key that a clause tests is in the one list of keys, and every key of the list is tested', () => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const clauses = [...manifest.matchAll(/"(?:when|enablement)": "((?:[^"\\]|\\.)*)"/g)].map(
    ([, clause = '']) => clause,
  );
  // Whether the view is filtered is known to the view alone.
  const tested = new Set(
    clauses.flatMap((clause) => clause.match(/(?<=\bsystemdUnits\.)(?!units\b|journal')[\w.]+/g) ?? []),
  );
  tested.delete('filtered');
  const listed = Object.keys(
    contextOf({ obstacle: undefined, isUnitFile: false, isUnitTab: false, networks: [], quadlets: [], fits: [] }),
  );
  expect([...tested].sort()).toEqual(listed.sort());
});
