import { t } from '../../localize.ts';
import { type ChainLink, duringBoot, timespan, type UnitTimes } from '../../systemd/boot-times.ts';
import type { ToBoot } from './boot-page.ts';

/** What is done to a table: which rows are wanted, in which order. */
export interface Order {
  readonly by: 'name' | 'start' | 'took';
  readonly down: boolean;
}

/** One line of a page. */
export interface BootRow {
  readonly name: string;
  readonly description: string;
  readonly hasFile: boolean;
  /** Steps to the right, in a chain. */
  readonly depth: number;
  readonly start: string;
  readonly took: string;
  /** Undefined for what is known by its texts only. */
  readonly times?: UnitTimes | undefined;
}

/** The rows of a page, filtered and in order; a chain keeps its own. */
export function bootRows(boot: ToBoot, filter: string, { by, down }: Order): BootRow[] {
  const wanted = (row: BootRow): boolean =>
    `${row.name} ${row.description}`.toLowerCase().includes(filter.toLowerCase());
  if (boot.view === 'chain') return chainRows(boot).filter(wanted);
  const units = boot.view === 'plot' ? duringBoot(boot) : boot.units.filter(({ took }) => took > 0);
  const rows = units.map(rowOf).filter(wanted);
  const sign = down ? -1 : 1;
  return rows.sort((a, b) => sign * compare(a.times!, b.times!, by) || a.name.localeCompare(b.name));
}

const compare = (a: UnitTimes, b: UnitTimes, by: Order['by']): number =>
  by === 'name' ? a.name.localeCompare(b.name) : a[by] - b[by];

const rowOf = (times: UnitTimes): BootRow => ({
  ...{ name: times.name, description: times.description, hasFile: times.path !== '', depth: 0, times },
  ...{ start: `@${timespan(times.start)}`, took: times.took > 0 ? timespan(times.took) : '' },
});

function chainRows({ chain, units }: ToBoot): BootRow[] {
  const known = new Map(units.map((unit) => [unit.name, unit]));
  return chain.map(({ name, depth, at, took }: ChainLink): BootRow => {
    const unit = known.get(name);
    return {
      ...{ name, depth, took, description: unit?.description ?? '', hasFile: (unit?.path ?? '') !== '', times: unit },
      start: at === '' ? '' : `@${at}`,
    };
  });
}

/** The rows as systemd-analyze would print them. */
export const asText = (view: ToBoot['view'], rows: readonly BootRow[]): string => {
  const longest = Math.max(0, ...rows.map(({ took }) => took.length));
  return rows
    .map(({ name, start, took, depth }) => {
      if (view === 'blame') return `${took.padStart(longest)} ${name}\n`;
      const branch = depth > 0 ? `${'  '.repeat(depth - 1)}└─` : '';
      return `${[`${branch}${name}`, start, took && `+${took}`].filter(Boolean).join(' ')}\n`;
    })
    .join('');
};

/** The rows for a spreadsheet, with times in milliseconds. */
export const asTable = (rows: readonly BootRow[]): (string | number)[][] => [
  [t('Unit'), t('Description'), t('Start (ms)'), t('Took (ms)')],
  ...rows.map(({ name, description, times, start, took }) => [
    name,
    description,
    times ? milliseconds(times.start) : start,
    times ? milliseconds(times.took) : took,
  ]),
];

const milliseconds = (time: number): number => Math.round(time) / 1000;
