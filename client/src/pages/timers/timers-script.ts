// The page of timers: a row of SVG for each, in the colours of the theme, and the same as a list.
import '../translations.ts';
import type { PlannedTimer, TimersAnswer } from '../../../../server/src/protocol/requests.ts';
import { t } from '../../localize.ts';
import { byId, made, path, rowAfter, svg } from '../elements.ts';
import { tellKeys } from '../help.ts';
import { HEIGHT, histogram, listedRuns, placeOf, type RowShapes, rowShapes, ticks, WIDTH } from './axis-shapes.ts';
import {
  delayText,
  kindText,
  nextRun,
  notesOf,
  rowLabel,
  runsToCome,
  spanText,
  type TimeTexts,
  timeTexts,
} from './timer-words.ts';
import type { Choice, FromTimers, Off, Source, ToTimers } from './timers-page.ts';

interface Kept {
  readonly choice?: Choice;
  readonly list?: boolean;
}
declare function acquireVsCodeApi(): {
  postMessage(message: FromTimers): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
};

const host = acquireVsCodeApi();
const [filter, zone] = [byId<HTMLInputElement>('filter'), byId<HTMLInputElement>('zone')];
const [source, off] = [byId<HTMLSelectElement>('source'), byId<HTMLSelectElement>('off')];

let answer: TimersAnswer | undefined;
let choice: Choice = { source: 'files', days: 7, off: 'never' };
let canRun = false;
let texts: TimeTexts;
/** Those that the filter leaves, and the one that is looked at. */
let shown: PlannedTimer[] = [];
let chosen: PlannedTimer | undefined;
/** The run of it that is looked at. */
let step = -1;
let isList = host.getState()?.list === true;

window.addEventListener('message', ({ data }: MessageEvent<ToTimers>) => {
  if (data.kind === 'failed') {
    byId('summary').textContent = data.message;
    return;
  }
  ({ answer, choice, canRun } = data);
  texts = timeTexts(answer.zone, document.documentElement.lang);
  const name = chosen?.name;
  chosen = answer.plan.timers.find((timer) => timer.name === name);
  step = -1;
  host.setState({ choice, list: isList });
  drawChoice();
  draw();
});

function drawChoice(): void {
  source.value = choice.source;
  off.value = choice.off;
  zone.value = choice.zone ?? '';
  zone.placeholder = answer?.zone ?? '';
  for (const button of document.querySelectorAll<HTMLElement>('[data-days]'))
    button.setAttribute('aria-pressed', String(button.dataset.days === String(choice.days)));
}

function draw(): void {
  if (!answer) return;
  const { plan } = answer;
  const words = filter.value.trim().toLowerCase().split(/\s+/);
  shown = plan.timers.filter(({ name, description, activates }) =>
    words.every((word) => `${name} ${description} ${activates}`.toLowerCase().includes(word)),
  );
  byId('summary').textContent =
    shown.length === 0
      ? t('No timers to show.')
      : t('{0} timers, {1} to {2}, {3}', shown.length, texts.date(plan.from), texts.date(plan.to - 1), answer.zone);
  byId('axis').hidden = isList;
  byId('runs').hidden = !isList;
  byId('list').setAttribute('aria-pressed', String(isList));
  if (isList) drawList();
  else drawAxis(answer);
  drawDetail();
  drawRemarks(answer);
}

function drawAxis(drawn: TimersAnswer): void {
  byId('head').replaceChildren(...headOf(drawn));
  const had = document.activeElement?.classList.contains('row') === true;
  byId('rows').replaceChildren(...shown.map(rowOf));
  const current = byId('rows').querySelector<HTMLElement>('[aria-selected="true"]') ?? rowAt(0);
  current?.setAttribute('tabindex', '0');
  if (had) current?.focus();
}

