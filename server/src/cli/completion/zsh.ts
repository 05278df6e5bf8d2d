import type { CommandShape, OptionShape } from './shape.ts';

export const zsh = (commands: readonly CommandShape[]): string => `#compdef systemd-units
_systemd-units() {
  local -a commands=(
${commands.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}\n`).join('')}  )
  if (( CURRENT == 2 )); then
    _describe -t commands 'command' commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(branch).join('')}  esac
}
if [[ $funcstack[1] == _systemd-units ]]; then
  _systemd-units "$@"
else
  compdef _systemd-units systemd-units
fi
`;

const branch = ({ name, options, operands }: CommandShape): string =>
  `    ${name}) _arguments -s ${["'--help[show help]'", ...options.flatMap(argument), operand(operands)].join(' ').trimEnd()} ;;\n`;

function argument({ name, short, description, value }: OptionShape): string[] {
  const action = value === 'none' ? '' : `:value:${actionOf(value)}`;
  const text = `[${description.replace(/[[\]:]/g, '\\$&')}]${action}`;
  return [name, ...(short === undefined ? [] : [short])].map((flag) => quote(flag + text));
}

function actionOf(value: Exclude<OptionShape['value'], 'none'>): string {
  if (value === 'files') return '_files';
  if (value === 'folders') return '_files -/';
  return value === 'any' ? ' ' : `(${value.join(' ')})`;
}

function operand(operands: CommandShape['operands']): string {
  if (operands === 'nothing') return '';
  if (operands === 'units')
    return `'*:unit:{_files; compadd -- \${(f)"$(systemctl list-unit-files --no-legend --no-pager 2>/dev/null | cut -d" " -f1)"}}'`;
  return operands === 'files' ? "'*:file:_files'" : quote(`*:word:(${operands.join(' ')})`);
}

const quote = (text: string): string => `'${text.replace(/'/g, `'\\''`)}'`;
