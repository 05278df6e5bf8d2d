import type { StartCycleAnswer } from '../../../../server/src/protocol/requests.ts';
import { t } from '../../localize.ts';
import type { BootTimes } from '../../systemd/boot-times.ts';
import type { BootMessage } from '../../systemd/earlier-boot.ts';
import { html } from '../html.ts';

/** An earlier boot that this one can be held against. */
export interface OtherBoot {
  readonly id: string;
  readonly label: string;
}

/** Everything that is known of a boot. Times are microseconds since its manager began. */
export interface ExploredBoot {
  readonly title: string;
  /** `Startup finished in …` */
  readonly summary: string;
  readonly boot: BootTimes;
  /** The names of the critical chain of what the boot leads to. */
  readonly chain: readonly string[];
  readonly messages: readonly BootMessage[];
  readonly boots: readonly OtherBoot[];
  /** The one it is held against; exact if it was measured then, else put together from the journal. */
  readonly other?: (BootTimes & OtherBoot & { readonly isExact: boolean }) | undefined;
  /** Circles of waiting that the files lead to; undefined as long as it is not known. */
  readonly cycles?: readonly StartCycleAnswer[] | undefined;
  /** What systemd has left out of this boot to break a circle. */
  readonly deleted: readonly string[];
}

/** What the extension says to the page. */
export type ToExplorer =
  | { readonly kind: 'explored'; readonly explored: ExploredBoot }
  | { readonly kind: 'failed'; readonly message: string };

/** What the page says to the extension. */
export type FromExplorer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refresh' }
  /** An empty id compares with nothing. */
  | { readonly kind: 'compare'; readonly id: string }
  | { readonly kind: 'open'; readonly unit: string }
  /** A line that a circle was told with; `at` is its place among those of the cycle, cuts after waits. */
  | { readonly kind: 'openLine'; readonly cycle: number; readonly at: number };

export const explorerBody = (): string => html`<header>
<h1 id="title"></h1>
<p id="summary" role="status">${t('Asking systemd…')}</p>
<form id="bar">
<input id="filter" type="search" maxlength="200" placeholder="${t('Filter')}" aria-label="${t('Filter')}">
<label>${t('over (ms)')} <input id="least" type="number" min="0" max="600000" step="10" value="0"></label>
<label><input id="failed" type="checkbox">${t('failed only')}</label>
<label><input id="chain" type="checkbox">${t('critical chain only')}</label>
<select id="sorting" aria-label="${t('Order')}">
<option value="start">${t('By start')}</option>
<option value="took">${t('Slowest first')}</option>
<option value="slower">${t('What got slower first')}</option>
</select>
<select id="other" aria-label="${t('Compare with')}"><option value="">${t('Compare with…')}</option></select>
<span class="space"></span>
<span role="group" aria-label="${t('Zoom')}">
<button id="farther" type="button" title="${t('Zoom out (−)')}" aria-label="${t('Zoom out (−)')}">−</button>
<button id="nearer" type="button" title="${t('Zoom in (+)')}" aria-label="${t('Zoom in (+)')}">+</button>
<button id="fit" type="button" title="${t('Show all (0)')}">${t('All')}</button>
</span>
<button id="refresh" type="button">${t('Refresh')}</button>
</form>
</header>
<main>
<section id="axis">
<div id="head" aria-hidden="true"></div>
<div id="rows" role="listbox" aria-label="${t('Units')}"></div>
</section>
${[legend()]}
<section id="detail" aria-live="polite"></section>
<section id="slower"></section>
<section id="cycles"></section>
<section id="messages"></section>
</main>`;

const legend = (): string => html`<p id="legend" aria-hidden="true">
<svg viewBox="0 0 28 14"><path class="took" d="M1 3h26v8h-26z"/></svg>${t('starting')}
<svg viewBox="0 0 28 14"><path class="took chain" d="M1 3h26v8h-26z"/></svg>${t('in the critical chain')}
<svg viewBox="0 0 28 14"><path class="up" d="M1 7h26"/></svg>${t('active')}
<svg viewBox="0 0 28 14"><path class="other" d="M1 3h26v8h-26z"/></svg>${t('the other boot')}
<svg viewBox="0 0 8 14"><path class="error" d="M4 1v12"/></svg>${t('error')}
<svg viewBox="0 0 8 14"><path class="warning" d="M4 4v6"/></svg>${t('warning')}
</p>`;
