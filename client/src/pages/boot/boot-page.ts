import { t } from '../../localize.ts';
import type { ChainLink, UnitTimes } from '../../systemd/boot-times.ts';
import { html } from '../html.ts';

/** The three pages about the boot: when units were started, which took longest, what a unit waited for. */
export type BootView = 'plot' | 'blame' | 'chain';

/** What the extension says to a page. */
export interface ToBoot {
  readonly kind: 'boot';
  readonly view: BootView;
  readonly title: string;
  /** A sentence below the title; may be empty. */
  readonly summary: string;
  readonly units: readonly UnitTimes[];
  /** Microseconds; undefined while the boot goes on. */
  readonly finish?: number | undefined;
  readonly chain: readonly ChainLink[];
}

/** What a page says to the extension. */
export type FromBoot =
  | { readonly kind: 'ready' }
  /** `unit` is the name of one that has a file. */
  | { readonly kind: 'open'; readonly unit: string }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'save'; readonly format: 'csv' | 'txt'; readonly text: string }
  /** The picture as systemd-analyze draws it. */
  | { readonly kind: 'picture' };

/** The page about a boot before anything is known. */
export const bootBody = (view: BootView): string => html`<header>
<h1 id="title"></h1>
<p id="summary"></p>
<form id="bar">
<input id="filter" type="search" maxlength="200" placeholder="${t('Filter')}" aria-label="${t('Filter')}">
<span class="space"></span>
<button id="refresh" type="button">${t('Refresh')}</button>
<button id="csv" type="button" title="${t('Save as a table for a spreadsheet')}">${t('CSV')}</button>
<button id="text" type="button" title="${t('Save as text')}">${t('Text')}</button>
${view === 'plot' ? [html`<button id="picture" type="button" title="${t('Save the picture that systemd-analyze draws')}">${t('SVG')}</button>`] : []}
</form>
${view === 'plot' ? [legend()] : []}
</header>
<main id="view"><p id="empty" role="status">${t('Asking systemd…')}</p></main>`;

const legend = (): string => html`<p id="legend">
<span class="activating"></span>${t('starting')}
<span class="active"></span>${t('active')}
<span class="stopping"></span>${t('stopping')}
</p>`;
