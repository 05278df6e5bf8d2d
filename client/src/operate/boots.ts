import type { Target } from './actions.ts';
import { type Command, journalctl } from './command.ts';

export interface Boot {
  /** 0 is the running boot, -1 the one before. */
  readonly offset: number;
  readonly id: string;
  readonly period: string;
}

export const listBoots: Command = { program: 'journalctl', args: ['--list-boots', '--no-pager'] };

/** Reads `journalctl --list-boots`, with or without its header line; the newest boot first. */
export function parseBoots(output: string): Boot[] {
  const boots = output.split('\n').flatMap((line) => {
    const match = /^\s*(-?\d+)\s+([0-9a-f]{32})\s+(.*\S)\s*$/.exec(line);
    return match ? [{ offset: Number(match[1]), id: match[2]!, period: match[3]! }] : [];
  });
  return boots.sort((a, b) => b.offset - a.offset);
}

export const journalOfBoot = ({ manager, name }: Target, boot: Boot): Command =>
  journalctl(manager, name, [`--boot=${boot.id}`, '--pager-end']);

export const journalSince = ({ manager, name }: Target, since: string): Command =>
  journalctl(manager, name, [`--since=${since}`]);
