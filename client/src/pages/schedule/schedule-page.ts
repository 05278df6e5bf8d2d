import type { Schedule, ScheduleLine, SchedulePreview } from '../../../../server/src/protocol/requests.ts';
import { t } from '../../localize.ts';
import { html } from '../html.ts';

/** What the extension says to the page. */
export type ToSchedule =
  /** `line` is the one to begin with; a new one without. */
  | {
      readonly kind: 'lines';
      readonly unit: string;
      readonly lines: readonly ScheduleLine[];
      readonly line?: number | undefined;
    }
  | { readonly kind: 'preview'; readonly preview: SchedulePreview; readonly round: number };

/** What the page says to the extension. Lines count from 0. */
export type FromSchedule =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'preview';
      readonly schedule: Schedule;
      readonly zone?: string | undefined;
      readonly round: number;
    }
  | { readonly kind: 'write'; readonly expression: string; readonly line?: number | undefined };

const KINDS: readonly (readonly [Schedule['kind'], string])[] = [
  ['minutes', t('Every N minutes')],
  ['hours', t('Every N hours')],
  ['daily', t('Every day')],
  ['weekdays', t('On weekdays')],
  ['monthly', t('Every month')],
  ['yearly', t('Every year')],
  ['free', t('As written')],
];

const DAYS = [t('Mon'), t('Tue'), t('Wed'), t('Thu'), t('Fri'), t('Sat'), t('Sun')];

const MONTHS = [
  ...[t('January'), t('February'), t('March'), t('April'), t('May'), t('June')],
  ...[t('July'), t('August'), t('September'), t('October'), t('November'), t('December')],
];

/** A field that is there for some kinds only. */
const field = (kinds: string, label: string, input: string): string =>
  html`<label class="field" data-for="${kinds}"><span class="caption">${label}</span>${[input]}</label>`;

const number = (name: string, min: number, max: number, value: number): string =>
  html`<input name="${name}" type="number" min="${String(min)}" max="${String(max)}" value="${String(value)}" required>`;

export const scheduleBody = (): string => html`<h1 id="title"></h1>
<form id="form" autocomplete="off">
<p><label><span class="caption">${t('Line')}</span><select id="line" name="line"></select></label></p>
<fieldset>
<legend>${t('When')}</legend>
${KINDS.map(([kind, label]) => html`<label class="kind"><input type="radio" name="kind" value="${kind}">${label}</label>`)}
</fieldset>
<p id="fields">
${[
  field('minutes', t('Every … minutes'), number('minutes', 1, 59, 15)),
  field('hours', t('Every … hours'), number('hours', 1, 23, 6)),
  field('hours', t('at minute'), number('minute', 0, 59, 0)),
  html`<span class="field" data-for="weekdays" role="group" aria-label="${t('Weekdays')}">${DAYS.map(
    (day, index) => html`<label class="day"><input type="checkbox" name="day" value="${String(index)}">${day}</label>`,
  )}</span>`,
  field(
    'yearly',
    t('Month'),
    html`<select name="month">${MONTHS.map((month, index) => html`<option value="${String(index + 1)}">${month}</option>`)}</select>`,
  ),
  field('monthly yearly', t('Day'), number('dayOfMonth', 1, 31, 1)),
  html`<label class="field check" data-for="monthly"><input type="checkbox" name="fromEnd"><span>${t('counted from the end of the month')}</span></label>`,
  field('weekdays monthly yearly', t('at'), html`<input name="time" type="time" value="04:00" required>`),
  field('daily', t('at (several times with a comma)'), html`<input name="times" value="04:00" required>`),
  field('free', t('Calendar event'), html`<input name="free" spellcheck="false">`),
]}
<label class="field" data-for="minutes hours daily weekdays monthly yearly"><span class="caption">${t('Time zone (of the machine unless given)')}</span><input name="zone" list="zones" maxlength="60"></label>
<datalist id="zones"></datalist>
</p>
<p id="problem" role="alert"></p>
<p><code id="expression"></code></p>
<p id="words" aria-live="polite"></p>
<p id="remark"></p>
<p><button id="write" type="submit"></button></p>
</form>
<section><h2>${t('Next runs')}</h2>
<p><label><span class="caption">${t('as clocks show them in')}</span> <input id="preview-zone" list="zones" maxlength="60" placeholder="${t('the zone of this machine')}"></label></p>
<ol id="next"></ol></section>`;
