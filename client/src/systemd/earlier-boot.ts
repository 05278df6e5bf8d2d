import type { Command } from './command.ts';

/** The boots that the journal has; times are to be asked in UTC. */
export const listBoots: Command = { program: 'journalctl', args: ['--list-boots', '--no-pager'] };
