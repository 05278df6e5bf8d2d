import { type CliHost, EXIT, UsageError } from '../host.ts';
import type { Help } from '../usage.ts';
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { type CommandShape, type Described, shapesOf } from './shape.ts';
import { zsh } from './zsh.ts';

export const completionHelp: Help = {
  synopsis: ['bash|zsh|fish'],
  about: `Prints what makes a shell complete commands, options and their values.

  bash:  systemd-units completion bash > ~/.local/share/bash-completion/completions/systemd-units
  zsh:   systemd-units completion zsh > a folder of $fpath, as _systemd-units
  fish:  systemd-units completion fish > ~/.config/fish/completions/systemd-units.fish`,
  options: {},
  exitStatus: '0 printed, 2 wrong usage',
};

const SHELLS: Readonly<Record<string, (commands: readonly CommandShape[]) => string>> = { bash, zsh, fish };

export function completionCommand(host: CliHost, args: readonly string[], commands: readonly Described[]): number {
  const [shell = '', ...others] = args;
  const script = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
  if (!script || others.length > 0) throw new UsageError('completion takes bash, zsh or fish');
  host.stdout(script(shapesOf(commands)));
  return EXIT.clean;
}
