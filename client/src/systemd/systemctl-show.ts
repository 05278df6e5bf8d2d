import { type Command, systemctl } from './command.ts';
import type { Manager } from './unit-of-file.ts';

/** The properties of one unit; a list property has one string per line printed. */
export type Properties = ReadonlyMap<string, readonly string[]>;

/** `systemctl show` prints the same in every version, unlike the tables for people. */
export function show(manager: Manager, properties: readonly string[], units: readonly string[]): Command {
  return systemctl(manager, ['show', '--no-pager', `--property=${properties.join(',')}`], units);
}

/** Reads what `systemctl show` prints: `NAME=VALUE` lines, an empty line between units. */
export function parseShow(output: string): Properties[] {
  return output
    .split(/\n\n+/)
    .filter((block) => block.trim() !== '')
    .map(parseBlock);
}

function parseBlock(block: string): Properties {
  const properties = new Map<string, string[]>();
  for (const line of block.split('\n')) {
    const equals = line.indexOf('=');
    if (equals <= 0) continue;
    const name = line.slice(0, equals);
    const values = properties.get(name);
    if (values) values.push(line.slice(equals + 1));
    else properties.set(name, [line.slice(equals + 1)]);
  }
  return properties;
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
