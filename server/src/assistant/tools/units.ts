import { UsageError } from '../../cli/host.ts';
import { NEWEST_VERSION } from '../../schema/versions.ts';
import { type Answers, newUnit as makeUnit, type Purpose } from '../../service/new-unit.ts';
import { captured } from '../captured.ts';
import { type AssistantTool, shortened } from '../tool.ts';
import { operand, printed, systemdVersion, versionArgs } from './common.ts';

export const effectiveUnit: AssistantTool = {
  name: 'effective_unit',
  title: 'The effective unit',
  description:
    'Prints a unit as systemd has it after reading its file and all drop-ins, with the file each stretch of lines is from. Of a Quadlet file ("web.container") it prints the service that Podman makes of it.',
  fields: {
    unit: {
      type: 'string',
      description: 'A unit file of the workspace, or, where that may be read, the name of a unit of this machine.',
    },
    systemd_version: systemdVersion,
  },
  required: ['unit'],
  run: async (host, input) =>
    shortened(
      printed(await captured(host, ['cat', ...versionArgs(input), '--', operand(input.unit)])),
      'Read the files themselves.',
    ),
};

export const unitGraph: AssistantTool = {
  name: 'unit_graph',
  title: 'Relations between units',
  description:
    'Answers what the unit files of a folder require, order, conflict with and start, as a graph in the language of Graphviz: solid edges are requirements, dashed ones order, dotted nodes are missing.',
  fields: {
    path: { type: 'string', description: 'A unit file or a folder; "." is the whole workspace.' },
    unit: { type: 'string', description: 'Only this unit and what is around it: "web.service".' },
    depth: { type: 'integer', minimum: 0, maximum: 9, description: 'How many steps around the unit; 1 unless told.' },
  },
  required: ['path'],
  async run(host, { path, unit, depth = 1 }) {
    const only = unit === undefined ? [] : [`--unit=${unit}`];
    const args = ['graph', '--format=dot', `--depth=${depth}`, ...only, '--', operand(path)];
    return shortened(printed(await captured(host, args)), 'Name a unit.');
  },
};

const PURPOSES: readonly Purpose[] = ['service', 'once', 'timer', 'socket', 'path', 'template', 'mount'];

export const newUnit: AssistantTool = {
  name: 'new_unit',
  title: 'A new unit',
  description:
    'Makes the files of a new unit, with sensible settings, from a few answers: a service that stays running, one that runs once, a template of services, a service with the timer, socket or path unit that starts it, or a mount. Answers the texts and what systemd would say of them. Writes no file.',
  fields: {
    purpose: { type: 'string', enum: PURPOSES, description: `What is wanted: ${PURPOSES.join(', ')}.` },
    name: { type: 'string', description: 'The name without suffix: "backup".' },
    command: {
      type: 'string',
      description: 'The program with its full path, and its arguments: "/usr/bin/rsync -a /home /backup".',
    },
    manager: { type: 'string', enum: ['system', 'user'], description: 'For the whole system (default) or for a user.' },
    at_boot: { type: 'boolean', description: 'Whether it starts by itself, at boot or login. Default true.' },
    calendar: { type: 'string', description: 'Of a timer: when, as for OnCalendar=.' },
    listen: { type: 'string', description: 'Of a socket: a port, an address with a port, or a path.' },
    watched: { type: 'string', description: 'Of a path unit: the file or folder to watch.' },
    what: { type: 'string', description: 'Of a mount: the device or remote path.' },
    where: { type: 'string', description: 'Of a mount: where it is mounted.' },
    systemd_version: systemdVersion,
  },
  required: ['purpose', 'name'],
  async run(host, { at_boot: atBoot, systemd_version: version, ...answers }) {
    const target = Number(version ?? host.systemdVersion() ?? NEWEST_VERSION);
    const given = Object.fromEntries(Object.entries({ ...answers, atBoot }).filter(([, value]) => value !== undefined));
    if (answers.purpose !== 'mount' && !answers.command)
      throw new UsageError('"command" is missing: the program with its full path.');
    const { files, problems } = makeUnit(given as Partial<Answers>, target);
    const texts = files.map(({ name, text }) => `${name}\n\`\`\`ini\n${text.trimEnd()}\n\`\`\`\n`);
    const wrong =
      problems.length === 0 ? 'systemd has nothing to complain of.' : problems.map((each) => `- ${each}`).join('\n');
    return `${texts.join('\n')}\n${wrong}\n`;
  },
};
