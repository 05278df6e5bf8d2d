import type { GraphAnswer, GraphOptions } from '../../../../server/src/protocol/requests.ts';
import { t } from '../../localize.ts';
import { html } from '../html.ts';

/** What the page of the graph holds before anything is drawn. */
export const graphBody = html`<form id="options" aria-label="${t('Displayed relations')}">
  <label>${t('Levels')} <select id="depth"><option>1</option><option>2</option><option>3</option><option>4</option></select></label>
  <label class="requirement"><input type="checkbox" value="requirement"> ${t('Requirements')}</label>
  <label class="ordering"><input type="checkbox" value="ordering"> ${t('Ordering')}</label>
  <label class="trigger"><input type="checkbox" value="trigger"> ${t('Triggers')}</label>
  <label class="conflict"><input type="checkbox" value="conflict"> ${t('Conflicts')}</label>
  <label class="other"><input type="checkbox" value="other"> ${t('Other')}</label>
  <span class="buttons">
  <button type="button" id="smaller" title="${t('Smaller')} (-)" aria-label="${t('Smaller')}">−</button>
  <button type="button" id="fit" title="${t('Fit')} (0)">${t('Fit')}</button>
  <button type="button" id="larger" title="${t('Larger')} (+)" aria-label="${t('Larger')}">+</button>
  <button type="button" data-export="svg" title="${t('Export as SVG')}">SVG</button>
  <button type="button" data-export="dot" title="${t('Export as Graphviz DOT')}">DOT</button>
  </span>
</form>
<main id="graph" aria-label="${t('Dependency graph')}"></main>
<p id="about" role="status" aria-live="polite"></p>`;

/** What the page of the graph and the extension say to each other. */

export type ToPage =
  | { readonly type: 'graph'; readonly answer: GraphAnswer; readonly options: GraphOptions }
  | { readonly type: 'states'; readonly states: Readonly<Record<string, string>> }
  | { readonly type: 'empty'; readonly message: string };

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'options'; readonly options: GraphOptions }
  | { readonly type: 'open' | 'openEdge' | 'expand'; readonly id: string }
  | { readonly type: 'export'; readonly format: 'svg' | 'dot' };
