import { atAssignment, rewriting } from '../../engine/finding-place.ts';
import { hasCommand, usesCredentials } from '../../units/service-type.ts';
import { since } from '../../values/changes.ts';
import type { UnitRule } from '../unit-rule.ts';

export const serviceCredentials: UnitRule = {
  id: 'service-credentials',
  scope: 'unit',
  docs: {
    what: 'Type=simple together with ExecStartPost= and credentials.',
    severities: ['warning'],
    why: 'ExecStartPost= may run before the credentials of the main process are set up; systemd warns of the race. Type=exec waits for it.',
    bad: '[Service]\nType=simple\nExecStart=/usr/bin/example\nExecStartPost=/usr/bin/example --ping\nLoadCredential=token:/etc/example/token',
    good: '[Service]\nType=exec\nExecStart=/usr/bin/example\nExecStartPost=/usr/bin/example --ping\nLoadCredential=token:/etc/example/token',
    manual: ['systemd.service(5)', 'systemd.exec(5)'],
  },
  check(unit, report) {
    const type = unit.last('Service', 'Type');
    if (
      unit.kind !== 'service' ||
      !since(unit.version, 'credentials race with Type=simple') ||
      type?.node.value.text !== 'simple'
    )
      return;
    if (!hasCommand(unit, 'ExecStartPost') || !usesCredentials(unit)) return;
    const message =
      'With Type=simple, ExecStartPost= may run before the credentials are there; systemd warns of the race. Use Type=exec.';
    report({ ...atAssignment(type), severity: 'warning', message, fixes: [rewriting(type, 'exec', true)] });
  },
};
