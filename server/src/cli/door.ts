import { printable, printableLine } from '../text/printable.ts';
import type { CliHost } from './host.ts';

/** The colours of ours, and nothing else that a terminal could be told. */
const COLOR = /(\x1b\[(?:[0124]|2[24]|3[1369]|90)m)/;

/**
 * The one door to a terminal: whatever a file, a path or an argument holds, nothing but text and our own colours gets
 * through. What a program reads that takes the output of ours is passed on as it is, byte for byte.
 */
export function behindDoor(host: CliHost, { isForPrograms }: { readonly isForPrograms: boolean }): CliHost {
  const shown = (text: string): string =>
    host.hasColors
      ? text
          .split(COLOR)
          .map((part, i) => (i % 2 === 1 ? part : printable(part)))
          .join('')
      : printable(text);
  return {
    ...host,
    stdout: isForPrograms && !host.isTerminal ? host.stdout : (text) => host.stdout(shown(text)),
    stderr: (text) => host.stderr(printable(text)),
    ...(host.page && { page: (text: string) => host.page!(shown(text)) }),
  };
}

/** Says on standard error, in one line, what is in the way; of a command where its use is. */
export const complain = (host: CliHost, message: string, command?: string): void =>
  host.stderr(`systemd-units${command === undefined ? '' : ` ${command}`}: ${printableLine(message)}\n`);
