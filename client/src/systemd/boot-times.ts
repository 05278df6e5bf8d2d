import { analyze, type Command, systemctl } from './command.ts';
import { parseShow } from './systemctl-show.ts';
import type { Manager } from './unit-of-file.ts';

/** When a unit was started. Times are microseconds since the manager began. */
export interface UnitTimes {
  readonly name: string;
  readonly description: string;
  /** Empty for what has no file. */
  readonly path: string;
  readonly start: number;
  /** Undefined as long as it is not, and for what does its work and ends. */
  readonly active?: number | undefined;
  readonly stopping?: number | undefined;
  readonly end?: number | undefined;
  /** How long its start took; 0 for what is there at once. */
  readonly took: number;
  /** It is failed now. */
  readonly failed?: true;
}

export interface BootTimes {
  /** In the order of their starts. */
  readonly units: readonly UnitTimes[];
  /** When the boot was done; undefined while it is not. */
  readonly finish?: number | undefined;
}

const UNIT_TIMES = [
  'InactiveExitTimestampMonotonic',
  'ActiveEnterTimestampMonotonic',
  'ActiveExitTimestampMonotonic',
  'InactiveEnterTimestampMonotonic',
] as const;

/** `--all` includes inactive units, such as those of Type=oneshot that have finished. */
export const askUnitTimes = (manager: Manager): Command =>
  systemctl(
    manager,
    [
      'show',
      '--all',
      '--no-pager',
      `--property=${['Id', 'Description', 'FragmentPath', 'ActiveState', ...UNIT_TIMES].join(',')}`,
    ],
    ['*'],
  );

export const askManagerTimes = (manager: Manager): Command =>
  systemctl(manager, ['show', '--no-pager', '--property=UserspaceTimestampMonotonic,FinishTimestampMonotonic']);

/** The boot as systemd-analyze draws it. */
export const plot = (manager: Manager): Command => analyze(manager, ['plot']);

export const criticalChain = (manager: Manager, unit: string): Command =>
  analyze(manager, ['critical-chain', '--no-pager'], [unit]);

/**
 * Works out of `systemctl show` what `systemd-analyze` does (`acquire_time_data()`, src/analyze/analyze-time-data.c): a
 * start lasts until the unit is active or, for what is never that, until it has ended.
 */
export function bootTimes(units: string, manager: string): BootTimes {
  const times = parseShow(manager)[0];
  const origin = Number(times?.get('UserspaceTimestampMonotonic')?.[0] ?? 0);
  const finish = Number(times?.get('FinishTimestampMonotonic')?.[0] ?? 0);
  const found = parseShow(units).flatMap((properties): UnitTimes[] => {
    const text = (name: string) => properties.get(name)?.[0] ?? '';
    const [start, active, stopping, end] = UNIT_TIMES.map((name) => Number(text(name))) as [
      number,
      number,
      number,
      number,
    ];
    if (start === 0) return [];
    const since = (time: number) => (time >= start ? time - origin : undefined);
    const ended = active >= start ? active : end >= start ? end : start;
    return [
      {
        ...{ name: text('Id'), description: text('Description'), path: text('FragmentPath'), start: start - origin },
        ...{ active: since(active), stopping: since(stopping), end: since(end), took: ended - start },
        ...(text('ActiveState') === 'failed' && { failed: true as const }),
      },
    ];
  });
  const known = [...new Map(found.map((unit) => [unit.name, unit])).values()];
  return {
    units: known.sort((a, b) => a.start - b.start || a.name.localeCompare(b.name)),
    ...(finish > 0 && { finish: finish - origin }),
  };
}

/** The units that were started during the boot; all units while it lasts. */
export const duringBoot = ({ units, finish }: BootTimes): UnitTimes[] =>
  units.filter(({ start }) => start >= 0 && (finish === undefined || start <= finish));

/** One unit of a critical chain: when it was there, and how long it took. */
export interface ChainLink {
  readonly name: string;
  readonly depth: number;
  /** As systemd-analyze writes them; empty for the unit that was asked about when nothing is known of it. */
  readonly at: string;
  readonly took: string;
}

/** Reads `systemd-analyze critical-chain`. */
export function parseChain(output: string): ChainLink[] {
  return output.split('\n').flatMap((line) => {
    const match = /^([ │├└─]*)(\S+\.[a-z]+)(?: @(.+?))?(?: \+(.+?))?\s*$/u.exec(line);
    return match && !line.startsWith('The time ')
      ? [{ depth: Math.ceil(match[1]!.length / 2), name: match[2]!, at: match[3] ?? '', took: match[4] ?? '' }]
      : [];
  });
}

const UNITS = [
  [60_000_000 * 60 * 24, 'd'],
  [60_000_000 * 60, 'h'],
  [60_000_000, 'min'],
] as const;

/** Microseconds as systemd writes them: `80ms`, `1.234s`, `1min 2.300s` (`format_timespan()`, src/basic/time-util.c). */
export function timespan(time: number): string {
  const parts: string[] = [];
  let rest = Math.max(0, Math.round(time));
  for (const [length, name] of UNITS) {
    if (rest < length) continue;
    parts.push(`${Math.floor(rest / length)}${name}`);
    rest %= length;
  }
  const [seconds, milliseconds] = [Math.floor(rest / 1e6), Math.floor((rest % 1e6) / 1e3)];
  if (seconds > 0)
    parts.push(rest % 1e6 === 0 ? `${seconds}s` : `${seconds}.${String(milliseconds).padStart(3, '0')}s`);
  else if (milliseconds > 0) parts.push(`${milliseconds}ms`);
  else if (parts.length === 0) parts.push(rest > 0 ? `${rest}us` : '0');
  return parts.join(' ');
}

/** Round positions for a scale, in microseconds: 1, 2 or 5 times a power of ten, about `wanted` of them. */
export function ticks(total: number, wanted: number): number[] {
  if (total <= 0) return [0];
  const rough = total / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((length) => length >= rough) ?? 10 * power;
  return Array.from({ length: Math.floor(total / step) + 1 }, (_, index) => index * step);
}

/** A table for a spreadsheet: RFC 4180. A cell that a spreadsheet would take for a formula is quoted as text. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string => {
    const text = typeof value === 'string' && /^[=+@\t-]/.test(value) ? `'${value}` : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
