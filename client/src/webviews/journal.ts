// The journal view: a list of any length of which only the rows in sight are in the page.
import { fileLinks } from '../operate/file-links.ts';
import type { Row } from '../operate/journal-entry.ts';
import { keepLast, rowFilter } from '../operate/row-filter.ts';
import type { FromJournal, ToJournal } from './messages.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromJournal): void };

const LIMIT = 50_000;
const ROW = 20;
const NAMES = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];

const vscode = acquireVsCodeApi();
const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const list = byId<HTMLDivElement>('list');
const canvas = byId<HTMLDivElement>('canvas');
const detail = byId<HTMLPreElement>('detail');
const search = byId<HTMLInputElement>('search');
const priority = byId<HTMLSelectElement>('priority');
const range = byId<HTMLSelectElement>('range');
const pause = byId<HTMLButtonElement>('pause');
const count = byId<HTMLSpanElement>('count');

let rows: Row[] = [];
let matching: Row[] = [];
let selected: Row | undefined;
let received = 0;
let paused = false;
let ended = '';
/** Rows that came while paused; the extension sends no more until they are taken. */
let held: readonly Row[] | undefined;
let filter = rowFilter({ priority: 7, text: '' });
let atEnd = true;
let frame = 0;

window.addEventListener('message', ({ data }: MessageEvent<ToJournal>) => {
  if (data.kind === 'rows') receive(data.rows);
  else if (data.kind === 'restart') restart();
  else say(data.message);
});

function receive(more: readonly Row[]): void {
  if (paused) {
    held = more;
    return;
  }
  received += more.length;
  rows = keepLast(rows, more, LIMIT);
  matching = keepLast(matching, more.filter(filter), LIMIT);
  draw(() => vscode.postMessage({ kind: 'shown', received, kept: rows.length, matching: matching.length }));
}

function restart(): void {
  rows = [];
  matching = [];
  received = 0;
  held = undefined;
  ended = '';
  atEnd = true;
  select(undefined);
  draw();
}

function say(message: string): void {
  ended = message;
  draw();
}

/** Once per frame, however much happens in it. */
function draw(then?: () => void): void {
  if (!frame) frame = requestAnimationFrame(render);
  if (then) requestAnimationFrame(then);
}

function render(): void {
  frame = 0;
  canvas.style.height = `${matching.length * ROW}px`;
  if (atEnd && !paused) list.scrollTop = list.scrollHeight;
  const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 5);
  const last = Math.min(matching.length, first + Math.ceil(list.clientHeight / ROW) + 10);
  canvas.replaceChildren(...matching.slice(first, last).map((row, index) => line(row, first + index)));
  count.textContent = summary();
}

function summary(): string {
  const number = (value: number) => value.toLocaleString('en');
  const shown = matching.length === rows.length ? '' : `${number(matching.length)} of `;
  const kept = received > rows.length ? `, the last ${number(rows.length)} kept` : '';
  const state = paused ? ' · paused' : '';
  return `${shown}${number(received)} lines${kept}${state}${ended ? ` · ${ended}` : ''}`;
}

function line(row: Row, index: number): HTMLElement {
  const element = cell('div', `row p${row.priority}${row === selected ? ' selected' : ''}`, '');
  element.style.top = `${index * ROW}px`;
  element.title = NAMES[row.priority]!;
  const text = cell('span', 'text', '');
  text.append(...linked(row.text.split('\n', 1)[0]!));
  element.append(cell('span', 'time', clock(row.time)), cell('span', 'source', row.source), text);
  element.addEventListener('click', () => select(row === selected ? undefined : row));
  return element;
}

function cell(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

const two = (number: number): string => String(number).padStart(2, '0');

function clock(time: number): string {
  const date = new Date(time);
  const day = `${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

function linked(text: string): (string | HTMLElement)[] {
  const parts: (string | HTMLElement)[] = [];
  let at = 0;
  for (const { start, end, path, line: number, column } of fileLinks(text)) {
    if (start < at) continue;
    const link = cell('a', '', text.slice(start, end));
    link.setAttribute('href', '#');
    link.addEventListener('click', (event) => {
      event.preventDefault();
      event.stopPropagation();
      vscode.postMessage({ kind: 'open', path, line: number, column });
    });
    parts.push(text.slice(at, start), link);
    at = end;
  }
  return [...parts, text.slice(at)];
}

function select(row: Row | undefined): void {
  selected = row;
  detail.hidden = row === undefined;
  if (row)
    detail.replaceChildren(
      `${new Date(row.time).toString()} · ${row.source} · ${NAMES[row.priority]}\n`,
      ...linked(row.text),
    );
  draw();
}

function refilter(): void {
  filter = rowFilter({ priority: Number(priority.value), text: search.value });
  matching = rows.filter(filter);
  draw();
}

function togglePause(): void {
  paused = !paused;
  pause.textContent = paused ? 'Go on' : 'Pause';
  pause.setAttribute('aria-pressed', String(paused));
  const waiting = held;
  held = undefined;
  if (!paused && waiting) receive(waiting);
  draw();
}

search.addEventListener('input', refilter);
priority.addEventListener('change', refilter);
pause.addEventListener('click', togglePause);
range.addEventListener('change', () => vscode.postMessage({ kind: 'range', range: range.value as 'all' }));
list.addEventListener('scroll', () => {
  atEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - ROW;
  draw();
});
new ResizeObserver(() => draw()).observe(list);
vscode.postMessage({ kind: 'ready' });
