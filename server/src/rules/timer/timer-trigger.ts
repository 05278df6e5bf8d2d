import { atSection } from '../../engine/finding-place.ts';
import type { JudgedAssignment } from '../../engine/judged-block.ts';
import type { Finding } from '../../engine/rule.ts';
import { valueFinding } from '../../engine/value-finding.ts';
import type { UnitRule } from '../unit-rule.ts';

const TRIGGERS = 'OnCalendar OnBootSec OnStartupSec OnActiveSec OnUnitActiveSec OnUnitInactiveSec'.split(' ');
const EVENTS = ['OnClockChange', 'OnTimezoneChange'];

export const timerTrigger: UnitRule = {
  id: 'timer-trigger',
  scope: 'unit',
  docs: {
    what: 'A timer without a trigger, or with none that systemd can read.',
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
        ({ section, node, problems, accepted }) =>
          section === 'Timer' && TRIGGERS.includes(node.key) && problems.length > 0 && !accepted,
      )
      .at(-1);
    if (ignored) return report(instead(ignored));
    const message =
      'This timer has no trigger; systemd refuses to load this unit. Add OnCalendar= or another On…= setting.';
    report({ ...atSection(unit, 'Timer'), severity: 'error', message });
  },
};

const IGNORED = /systemd ignores (the|this) line/;

/** What is said of the value, and what comes of it: one finding in place of two, with the fix of the value. */
function instead(ignored: JudgedAssignment): Finding {
  const said = valueFinding(ignored, ignored.problems[0]!);
  const consequence = 'systemd ignores the line and refuses the timer, which has no other trigger';
  const message = IGNORED.test(said.message)
    ? said.message.replace(IGNORED, consequence)
    : `${said.message} The timer has no other trigger; systemd refuses to load it.`;
  return { ...said, severity: 'error', message };
}