/** Names of days, how many runs begin when, and where clocks change. */
function headOf(drawn: TimersAnswer): Element[] {
  const { plan, now } = drawn;
  const room = Math.floor(byId('axis').clientWidth / 90);
  const labels = ticks(drawn, room).map(({ time, isDay }) => {
    const label = made('span', 'tick', isDay ? texts.day(time) : texts.hour(time));
    label.style.left = `${placeOf(time, plan) / 100}%`;
    return label;
  });
  const lane = laneOf(
    ...plan.off.map(({ from, to }) =>
      path('off', `M${placeOf(from, plan)} 0H${placeOf(to, plan)}V${HEIGHT}H${placeOf(from, plan)}z`),
    ),
    path('load', histogram(shown, plan, 168)),
    ...guides(drawn),
    ...(now >= plan.from && now < plan.to ? [path('now', `M${placeOf(now, plan)} 0v${HEIGHT}`)] : []),
  );
  return [
    made('span', 'name'),
    made('span', 'track', ...labels),
    made('span', 'name', t('all')),
    made('span', 'track', lane),
  ];
}

const guides = ({ plan, days }: TimersAnswer): SVGElement[] => [
  path(
    'day',
    days
      .slice(1, -1)
      .map((day) => `M${placeOf(day, plan)} 0v${HEIGHT}`)
      .join(''),
  ),
  path('change', plan.changes.map(({ at }) => `M${placeOf(at, plan)} 0v${HEIGHT}`).join('')),
];

/** As wide as the time that is shown, in the units of {@link placeOf}. */
function laneOf(...shapes: SVGElement[]): SVGSVGElement {
  const drawing = svg(...shapes);
  drawing.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
  return drawing;
}

function rowOf(timer: PlannedTimer): HTMLElement {
  const { plan } = answer!;
  const shapes = rowShapes(timer, plan);
  const kinds = Object.keys(shapes) as (keyof RowShapes)[];
  const drawing = laneOf(
    ...guides(answer!),
    ...kinds.filter((kind) => shapes[kind] !== '').map((kind) => path(kind, shapes[kind])),
  );
  const name = made('span', 'name', timer.name);
  name.title = [timer.name, timer.description].filter(Boolean).join('\n');
  const row = made('div', 'row', name, made('span', 'track', ...beside(timer), drawing));
  row.classList.toggle('inactive', timer.state?.isActive === false);
  row.setAttribute('role', 'option');
  row.setAttribute('aria-label', rowLabel(timer, answer!, texts));
  row.setAttribute('aria-selected', String(timer === chosen));
  row.tabIndex = timer === chosen ? 0 : -1;
  row.addEventListener('click', () => choose(timer));
  row.addEventListener('dblclick', () => host.postMessage({ kind: 'open', timer: indexOf(timer) }));
  row.addEventListener('focus', () => choose(timer));
  return row;
}

/** What is said in the row itself of a timer without runs on the axis. */
function beside({ runs, estimates, triggers }: PlannedTimer): HTMLElement[] {
  if (runs.length + estimates.length > 0) return [];
  return [made('span', 'said', triggers.map(({ words }) => words).join(' ') || t('Nothing starts this timer’s unit.'))];
}

const rowAt = (index: number): HTMLElement | undefined => byId('rows').children[index] as HTMLElement | undefined;
const indexOf = (timer: PlannedTimer): number =>
  answer!.plan.timers.indexOf(timer as TimersAnswer['plan']['timers'][number]);

function choose(timer: PlannedTimer): void {
  if (timer === chosen) return;
  chosen = timer;
  step = -1;
  for (const [index, each] of shown.entries()) {
    rowAt(index)?.setAttribute('aria-selected', String(each === timer));
    rowAt(index)?.setAttribute('tabindex', each === timer ? '0' : '-1');
  }
  drawDetail();
}

const MOST_NEXT = 6;

