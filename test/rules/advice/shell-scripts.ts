import { readCommandLine } from '../../../server/src/values/exec/command-line.ts';

/** Scripts, and what the shell gets where systemd replaces something in them on purpose. */
export const scripts: readonly (readonly [script: string, gets?: string])[] = [
  ['cat /etc/hosts | grep x'],
  ['echo a && echo b || echo c; echo d &'],
  ['echo "it is $HOME"'],
  ["echo it's"],
  ['echo \'a b\' "c d"'],
  ['echo "a" \'b\' "it\'s \\"c\\""'],
  ['echo a\\ b'],
  ['echo a\\\\b'],
  ['echo \\$HOME'],
  ['printf "a\\nb\\tc\\x41\\101"'],
  ['find /tmp -name "*.log" -exec rm {} \\;'],
  ['echo ${HOME} ${X:-y} $1 $? $@ $# $!'],
  ['echo $(hostname) `uname -r`'],
  ['rm -f /tmp/*.log ~/x'],
  ['echo 100% done %'],
  ['echo %ä %- %%', 'echo %ä %- %'],
  ['date +%Y-%m-%d'],
  ['tar cf /b-$(date +"%H:%M").tar x > /dev/null 2>&1'],
  ['echo $$HOME', 'echo $HOME'],
  ['echo # no comment'],
  [' leading and trailing '],
  ['ä € 𝄞'],
  ['\\'],
  ['"'],
  ["'"],
  ['"\'\\$%'],
];

/** What the program gets for the word: `$$` and `%%` are how systemd is told of one. */
export function argumentOf(word: string): string | undefined {
  const { commands, fault } = readCommandLine(`/bin/sh -c ${word}`, 252);
  const [option, script, ...more] = commands[0]!.rest;
  if (fault || commands.length !== 1 || commands[0]!.fault || option?.text !== '-c' || more.length > 0)
    return undefined;
  if (commands[0]!.oddEscapes.length > 0) return undefined;
  return script?.text.replaceAll('%%', '%').replaceAll('$$', '$');
}
