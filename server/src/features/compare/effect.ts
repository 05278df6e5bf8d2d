import type { UnitKind } from '../../schema/kinds.ts';

/**
 * When a changed setting counts: `reload`: from daemon-reload on; `restart`: a unit that runs keeps the old value until it is
 * restarted; `enable`: when the unit is enabled again (`systemctl reenable`).
 */
export type Effect = 'reload' | 'restart' | 'enable';

/** What systemd looks up when it needs it: at the end of a run, at the next stop, at the next job. */
const LOOKED_UP = new Set([
  ...['ExecReload', 'ExecStop', 'ExecStopPost', 'Restart', 'RestartSec', 'RestartSteps', 'RestartMaxDelaySec'],
  ...['RestartMode', 'RestartPreventExitStatus', 'RestartForceExitStatus', 'SuccessExitStatus', 'KillMode'],
  ...['KillSignal', 'RestartKillSignal', 'FinalKillSignal', 'SendSIGKILL', 'SendSIGHUP', 'TimeoutStopSec'],
  ...['TimeoutStartSec', 'TimeoutAbortSec', 'TimeoutSec', 'TimeoutStartFailureMode', 'TimeoutStopFailureMode'],
  'RemainAfterExit',
]);

/** Sections whose units begin to wait anew when the manager is reloaded. */
const WAITING: readonly string[] = ['Unit', 'Timer', 'Path'];

export function effectOf(section: string, key: string, kind: UnitKind): Effect {
  if (section === 'Install') return 'enable';
  if (WAITING.includes(section) || LOOKED_UP.has(key)) return 'reload';
  return kind === 'target' ? 'reload' : 'restart';
}
