import type { CommandShape, OptionShape } from './shape.ts';

/** Needs nothing but bash itself; of bash-completion it is found by its file name. */
export const bash = (commands: readonly CommandShape[]): string => `# bash completion for systemd-units
_systemd_units() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  if (( COMP_CWORD == 1 )); then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} --help --version' -- "$cur"))
    return
  fi
  case $command in
${commands.map(branch).join('')}  esac
}
complete -F _systemd_units systemd-units
`;

function branch({ name, options, operands }: CommandShape): string {
  const withValue = options.filter(({ value }) => value !== 'none');
  const values = withValue.map((option) => `        ${flags(option).join('|')}) ${reply(option.value)}; return ;;\n`);
  const words = ['--help', ...options.flatMap(flags)].join(' ');
  return `    ${name})
${values.length > 0 ? `      case $prev in\n${values.join('')}      esac\n` : ''}      case $cur in
        -*) COMPREPLY=($(compgen -W '${words}' -- "$cur")) ;;
        *) ${reply(operands === 'nothing' ? 'any' : operands)} ;;
      esac ;;
`;
}

const flags = ({ name, short }: OptionShape): string[] => (short === undefined ? [name] : [name, short]);

/** Names of units, as systemctl lists them; none where there is no systemctl. */
const UNITS = "systemctl list-unit-files --no-legend --no-pager 2>/dev/null | cut -d' ' -f1";

/** File names with blanks stay one word each. */
function reply(value: OptionShape['value'] | 'units'): string {
  if (value === 'units') {
    return `compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur"; compgen -W "$(${UNITS})" -- "$cur")`;
  }
  if (value === 'files' || value === 'folders') {
    const flag = value === 'files' ? '-f' : '-d';
    return `compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen ${flag} -- "$cur")`;
  }
  return typeof value === 'string' ? ':' : `COMPREPLY=($(compgen -W '${value.join(' ')}' -- "$cur"))`;
}
