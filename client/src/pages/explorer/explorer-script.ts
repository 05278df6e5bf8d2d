// The boot on one axis: bars of units, marks of what was said, zoomed by the box that each row shows of it.
import '../translations.ts';
import type { StartCycleAnswer } from '../../../../server/src/protocol/requests.ts';
import { t } from '../../localize.ts';
import { ticks, timespan } from '../../systemd/boot-times.ts';
import { compareBoots, gotSlower } from '../../systemd/compare-boots.ts';
import type { BootMessage } from '../../systemd/earlier-boot.ts';
import { byId, made, path, rowAfter, svg } from '../elements.ts';
import { tellKeys } from '../help.ts';
import type { ExploredBoot, FromExplorer, ToExplorer } from './explorer-page.ts';
import { type ExplorerRow, explorerRows, filteredRows, type Sorting } from './explorer-rows.ts';
import { panned, type TimeWindow, zoomed } from './time-window.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromExplorer): void };

const host = acquireVsCodeApi();
const inputOf = (id: string) => byId<HTMLInputElement>(id);
const [sorting, other] = [byId<HTMLSelectElement>('sorting'), byId<HTMLSelectElement>('other')];

let explored: ExploredBoot | undefined;
/** All of them, those that the filter leaves, and the one that is looked at. */
let rows: ExplorerRow[] = [];
let shown: ExplorerRow[] = [];
let chosen: string | undefined;
let whole: TimeWindow = { from: 0, to: 1 };
let seen = whole;

window.addEventListener('message', ({ data }: MessageEvent<ToExplorer>) => {
  if (data.kind === 'failed') {
    byId('summary').textContent = data.message;
    return;
  }
  const isFirst = explored === undefined;
  explored = data.explored;
  rows = explorerRows(explored);
  const ends = rows.map(({ times: { start, took } }) => start + took);
  whole = {
    from: 0,
    to: 1.02 * Math.max(1, explored.boot.finish ?? Math.max(1, ...ends), explored.other?.finish ?? 0),
  };
  if (isFirst || seen.to > whole.to) seen = whole;
  byId('title').textContent = explored.title;
  byId('summary').textContent = explored.summary;
  drawBoots(explored);
  draw();
});

function drawBoots({ boots, other: compared }: ExploredBoot): void {
  const options = boots.map(({ id, label }) => new Option(label, id));
  other.replaceChildren(new Option(t('Compare with…'), ''), ...options);
  other.value = compared?.id ?? '';
  other.disabled = boots.length === 0;
}

function draw(): void {
  if (!explored) return;
  shown = filteredRows(rows, {
    text: inputOf('filter').value,
    least: Number(inputOf('least').value) || 0,
    failedOnly: inputOf('failed').checked,
    chainOnly: inputOf('chain').checked,
    sorting: sorting.value as Sorting,
  });
  const had = document.activeElement?.classList.contains('row') === true;
  byId('rows').replaceChildren(
    ...shown.map(rowOf),
    ...(shown.length === 0 ? [made('p', 'note', t('No unit matches.'))] : []),
  );
  const current = byId('rows').querySelector<HTMLElement>('[aria-selected="true"]') ?? rowAt(0);
  current?.setAttribute('tabindex', '0');
  if (had) current?.focus();
  look(seen);
  drawDetail();
  drawSlower(explored);
  drawCycles(explored);
  drawMessages(explored);
}

/** In milliseconds: the numbers of a drawing have few digits. */
const HEIGHT = 20;
const box = (from: number, took: number, top: number, height: number): string =>
  `M${from / 1000} ${top}h${took / 1000}v${height}h${-took / 1000}z`;
const marks = (messages: readonly BootMessage[], top: number, height: number): string =>
  messages.map(({ time }) => `M${time / 1000} ${top}v${height}`).join('');
const errorsOf = (messages: readonly BootMessage[]) => messages.filter(({ priority }) => priority <= 3);
const warningsOf = (messages: readonly BootMessage[]) => messages.filter(({ priority }) => priority > 3);

