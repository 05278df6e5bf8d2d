import { readArguments } from './arguments.ts';
import { type CliHost, UsageError } from './host.ts';
import type { Help } from './usage.ts';

const OPTIONS = {
  root: {
    type: 'string',
    multiple: true,
    value: 'DIR',
    about: 'a folder whose files may be read; may be given several times (default: the current folder)',
  },
  machine: { type: 'boolean', default: false, about: "the folders of this machine's units may be read as well" },
} as const;

export const mcpHelp: Help = {
  synopsis: ['[options]'],
  about: `Speaks the Model Context Protocol with an AI assistant, on standard input and output, so that it hears what systemd
would say of a unit it writes. It offers to check, fix, explain, read the manual, print the effective unit and the
graph, reckon calendar events and make new units. It reads what lies below the folders given, links followed to their
ends, and nothing else; it writes no file, runs no program, and sends nothing anywhere.`,
  options: OPTIONS,
  exitStatus: '0 the assistant is done, 2 wrong usage',
};

/** What the server may read. @throws {@link UsageError} */
export function readMcpArguments(
  host: CliHost,
  args: readonly string[],
): { roots: readonly string[]; machine: boolean } {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length > 0) throw new UsageError(`mcp takes options only; --root ${positionals[0]} names a folder`);
  const { root: roots = [host.cwd], machine } = values;
  // Some assistants start their servers there: that all of a machine may be read has to be somebody's wish.
  if (values.root === undefined && host.cwd === '/')
    throw new UsageError('name the folder that may be read with --root');
  for (const root of roots)
    if (host.kindOf(root) !== 'directory') throw new UsageError(`--root takes a folder, not "${root}"`);
  return { roots, machine };
}
