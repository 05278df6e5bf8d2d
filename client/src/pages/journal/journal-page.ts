import { t } from '../../localize.ts';
import type { Row } from '../../systemd/journal-entry.ts';
import type { JournalQuery } from '../../systemd/journal-query.ts';
import { html } from '../html.ts';
import type { ClockStyle } from './clock.ts';

/** The page of the journal view, in the language of the user. */
export const journalBody = (unit: string, { hour12 }: Pick<ClockStyle, 'hour12'>): string => html`<form id="bar">
<input id="search" type="search" maxlength="500" aria-label="${t('Filter')}"
  placeholder="${t('Text, /pattern/')}"
  title="${t('Shows the lines that contain this text. Press Enter to search the whole range (journalctl --grep).')}">
<select id="priority" aria-label="${t('Priority')}">${priorities()}</select>
<select id="range" aria-label="${t('Range')}">${ranges()}
  <optgroup id="boots" label="${t('Boots')}">
    <option value="boot">${t('This boot')}</option>
    <option id="no-boots" disabled>${t('No earlier boots are kept')}</option>
  </optgroup>
</select>
<button id="copy" type="button" title="${t('Copy the lines that are shown as text')}">${t('Copy')}</button>
<button id="pause" type="button" aria-pressed="false" title="${t('Space, while the list has the focus')}"></button>
<span id="between" hidden>
  <label>${t('Since')} <input id="since" list="times" size="16" maxlength="100" placeholder="${t('yesterday 18:00')}"></label>
  <label>${t('Until')} <input id="until" list="times" size="16" maxlength="100" placeholder="${t('now')}"></label>
  <button>${t('Show')}</button>
  <small>${t('Times as in systemd.time(7): yesterday, -2h, 2026-01-31 18:00')}</small>
  <datalist id="times">${['-5min', '-1h', 'today', 'yesterday'].map((value) => option(value, ''))}</datalist>
</span>
</form>
<div id="lines">
<div id="day" hidden></div>
<div id="list" tabindex="0" role="listbox" data-hour12="${String(hour12)}" aria-label="${t('{0}: journal', unit)}"></div>
<p id="empty" hidden></p>
<button id="newest" hidden>↓ ${t('Newest')}</button>
</div>
<pre id="detail" tabindex="0" hidden aria-label="${t('The whole message')}"></pre>
<footer><span id="count"></span><span id="status" role="status"></span></footer>`;

const priorities = (): string[] => [
  option('7', t('All priorities')),
  option('6', t('Info and above')),
  option('5', t('Notice and above')),
  option('4', t('Warnings and errors')),
  option('3', t('Errors')),
];

const ranges = (): string[] => [
  option('recent', t('Last 1,000 lines')),
  option('hour', t('Last hour')),
  option('today', t('Today')),
  option('all', t('Everything')),
  option('between', t('Since, until…')),
];

const option = (value: string, title: string): string => html`<option value="${value}">${title}</option>`;

/** What the extension says to the journal view. */
export type ToJournal =
  /** What came before is another query's. `run` counts the queries. */
  | { readonly kind: 'restart'; readonly run: number; readonly query: JournalQuery; readonly followed: boolean }
  | { readonly kind: 'rows'; readonly run: number; readonly rows: readonly Row[] }
  /** journalctl has ended; the message is empty on success. */
  | { readonly kind: 'ended'; readonly run: number; readonly message: string }
  | { readonly kind: 'boots'; readonly boots: readonly { readonly id: string; readonly title: string }[] }
  | { readonly kind: 'pause'; readonly paused: boolean };

/** What is to be seen of a journal. */
export interface Figures {
  readonly received: number;
  readonly kept: number;
  readonly matching: number;
  readonly paused: boolean;
  /** What stands below the lines: that they are followed, or why there are none. */
  readonly status: string;
}

/** What the journal view says to the extension. */
export type FromJournal =
  | { readonly kind: 'ready' }
  /** The rows were received; the next ones may be sent. */
  | { readonly kind: 'taken'; readonly run: number }
  | { readonly kind: 'shown'; readonly figures: Figures }
  | { readonly kind: 'query'; readonly query: JournalQuery }
  /** All lines that are shown, to be put into the clipboard. */
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'open'; readonly path: string; readonly line: number; readonly column?: number | undefined };
