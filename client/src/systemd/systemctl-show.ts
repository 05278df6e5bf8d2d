export { type Properties, parseShow } from '../../../server/src/index.ts';

import { type Command, systemctl } from './command.ts';
import type { Manager } from './unit-of-file.ts';

/** `systemctl show` prints the same in every version, unlike the tables for people. */
export function show(manager: Manager, properties: readonly string[], units: readonly string[]): Command {
  return systemctl(manager, ['show', '--no-pager', `--property=${properties.join(',')}`], units);
}

/** Escapes a name for use in a pattern (glob(7)). */
export const asPattern = (name: string): string => name.replaceAll('\\', '\\\\');

/** The loaded instances of a template, for `systemctl show`. */
export const instancesPattern = (template: string): string => asPattern(template).replace('@.', '@*.');

/** Milliseconds of a time as `TZ=UTC systemctl show` prints it: `Sun 2026-11-22 17:42:09 UTC`; undefined for never. */
export function parseTime(text: string | undefined): number | undefined {
  const match = /(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)/.exec(text ?? '');
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
