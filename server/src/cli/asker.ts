import type { Asker } from '../features/why/gather.ts';
import { decode } from './decode.ts';
import type { CliHost } from './host.ts';

/** A first line names an interpreter in far fewer characters. */
const LONGEST_FIRST_LINE = 256;

/** Asks the machine of a command line what its manager and its files say of units. */
export function askerOf(host: CliHost, ask: NonNullable<CliHost['ask']>): Asker {
  const textOf = (path: string): string | undefined => {
    try {
      return decode(host.readFile(path));
    } catch {
      return undefined;
    }
  };
  return {
    ask: async (program, args) => (await ask(program, args)) ?? '',
    read: async (path) => textOf(path),
    look: async (path) => host.look(path) ?? (isHidden(host, path) ? undefined : 'missing'),
    firstLine: async (path) => firstLineOf(host, path),
  };
}

/** Whether somebody with more rights may see something at a path where we see nothing. */
function isHidden(host: CliHost, path: string): boolean {
  let folder = host.join(path, '..');
  while (folder !== '/' && host.kindOf(folder) !== 'directory') folder = host.join(folder, '..');
  try {
    host.readDirectory(folder);
    return false;
  } catch {
    return true;
  }
}

function firstLineOf(host: CliHost, path: string): string | undefined {
  try {
    return decode(host.readFile(path).subarray(0, LONGEST_FIRST_LINE)).split('\n')[0];
  } catch {
    return undefined;
  }
}
