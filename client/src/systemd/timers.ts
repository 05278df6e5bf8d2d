import { type Command, systemctl } from './command.ts';
import { show } from './systemctl-show.ts';
import type { Manager } from './unit-of-file.ts';

/** Timers that have a file, loaded or not. */
export const askTimerNames = (manager: Manager): Command =>
  systemctl(manager, ['list-unit-files', '--type=timer', '--no-pager', '--no-legend', '--full']);

/** The names in the answer; templates, and what is masked or another name, are left out. */
export const timerNames = (output: string): string[] =>
  output.split('\n').flatMap((line) => {
    const [name = '', state = ''] = line.trim().split(/\s+/);
    return /^[^@]+\.timer$|@[^.]+\.timer$/.test(name) && !/^(masked|alias)/.test(state) ? [name] : [];
  });

/** Those, and whatever else is loaded: instances of templates, what was made at run time. */
export const askTimers = (manager: Manager, properties: readonly string[], names: readonly string[]): Command =>
  show(manager, properties, ['*.timer', ...names]);

export const askManagerStart = (manager: Manager): Command =>
  systemctl(manager, ['show', '--no-pager', '--property=UserspaceTimestamp,UserspaceTimestampMonotonic']);

const ENTRY = /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC/g;

/**
 * When the machine was off, by what `journalctl --list-boots` prints in UTC: from the last line of a boot to the first of the
 * next, in seconds since 1970. Before the first boot that the journal has, nothing is known.
 */
export function offBetweenBoots(output: string): { readonly from: number; readonly to: number }[] {
  const boots = output.split('\n').flatMap((line) => {
    const [first, last] = [...line.matchAll(ENTRY)].map(([, day, clock]) => Date.parse(`${day}T${clock}Z`) / 1000);
    return first === undefined || last === undefined ? [] : [{ first, last }];
  });
  const sorted = boots.sort((a, b) => a.first - b.first);
  return sorted.slice(1).flatMap(({ first }, index) => {
    const from = sorted[index]!.last;
    return from < first ? [{ from, to: first }] : [];
  });
}
