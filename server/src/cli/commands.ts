import { calendarCommand, calendarUsage } from './calendar-command.ts';
import { catCommand, catUsage } from './cat-command.ts';
import { check, checkUsage } from './check.ts';
import { completionCommand, completionUsage } from './completion/command.ts';
import { explainCommand, explainUsage } from './explain-command.ts';
import { formatCommand, formatUsage } from './format-command.ts';
import { graphCommand, graphUsage } from './graph-command.ts';
import type { CliHost } from './host.ts';
import { targetsCommand, targetsUsage } from './targets-command.ts';

/** A subcommand: help, man page and the shells' completions are made of this. */
export interface Command {
  readonly name: string;
  /** How a line of the list begins: the name and what it takes. */
  readonly form: string;
  readonly summary: string;
  readonly usage: string;
  /** What it prints may be what another program reads, such as a unit: it is passed on byte for byte. */
  readonly isFilter?: boolean;
  /** Arguments after its name in, exit status out. */
  run(host: CliHost, args: readonly string[]): Promise<number>;
}

const lspUsage = `systemd-units lsp [--stdio]

Speaks the Language Server Protocol with an editor, on standard input and output.

  --stdio    what many editors add; there is no other way
`;

export const commands: readonly Command[] = [
  { name: 'check', form: 'check PATH...', summary: 'check units; see check --help', usage: checkUsage, run: check },
  {
    name: 'format',
    form: 'format PATH...',
    summary: 'set units in their usual form',
    usage: formatUsage,
    isFilter: true,
    run: formatCommand,
  },
  {
    name: 'cat',
    form: 'cat UNIT...',
    summary: 'a unit with its drop-ins, as one text',
    usage: catUsage,
    isFilter: true,
    run: catCommand,
  },
  {
    name: 'graph',
    form: 'graph PATH...',
    summary: 'units and what ties them, as a picture',
    usage: graphUsage,
    run: graphCommand,
  },
  {
    name: 'explain',
    form: 'explain TOPIC...',
    summary: 'what a directive, value, specifier, unit … means',
    usage: explainUsage,
    run: explainCommand,
  },
  {
    name: 'calendar',
    form: 'calendar EXPR...',
    summary: 'when calendar events elapse',
    usage: calendarUsage,
    run: calendarCommand,
  },
  {
    name: 'targets',
    form: 'targets',
    summary: 'releases and distributions units are judged for',
    usage: targetsUsage,
    run: targetsCommand,
  },
  {
    name: 'completion',
    form: 'completion SHELL',
    summary: 'completions for bash, zsh or fish',
    usage: completionUsage,
    run: async (host, args) => completionCommand(host, args, commands),
  },
  {
    name: 'lsp',
    form: 'lsp --stdio',
    summary: 'the language server',
    usage: lspUsage,
    // The main of the package serves before it comes here.
    run: async () => Promise.reject(new Error('this build has no language server')),
  },
];
