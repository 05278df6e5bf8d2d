// Writes the menus of package.json from the table below: node client/scripts/menus.mjs [--check]
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const manifestFile = fileURLToPath(new URL('../../package.json', import.meta.url));

/**
 * What a command needs, as the `when` clause of the command palette and of menus. Keys called `systemdUnits.*` are set by
 * `views/context-keys.ts`; negative ones hold before the extension is active, and so in an empty window.
 */
const HERE = '(!isWeb || remoteName)';
const needs = {
  /** The state of the unit allows it. The palette names everything that may be asked of the unit being edited. */
  state: (id) => ({ palette: 'systemdUnits.canOperate', menu: `resourcePath in systemdUnits.can.${id}` }),
  /** The manager knows the unit. */
  installed: () => ({ palette: 'systemdUnits.canOperate', menu: 'resourcePath in systemdUnits.can.status' }),
  /** A unit file, and systemd's tools, whether or not systemd runs. */
  tools: () => ({ palette: 'systemdUnits.canAnalyze', menu: '!systemdUnits.noTools' }),
  /** A unit file on a machine where extensions run. */
  file: () => ({ palette: 'systemdUnits.isUnitFile' }),
  /** The text of a unit, wherever it is: in a browser as well. */
  text: () => ({ palette: 'editorLangId == systemd' }),
  /** A machine that runs systemd, and no unit. */
  machine: () => ({ palette: `${HERE} && !systemdUnits.noSystemd`, menu: '!systemdUnits.noSystemd' }),
  /** A machine that has systemd's tools. */
  machineTools: () => ({ palette: `${HERE} && !systemdUnits.noTools`, menu: '!systemdUnits.noTools' }),
  /** A machine. */
  here: () => ({ palette: HERE }),
  anywhere: () => ({}),
};

/**
 * The menu of a unit: for each place the commands in it, and what each needs. Places below `systemdUnits.menu` are submenus;
 * a submenu without a command that fits is not shown.
 */
const places = {
  'systemdUnits.menu': {
    '1_run': {
      install: 'state',
      start: 'state',
      restart: 'state',
      reloadAndRestart: 'state',
      stop: 'state',
      reload: 'state',
      runOnce: 'state',
      startAndFollow: 'state',
      unmask: 'state',
      instances: 'state',
    },
    '2_look': {
      status: 'state',
      journalView: 'state',
      goToRelated: 'text',
      showEffective: 'text',
      showGraph: 'text',
      verify: 'tools',
    },
  },
  'systemdUnits.menu.journal': {
    '1_show': { journal: 'installed', journalFollow: 'installed', journalThisBoot: 'installed' },
    '2_ask': { journalOfBoot: 'installed', journalSince: 'installed', listBoots: 'machine' },
  },
  'systemdUnits.menu.enable': {
    '1_boot': { enable: 'state', disable: 'state' },
    '2_mask': { mask: 'state' },
    '3_manager': { uninstall: 'state', daemonReload: 'machine', chooseManager: 'file' },
  },
  'systemdUnits.menu.analyze': {
    '1_unit': { cat: 'installed', listDependencies: 'installed', security: 'tools', bootPicture: 'file' },
    '2_boot': { criticalChain: 'installed', blame: 'machine', plot: 'machine' },
    '3_other': { listUnits: 'machine', calendar: 'machineTools', catConfig: 'machineTools' },
  },
  'systemdUnits.menu.edit': {
    '1_edit': { createDropIn: 'file', compareInstalled: 'state', newUnit: 'anywhere' },
  },
  'systemdUnits.menu.learn': {
    '1_learn': { openManualPage: 'anywhere', openExample: 'here', openWalkthrough: 'here' },
    '2_help': { showLog: 'anywhere', reportIssue: 'anywhere' },
  },
};

/** About any unit or none, so that the palette alone names them. */
const paletteOnly = { more: 'tools' };

/** In the bar of the editor, by state. */
const buttons = ['install', 'start', 'restart', 'reloadAndRestart', 'stop', 'journalView'];

/** Rows of the view Units say in their context value what their state allows. */
const ofView = (word) => `view == systemdUnits.units && viewItem =~ /\\b${word}\\b/`;

/** @type {Record<string, Record<string, [word: string, commands: string[]][]>>} */
const rows = {
  'view/item/context': {
    inline: [
      ['install', ['install']],
      ['start', ['start']],
      ['restart', ['restart']],
      ['reloadAndRestart', ['reloadAndRestart']],
      ['stop', ['stop']],
      ['journalView', ['journalView']],
    ],
    '0_open': [['file', ['units.open']]],
    '1_run': ['install', 'runOnce', 'start', 'restart', 'reloadAndRestart', 'stop', 'reload', 'unmask'].map((id) => [
      id,
      [id],
    ]),
    '2_look': [['status', ['status', 'journalView', 'journalFollow', 'units.graph']]],
    '4_all': [['unit', ['more']]],
  },
  'systemdUnits.units.enable': {
    '1_boot': ['enable', 'disable'].map((id) => [id, [id]]),
    '2_mask': [['mask', ['mask']]],
    '3_manager': [['uninstall', ['uninstall']]],
  },
  'systemdUnits.units.more': {
    '1_look': [['status', ['units.properties', 'cat', 'listDependencies']]],
    '2_edit': [['status', ['createDropIn']]],
  },
};

