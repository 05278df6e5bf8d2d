import type { TimersAnswer } from '../../../../server/src/protocol/requests.ts';
import { t } from '../../localize.ts';
import { html } from '../html.ts';

/** Whose timers are shown: those of the files that are opened, or what a manager has loaded. */
export type Source = 'files' | 'system' | 'user';

/** When the machine is thought to be off. */
export type Off = 'never' | 'night' | 'weekend' | 'boots';

/** What the page shows. */
export interface Choice {
  readonly source: Source;
  readonly days: 1 | 7 | 31;
  /** A moment of the first day, in seconds since 1970; today without. */
  readonly at?: number | undefined;
  /** The machine's own without. */
  readonly zone?: string | undefined;
  readonly off: Off;
}

/** What the extension says to the page. */
export type ToTimers =
  | { readonly kind: 'timers'; readonly answer: TimersAnswer; readonly choice: Choice; readonly canRun: boolean }
  | { readonly kind: 'failed'; readonly message: string };

/** What the page says to the extension; `timer` is the index of one that it was given. */
export type FromTimers =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'choose'; readonly choice: Choice }
  /** Without a trigger its file. */
  | { readonly kind: 'open'; readonly timer: number; readonly trigger?: number }
  | { readonly kind: 'run'; readonly timer: number }
  | { readonly kind: 'schedule'; readonly timer: number };

const SOURCES: readonly (readonly [Source, string])[] = [
  ['files', t('Files of the workspace')],
  ['system', t('System manager')],
  ['user', t('User manager')],
];

const LENGTHS: readonly (readonly [Choice['days'], string])[] = [
  [1, t('Day')],
  [7, t('Week')],
  [31, t('Month')],
];

const OFFS: readonly (readonly [Off, string])[] = [
  ['never', t('Machine is never off')],
  ['night', t('Off at night (22:00 to 06:00)')],
  ['weekend', t('Off at weekends (Fri 18:00 to Mon 08:00)')],
  ['boots', t('Off as the journal tells')],
];

const options = (list: readonly (readonly [string, string])[]): string[] =>
  list.map(([value, label]) => html`<option value="${value}">${label}</option>`);

/** The page before anything is known; with managers where there is a machine. */
export const timersBody = (hasMachine: boolean): string => html`<header>
<h1>${t('Timers')}</h1>
<p id="summary" role="status">${t('Reckoning…')}</p>
<form id="bar">
<select id="source" aria-label="${t('Whose timers')}">${options(hasMachine ? SOURCES : SOURCES.slice(0, 1))}</select>
<span role="group" aria-label="${t('Length')}">${LENGTHS.map(
  ([days, label]) => html`<button type="button" class="toggle" data-days="${String(days)}">${label}</button>`,
)}</span>
<span role="group" aria-label="${t('Days shown')}">
<button id="earlier" type="button" title="${t('Earlier')}" aria-label="${t('Earlier')}">‹</button>
<button id="today" type="button">${t('Today')}</button>
<button id="later" type="button" title="${t('Later')}" aria-label="${t('Later')}">›</button>
</span>
<input id="zone" list="zones" maxlength="60" placeholder="${t('Time zone')}" aria-label="${t('Time zone')}">
<datalist id="zones"></datalist>
<select id="off" aria-label="${t('When the machine is off')}">${options(hasMachine ? OFFS : OFFS.slice(0, 3))}</select>
<input id="filter" type="search" maxlength="200" placeholder="${t('Filter')}" aria-label="${t('Filter')}">
<span class="space"></span>
<button id="list" type="button" class="toggle" aria-pressed="false">${t('List')}</button>
<button id="refresh" type="button">${t('Refresh')}</button>
</form>
</header>
<main>
<section id="axis">
<div id="head" aria-hidden="true"></div>
<div id="rows" role="listbox" aria-label="${t('Timers')}"></div>
${[legend()]}
</section>
<section id="runs" hidden></section>
<section id="detail" aria-live="polite"></section>
<section id="remarks"></section>
</main>`;

const legend = (): string => html`<p id="legend" aria-hidden="true">
<svg class="run" viewBox="0 0 8 14"><path d="M4 1v12"/></svg>${t('run')}
<svg class="window" viewBox="0 0 28 14"><path d="M2 4h24v6h-24z"/></svg>${t('may begin by then')}
<svg class="estimate" viewBox="0 0 8 14"><path d="M4 1v12"/></svg>${t('estimated')}
<svg class="missed" viewBox="0 0 8 14"><path d="M4 7v6"/></svg>${t('missed')}
<svg class="madeUp" viewBox="0 0 8 14"><path d="M4 1v6"/></svg>${t('made up for')}
<svg class="change" viewBox="0 0 8 14"><path d="M4 1v12"/></svg>${t('clocks change')}
</p>`;
