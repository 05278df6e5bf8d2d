import { atSection } from '../place.ts';
import type { UnitRule } from '../rule.ts';

const TRIGGERS = 'OnCalendar OnBootSec OnStartupSec OnActiveSec OnUnitActiveSec OnUnitInactiveSec'.split(' ');
const EVENTS = ['OnClockChange', 'OnTimezoneChange'];

export const timerTrigger: UnitRule = {
  id: 'timer-trigger',
  scope: 'unit',
  docs: {
    what: 'A timer without a trigger.',
    why: 'systemd refuses a timer without OnCalendar= or another On…= setting.',
    bad: '[Timer]\nPersistent=yes',
    good: '[Timer]\nOnCalendar=daily\nPersistent=yes',
    manual: ['systemd.timer(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'timer' || unit.refused) return;
    if (TRIGGERS.some((key) => unit.last('Timer', key)) || EVENTS.some((key) => unit.flag('Timer', key))) return;
    const ignored = unit.files
      .flatMap(({ assignments }) => assignments)
      .filter(
        ({ section, node, problems }) => section === 'Timer' && TRIGGERS.includes(node.key) && problems.length > 0,
      )
      .at(-1);
    const message = ignored
      ? `This timer has no other trigger than ${ignored.node.key}=, which systemd ignores; it refuses to load this unit.`
      : 'This timer has no trigger; systemd refuses to load this unit. Add OnCalendar= or another On…= setting.';
    report({ ...atSection(unit, 'Timer'), severity: 'error', message });
  },
};
