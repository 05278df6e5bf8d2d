// The journal view: takes rows from the extension, keeps the last of them, shows those the filter lets through.
import '../translations.ts';
import { t } from '../../localize.ts';
import type { Row } from '../../systemd/journal-entry.ts';
import { type JournalQuery, recent } from '../../systemd/journal-query.ts';
import { byId } from '../elements.ts';
import { tellKeys } from '../help.ts';
import { clockOf } from './clock.ts';
import { queryBar } from './journal-bar.ts';
import { rowList } from './journal-list.ts';
import type { Figures, FromJournal, ToJournal } from './journal-page.ts';
import { rowText } from './journal-row.ts';
import { keepLast, rowFilter } from './row-filter.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromJournal): void };

const LIMIT = 50_000;
const LONGEST_SOURCE = 24;

const vscode = acquireVsCodeApi();
const postMessage = (message: FromJournal): void => vscode.postMessage(message);
const pause = byId('pause');

let run = 0;
let query: JournalQuery = recent;
let followed = true;
let rows: Row[] = [];
let matching: Row[] = [];
let received = 0;
let paused = false;
/** Rows that came while paused; the extension sends no more until they are taken. */
let held: readonly Row[] | undefined;
/** Undefined as long as journalctl runs. */
let ended: string | undefined;
let filter = rowFilter('');
let longestSource = 0;
let firstSource: string | undefined;
let severalSources = false;
let shown = '';

const bar = queryBar({ onQuery: (wanted) => postMessage({ kind: 'query', query: wanted }), onFilter: refilter });
const list = rowList({
  list: byId('list'),
  detail: byId('detail'),
  newest: byId('newest'),
  day: byId('day'),
  open: postMessage,
  clock: clockOf({ language: document.documentElement.lang, hour12: byId('list').dataset.hour12 === 'true' }),
  hasSources: () => severalSources,
});

window.addEventListener('message', ({ data }: MessageEvent<ToJournal>) => {
  if (data.kind === 'restart') restart(data);
  else if (data.kind === 'boots') bar.boots(data.boots);
  else if (data.kind === 'pause') setPaused(data.paused);
  else if (data.run !== run) return;
  else if (data.kind === 'rows') receive(data.rows);
  else end(data.message);
});

function restart(next: ToJournal & { readonly kind: 'restart' }): void {
  ({ run, query, followed } = next);
  rows = [];
  matching = [];
  received = 0;
  held = undefined;
  ended = undefined;
  longestSource = 0;
  firstSource = undefined;
  severalSources = false;
  bar.set(query);
  filter = rowFilter(bar.filter);
  list.restart();
  setPaused(false);
}

function receive(more: readonly Row[]): void {
  if (paused) {
    held = more;
    return;
  }
  received += more.length;
  measure(more);
  rows = keepLast(rows, more, LIMIT);
  const before = matching.length;
  const fitting = more.filter(filter);
  matching = keepLast(matching, fitting, LIMIT);
  list.show(matching, before + fitting.length - matching.length);
  report();
  // Acknowledged after drawing, which limits the rate of new rows.
  requestAnimationFrame(() => postMessage({ kind: 'taken', run }));
}

/** The column of sources is as wide as what stands in it; it is left out while there is one source only. */
function measure(more: readonly Row[]): void {
  firstSource ??= more[0]?.source;
  for (const { source } of more) {
    longestSource = Math.max(longestSource, source.length);
    severalSources ||= source !== firstSource;
  }
  byId('list').style.setProperty('--source', `${Math.min(longestSource, LONGEST_SOURCE)}ch`);
}

function end(message: string): void {
  ended = message;
  report();
}

function refilter(): void {
  filter = rowFilter(bar.filter);
  matching = rows.filter(filter);
  list.show(matching);
  report();
}

function setPaused(wanted: boolean): void {
  paused = wanted;
  pause.textContent = paused ? t('Resume') : t('Pause');
  pause.setAttribute('aria-pressed', String(paused));
  const waiting = held;
  held = undefined;
  if (!paused && waiting) receive(waiting);
  report();
}

/** Updates the footer and tells the extension what is displayed. */
function report(): void {
  const figures: Figures = { received, kept: rows.length, matching: matching.length, paused, status: status() };
  const now = JSON.stringify([run, figures]);
  if (now === shown) return;
  shown = now;
  byId('count').textContent = count();
  byId('status').textContent = figures.status;
  byId('status').className = ended ? 'failed' : paused ? 'paused' : '';
  byId('empty').textContent = emptiness();
  byId('empty').hidden = matching.length > 0;
  postMessage({ kind: 'shown', figures });
}

function status(): string {
  if (paused) return t('Paused: new lines wait');
  if (ended === undefined) return followed ? t('Following') : '';
  return ended || t('Complete');
}

function count(): string {
  const [all, fitting, kept] = [received, matching.length, rows.length].map((number) => number.toLocaleString());
  const lines = received === 1 ? t('1 line') : t('{0} lines', all!);
  return [
    matching.length === rows.length ? lines : t('{0} of {1} lines', fitting!, all!),
    ...(received > rows.length ? [t('only the last {0} are kept', kept!)] : []),
    ...(query.grep ? [t('filtered by {0}', query.grep)] : []),
  ].join(', ');
}

function emptiness(): string {
  if (ended) return ended;
  if (rows.length > 0) return t('None of these lines matches the filter. Press Enter to search the whole range.');
  if (ended === undefined && followed) return t('No matching lines yet. New ones appear here as they are written.');
  return t('The journal has no matching lines.');
}

pause.addEventListener('click', () => setPaused(!paused));
byId('copy').addEventListener('click', () => {
  postMessage({ kind: 'copy', text: matching.map((row) => `${rowText(row)}\n`).join('') });
});
byId('list').addEventListener('keydown', (event) => {
  if (event.key !== ' ') return;
  event.preventDefault();
  setPaused(!paused);
});
window.addEventListener('keydown', (event) => {
  if (event.key !== 'f' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  byId('search').focus();
});
tellKeys(t('What is searched for, then the list of lines, the newest last. Each is read with its time and priority.'), [
  ['↑ ↓ Home End', t('Another line; End follows what comes')],
  ['Enter', t('The whole message, with its fields')],
  ['Escape', t('Close the message')],
  [t('Space'), t('In the list: pause, go on')],
  ['Ctrl+F', t('To the filter')],
]);
postMessage({ kind: 'ready' });
