import { calendarCommand, calendarHelp } from './calendar-command.ts';
import { catCommand, catHelp } from './cat-command.ts';
import { check, checkHelp } from './check.ts';
import { completionCommand, completionHelp } from './completion/command.ts';
import { diffCommand, diffHelp } from './diff-command.ts';
import { explainCommand, explainHelp } from './explain-command.ts';
import { formatCommand, formatHelp } from './format-command.ts';
import { graphCommand, graphHelp } from './graph-command.ts';
import { hardenCommand, hardenHelp } from './harden-command.ts';
import { type CliHost, UsageError } from './host.ts';
import { importCommand, importHelp } from './import-command.ts';
import { mcpHelp, readMcpArguments } from './mcp-command.ts';
import { targetsCommand, targetsHelp } from './targets-command.ts';
import { timersCommand, timersHelp } from './timers-command.ts';
import { tryCommand, tryHelp } from './try-command.ts';
import type { Help } from './usage.ts';
import { whyCommand, whyHelp } from './why-command.ts';

/** A subcommand: help, man page and the shells' completions are made of this table. */
export interface Command {
  readonly name: string;
  /** How a line of the list begins: the name and what it takes. */
  readonly form: string;
  readonly summary: string;
  readonly help: Help;
  /** What it prints may be what another program reads, such as a unit: it is passed on byte for byte. */
  readonly isFilter?: boolean | ((args: readonly string[]) => boolean);
  /** Arguments after its name in, exit status out. */
  run(host: CliHost, args: readonly string[]): Promise<number>;
}

const lspHelp: Help = {
  synopsis: ['[options]'],
  about: 'Speaks the Language Server Protocol with an editor, on standard input and output.',
  options: { stdio: { type: 'boolean', about: 'what many editors add; there is no other way' } },
};

export const commands: readonly Command[] = [
  {
    name: 'check',
    form: 'check PATH...',
    summary: 'check units; see check --help',
    help: checkHelp,
    isFilter: (args) => args.includes('--diff'),
    run: check,
  },
  {
    name: 'format',
    form: 'format PATH...',
    summary: 'set units in their usual form',
    help: formatHelp,
    isFilter: true,
    run: formatCommand,
  },
  {
    name: 'cat',
    form: 'cat UNIT...',
    summary: 'a unit with its drop-ins, as one text',
    help: catHelp,
    isFilter: true,
    run: catCommand,
  },
  {
    name: 'diff',
    form: 'diff A B',
    summary: 'what units mean differently; see diff --help',
    help: diffHelp,
    run: diffCommand,
  },
  {
    name: 'graph',
    form: 'graph PATH...',
    summary: 'units and what ties them, as a picture',
    help: graphHelp,
    run: graphCommand,
  },
  {
    name: 'explain',
    form: 'explain TOPIC...',
    summary: 'what a directive, value, specifier, unit … means',
    help: explainHelp,
    run: explainCommand,
  },
  {
    name: 'why',
    form: 'why UNIT...',
    summary: 'why a unit of this machine did not start',
    help: whyHelp,
    run: whyCommand,
  },
  {
    name: 'try',
    form: 'try FILE',
    summary: 'run a service once, and tell what it was denied',
    help: tryHelp,
    run: tryCommand,
  },
  {
    name: 'harden',
    form: 'harden FILE',
    summary: 'tighten a service by trials that your check judges',
    help: hardenHelp,
    isFilter: true,
    run: hardenCommand,
  },
  {
    name: 'calendar',
    form: 'calendar EXPR...',
    summary: 'when calendar events elapse',
    help: calendarHelp,
    run: calendarCommand,
  },
  {
    name: 'timers',
    form: 'timers [PATH...]',
    summary: 'when timers run, on an axis',
    help: timersHelp,
    run: timersCommand,
  },
  {
    name: 'import',
    form: 'import FILE',
    summary: 'units of a crontab, a Compose file, a docker run …',
    help: importHelp,
    isFilter: true,
    run: importCommand,
  },
  {
    name: 'targets',
    form: 'targets',
    summary: 'releases and distributions units are judged for',
    help: targetsHelp,
    run: targetsCommand,
  },
  {
    name: 'completion',
    form: 'completion SHELL',
    summary: 'completions for bash, zsh or fish',
    help: completionHelp,
    run: async (host, args) => completionCommand(host, args, commands),
  },
  {
    name: 'lsp',
    form: 'lsp --stdio',
    summary: 'the language server',
    help: lspHelp,
    // The main of the package serves before it comes here.
    run: async () => Promise.reject(new Error('this build has no language server')),
  },
  {
    name: 'mcp',
    form: 'mcp',
    summary: 'units judged for AI assistants, by the Model Context Protocol',
    help: mcpHelp,
    run: async (host, args) => {
      readMcpArguments(host, args);
      throw new UsageError('this build has no MCP server');
    },
  },
];