function rowOf(row: ExplorerRow): HTMLElement {
  const { times, then, inChain, failed, messages } = row;
  const { start, took, end, stopping } = times;
  const until = stopping ?? end ?? whole.to;
  const drawing = svg(
    path('up', `M${(start + took) / 1000} 10H${Math.max(until, start + took) / 1000}`),
    ...(then ? [path('other', box(then.start, then.took, 13, 5))] : []),
    path(inChain ? 'took chain' : 'took', box(start, took, 3, then ? 8 : 14)),
    path('warning', marks(warningsOf(messages), 6, 8)),
    path('error', marks(errorsOf(messages), 1, 18)),
  );
  const name = made('span', 'name', times.name);
  name.title = [times.name, times.description].filter(Boolean).join('\n');
  const length = made('span', 'length', took > 0 ? timespan(took) : '');
  const element = made('div', failed ? 'row failed' : 'row', name, length, made('span', 'track', drawing));
  element.setAttribute('role', 'option');
  element.setAttribute('aria-label', labelOf(row));
  element.setAttribute('aria-selected', String(times.name === chosen));
  element.tabIndex = times.name === chosen ? 0 : -1;
  element.addEventListener('click', () => choose(times.name));
  element.addEventListener('focus', () => choose(times.name));
  element.addEventListener('dblclick', () => host.postMessage({ kind: 'open', unit: times.name }));
  return element;
}

/** What a row says to those who hear it. */
function labelOf({ times, inChain, failed, slower, messages }: ExplorerRow): string {
  return [
    times.name,
    t('started at {0}', timespan(times.start)),
    ...(times.took > 0 ? [t('took {0}', timespan(times.took))] : []),
    ...(slower === undefined ? [] : [differenceText(slower)]),
    ...(inChain ? [t('in the critical chain')] : []),
    ...(failed ? [t('failed')] : []),
    ...(messages.length > 0 ? [t('{0} warnings and errors', messages.length)] : []),
  ].join(', ');
}

const differenceText = (slower: number): string =>
  slower >= 0 ? t('{0} slower', timespan(slower)) : t('{0} faster', timespan(-slower));

const rowAt = (index: number): HTMLElement | undefined => byId('rows').children[index] as HTMLElement | undefined;

function choose(name: string): void {
  if (name === chosen) return;
  chosen = name;
  for (const [index, { name: each }] of shown.entries()) {
    rowAt(index)?.setAttribute('aria-selected', String(each === name));
    rowAt(index)?.setAttribute('tabindex', each === name ? '0' : '-1');
  }
  drawDetail();
}

const MOST_SAID = 20;

function drawDetail(): void {
  const row = shown.find(({ name }) => name === chosen);
  byId('detail').replaceChildren(
    made(
      'p',
      'note',
      t('Choose a unit to see what was said of it. + and − zoom, as does the wheel with Ctrl; the arrows move.'),
    ),
  );
  if (!row) return;
  const { times, then, slower, inChain, failed, messages } = row;
  const facts = [
    t('started at {0}', timespan(times.start)),
    ...(times.took > 0 ? [t('took {0}', timespan(times.took))] : []),
    ...(then && then.took > 0 ? [t('took {0} in the other boot', timespan(then.took))] : []),
    ...(slower === undefined ? [] : [differenceText(slower)]),
    ...(inChain ? [t('in the critical chain')] : []),
    ...(failed ? [t('failed')] : []),
  ];
  const name = times.path === '' ? made('span', '', times.name) : link(times.name, { kind: 'open', unit: times.name });
  byId('detail').replaceChildren(
    made('h2', '', name),
    ...(times.description ? [made('p', 'note', times.description)] : []),
    made('p', '', facts.join(' · ')),
    ...saidTable(messages.slice(0, MOST_SAID)),
  );
}

const saidTable = (messages: readonly BootMessage[]): HTMLElement[] =>
  messages.length === 0
    ? []
    : [
        made(
          'table',
          '',
          ...messages.map(({ time, unit, priority, text }) =>
            made(
              'tr',
              priority <= 3 ? 'error' : '',
              made('td', 'time', timespan(time)),
              made('td', '', priority <= 3 ? t('error') : t('warning')),
              made('td', 'unit', unit),
              made('td', '', text),
            ),
          ),
        ),
      ];

function drawSlower({ boot, other: compared }: ExploredBoot): void {
  byId('slower').replaceChildren();
  if (!compared) return;
  const all = compareBoots(boot, compared);
  const slow = gotSlower(all).slice(0, 15);
  const gone = all.filter(({ now, then }) => !now && then && then.took > 0).map(({ name }) => name);
  const fresh = all.filter(({ now, then }) => now && !then && now.took > 0).map(({ name }) => name);
  const source = compared.isExact
    ? t('{0}: both boots were measured by systemd.', compared.label)
    : t(
        '{0}: put together from what systemd told the journal, which is a few milliseconds late and knows no unit that it says nothing of. This boot was measured by systemd.',
        compared.label,
      );
  const list = (title: string, names: readonly string[]) =>
    names.length === 0
      ? []
      : [made('p', '', `${title} ${names.slice(0, 20).join(', ')}${names.length > 20 ? ' …' : ''}`)];
  const total =
    boot.finish !== undefined && compared.finish !== undefined
      ? [
          made(
            'p',
            '',
            t(
              'The boot took {0}, and {1} then: {2}.',
              timespan(boot.finish),
              timespan(compared.finish),
              differenceText(boot.finish - compared.finish),
            ),
          ),
        ]
      : [];
  byId('slower').replaceChildren(
    made('h2', '', t('What got slower')),
    made('p', 'note', source),
    ...total,
    slow.length === 0
      ? made('p', '', t('No unit got slower by a tenth of a second and a fifth of its time.'))
      : slowerTable(slow),
    ...list(t('Only in this boot:'), fresh),
    ...(compared.isExact ? list(t('Only in the other:'), gone) : []),
  );
}

