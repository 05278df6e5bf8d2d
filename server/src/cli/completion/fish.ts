import type { CommandShape, OptionShape } from './shape.ts';

export const fish = (commands: readonly CommandShape[]): string => `# fish completion for systemd-units
complete -c systemd-units -f
${commands.map(command).join('')}${commands.flatMap(inside).join('')}`;

const START = 'complete -c systemd-units';

const command = ({ name, summary }: CommandShape): string =>
  `${START} -n __fish_use_subcommand -a ${name} -d ${quote(summary)}\n`;

function inside({ name, options, operands }: CommandShape): string[] {
  const start = `${START} -n '__fish_seen_subcommand_from ${name}'`;
  const words = typeof operands === 'string' ? [] : [`${start} -a ${quote(operands.join(' '))}\n`];
  const units =
    operands === 'units'
      ? [`${start} -a "(systemctl list-unit-files --no-legend --no-pager 2>/dev/null | string match -r '^\\S+')"\n`]
      : [];
  const files = operands === 'files' || operands === 'units' ? [`${start} -F\n`] : [];
  return [...words, ...units, ...files, ...options.map((option) => `${start} ${optionText(option)}\n`)];
}

function optionText({ name, short, description, value }: OptionShape): string {
  const flag = `-l ${name.slice(2)}${short === undefined ? '' : ` -s ${short.slice(1)}`}`;
  return `${flag}${valueText(value)} -d ${quote(description)}`;
}

function valueText(value: OptionShape['value']): string {
  if (value === 'none') return '';
  if (value === 'files') return ' -r -F';
  if (value === 'folders') return " -x -a '(__fish_complete_directories)'";
  return value === 'any' ? ' -x' : ` -x -a ${quote(value.join(' '))}`;
}

const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
