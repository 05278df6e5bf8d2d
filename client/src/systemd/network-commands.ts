import type { Command } from './command.ts';

const behind = (args: readonly string[], operands: readonly string[]): string[] =>
  operands.length > 0 ? [...args, '--', ...operands] : [...args];

/** networkctl(1). */
const networkctl = (args: readonly string[], operands: readonly string[] = []): Command => ({
  program: 'networkctl',
  args: behind(args, operands),
});

/** Of all links where none is named. */
export const linkStatus = (links: readonly string[]): Command =>
  networkctl(['--no-pager', '--full', ...(links.length === 0 ? ['--all'] : []), 'status'], links);

export const listLinks: Command = networkctl(['--no-pager', '--full', 'list']);

export const networkReload: Command = networkctl(['reload']);

export const linkReconfigure = (link: string): Command => networkctl(['reconfigure'], [link]);

/** Since systemd 254. */
export const networkEdit = (file: string): Command => networkctl(['edit'], [file]);

/** udevadm(8): what the .link files make of a link. */
export const linkTest = (link: string): Command => ({
  program: 'udevadm',
  args: ['test-builtin', 'net_setup_link', `/sys/class/net/${link}`],
});

/** machinectl(1). */
export const machinectl = (verb: 'start' | 'status' | 'shell' | 'poweroff', container: string): Command => ({
  program: 'machinectl',
  args: behind([...(verb === 'status' ? ['--no-pager', '--full'] : []), verb], [container]),
});
