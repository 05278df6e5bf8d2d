import { atSection } from '../../engine/finding-place.ts';
import type { JudgedAssignment, JudgedBlock } from '../../engine/judged-block.ts';
import type { Finding } from '../../engine/rule.ts';
import { valueFinding } from '../../engine/value-finding.ts';
import { memoize } from '../../text/memoize.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import type { UnitRule } from '../unit-rule.ts';

const TRIGGERS = 'OnCalendar OnBootSec OnStartupSec OnActiveSec OnUnitActiveSec OnUnitInactiveSec'.split(' ');
const EVENTS = ['OnClockChange', 'OnTimezoneChange'];

export const timerTrigger: UnitRule = {
  id: 'timer-trigger',
  scope: 'unit',
  docs: {
    what: 'A timer without a trigger, or with none that systemd can read.',
    severities: ['error'],
    why: 'systemd refuses a timer without OnCalendar= or another On…= setting.',
    bad: '[Timer]\nPersistent=yes',
    good: '[Timer]\nOnCalendar=daily\nPersistent=yes',
    manual: ['systemd.timer(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'timer' || unit.refused) return;
    if (TRIGGERS.some((key) => unit.last('Timer', key)) || EVENTS.some((key) => unit.flag('Timer', key))) return;
    const ignored = lastIgnored(unit);
    if (ignored) return report(instead(ignored));
    const message =
      'This timer has no trigger; systemd refuses to load this unit. Add OnCalendar= or another On…= setting.';
    report({ ...atSection(unit, 'Timer'), severity: 'error', message });
  },
};

/** The last line that was to be a trigger. */
function lastIgnored(unit: LoadedUnit): JudgedAssignment | undefined {
  for (const { blocks } of [...unit.files].reverse()) {
    for (let at = blocks.length - 1; at >= 0; at--) {
      const { judged, at: assignmentAt } = blocks[at]!;
      const last = ignoredIn(judged).at(-1);
      if (last !== undefined) return assignmentAt(last);
    }
  }
  return undefined;
}

const ignoredIn = memoize(({ section, block, verdicts }: JudgedBlock): readonly number[] =>
  block.contents.flatMap((content, index) => {
    const verdict = verdicts[index];
    if (section !== 'Timer' || content.kind !== 'assignment' || !TRIGGERS.includes(content.key) || !verdict) return [];
    return verdict.problems.length > 0 && !verdict.accepted ? [index] : [];
  }),
);

const IGNORED = /systemd ignores (the|this) line/;

/** What is said of the value, and what comes of it: one finding in place of two, with the fix of the value. */
function instead(ignored: JudgedAssignment): Finding {
  const said = valueFinding(ignored, ignored.problems[0]!);
  const consequence = 'systemd ignores this line and refuses the timer, which has no other trigger';
  const message = IGNORED.test(said.message)
    ? said.message.replace(IGNORED, consequence)
    : `${said.message} The timer has no other trigger; systemd refuses to load it.`;
  return { ...said, severity: 'error', message };
}
