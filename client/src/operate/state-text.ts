import { t } from '../localize.ts';
import { failureOf } from './failure.ts';
import type { UnitState } from './unit-state.ts';

/** How a file stands to what the manager has loaded. */
export type Standing = 'unknown' | 'loaded' | 'elsewhere';

/** The state of a unit in a few words, begun with a symbol: `● running since 14:02 (2 h)`. */
export function stateText(state: UnitState, now: number): string {
  const failure = failureOf(state);
  if (state.load === 'not-found' && state.active === 'inactive') return `○ ${t('not installed')}`;
  if (state.load === 'masked') return `⊘ ${t('masked: nothing can start it')}`;
  if (failure && state.load !== 'loaded') return `✗ ${t('refused: {0}', failure.text)}`;
  if (failure && state.active !== 'failed') {
    return `↻ ${t('restarting, time {0}: {1}', state.restarts + 1, failure.text)}`;
  }
  if (failure) return `✗ ${t('failed: {0}', failure.text)}`;
  if (state.needsReload) return `${symbol(state)} ${t('{0}, an older version of this file', words(state))}`;
  if (state.active === 'inactive') return `○ ${state.conditionFailed ? skipped : t('not running')}`;
  return `${symbol(state)} ${withNextRun(withSince(words(state), state, now), state, now)}`;
}

/** A template has no state: what its instances do is told. */
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

const skipped = t('not started: a Condition…= of the unit was not met');

const symbol = ({ active }: UnitState): string =>
  ({ active: '●', reloading: '↻', activating: '◐', deactivating: '◐', failed: '✗' })[active] ?? '○';

/** `running` says as much as `active (running)`; other sub-states are best read with the state. */
function words({ active, sub }: UnitState): string {
  if (active === 'inactive') return t('not running');
  if (sub === 'running' || sub === 'waiting' || sub === 'listening') return sub;
  return sub === active || sub === '' ? active : `${active} (${sub})`;
}

function withSince(text: string, { since: time }: UnitState, now: number): string {
  return time === undefined ? text : t('{0} since {1} ({2})', text, clock(time, now), span(now - time));
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

const units = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1_000, 's'],
] as const;

/** The biggest unit that fits: `2 h`. */
export function span(milliseconds: number): string {
  const unit = units.find(([length]) => milliseconds >= length);
  return unit ? `${Math.floor(milliseconds / unit[0])} ${unit[1]}` : t('now');
}

export interface Offer {
  readonly id: string;
  readonly title: string;
}

const offer = (id: string, title: string): Offer => ({ id, title });
const logs = offer('journalView', t('Logs'));
const status = offer('status', t('Status'));

/** What fits the state, the likeliest first; the ids are those of `systemdUnits.*` commands. */
export function offers(state: UnitState, standing: Standing): Offer[] {
  if (state.load === 'not-found' && state.active === 'inactive') return notInstalled(state);
  if (state.load === 'masked') return [offer('unmask', t('Unmask')), status];
  const elsewhere =
    standing === 'elsewhere' ? [offer('compareInstalled', t('Compare')), offer('install', t('Install…'))] : [];
  if (state.needsReload) return [...elsewhere, ...reload(state), logs, status];
  return [...elsewhere, ...byActivity(state)];
}

const notInstalled = ({ id }: UnitState): Offer[] => [
  offer('install', t('Install…')),
  ...(id === '' || id.endsWith('.service') ? [offer('runOnce', t('Run once'))] : []),
];

const reload = ({ active }: UnitState): Offer[] =>
  active === 'active' || active === 'activating'
    ? [offer('reloadAndRestart', t('Reload daemon and restart')), offer('stop', t('Stop'))]
    : [offer('daemonReload', t('Reload daemon')), offer('reloadAndRestart', t('Reload daemon and start'))];

function byActivity(state: UnitState): Offer[] {
  const stop = state.canStop ? [offer('stop', t('Stop'))] : [];
  switch (state.active) {
    case 'active':
    case 'reloading': {
      const reloadService = state.canReload ? [offer('reload', t('Reload'))] : [];
      return [offer('restart', t('Restart')), ...stop, ...reloadService, logs, status];
    }
    case 'activating':
    case 'deactivating':
      return [...stop, logs, status];
    case 'failed':
      return [logs, offer('start', t('Start again')), status];
    default:
      return [...start(state), logs, status];
  }
}

const start = ({ canStart, fileState }: UnitState): Offer[] => [
  ...(canStart ? [offer('start', t('Start'))] : []),
  ...(['disabled', 'linked', 'linked-runtime'].includes(fileState) ? [offer('enable', t('Enable at boot'))] : []),
];
