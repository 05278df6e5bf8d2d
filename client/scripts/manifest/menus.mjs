// Commands, menus and the command palette of package.json, from what features declare (client/src/command-declaration.ts).

/** Menus and palette, from what is declared as `when`. Keys called `systemdUnits.*` are set by `views/context-keys.ts`; negative ones hold before the extension is active, and so in an empty window. */
const HERE = '(!isWeb || remoteName)';
const VIEW = 'view == systemdUnits.units';
const row = (word) => `${VIEW} && viewItem =~ /\\b${word}\\b/`;
const MACHINE = { palette: `${HERE} && !systemdUnits.noSystemd`, menu: '!systemdUnits.noSystemd' };

const QUADLET = 'resourcePath in systemdUnits.quadlets';
const TIMER = 'resourcePath =~ /\\.timer(\\.d\\/[^\\/]+)?$/';

/** A visible file of one of these kinds. */
const fileOf = (kinds) => {
  const when = `resourcePath in systemdUnits.${kinds}`;
  return { palette: when, menu: when };
};

/** By `When`: the clauses for the palette, for menus of a file, for a row of the view Units, for the title of an editor. */
const clauses = {
  applicable: (id) => ({
    palette: 'systemdUnits.canOperate',
    menu: `resourcePath in systemdUnits.can.${id}`,
    row: row(id),
  }),
  installed: () => ({
    palette: 'systemdUnits.canOperate',
    menu: 'resourcePath in systemdUnits.can.status',
    row: row('status'),
  }),
  tools: () => ({ palette: 'systemdUnits.canAnalyze', menu: '!systemdUnits.noTools' }),
  file: () => ({ palette: 'systemdUnits.isUnitFile', row: row('status') }),
  text: () => ({ palette: 'editorLangId == systemd', editor: 'editorLangId == systemd' }),
  unitText: () => ({
    palette: 'editorLangId == systemd && resourcePath not in systemdUnits.quadlets',
    menu: 'resourcePath not in systemdUnits.quadlets',
  }),
  lineText: () => ({ palette: 'editorLangId == systemd-lines', editor: 'editorLangId == systemd-lines' }),
  timerText: () => ({ palette: `editorLangId == systemd && ${TIMER}`, menu: TIMER }),
  quadlet: () => ({ palette: QUADLET, menu: QUADLET, editor: QUADLET }),
  networkFile: () => fileOf('networkFiles'),
  linkFile: () => fileOf('linkFiles'),
  udevLinkFile: () => fileOf('udevLinkFiles'),
  nspawnFile: () => fileOf('nspawnFiles'),
  machine: () => ({ ...MACHINE, view: `${VIEW} && !systemdUnits.noSystemd` }),
  machineTools: () => ({ palette: `${HERE} && !systemdUnits.noTools`, menu: '!systemdUnits.noTools' }),
  desktop: () => ({ palette: HERE, menu: HERE }),
  always: () => ({ view: VIEW }),
  importable: () => ({
    explorer: 'resourceFilename =~ /compose.*\\.ya?ml$|^crontab$|supervisord\\.conf$/',
    selection: 'editorHasSelection && editorLangId =~ /shell|markdown|plaintext/',
  }),
  row: () => ({ palette: 'false', row: row('status') }),
  rowWithFile: () => ({ palette: 'false', row: row('file') }),
  view: () => ({ palette: 'false', view: VIEW }),
  filteredView: () => ({ palette: 'false', view: `${VIEW} && systemdUnits.filtered` }),
  journalTab: () => ({
    palette: 'systemdUnits.canAnalyze',
    menu: '!systemdUnits.noTools',
    row: row('unit'),
    editor: "activeWebviewPanelId == 'systemdUnits.journal'",
  }),
};