function drawDetail(): void {
  const detail = byId('detail');
  detail.replaceChildren();
  const timer = chosen && shown.includes(chosen) ? chosen : undefined;
  if (!timer || !answer) {
    if (shown.length > 0)
      detail.append(made('p', 'note', t('Choose a timer to see its lines, its next runs and what can be done.')));
    return;
  }
  const index = indexOf(timer);
  const button = (title: string, message: FromTimers) => {
    const element = made('button', '', title);
    element.addEventListener('click', () => host.postMessage(message));
    return element;
  };
  const actions = made(
    'p',
    'actions',
    ...(canRun && timer.activates ? [button(t('Run Now'), { kind: 'run', timer: index })] : []),
    ...(timer.path
      ? [
          button(t('Edit Schedule…'), { kind: 'schedule', timer: index }),
          button(t('Open File'), { kind: 'open', timer: index }),
        ]
      : []),
  );
  const triggers = timer.triggers.map(({ key, text, words, place }, trigger) => {
    const line = made('code', '', `${key}=${text}`);
    const said = place ? link(line, { kind: 'open', timer: index, trigger }) : line;
    return made('li', '', said, ` ${words}`);
  });
  const all = [...timer.runs, ...timer.estimates].sort((a, b) => a - b);
  const next = runsToCome(timer, answer.now).slice(0, MOST_NEXT);
  const delay = delayText(timer);
  detail.append(
    made('h2', '', timer.name, ' → ', timer.activates),
    ...(timer.description ? [made('p', 'about', timer.description)] : []),
    actions,
    made('ul', '', ...triggers),
    ...(step >= 0 && all[step] !== undefined
      ? [made('p', 'step', t('Run {0} of {1}: {2}', step + 1, all.length, texts.full(all[step]!)))]
      : []),
    ...(delay ? [made('p', '', t('Each run may begin {0}.', delay))] : []),
    ...(next.length > 0 ? [made('p', '', t('Next: {0}', next.map(texts.full).join(' · ')))] : []),
    ...notesOf(timer, texts).map((note) => made('p', 'note', note)),
  );
}

function link(content: Node, message: FromTimers): HTMLElement {
  const element = made('a', '', content);
  element.href = '#';
  element.addEventListener('click', (event) => {
    event.preventDefault();
    host.postMessage(message);
  });
  return element;
}

const MOST_LISTED = 1000;

function drawList(): void {
  const all = listedRuns(shown);
  const rows = all.slice(0, MOST_LISTED).map(({ time, timer, kind }) => {
    const delay = timer.delay.random + timer.delay.accuracy;
    const until = kind === 'missed' || delay === 0 ? '' : t('up to {0} later', spanText(delay));
    const name = link(document.createTextNode(timer.name), { kind: 'open', timer: indexOf(timer) });
    return made(
      'tr',
      kind,
      made('td', '', texts.full(time)),
      made('th', '', name),
      made('td', '', until),
      made('td', '', kindText(kind)),
    );
  });
  const titles = [t('Time'), t('Timer'), t('Delay'), t('Note')].map((title) => made('th', '', title));
  const table = made('table', '', made('thead', '', made('tr', '', ...titles)), made('tbody', '', ...rows));
  const more =
    all.length > MOST_LISTED
      ? [made('p', 'note', t('{0} more runs are not listed; choose fewer days.', all.length - MOST_LISTED))]
      : [];
  byId('runs').replaceChildren(table, ...more);
}

const MOST_REMARKS = 12;

function drawRemarks({ plan, remarks }: TimersAnswer): void {
  const piles = (list: typeof plan.pileUps.minute) =>
    list.map(({ times, timers }) => {
      const when =
        times.length > 1 ? t('{0} and {1} more times', texts.full(times[0]!), times.length - 1) : texts.full(times[0]!);
      return t(
        '{0}: {1} timers ({2})',
        when,
        timers.length,
        timers.slice(0, 8).join(', ') + (timers.length > 8 ? ' …' : ''),
      );
    });
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : [
          made('h2', '', title),
          made('ul', '', ...lines.slice(0, MOST_REMARKS).map((line) => made('li', '', line))),
          ...(lines.length > MOST_REMARKS ? [made('p', 'note', t('and {0} more', lines.length - MOST_REMARKS))] : []),
        ];
  byId('remarks').replaceChildren(
    ...part(t('In the same minute'), piles(plan.pileUps.minute)),
    ...part(t('In the same hour'), piles(plan.pileUps.hour)),
    ...part(t('Clocks and absences'), remarks),
  );
}