function slowerTable(slow: ReturnType<typeof gotSlower>): HTMLElement {
  const titles = [t('Unit'), t('Then'), t('Now'), t('Difference')].map((title) => made('th', '', title));
  const lines = slow.map(({ name, now, then, slower = 0 }) =>
    made(
      'tr',
      '',
      made('td', 'unit', name),
      made('td', 'time', timespan(then!.took)),
      made('td', 'time', timespan(now!.took)),
      made('td', 'time', `+${timespan(slower)}`),
    ),
  );
  return made('table', '', made('tr', '', ...titles), ...lines);
}

function drawCycles({ cycles, deleted }: ExploredBoot): void {
  const left =
    deleted.length > 0
      ? [made('p', '', t('In this boot systemd has left out {0} to break a circle.', deleted.join(', ')))]
      : [];
  const body =
    cycles === undefined
      ? [
          made(
            'p',
            'note',
            t('The units of this machine are still being read; refresh to look for circles among them.'),
          ),
        ]
      : cycles.length === 0
        ? [made('p', 'note', t('By their files no units of the boot wait for each other in a circle.'))]
        : cycles.flatMap(cycleOf);
  byId('cycles').replaceChildren(made('h2', '', t('Ordering cycles')), ...left, ...body);
}

function cycleOf({ waits, deletable, cuts }: StartCycleAnswer, cycle: number): HTMLElement[] {
  const place = (text: string, at: number, path: string | undefined, line: number | undefined) =>
    path === undefined
      ? made('code', '', text)
      : link(line === undefined ? `${text} · ${path}` : `${text} · ${path}:${line + 1}`, {
          kind: 'openLine',
          cycle,
          at,
        });
  const circle = waits.map(({ unit, for: awaited, said }, at) =>
    made('li', '', t('{0} waits for {1}: ', unit, awaited), place(said.text, at, said.path, said.line)),
  );
  let at = waits.length;
  const options = cuts.map(({ unit, for: awaited, said }) => {
    const places = said.flatMap(({ text, path, line }) => [place(text, at++, path, line), ' ']);
    return made('li', '', t('{0} need not wait for {1}: remove ', unit, awaited), ...places);
  });
  return [
    made('ul', 'circle', ...circle),
    made('p', '', outcomeOf(deletable)),
    ...(options.length > 0
      ? [made('p', '', t('Any one of these leaves no circle among them:')), made('ul', '', ...options)]
      : [made('p', '', t('No single line breaks it; more than one has to be changed.'))]),
  ];
}

function outcomeOf(deletable: StartCycleAnswer['deletable']): string {
  const names = deletable.map(({ unit, with: more }) =>
    more.length === 0 ? unit : t('{0} (and with it {1})', unit, more.join(', ')),
  );
  if (names.length === 0) return t('All of them are required, so systemd refuses to start any.');
  if (names.length === 1) return t('systemd leaves out {0}.', names[0]!);
  return t(
    'systemd leaves out one of {0}: the first it comes to, which may be another one at each boot.',
    names.join(', '),
  );
}

const MOST_MESSAGES = 200;

function drawMessages({ messages }: ExploredBoot): void {
  const words = inputOf('filter').value.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = messages.filter(
    ({ time, unit, text }) =>
      time >= seen.from && time <= seen.to && words.every((word) => `${unit} ${text}`.toLowerCase().includes(word)),
  );
  const more = wanted.length - MOST_MESSAGES;
  byId('messages').replaceChildren(
    made('h2', '', t('Warnings and errors in what is shown: {0}', wanted.length)),
    ...saidTable(wanted.slice(0, MOST_MESSAGES)),
    ...(more > 0 ? [made('p', 'note', t('and {0} more', more))] : []),
  );
}

