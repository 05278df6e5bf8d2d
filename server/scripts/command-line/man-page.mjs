/** The man page in roff, as man-pages(7) has them, from what the commands say of themselves. */
export function manPage({ commands, optionsOf, synopsisOf }, version) {
  const parts = [
    `.\\" Written by server/scripts/command-line.mjs from the tables of the commands.`,
    `.TH SYSTEMD\\-UNITS 1 "" "systemd\\-units ${version}"`,
    '.SH NAME',
    'systemd\\-units \\- check, format and explain systemd units',
    '.SH SYNOPSIS',
    ...commands.flatMap(({ name, help }) => synopsisOf(name, help).flatMap(synopsis)),
    '.SH DESCRIPTION',
    roff('systemd-units reads unit files as systemd of a chosen version reads them, and says what it would say.'),
    '.SH COMMANDS',
    ...commands.flatMap(({ name, help }) => commandPart(name, help, optionsOf(help))),
    '.SH FILES',
    '.TP',
    '.I .systemd\\-units.json',
    roff(
      'Settings of a project: systemdVersion, targets, podmanVersion, manager, rules, include, ignore, overrides, and for the current folder unitPaths and paths. The nearest above a file counts for it, and no other; a file without one has those of the current folder or the nearest above it.',
    ),
    '.SH SEE ALSO',
    '.BR systemd\\-analyze (1),',
    '.BR systemd.unit (5),',
    '.BR systemd.syntax (7)',
  ];
  return `${parts.join('\n')}\n`;
}

const synopsis = (line) => {
  const [program, command, ...rest] = line.split(' ');
  return [`.B ${roff(`${program} ${command}`)}`, roff(rest.join(' ')), '.br'].filter((text) => text !== '');
};

function commandPart(name, { about, after, exitStatus }, options) {
  const paragraphs = (text = '') =>
    text.split('\n\n').flatMap((each) => (each === '' ? [] : ['.PP', ...paragraph(each)]));
  return [
    `.SS ${name}`,
    ...paragraphs(about),
    ...options.flatMap(option),
    ...paragraphs(after),
    ...(exitStatus === undefined ? [] : ['.PP', roff(`Exit status: ${exitStatus}.`)]),
  ];
}

function option({ name, short, value, isAlone, about }) {
  const flags = [short, name].filter((flag) => flag !== undefined).join(', ');
  const taken = value === undefined ? '' : isAlone ? `[=\\fI${roff(value)}\\fR]` : ` \\fI${roff(value)}\\fR`;
  return ['.TP', `\\fB${roff(flags)}\\fR${taken}`, roff(about)];
}

/** Indented lines are examples and stay as they are. */
function paragraph(text) {
  const lines = text.split('\n').map(roff);
  return lines.every((line) => line.startsWith('  ')) ? ['.nf', ...lines, '.fi'] : lines;
}

const roff = (text) =>
  text
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(/^(?=[.'])/, '\\&');
