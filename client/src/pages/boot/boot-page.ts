import { t } from '../../localize.ts';
import { html } from '../html.ts';
import type { BootView } from './boot-messages.ts';

/** The page about a boot before anything is known. */
export const bootBody = (view: BootView): string => html`<header>
<h1 id="title"></h1>
<p id="summary"></p>
<form id="bar">
<input id="filter" type="search" maxlength="200" placeholder="${t('Filter')}" aria-label="${t('Filter')}">
<span class="space"></span>
<button id="refresh" type="button">${t('Refresh')}</button>
<button id="csv" type="button" title="${t('As a table for a spreadsheet')}">${t('CSV')}</button>
<button id="text" type="button" title="${t('As text')}">${t('Text')}</button>
${view === 'plot' ? [html`<button id="picture" type="button" title="${t('As systemd-analyze draws it')}">${t('SVG')}</button>`] : []}
</form>
${view === 'plot' ? [legend()] : []}
</header>
<main id="view"><p id="empty" role="status">${t('Asking systemd …')}</p></main>`;

const legend = (): string => html`<p id="legend">
<span class="activating"></span>${t('starting')}
<span class="active"></span>${t('active')}
<span class="stopping"></span>${t('stopping')}
</p>`;
