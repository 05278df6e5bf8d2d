// The editor of a schedule: a form that says what OnCalendar= is to be, and when it would elapse.
import '../translations.ts';
import type { Schedule, ScheduleLine, SchedulePreview } from '../../../../server/src/protocol/requests.ts';
import { t } from '../../localize.ts';
import { byId } from '../elements.ts';
import { tellKeys } from '../help.ts';
import { type Fields, fieldsOf, scheduleOfFields } from './schedule-fields.ts';
import type { FromSchedule, ToSchedule } from './schedule-page.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromSchedule): void };

const host = acquireVsCodeApi();
const form = byId<HTMLFormElement>('form');
const line = byId<HTMLSelectElement>('line');
const write = byId<HTMLButtonElement>('write');
const previewZone = byId<HTMLInputElement>('preview-zone');

let lines: readonly ScheduleLine[] = [];
let round = 0;
let expression = '';

window.addEventListener('message', ({ data }: MessageEvent<ToSchedule>) => {
  if (data.kind === 'lines') showLines(data);
  else if (data.round === round) showPreview(data.preview);
});

function showLines({ unit, lines: found, line: wanted }: Extract<ToSchedule, { kind: 'lines' }>): void {
  lines = found;
  byId('title').textContent = t('Schedule of {0}', unit);
  const options = found.map((each) => new Option(t('Line {0}: {1}', each.line + 1, each.text), String(each.line)));
  line.replaceChildren(...options, new Option(t('A new line'), ''));
  const chosen = found.find((each) => each.line === wanted) ?? found[0];
  line.value = chosen ? String(chosen.line) : '';
  read(chosen?.schedule ?? { kind: 'daily', times: [{ hour: 4, minute: 0 }] });
}

const input = (name: string): HTMLInputElement => form.elements.namedItem(name) as HTMLInputElement;
const boxes = (name: string): HTMLInputElement[] => [...form.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)];

/** Shows a schedule in the form. */
function read(schedule: Schedule): void {
  const { kind, days, fromEnd, ...texts } = fieldsOf(schedule);
  for (const radio of boxes('kind')) radio.checked = radio.value === kind;
  for (const [name, value] of Object.entries(texts)) if (value !== undefined) input(name).value = value;
  if (days !== undefined) for (const box of boxes('day')) box.checked = days.includes(Number(box.value));
  input('fromEnd').checked = fromEnd === true;
  changed();
}

/** What the form says. */
const fields = (): Fields => ({
  kind: (boxes('kind').find(({ checked }) => checked)?.value ?? 'free') as Schedule['kind'],
  days: boxes('day').flatMap(({ checked, value }) => (checked ? [Number(value)] : [])),
  fromEnd: input('fromEnd').checked,
  ...(Object.fromEntries(
    ['minutes', 'hours', 'minute', 'month', 'dayOfMonth', 'time', 'times', 'free', 'zone'].map((name) => [
      name,
      input(name).value,
    ]),
  ) as Omit<Fields, 'kind' | 'days' | 'fromEnd'>),
});

function changed(): void {
  const said = fields();
  for (const field of document.querySelectorAll<HTMLElement>('.field'))
    field.hidden = !field.dataset.for?.split(' ').includes(said.kind);
  write.textContent = line.value === '' ? t('Add Line to File') : t('Write to Line {0}', Number(line.value) + 1);
  const schedule = scheduleOfFields(said);
  round += 1;
  if ('problem' in schedule) showProblem(schedule.problem);
  else host.postMessage({ kind: 'preview', schedule, zone: previewZone.value.trim() || undefined, round });
}

function showProblem(problem: string): void {
  byId('problem').textContent = problem;
  byId('expression').replaceChildren();
  byId('words').textContent = '';
  byId('remark').textContent = '';
  byId('next').replaceChildren();
  write.disabled = true;
}

function showPreview({ expression: text, preview, remark = '' }: SchedulePreview): void {
  if ('problem' in preview) {
    const meant = preview.meant === undefined ? '' : ` ${t('Did you mean {0}?', preview.meant)}`;
    showProblem(preview.problem + meant);
    // What has specifiers is for the unit to fill in.
    write.disabled = !text.includes('%');
    expression = text;
    return;
  }
  expression = text;
  write.disabled = false;
  byId('problem').textContent = '';
  byId('expression').replaceChildren(`OnCalendar=${text}`);
  byId('words').textContent =
    `${preview.words} ${preview.normal === text ? '' : t('Normal form: {0}', preview.normal)}`;
  byId('remark').textContent = remark;
  const times = preview.next.map((each) => {
    const item = document.createElement('li');
    const time = document.createElement('span');
    time.textContent = each.text;
    const away = document.createElement('span');
    away.className = 'away';
    away.textContent = each.fromNow;
    item.append(time, away);
    return item;
  });
  byId('next').replaceChildren(...times, ...(times.length === 0 ? [t('It never elapses.')] : []));
}

form.addEventListener('input', (event) => {
  const found = event.target === line ? lines.find((each) => String(each.line) === line.value) : undefined;
  if (found) read(found.schedule);
  else changed();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  host.postMessage({ kind: 'write', expression, line: line.value === '' ? undefined : Number(line.value) });
});
previewZone.addEventListener('change', changed);
byId('zones').append(...['UTC', ...Intl.supportedValuesOf('timeZone')].map((name) => new Option(name, name)));
tellKeys(
  t('The line that is written, when it elapses, as words and as the next runs. A problem is read out at once.'),
  [
    ['↑ ↓', t('Another choice, a larger or smaller number')],
    ['Enter', t('Write the line; in the file it can be undone')],
  ],
);
host.postMessage({ kind: 'ready' });