const ask = (change: Partial<Choice>): void => host.postMessage({ kind: 'choose', choice: { ...choice, ...change } });
/** Days before or after those that are shown. */
const moveBy = (count: number): void => {
  if (answer) ask({ at: answer.plan.from + 12 * 3600 + count * choice.days * 86_400 });
};

byId('bar').addEventListener('submit', (event) => event.preventDefault());
source.addEventListener('change', () => ask({ source: source.value as Source }));
off.addEventListener('change', () => ask({ off: off.value as Off }));
zone.addEventListener('change', () => ask({ zone: zone.value.trim() || undefined }));
for (const button of document.querySelectorAll<HTMLElement>('[data-days]'))
  button.addEventListener('click', () => ask({ days: Number(button.dataset.days) as Choice['days'] }));
byId('earlier').addEventListener('click', () => moveBy(-1));
byId('later').addEventListener('click', () => moveBy(1));
byId('today').addEventListener('click', () => ask({ at: undefined }));
byId('refresh').addEventListener('click', () => host.postMessage({ kind: 'refresh' }));
byId('list').addEventListener('click', () => {
  isList = !isList;
  host.setState({ choice, list: isList });
  draw();
});
filter.addEventListener('input', draw);
byId('zones').append(
  ...['UTC', ...Intl.supportedValuesOf('timeZone')].map((name) => {
    const option = document.createElement('option');
    option.value = name;
    return option;
  }),
);

byId('rows').addEventListener('keydown', (event) => {
  const index = chosen ? shown.indexOf(chosen) : -1;
  const to = rowAfter(event.key, { at: index, count: shown.length });
  if (to !== undefined) rowAt(to)?.focus();
  else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') stepBy(event.key === 'ArrowRight' ? 1 : -1);
  else if (event.key === 'Enter' && chosen) host.postMessage({ kind: 'open', timer: indexOf(chosen) });
  else return;
  event.preventDefault();
});

/** From run to run of the timer that is looked at; the first step goes to the next one from now on. */
function stepBy(by: number): void {
  if (!chosen || !answer) return;
  const all = [...chosen.runs, ...chosen.estimates].sort((a, b) => a - b);
  const next = nextRun(chosen, answer.now);
  const first = next === undefined ? 0 : all.indexOf(next);
  step = step < 0 ? first : Math.max(0, Math.min(all.length - 1, step + by));
  drawDetail();
  drawStep(all[step]);
}

function drawStep(time: number | undefined): void {
  for (const old of document.querySelectorAll('.here')) old.remove();
  if (time === undefined || !chosen || !answer) return;
  const drawing = rowAt(shown.indexOf(chosen))?.querySelector('svg');
  drawing?.append(path('here', `M${placeOf(time, answer.plan)} 0v${HEIGHT}`));
}

let width = window.innerWidth;
window.addEventListener('resize', () => {
  if (answer && !isList && window.innerWidth !== width) byId('head').replaceChildren(...headOf(answer));
  width = window.innerWidth;
});
window.addEventListener('keydown', (event) => {
  if (event.key !== 'f' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  filter.focus();
});
tellKeys(
  t(
    'Whose timers, how many days and which filter, then the list of timers; what there is to say of the chosen one is read out and stands below. The button List shows all runs as text.',
  ),
  [
    ['↑ ↓ Home End', t('In the list: another timer')],
    ['← →', t('In the list: the run before, the run after')],
    ['Enter', t('Open the file of the timer')],
    ['Ctrl+F', t('To the filter')],
  ],
);
host.postMessage({ kind: 'ready' });
