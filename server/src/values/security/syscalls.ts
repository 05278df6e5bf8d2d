import { releases } from '../../schema/generated/releases.ts';
import { systemCallNames } from '../../schema/generated/system-calls.ts';
import { rowsOf } from '../../schema/rows.ts';

let table: ReadonlyMap<string, number> | undefined;

/**
 * What libseccomp knew beside each release that was asked. A name that came between two of them is taken to be as old as
 * it may be: the library is often newer than the systemd it is used by.
 */
function firsts(): ReadonlyMap<string, number> {
  table ??= new Map(rowsOf(systemCallNames).map(([name = '', from]) => [name, from ? afterRelease(Number(from)) : 0]));
  return table;
}

const afterRelease = (from: number): number => Math.max(...releases.filter((release) => release < from)) + 1;

/** From which systemd version on a system call is known, 0 for ever; undefined for a name that is none. */
export const syscallSince = (name: string): number | undefined => firsts().get(name);

/** The system calls a version knows. */
export const syscallsOf = (version: number): string[] =>
  [...firsts()].filter(([, from]) => from <= version).map(([name]) => name);
