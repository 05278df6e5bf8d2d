import { t } from '../localize.ts';
import type { JournalWords } from '../webviews/messages.ts';

/** The page of the journal view, in the language of the user. */
export const journalBody = (unit: string): string => `<form id="bar">
<input id="search" type="search" maxlength="500" ${labels({
  placeholder: t('Filter: text or /expression/'),
  title: t('Shows the lines with this text. Enter searches all of the range for it (journalctl --grep).'),
  'aria-label': t('Filter'),
})}>
<select id="priority" ${labels({ 'aria-label': t('Priority') })}>${priorities()}</select>
<select id="range" ${labels({ 'aria-label': t('Range') })}>${ranges()}</select>
<button id="pause" type="button" aria-pressed="false" ${labels({ title: t('Space, in the list') })}></button>
<span id="between" hidden>${between()}</span>
</form>
<div id="lines">
<div id="list" tabindex="0" role="listbox" ${labels({ 'aria-label': t('Journal of {0}', unit) })}></div>
<p id="empty" hidden></p>
<button id="newest" hidden>↓ ${escaped(t('Newest'))}</button>
</div>
<pre id="detail" tabindex="0" hidden ${labels({ 'aria-label': t('The whole message') })}></pre>
<footer><span id="count"></span><span id="status" role="status"></span></footer>
<div id="words" hidden ${labels({ 'data-words': JSON.stringify(words()) })}></div>`;

const priorities = (): string =>
  [
    option('7', t('All priorities')),
    option('6', t('Info and above')),
    option('5', t('Notice and above')),
    option('4', t('Warnings and errors')),
    option('3', t('Errors')),
  ].join('');

const ranges = (): string =>
  [
    option('recent', t('Last 1,000 lines')),
    option('hour', t('Last hour')),
    option('today', t('Today')),
    option('all', t('Everything')),
    option('between', t('Since, until…')),
    `<optgroup id="boots" ${labels({ label: t('Boots') })}>${option('boot', t('This boot'))}`,
    `<option id="no-boots" disabled>${escaped(t('No earlier ones are kept'))}</option></optgroup>`,
  ].join('');

const between = (): string =>
  [
    time('since', t('Since'), t('yesterday 18:00')),
    time('until', t('Until'), t('now')),
    `<button>${escaped(t('Show'))}</button>`,
    `<small>${escaped(t('As in systemd.time(7): yesterday, -2h, 2026-01-31 18:00'))}</small>`,
    `<datalist id="times">${['-5min', '-1h', 'today', 'yesterday'].map((value) => option(value, '')).join('')}</datalist>`,
  ].join('');

const time = (id: string, label: string, placeholder: string): string =>
  `<label>${escaped(label)} <input id="${id}" list="times" size="16" maxlength="100" ${labels({ placeholder })}></label>`;

const option = (value: string, title: string): string => `<option value="${value}">${escaped(title)}</option>`;

/** What the script of the page says. */
const words = (): JournalWords => ({
  pause: t('Pause'),
  goOn: t('Go on'),
  paused: t('Paused: new lines wait'),
  following: t('Following'),
  complete: t('Complete'),
  empty: t('The journal has no such lines.'),
  emptyFollowed: t('No such lines yet. They appear here as they are written.'),
  emptyFilter: t('None of these lines holds what the filter says. Enter searches all of the range.'),
  lines: t('{0} lines'),
  line: t('1 line'),
  matching: t('{0} of {1} lines'),
  kept: t('the last {0} kept'),
  searched: t('only those with {0}'),
});

const labels = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, text]) => `${name}="${escaped(text)}"`)
    .join(' ');

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
