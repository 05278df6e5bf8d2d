// Pages that are lists: settings and commands of VS Code, the command line, and which files are read as whose.

const code = (text) => `\`${text}\``;
/** A cell of a table: on one line, without bars of its own. */
const cell = (text) =>
  String(text)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(?<!\\)\|/g, '\\|');
const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows.map((row) => row.map(cell))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
const page = (title, ...parts) => `${[`# ${title}`, ...parts].join('\n\n')}\n`;

/** In the settings of VS Code a link to another setting is written with number signs. */
const linked = (text) => text.replace(/`#([\w.]+)#`/g, (_, name) => `[${code(name)}](#${slug(name)})`);
const slug = (name) => name.toLowerCase().replace(/\./g, '-');

export function settingsPage({ contributes }) {
  const parts = Object.entries(contributes.configuration.properties).map(([name, setting]) => {
    const { type, default: usual, scope, enum: values = [], enumDescriptions = [], markdownDescription } = setting;
    const meanings =
      enumDescriptions.length === 0
        ? []
        : [values.map((value, i) => `- ${code(value)}: ${enumDescriptions[i]}`).join('\n')];
    const facts = [`Type ${code(type)}`, `default ${code(JSON.stringify(usual))}`, `scope ${code(scope)}`].join(' · ');
    return [`## ${name} {#${slug(name)}}`, linked(markdownDescription), ...meanings, facts].join('\n\n');
  });
  const where =
    'In VS Code under *Settings › Extensions › systemd Units*; other editors send them as [the page on editors](/editors.md#settings) says.';
  return page('Settings', where, ...parts);
}

/** Where a command is offered, by what its declaration says; a declaration of another kind is a fault. */
const OFFERED = {
  applicable: 'where the state of the unit allows it',
  installed: 'for units that the manager knows',
  tools: 'in unit files, where systemd is installed',
  file: 'in unit files of this machine',
  text: 'in the text of a unit, in a browser as well',
  unitText: 'in the text of a unit that is not a Quadlet file',
  lineText: 'in files that are read line by line',
  quadlet: 'in Quadlet files',
  timerText: 'in timers',
  networkFile: 'in .network and .netdev files',
  linkFile: 'in .network, .netdev and .link files',
  udevLinkFile: 'in .link files',
  nspawnFile: 'in .nspawn files',
  machine: 'on a machine that runs systemd',
  machineTools: 'on a machine that has systemd',
  desktop: 'wherever there is a machine',
  always: 'always',
  importable: 'for files and selected text that units can be made of',
  row: 'for a row of the view Units',
  rowWithFile: 'for a row of the view Units that has a file',
  view: 'in the view Units',
  filteredView: 'in the view Units',
  journalTab: 'beside a journal',
};

export function commandsPage({ contributes }, { declared }) {
  const keys = new Map(contributes.keybindings.map(({ command, key }) => [command, key]));
  const rows = contributes.commands.map(({ command, title }) => {
    const { when } = declared[command.slice('systemdUnits.'.length)];
    if (!OFFERED[when]) throw new Error(`${command}: reference.mjs has no words for "${when}"`);
    return [title, code(command), OFFERED[when], keys.has(command) ? code(keys.get(command)) : ''];
  });
  const about =
    'All of them begin with *systemd:* in the command palette. Those about a unit are also above its first line, in its menus and in the view *Units*.';
  return page(
    'Commands of VS Code',
    about,
    table(
      ['command', 'id', 'offered', 'key'],
      rows.sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );
}

export function commandLinePage({ commands, optionsOf, synopsisOf, takenBy }) {
  const parts = commands.map(({ name, help }) => {
    const options = optionsOf(help).map((option) => {
      const flags = [option.short, `${option.name}${takenBy(option)}`].filter(Boolean).join(', ');
      return [code(flags), plain(option.about)];
    });
    return [
      `## ${name}`,
      ['```sh', ...synopsisOf(name, help), '```'].join('\n'),
      ...paragraphs(help.about),
      ...(options.length > 0 ? [table(['option', 'about'], options)] : []),
      ...paragraphs(help.after ?? ''),
      ...(help.exitStatus === undefined ? [] : [plain(`Exit status: ${help.exitStatus}.`)]),
    ].join('\n\n');
  });
  return page('Command line', 'What `systemd-units COMMAND --help` says; `man systemd-units` says it too.', ...parts);
}

/** Indented lines are examples; what is written for a terminal is text, whatever it would be in Markdown. */
const paragraphs = (text) =>
  text
    .split('\n\n')
    .filter(Boolean)
    .map((part) => (/^ {2}/.test(part) ? ['```text', part.replace(/^ {2}/gm, ''), '```'].join('\n') : plain(part)));

const plain = (text) => text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replaceAll('://', ':&#47;&#47;');

export function filesPage({ unitKinds, programKinds, daemonNames, lineDialects, OWN, SHARED }) {
  const suffixes = (names) => names.map((name) => code(`.${name}`)).join(' ');
  const programs = new Map();
  for (const { called, suffix, prefix = '', globs = [] } of programKinds) {
    const names = globs.length > 0 ? globs.map((glob) => `${glob}/${prefix}*${suffix}`) : [`${prefix}*${suffix}`];
    programs.set(called, [...(programs.get(called) ?? []), ...names]);
  }
  return page(
    'Files it reads',
    'Each file is judged as the program that reads it judges it, with its drop-ins.',
    '## Units',
    suffixes(unitKinds),
    '## Quadlet files of Podman',
    `${suffixes(OWN)}; in folders of Podman also ${suffixes(SHARED)}`,
    '## Files of other programs of systemd',
    table(
      ['what', 'files'],
      [...programs].map(([called, names]) => [called, names.map(code).join(' ')]),
    ),
    '## Configuration of the daemons',
    daemonNames.map(code).join(' '),
    '## Files that are read line by line',
    table(
      ['what', 'files'],
      lineDialects.map(({ id, globs }) => [id, globs.map(code).join(' ')]),
    ),
  );
}