/** By `Menu`: what VS Code calls it, and which of the clauses counts there. */
const menus = {
  unit: ['systemdUnits.menu', 'menu'],
  journal: ['systemdUnits.menu.journal', 'menu'],
  enable: ['systemdUnits.menu.enable', 'menu'],
  analyze: ['systemdUnits.menu.analyze', 'menu'],
  edit: ['systemdUnits.menu.edit', 'menu'],
  learn: ['systemdUnits.menu.learn', 'menu'],
  row: ['view/item/context', 'row'],
  rowEnable: ['systemdUnits.units.enable', 'row'],
  rowMore: ['systemdUnits.units.more', 'row'],
  view: ['view/title', 'view'],
  editor: ['editor/title', 'editor'],
  newFile: ['file/newFile', 'none'],
  explorer: ['explorer/context', 'explorer'],
  selection: ['editor/context', 'selection'],
};

/** Where the menu of a unit hangs. These appear before the extension is there to set a key. */
const UNIT_RESOURCE = `resourceLangId == systemd && resourceScheme =~ /^(file|vscode-remote)$/ && ${HERE}`;
const unitMenu = (group) => ({ submenu: menus.unit[0], group, when: UNIT_RESOURCE });

const withWhen = (entry, when) => (when ? { ...entry, when } : entry);
const byPlace = ({ group: a }, { group: b }) => a.localeCompare(b, 'en', { numeric: true });

/** Everything under `contributes.menus`. */
export function menusOf(commands, submenus) {
  const found = { 'editor/title': [unitMenu('navigation')], 'editor/context': [unitMenu('1_systemd')] };
  found['explorer/context'] = [unitMenu('3_systemd')];
  const add = (menu, item) => {
    found[menu] = [...(found[menu] ?? []), item];
  };
  for (const [id, { when, menus: places = {}, button }] of Object.entries(commands)) {
    const command = `systemdUnits.${id}`;
    const clause = clauses[when](id);
    for (const [menu, group] of Object.entries(places)) {
      const [name, kind] = menus[menu];
      add(name, withWhen({ command, group }, clause[kind]));
    }
    if (button === undefined) continue;
    add('editor/title/run', withWhen({ command, group: `navigation@${button}` }, clause.menu));
    add('view/item/context', withWhen({ command, group: `inline@${button}` }, clause.row));
  }
  for (const [index, id] of Object.keys(submenus).entries()) {
    const [name, kind] = menus[id];
    const group = `3_more@${index + 1}`;
    if (kind === 'row') add('view/item/context', { submenu: name, group, when: row('status') });
    else add(menus.unit[0], { submenu: name, group });
  }
  const sorted = Object.entries(found).map(([menu, items]) => [menu, items.sort(byPlace)]);
  return { commandPalette: paletteOf(commands), ...Object.fromEntries(sorted) };
}

const paletteOf = (commands) =>
  Object.entries(commands).flatMap(([id, { when }]) => {
    const { palette } = clauses[when](id);
    return palette ? [{ command: `systemdUnits.${id}`, when: palette }] : [];
  });

/** Everything under `contributes.commands`. */
export const commandsOf = (commands) =>
  Object.entries(commands).map(([id, { icon, shortTitle }]) => ({
    command: `systemdUnits.${id}`,
    category: 'systemd',
    title: `%commands.${id}%`,
    ...(shortTitle && { shortTitle: `%commands.${id}.short%` }),
    ...(icon && { icon: `$(${icon})` }),
  }));

export const submenusOf = (submenus) => [
  { id: menus.unit[0], label: 'systemd', icon: '$(server-process)' },
  ...Object.keys(submenus).map((id) => ({ id: menus[id][0], label: `%submenus.${id}%` })),
];

export const commandTexts = (commands) =>
  Object.fromEntries(
    Object.entries(commands).flatMap(([id, { title, shortTitle }]) => [
      [`commands.${id}`, title],
      ...(shortTitle ? [[`commands.${id}.short`, shortTitle]] : []),
    ]),
  );

export const submenuTexts = (submenus) =>
  Object.fromEntries(Object.entries(submenus).map(([id, title]) => [`submenus.${id}`, title]));
