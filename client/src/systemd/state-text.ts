import { t } from '../localize.ts';
import { failureOf } from './failure.ts';
import { editedFile, type UnitState } from './unit-state.ts';

/** How a file relates to what the manager has loaded; `not-loaded`: a drop-in that the unit was loaded without. */
export type FileRelation = 'unknown' | 'loaded' | 'elsewhere' | 'not-loaded';

/** The state of a unit in a few words, begun with a symbol: `● running since 14:02 (2 h)`. */
export function stateText(state: UnitState, now: number, relation: FileRelation = 'loaded'): string {
  const aside = { elsewhere: t('from another file'), 'not-loaded': t('without this drop-in') }[relation as string];
  return [`${symbol(state)} ${shortText(state, now)}`, ...(aside ? [aside] : [])].join(' · ');
}

/** What is displayed of units, to notice changes; includes the texts, which change with time. */
export const asShown = (states: readonly (readonly [key: string, state: UnitState])[], now: number): string =>
  JSON.stringify(states.map(([key, state]) => [key, state, stateText(state, now)]));

function shortText(state: UnitState, now: number): string {
  const failure = failureOf(state);
  const word = stateWord(state);
  if (isMissing(state) || isMasked(state)) return word;
  if (failure && state.load !== 'loaded') return t('{0} by systemd', word);
  if (failure && state.active !== 'failed') return t('{0}, time {1}: {2}', word, state.restarts + 1, failure.short);
  if (failure) return `${word}: ${failure.short}`;
  if (state.needsReload) {
    return state.active === 'inactive' ? t('{0}, changed on disk', word) : t('{0} an older version of this file', word);
  }
  if (state.active === 'inactive') return state.conditionFailed ? t('{0}: condition not met', word) : word;
  return withNextRun(withSince(word, state, now), state, now);
}

/** One word for each state, the same wherever a unit is shown: systemctl's own, except for inactive (dead). */
export function stateWord(state: UnitState): string {
  const { active, sub, load } = state;
  if (isMissing(state)) return t('not installed');
  if (isMasked(state)) return t('masked');
  if (load === 'error' || load === 'bad-setting') return t('refused');
  if (active === 'failed') return t('failed');
  if (failureOf(state)) return t('restarting');
  if (active === 'inactive') return t('not running');
  return sub === active || sub === '' ? active : speaking.has(sub) ? sub : `${active} (${sub})`;
}

/** Sub-states that need no `active` beside them. */
const speaking = new Set([
  'running',
  'waiting',
  'listening',
  'mounted',
  'plugged',
  'elapsed',
  'mounting',
  'unmounting',
]);

const isMissing = ({ load, active }: UnitState): boolean => load === 'not-found' && active === 'inactive';

const isMasked = ({ load }: UnitState): boolean => load === 'masked';

/** The state in whole sentences, for tooltips. */
export function stateDetail(state: UnitState, now: number, relation: FileRelation = 'loaded'): string {
  const boot = bootText(state);
  const lines = [
    longText(state, now),
    relation === 'elsewhere' ? t('It is loaded from {0}, not from this file.', editedFile(state)) : '',
    relation === 'not-loaded' ? t('It is loaded without this drop-in.') : '',
    boot && t('At boot: {0}', boot),
  ];
  return lines.filter(Boolean).join('\n');
}

function longText(state: UnitState, now: number): string {
  const failure = failureOf(state);
  const word = stateWord(state);
  if (isMissing(state)) return t('{0}: the manager has no such unit.', word);
  if (isMasked(state)) return t('{0}: it cannot be started.', word);
  if (failure) return `${word}: ${failure.text}`;
  if (state.needsReload) return t('{0}. The file changed since the manager read it.', word);
  if (state.active === 'inactive' && state.conditionFailed) {
    return t('{0}: a Condition…= of the unit was not met at the last start.', word);
  }
  return shortText(state, now);
}

/** A template has no state of its own, so its instances are counted. */
export function templateText(instances: readonly UnitState[]): string {
  const count = (state: string) => instances.filter(({ active }) => active === state).length;
  const failed = count('failed');
  return failed > 0
    ? t('template: {0} running, {1} failed', count('active'), failed)
    : t('template: {0} running', count('active'));
}

/** What happens at boot, as `systemctl is-enabled` says it, and what the presets of the machine would have. */
export const bootText = ({ fileState, preset }: UnitState): string =>
  fileState && preset ? t('{0}, preset {1}', fileState, preset) : fileState;

function symbol(state: UnitState): string {
  if (isMissing(state)) return '○';
  if (isMasked(state)) return '⊘';
  const failure = failureOf(state);
  if (failure) return state.load === 'loaded' && state.active !== 'failed' ? '↻' : '✗';
  return { active: '●', reloading: '↻', activating: '◐', deactivating: '◐' }[state.active] ?? '○';
}

function withSince(text: string, { since: time }: UnitState, now: number): string {
  if (time === undefined) return text;
  const since = t('{0} since {1}', text, clock(time, now));
  return now - time < MINUTE ? since : `${since} (${span(now - time)})`;
}

function withNextRun(text: string, { nextRun: time }: UnitState, now: number): string {
  if (time === undefined || time < now) return text;
  return t('{0}, next run {1} (in {2})', text, clock(time, now), span(time - now));
}

/** `14:02` today, `2026-11-21 14:02` on another day, in the zone of the user. */
export function clock(time: number, now: number): string {
  const date = new Date(time);
  const minutes = `${two(date.getHours())}:${two(date.getMinutes())}`;
  if (date.toDateString() === new Date(now).toDateString()) return minutes;
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${minutes}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

const MINUTE = 60_000;

const units = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [MINUTE, 'min'],
] as const;

/** The largest unit that fits: `2 h`. Without seconds: a code lens that changes every second is hard to click. */
export function span(milliseconds: number): string {
  const unit = units.find(([length]) => milliseconds >= length);
  return unit ? `${Math.floor(milliseconds / unit[0])} ${unit[1]}` : t('under 1 min');
}

/** Escapes `$(name)`, which VS Code would show as an icon in code lenses and the status bar. */
export const withoutIcons = (text: string): string => text.replace(/\$\((?=[A-Za-z0-9-]+(?:~[A-Za-z]+)?\))/g, '\\$&');