/** Shows another part of the axis: the box of each drawing moves, nothing is drawn anew. */
function look(at: TimeWindow): void {
  seen = at;
  if (!explored) return;
  const view = `${at.from / 1000} 0 ${(at.to - at.from) / 1000} ${HEIGHT}`;
  const room = Math.max(2, Math.floor(byId('axis').clientWidth / 160));
  const labels = ticksIn(at, room).map((time) => {
    const label = made('span', 'tick', timespan(time));
    label.style.left = `${(100 * (time - at.from)) / (at.to - at.from)}%`;
    return label;
  });
  const lane = svg(
    ...(explored.boot.finish === undefined ? [] : [path('finish', `M${explored.boot.finish / 1000} 0v${HEIGHT}`)]),
    path('warning', marks(warningsOf(explored.messages), 8, 12)),
    path('error', marks(errorsOf(explored.messages), 0, HEIGHT)),
  );
  byId('head').replaceChildren(
    made('span', 'name'),
    made('span', 'length'),
    made('span', 'track', ...labels),
    made('span', 'name', t('journal')),
    made('span', 'length'),
    made('span', 'track', lane),
  );
  for (const drawing of byId('axis').querySelectorAll('.track svg')) drawing.setAttribute('viewBox', view);
}

function ticksIn({ from, to }: TimeWindow, wanted: number): number[] {
  const [, step = to - from] = ticks(to - from, wanted);
  const first = Math.ceil(from / step) * step;
  const found: number[] = [];
  for (let time = first; time < to - 0.05 * (to - from); time += step) found.push(time);
  return found;
}

function link(text: string, message: FromExplorer): HTMLElement {
  const element = made('a', '', text);
  element.href = '#';
  element.addEventListener('click', (event) => {
    event.preventDefault();
    host.postMessage(message);
  });
  return element;
}

/** The table of messages follows when the axis stays. */
let soon: number | undefined;
function move(at: TimeWindow): void {
  look(at);
  clearTimeout(soon);
  soon = window.setTimeout(() => explored && drawMessages(explored), 150);
}

byId('bar').addEventListener('submit', (event) => event.preventDefault());
for (const id of ['filter', 'least', 'failed', 'chain', 'sorting']) byId(id).addEventListener('input', draw);
other.addEventListener('change', () => host.postMessage({ kind: 'compare', id: other.value }));
byId('refresh').addEventListener('click', () => host.postMessage({ kind: 'refresh' }));
byId('nearer').addEventListener('click', () => move(zoomed(seen, whole, 1.5)));
byId('farther').addEventListener('click', () => move(zoomed(seen, whole, 1 / 1.5)));
byId('fit').addEventListener('click', () => move(whole));
byId('axis').addEventListener(
  'wheel',
  (event) => {
    const track = (event.target as Element).closest('.track') ?? byId('axis').querySelector('.track');
    if (!track || !(event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    const { left, width } = track.getBoundingClientRect();
    const amount = event.deltaY || event.deltaX;
    if (event.shiftKey) move(panned(seen, whole, amount / 1000));
    else move(zoomed(seen, whole, Math.exp(-amount / 400), Math.min(1, Math.max(0, (event.clientX - left) / width))));
  },
  { passive: false },
);
byId('rows').addEventListener('keydown', (event) => {
  const index = shown.findIndex(({ name }) => name === chosen);
  const to = rowAfter(event.key, { at: index, count: shown.length });
  if (to !== undefined) rowAt(to)?.focus();
  else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
    move(panned(seen, whole, event.key === 'ArrowRight' ? 0.2 : -0.2));
  else if (event.key === 'Enter' && chosen) host.postMessage({ kind: 'open', unit: chosen });
  else return;
  event.preventDefault();
});
window.addEventListener('keydown', (event) => {
  const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (event.key === 'f' && (event.ctrlKey || event.metaKey)) inputOf('filter').focus();
  else if (isField || event.ctrlKey || event.metaKey) return;
  else if (event.key === '+' || event.key === '=') move(zoomed(seen, whole, 1.5));
  else if (event.key === '-') move(zoomed(seen, whole, 1 / 1.5));
  else if (event.key === '0') move(whole);
  else return;
  event.preventDefault();
});
window.addEventListener('resize', () => look(seen));
tellKeys(
  t(
    'A filter and buttons, then the list of units in the order of their start; what there is to say of the chosen one is read out and stands below.',
  ),
  [
    ['↑ ↓ Home End', t('In the list: another unit')],
    ['← →', t('In the list: earlier, later')],
    ['+ − 0', t('Nearer, farther, the whole boot')],
    ['Enter', t('Open the file of the unit')],
    ['Ctrl+F', t('To the filter')],
  ],
);
host.postMessage({ kind: 'ready' });
