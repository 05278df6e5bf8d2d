import type { FileRule } from '../rule.ts';
import { junkOf } from './missing-equals.ts';

export const missingKey: FileRule = {
  id: 'missing-key',
  scope: 'file',
  docs: {
    what: 'A line with nothing before its =.',
    why: 'systemd cannot tell what is assigned, and ignores the line.',
    bad: '[Service]\n=/bin/true',
    good: '[Service]\nExecStart=/bin/true',
    manual: ['systemd.syntax(7)'],
  },
  check(file, report) {
    for (const { node, section } of junkOf(file, 'missing-key')) {
      const message = 'There is no name before =; systemd ignores the line. Write Name=value.';
      report({ ...node.textSpan, severity: 'warning', message, section });
    }
  },
};
