import { atValue } from '../../engine/finding-place.ts';
import type { AssignmentRule, Fix } from '../../engine/rule.ts';
import { formatsIn } from './date-formats.ts';
import { isCommandLine } from './shell-syntax.ts';

export const dateFormat: AssignmentRule = {
  id: 'date-format',
  scope: 'assignment',
  docs: {
    what: 'A format of date(1) with single percent signs in a command.',
    severities: ['info'],
    why: 'systemd replaces %Y, %m, %d and others as specifiers before date sees them: %m is the machine ID. A percent sign is written %%.',
    bad: '[Service]\nExecStart=/bin/sh -c "tar cf /backup/$(date +%Y-%m-%d).tar /home"',
    good: '[Service]\nExecStart=/bin/sh -c "tar cf /backup/$(date +%%Y-%%m-%%d).tar /home"',
    manual: ['systemd.unit(5)'],
  },
  check(assignment, report) {
    if (!isCommandLine(assignment)) return;
    const { text } = assignment.node.value;
    for (const { start, end } of formatsIn(text)) {
      const format = text.slice(start, end);
      // A percent sign that is doubled already is none.
      const doubled = format.replace(/%%|%/g, '%%');
      if (doubled === format) continue;
      const place = atValue(assignment, start, end);
      const fixes: Fix[] = [
        {
          title: 'Double the percent signs',
          edits: [{ start: place.start, end: place.end, text: doubled }],
          preferred: true,
        },
      ];
      const message = `systemd replaces the percent signs of this date format as specifiers. Write ${doubled}.`;
      report({ ...place, severity: 'info', message, fixes });
    }
  },
};
