import { atAssignment, atSection } from '../../engine/finding-place.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { commandsOf, hasCommand, serviceType } from '../../units/service-type.ts';
import type { UnitRule } from '../unit-rule.ts';

export const serviceCommand: UnitRule = {
  id: 'service-command',
  scope: 'unit',
  docs: {
    what: 'A service without the command its type needs.',
    severities: ['error'],
    why: 'systemd refuses a service that runs nothing. Only Type=oneshot may do without ExecStart=, and then it needs ExecStop= with RemainAfterExit=yes, or SuccessAction=.',
    bad: '[Service]\nType=oneshot\nExecStop=/usr/bin/example --stop',
    good: '[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStop=/usr/bin/example --stop',
    manual: ['systemd.service(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'service' || unit.refused || hasCommand(unit, 'ExecStart')) return;
    const stops = unit.runs('Service', 'ExecStop').filter((run) => commandsOf(run, unit).length > 0);
    const last = stops.at(-1);
    const stop = last?.place.at(commandsOf(last, unit).at(-1)!.index);
    const message = fault(unit, stop !== undefined);
    if (message) report({ ...(stop ? atAssignment(stop) : atSection(unit, 'Service')), severity: 'error', message });
  },
};

/** The first that `service_verify()` (src/core/service.c) minds. */
function fault(unit: LoadedUnit, hasStop: boolean): string | undefined {
  const hasAction = (unit.value('Unit', 'SuccessAction') ?? 'none') !== 'none';
  if (!hasStop && !hasAction) {
    return 'This service has no ExecStart=; systemd refuses to load this unit. Add ExecStart= with the command to run.';
  }
  const type = serviceType(unit);
  if (type !== 'oneshot') {
    return `A service of Type=${type} needs ExecStart=; systemd refuses to load this unit. Add it, or use Type=oneshot.`;
  }
  if (hasAction || unit.flag('Service', 'RemainAfterExit')) return undefined;
  return 'A service with ExecStop= and no ExecStart= would never be active; systemd refuses to load this unit. Add RemainAfterExit=yes.';
}
