import { atAssignment, removal } from '../../engine/finding-place.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { serviceType } from '../../units/service-type.ts';
import type { UnitRule } from '../unit-rule.ts';

/** What a setting needs to have an effect; the reason when it has none. */
const needs: Readonly<Record<string, (unit: LoadedUnit) => string | undefined>> = {
  GuessMainPID: (unit) => {
    if (serviceType(unit) !== 'forking') return 'only services of Type=forking have their main process guessed';
    return unit.last('Service', 'PIDFile') && 'PIDFile= tells the main process';
  },
  RestartSec: (unit) => {
    const restarts =
      (unit.value('Service', 'Restart') ?? 'no') !== 'no' || unit.last('Service', 'RestartForceExitStatus');
    return restarts ? undefined : 'the service is never restarted without Restart=';
  },
  RestartPreventExitStatus: (unit) =>
    (unit.value('Service', 'Restart') ?? 'no') === 'no' ? 'the service is never restarted without Restart=' : undefined,
};

export const settingWithoutEffect: UnitRule = {
  id: 'setting-without-effect',
  scope: 'unit',
  docs: {
    what: 'GuessMainPID= in a service whose main process is known, RestartSec= or RestartPreventExitStatus= without Restart=.',
    severities: ['hint'],
    why: 'systemd takes the line silently, and it has no effect.',
    bad: '[Service]\nExecStart=/usr/bin/example\nRestartSec=5s',
    good: '[Service]\nExecStart=/usr/bin/example\nRestart=on-failure\nRestartSec=5s',
    manual: ['systemd.service(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'service' || unit.refused) return;
    for (const [key, reason] of Object.entries(needs)) {
      const assignment = unit.last('Service', key);
      const why = assignment && reason(unit);
      if (!why) continue;
      const message = `${key}= has no effect: ${why}.`;
      report({
        ...atAssignment(assignment),
        severity: 'hint',
        message,
        fixes: [removal(assignment)],
        tag: 'unnecessary',
      });
    }
  },
};
