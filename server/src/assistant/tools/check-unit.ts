import { EXIT } from '../../cli/host.ts';
import { captured } from '../captured.ts';
import { type AssistantTool, shortened } from '../tool.ts';
import { operand, printed, systemdVersion, unitName, unitText, versionArgs } from './common.ts';

const severity = {
  type: 'string',
  enum: ['error', 'warning', 'info', 'hint'],
  description: 'Leave out what is less grave: "error", "warning", "info" (the default) or "hint".',
} as const;

const targets = {
  type: 'string',
  description: 'Several systems the unit is for, instead of a version: "debian12,rhel9,>=255".',
} as const;

/** Arguments that both ways to check share. */
const common = (input: Parameters<AssistantTool['run']>[1]): string[] => [
  '--format=concise',
  `--severity=${input.severity ?? 'info'}`,
  '--exit-zero',
  ...(input.targets === undefined ? versionArgs(input) : [`--targets=${input.targets}`]),
];

export const checkUnit: AssistantTool = {
  name: 'check_unit',
  title: 'Check a systemd unit',
  description:
    'Judges the text of a systemd unit, drop-in, timer, Quadlet (.container …), networkd or daemon configuration file exactly as systemd would: an error means systemd refuses the unit, a warning that it ignores the line. Call this for every unit you write or change, before you show it. Answers one finding a line, as name:line:column: severity: message [rule], and a sum.',
  fields: { name: unitName, text: unitText, systemd_version: systemdVersion, targets, severity },
  required: ['name', 'text'],
  async run(host, input) {
    const args = ['check', ...common(input), `--stdin-filename=${operand(input.name)}`, '-'];
    return shortened(printed(await captured(host, args, String(input.text))), 'Mend these first.');
  },
};

export const checkFiles: AssistantTool = {
  name: 'check_files',
  title: 'Check unit files',
  description:
    'Judges unit files of the workspace, or all below a folder, as check_unit does; drop-ins, templates and references between units are taken into account.',
  fields: {
    path: { type: 'string', description: 'A unit file or a folder; "." is the whole workspace.' },
    systemd_version: systemdVersion,
    targets,
    severity,
  },
  required: ['path'],
  async run(host, input) {
    const args = ['check', ...common(input), '--allow-empty', '--', operand(input.path)];
    const found = await captured(host, args);
    // The sum of nothing is no answer where nothing could be read.
    const isNothing = found.status !== EXIT.clean && !found.stdout.trim().includes('\n');
    return shortened(
      printed(isNothing ? { ...found, stdout: '' } : found),
      'Name a folder below, or a higher severity.',
    );
  },
};