const UNIT_RESOURCE = `resourceLangId == systemd && resourceScheme =~ /^(file|vscode-remote)$/ && ${HERE}`;
const OF_VIEW = 'view == systemdUnits.units';
const JOURNAL_TAB = "activeWebviewPanelId == 'systemdUnits.journal'";

const submenus = [
  { id: 'systemdUnits.menu', label: 'systemd', icon: '$(server-process)' },
  ...['journal', 'enable', 'analyze', 'edit', 'learn'].map((name) => ({
    id: `systemdUnits.menu.${name}`,
    label: `%submenus.${name}%`,
  })),
  { id: 'systemdUnits.units.enable', label: '%submenus.enable%' },
  { id: 'systemdUnits.units.more', label: '%submenus.more%' },
];

const withWhen = (entry, when) => (when ? { ...entry, when } : entry);

function paletteItems(commands) {
  const all = Object.assign({}, paletteOnly, ...Object.values(places).flatMap(Object.values));
  return commands.flatMap((command) => {
    const id = command.replace('systemdUnits.', '');
    if (id.startsWith('units.')) return [{ command, when: 'false' }];
    if (id.startsWith('any.')) return [{ command, when: needs.machine(id).palette }];
    if (!(all[id] in needs)) throw new Error(`${command} has no place in client/scripts/menus.mjs.`);
    const { palette } = needs[all[id]](id);
    return palette ? [{ command, when: palette }] : [];
  });
}

function menuItems(place) {
  return Object.entries(place).flatMap(([group, entries]) =>
    Object.entries(entries).map(([id, need], index) =>
      withWhen({ command: `systemdUnits.${id}`, group: `${group}@${index + 1}` }, needs[need](id).menu),
    ),
  );
}

function rowItems(groups) {
  return Object.entries(groups).flatMap(([group, entries]) =>
    entries
      .flatMap(([word, ids]) => ids.map((id) => ({ word, id })))
      .map(({ word, id }, index) => ({
        command: `systemdUnits.${id}`,
        when: ofView(word),
        group: `${group}@${index + 1}`,
      })),
  );
}

const below = (parent) =>
  submenus
    .filter(({ id }) => id.startsWith(`${parent}.`))
    .map(({ id }, index) => ({ submenu: id, group: `3_more@${index + 1}` }));

/** Everything under `contributes.menus`. */
export function menus(commands) {
  const { 'systemdUnits.menu': top, ...parts } = places;
  const { 'view/item/context': context, ...rowParts } = rows;
  const made = (table, items) => Object.fromEntries(Object.entries(table).map(([id, part]) => [id, items(part)]));
  return {
    commandPalette: paletteItems(commands),
    'editor/title': [
      { submenu: 'systemdUnits.menu', group: 'navigation', when: UNIT_RESOURCE },
      { command: 'systemdUnits.showGraph', group: 'navigation', when: 'editorLangId == systemd' },
      { command: 'systemdUnits.more', group: 'navigation', when: JOURNAL_TAB },
    ],
    'editor/title/run': buttons.map((id, index) => ({
      command: `systemdUnits.${id}`,
      group: `navigation@${index + 1}`,
      when: needs.state(id).menu,
    })),
    'editor/context': [{ submenu: 'systemdUnits.menu', group: '1_systemd', when: UNIT_RESOURCE }],
    'explorer/context': [{ submenu: 'systemdUnits.menu', group: '3_systemd', when: UNIT_RESOURCE }],
    'systemdUnits.menu': [
      ...menuItems(top),
      ...below('systemdUnits.menu'),
      { command: 'systemdUnits.more', group: '4_all', when: '!systemdUnits.noTools' },
    ],
    ...made(parts, menuItems),
    'file/newFile': [{ command: 'systemdUnits.newUnit', group: 'file' }],
    'view/item/context': [
      ...rowItems(context),
      ...below('systemdUnits.units').map((item) => ({ ...item, when: ofView('status') })),
    ],
    ...made(rowParts, rowItems),
    'view/title': [
      { command: 'systemdUnits.units.filter', when: OF_VIEW, group: 'navigation@1' },
      { command: 'systemdUnits.units.clearFilter', when: `${OF_VIEW} && systemdUnits.filtered`, group: 'navigation@2' },
      { command: 'systemdUnits.units.refresh', when: OF_VIEW, group: 'navigation@3' },
      ...['daemonReload', 'blame', 'plot'].map((id, index) => ({
        command: `systemdUnits.${id}`,
        when: `${OF_VIEW} && !systemdUnits.noSystemd`,
        group: `1_manager@${index + 1}`,
      })),
    ],
  };
}

/** The text of package.json as it has to be. */
export function withMenus(text) {
  const manifest = JSON.parse(text);
  const { contributes } = manifest;
  contributes.menus = menus(contributes.commands.map(({ command }) => command));
  contributes.submenus = submenus;
  return manifest;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = readFileSync(manifestFile, 'utf8');
  const manifest = withMenus(text);
  if (!process.argv.includes('--check')) {
    writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
    execFileSync('npx', ['biome', 'format', '--write', manifestFile], { stdio: ['ignore', 'ignore', 'inherit'] });
  } else if (JSON.stringify(JSON.parse(text)) !== JSON.stringify(manifest)) {
    console.error('The menus of package.json are out of date: run node client/scripts/menus.mjs');
    process.exitCode = 1;
  }
}
