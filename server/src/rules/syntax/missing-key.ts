import type { FileRule } from '../../engine/rule.ts';
import { reportJunk } from './missing-equals.ts';

export const missingKey: FileRule = {
  id: 'missing-key',
  scope: 'file',
  docs: {
    what: 'A line with nothing before its =.',
    severities: ['warning'],
    why: 'systemd cannot tell what is assigned, and ignores the line.',
    bad: '[Service]\n=/bin/true',
    good: '[Service]\nExecStart=/bin/true',
    manual: ['systemd.syntax(7)'],
  },
  check(file, report) {
    const message = 'The name before = is missing; systemd ignores this line. Write Name=value.';
    reportJunk(file, 'missing-key', report, ({ textSpan }, section) => ({
      ...textSpan,
      severity: 'warning',
      message,
      section,
    }));
  },
};
