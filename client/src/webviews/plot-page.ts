import { t } from '../localize.ts';
import { html } from './html.ts';

/** The page of the plot; the picture is base64. */
export const plotBody = (svg: string) => html`<div id="bar">
<button data-key="-" title="${t('Smaller')} (-)" aria-label="${t('Smaller')}">−</button>
<button data-key="0" title="${t('Fit')} (0)">${t('Fit')}</button>
<button data-key="+" title="${t('Larger')} (+)" aria-label="${t('Larger')}">+</button>
</div>
<div id="view"><img alt="${t('When each unit was started, from systemd-analyze plot')}" src="data:image/svg+xml;base64,${svg}" draggable="false"></div>`;
