import { type Command, journalctl } from './command.ts';
import type { Target } from './unit-of-file.ts';

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

/** `2026-01-31 18:00 – 20:15` of the times of its first and last line. */
export function bootTitle({ period }: Boot): string {
  const [first, last] = [...period.matchAll(/(\d{4}-\d\d-\d\d) (\d\d:\d\d)/g)];
  if (!first || !last) return period;
  return `${first[0]} – ${first[1] === last[1] ? last[2] : last[0]}`;
}

export const journalOfBoot = ({ manager, name }: Target, boot: Boot): Command =>
  journalctl(manager, name, [`--boot=${boot.id}`, '--pager-end']);

export const journalSince = ({ manager, name }: Target, since: string): Command =>
  journalctl(manager, name, [`--since=${since}`]);
