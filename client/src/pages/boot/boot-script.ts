// The pages about a boot: a table of units whose bars are drawn in the colours of the theme, as wide as the window.
import '../translations.ts';
import { t } from '../../localize.ts';
import { csv, ticks, timespan, type UnitTimes } from '../../systemd/boot-times.ts';
import { byId, made } from '../elements.ts';
import { tellKeys } from '../help.ts';
import type { FromBoot, ToBoot } from './boot-page.ts';
import { asTable, asText, type BootRow, bootRows, type Order } from './boot-rows.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromBoot): void };

const host = acquireVsCodeApi();
const filter = byId<HTMLInputElement>('filter');

let boot: ToBoot | undefined;
let order: Order | undefined;
let rows: BootRow[] = [];

window.addEventListener('message', ({ data }: MessageEvent<ToBoot>) => {
  boot = data;
  order ??= { by: data.view === 'blame' ? 'took' : 'start', down: data.view === 'blame' };
  byId('title').textContent = data.title;
  byId('summary').textContent = data.summary;
  draw();
});

function draw(): void {
  if (!boot || !order) return;
  rows = bootRows(boot, filter.value.trim(), order);
  const table = made('table', boot.view);
  table.append(head(boot, order), made('tbody', '', ...rows.map((row) => line(row, boot!))));
  const empty = made(
    'p',
    '',
    filter.value ? t('No unit matches this name or description.') : t('No unit was started.'),
  );
  const focused = document.activeElement?.id;
  byId('view').replaceChildren(rows.length > 0 ? table : empty);
  if (focused) document.getElementById(focused)?.focus();
}

type Column = readonly [by: Order['by'], title: string];

function head({ view }: ToBoot, { by, down }: Order): HTMLElement {
  const columns: Column[] = [
    ['name', t('Unit')],
    ['start', view === 'chain' ? t('Reached') : t('Started')],
    ['took', t('Took')],
  ];
  const cells = columns.map(([column, title]) => {
    const cell = made('th', column);
    cell.scope = 'col';
    if (view === 'chain') cell.textContent = title;
    else {
      const sorted = by === column;
      cell.setAttribute('aria-sort', sorted ? (down ? 'descending' : 'ascending') : 'none');
      const button = made('button', 'sort', title, made('span', 'arrow', sorted ? (down ? ' ▾' : ' ▴') : ''));
      button.id = `sort-${column}`;
      button.addEventListener('click', () => sortBy(column));
      cell.append(button);
    }
    return cell;
  });
  return made('thead', '', made('tr', '', ...cells, made('td', 'bars', ...scale())));
}

/** A second click reverses the order; times begin with the longest. */
function sortBy(by: Order['by']): void {
  order = { by, down: order?.by === by ? !order.down : by === 'took' };
  draw();
}

function scale(): HTMLElement[] {
  if (!boot || boot.view === 'blame') return [];
  const all = total();
  const places = ticks(all, Math.max(2, Math.floor(byId('view').clientWidth / 200)));
  // The last one would be cut off at the edge.
  return places
    .filter((time) => time < 0.93 * all || time === 0)
    .map((time) => {
      const tick = made('span', 'tick', timespan(time));
      tick.style.left = `${(100 * time) / all}%`;
      return tick;
    });
}

/** What the width of the bars stands for. */
function total(): number {
  const units = rows.flatMap(({ times }) => times ?? []);
  if (boot?.view === 'blame') return Math.max(1, ...units.map(({ took }) => took));
  return boot?.finish ?? Math.max(1, ...units.map(({ start, took }) => start + took));
}

function line(row: BootRow, { view }: ToBoot): HTMLElement {
  const name = row.hasFile ? link(row.name) : made('span', '', row.name);
  const first = made('th', 'name', name);
  first.scope = 'row';
  first.style.setProperty('--depth', String(row.depth));
  first.title = [row.name, row.description].filter(Boolean).join('\n');
  const bars = made('td', 'bars', ...(row.times ? barsOf(row.times, view) : []));
  bars.title = [row.start, row.took && `+${row.took}`].filter(Boolean).join(' ');
  return made('tr', '', first, made('td', 'start', row.start), made('td', 'took', row.took), bars);
}

function link(unit: string): HTMLElement {
  const element = made('a', '', unit);
  element.href = '#';
  element.addEventListener('click', (event) => {
    event.preventDefault();
    host.postMessage({ kind: 'open', unit });
  });
  return element;
}

function barsOf(times: UnitTimes, view: ToBoot['view']): HTMLElement[] {
  const all = total();
  if (view === 'blame') return [bar('activating', 0, times.took / all)];
  const { start, took, stopping, end } = times;
  const part = (from: number, to: number, className: string) =>
    to > from ? [bar(className, from / all, Math.min(to, all) / all)] : [];
  const until = stopping ?? (end !== undefined && end > start + took ? end : end === undefined ? all : start + took);
  return [
    ...part(start + took, Math.min(until, all), 'active'),
    ...(stopping === undefined ? [] : part(stopping, end ?? all, 'stopping')),
    bar('activating', start / all, (start + took) / all),
  ];
}

function bar(className: string, from: number, to: number): HTMLElement {
  const element = made('span', `bar ${className}`);
  element.style.left = `${100 * from}%`;
  element.style.width = `${Math.max(0, 100 * (to - from))}%`;
  return element;
}

byId('bar').addEventListener('submit', (event) => event.preventDefault());
filter.addEventListener('input', draw);
byId('refresh').addEventListener('click', () => host.postMessage({ kind: 'refresh' }));
byId('csv').addEventListener('click', () =>
  host.postMessage({ kind: 'save', format: 'csv', text: csv(asTable(rows)) }),
);
byId('text').addEventListener('click', () => {
  if (boot) host.postMessage({ kind: 'save', format: 'txt', text: asText(boot.view, rows) });
});
document.getElementById('picture')?.addEventListener('click', () => host.postMessage({ kind: 'picture' }));
window.addEventListener('resize', draw);
window.addEventListener('keydown', (event) => {
  if (event.key !== 'f' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  filter.focus();
});
tellKeys(
  t(
    'A filter, buttons to save what is shown, then the units of the boot with their times. Each name with a file is a link to it.',
  ),
  [
    ['Ctrl+F', t('To the filter')],
    ['Enter', t('On the title of a column: sort by it. On a name: open the file')],
  ],
);
host.postMessage({ kind: 'ready' });
